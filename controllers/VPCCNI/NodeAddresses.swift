import APIMachinery
import CloudModel
import EKSAPI
import KubernetesAPI
import VPCAddressing

/// The addresses of one node, put together from its interfaces and its pods.
///
/// Everything here but the rest of used addresses can be read from objects, so a new process starts from nothing and
/// knows the same; addresses then rest no longer, as with the real allocator's checkpoint. What is remembered between
/// two looks keeps an address from being given twice while the first pod's status is still on its way.
struct NodeAddresses: Sendable {
  private(set) var store: AddressStore
  /// Until when nothing is asked of EC2, because the subnet had no room.
  var pausedUntil: Timestamp?
  /// When addresses were last given back to EC2.
  var lastDecrease: Timestamp?
  /// Until when nothing is asked of EC2, because the account had made too many calls; and how often in a row it had.
  var throttledUntil: Timestamp?
  var throttleCount = 0
  /// When pods were last told that there is no address for them, by UID.
  var lastRefusals: [String: Timestamp] = [:]
  /// The address of each pod that has one, by UID.
  private var owners: [String: IPv4Address] = [:]
  /// Pods whose kubelets asked in vain: they are woken when there is an address.
  private var refused: Set<String> = []
  /// The versions of the interfaces that the store was made of; `nil` when it is to be made anew.
  private var interfaceVersions: [InterfaceVersion]?

  private struct InterfaceVersion: Hashable, Sendable {
    let name: String
    let revision: String
    let isExcluded: Bool
  }

  init(mode: AddressMode = .secondary, cooldown: Duration = AddressStore.defaultCooldown) {
    store = AddressStore(mode: mode, cooldown: cooldown)
  }

  /// Takes over what interfaces and pods say now.
  ///
  /// - Complexity: O(*pods*) look-ups; the store is made anew only when an interface has changed.
  ///
  /// - Parameter isExcluded: Whether new pods get no address of an interface.
  mutating func update(
    interfaces: [NetworkInterface], pods: [Pod], mode: AddressMode, cooldown: Duration, at now: Timestamp,
    isExcluded: (NetworkInterface) -> Bool = { _ in false }
  ) {
    update(interfaces, mode, cooldown, isExcluded)
    var served = 0
    for pod in pods where pod.holdsAddress {
      guard let uid = pod.metadata.uid else { continue }
      if owners[uid] == nil {
        guard let address = pod.status.podIP.flatMap({ try? IPv4Address($0) }),
          store.restore(AddressInfo(assigned: address, to: pod.identity, at: now.sinceEpoch))
        else { continue }
        owners[uid] = address
      }
      served += 1
    }
    if owners.count > served || !refused.isEmpty || !lastRefusals.isEmpty { release(allBut: pods, at: now) }
  }

  /// Takes the addresses of pods back that are gone or have ended.
  private mutating func release(allBut pods: [Pod], at now: Timestamp) {
    let known = Set(pods.lazy.filter(\.holdsAddress).compactMap(\.metadata.uid))
    for uid in owners.keys.filter({ !known.contains($0) }).sorted() {
      store.unassign(pod: uid, at: now.sinceEpoch)
      owners[uid] = nil
    }
    refused.formIntersection(known)
    lastRefusals = lastRefusals.filter { known.contains($0.key) }
  }

  private mutating func update(
    _ interfaces: [NetworkInterface], _ mode: AddressMode, _ cooldown: Duration,
    _ isExcluded: (NetworkInterface) -> Bool
  ) {
    let attached = interfaces.compactMap { $0.isAttached ? (interface: $0, isExcluded: isExcluded($0)) : nil }
    var versions = attached.map { interface, isExcluded in
      InterfaceVersion(
        name: interface.metadata.name ?? "", revision: interface.metadata.resourceVersion ?? "",
        isExcluded: isExcluded)
    }
    versions.sort { $0.name < $1.name }
    if versions == interfaceVersions, store.mode == mode, store.cooldown == cooldown { return }
    let enis = attached.map { interface, isExcluded in
      var eni = Self.eni(interface)
      eni.isExcluded = isExcluded
      return eni
    }
    var fresh = AddressStore(mode: mode, cooldown: cooldown, enis: enis)
    owners = [:]
    for info in store.enis.flatMap(\.blocks).flatMap(\.remembered) where fresh.restore(info) {
      if let uid = info.pod?.uid { owners[uid] = info.address }
    }
    store = fresh
    interfaceVersions = versions
  }

  /// An address for `pod`: the one it has, or a new one; `nil` when there is none to give.
  mutating func assign(_ pod: Pod, at now: Timestamp) -> IPv4Address? {
    let identity = pod.identity
    if let address = owners[identity.uid] { return address }
    let address = store.assignUnchecked(to: identity, at: now.sinceEpoch)
    owners[identity.uid] = address
    return address
  }

  /// The same for a kubelet. One that is refused is to be woken when there is an address.
  mutating func ask(_ pod: Pod, at now: Timestamp) -> IPv4Address? {
    let address = assign(pod, at: now)
    if address == nil {
      refused.insert(pod.metadata.uid ?? "")
    } else {
      refused.remove(pod.metadata.uid ?? "")
    }
    return address
  }

  /// Whether the pod's kubelet asked in vain and was not woken since; it is now.
  mutating func takeRefusal(of pod: Pod) -> Bool { refused.remove(pod.metadata.uid ?? "") != nil }

  func hasAddress(_ pod: Pod) -> Bool { owners[pod.metadata.uid ?? ""] != nil }

  /// Takes blocks off that are about to be given back to EC2, so that no pod gets one of them meanwhile.
  mutating func withdraw(_ action: PoolAction) {
    switch action {
    case .unassign(let eni, let blocks): store.remove(blocks, from: eni)
    case .delete(let eni): store.remove(eni: eni)
    case .assign, .attach: break
    }
  }

  /// Lets the next update make the store anew, because what was done to the interfaces is not known.
  mutating func invalidate() { interfaceVersions = nil }

  private static func eni(_ interface: NetworkInterface) -> ENI {
    ENI(
      id: interface.metadata.name ?? "", deviceNumber: interface.status.attachment?.deviceIndex ?? 0,
      createdAt: interface.metadata.creationTimestamp?.sinceEpoch ?? .zero, blocks: interface.blocks)
  }
}

extension Timestamp {
  var sinceEpoch: Duration { .nanoseconds(nanosecondsSince1970) }
}

extension Pod {
  var identity: PodIdentity {
    PodIdentity(
      uid: metadata.uid ?? "", namespace: metadata.namespace ?? "", name: metadata.name ?? "")
  }

  /// Whether the pod has a network of its own and has not ended.
  var holdsAddress: Bool { spec.hostNetwork != true && !isOver }

  /// Whether the pod waits for an address.
  var needsAddress: Bool {
    holdsAddress && !metadata.isBeingDeleted && (status.podIP ?? "").isEmpty
  }
}
