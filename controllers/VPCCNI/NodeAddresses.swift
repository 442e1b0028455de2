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
  /// When pods were last told that there is no address for them, by UID.
  var lastRefusals: [String: Timestamp] = [:]

  init(mode: AddressMode = .secondary, cooldown: Duration = AddressStore.defaultCooldown) {
    store = AddressStore(mode: mode, cooldown: cooldown)
  }

  /// Takes over what interfaces and pods say now.
  mutating func update(
    interfaces: [NetworkInterface], pods: [Pod], mode: AddressMode, cooldown: Duration, at now: Timestamp
  ) {
    let enis = interfaces.filter(\.isAttached).map { Self.eni($0) }
    var fresh = AddressStore(mode: mode, cooldown: cooldown, enis: enis)
    for info in store.enis.flatMap(\.blocks).flatMap(\.remembered) { fresh.restore(info) }
    let active = pods.filter(\.holdsAddress)
    for pod in active {
      guard let address = pod.status.podIP.flatMap({ try? IPv4Address($0) }) else { continue }
      fresh.restore(AddressInfo(assigned: address, to: pod.identity, at: now.sinceEpoch))
    }
    let known = Set(active.compactMap(\.metadata.uid))
    for info in fresh.enis.flatMap(\.blocks).flatMap(\.remembered) {
      if let uid = info.pod?.uid, !known.contains(uid) { fresh.unassign(pod: uid, at: now.sinceEpoch) }
    }
    store = fresh
    lastRefusals = lastRefusals.filter { known.contains($0.key) }
  }

  /// An address for `pod`: the one it has, or a new one; `nil` when there is none to give.
  mutating func assign(_ pod: Pod, at now: Timestamp) -> IPv4Address? {
    store.assign(to: pod.identity, at: now.sinceEpoch)
  }

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
  var holdsAddress: Bool {
    spec.hostNetwork != true && !["Succeeded", "Failed"].contains(status.phase ?? "")
  }

  /// Whether the pod waits for an address.
  var needsAddress: Bool {
    holdsAddress && metadata.deletionTimestamp == nil && (status.podIP ?? "").isEmpty
  }
}
