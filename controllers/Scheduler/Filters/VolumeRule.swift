import APIMachinery
import KubernetesAPI

/// What the claims of a pod demand of its node.
///
/// Kubernetes: plug-ins `VolumeRestrictions`, `NodeVolumeLimits`, `VolumeBinding` and `VolumeZone`.
struct VolumeRule: Sendable {
  private let catalog: VolumeCatalog
  private let claimKeys: [ObjectKey]
  private var bound: [PersistentVolume] = []
  private var open: [PersistentVolumeClaim] = []
  /// Why no node at all will do.
  private(set) var blockage: String?
  /// The nodes of other pods that hold a claim which one pod alone may use.
  private var isHeldAlone = false

  init(_ pod: SchedulingPod, _ state: ClusterState) {
    catalog = state.volumes
    claimKeys = pod.claims
    for key in claimKeys where blockage == nil { consider(key) }
    let alone = claimKeys.filter { catalog.claim($0)?.spec.accessModes.contains("ReadWriteOncePod") == true }
    isHeldAlone =
      !alone.isEmpty
      && state.nodes.contains { node in
        node.pods.contains { other in other.key != pod.key && other.claims.contains(where: alone.contains) }
      }
  }

  private mutating func consider(_ key: ObjectKey) {
    guard let claim = catalog.claim(key) else {
      blockage = "persistentvolumeclaim \"\(key.name)\" not found"
      return
    }
    if claim.metadata.isBeingDeleted {
      blockage = "persistentvolumeclaim \"\(key.name)\" is being deleted"
    } else if claim.isLost {
      blockage =
        "persistentvolumeclaim \"\(key.name)\" bound to non-existent persistentvolume "
        + "\"\(claim.spec.volumeName ?? "")\""
    } else if claim.isBound, let volume = catalog.volume(of: claim) {
      bound.append(volume)
    } else if claim.spec.volumeName ?? "" == "", catalog.storageClass(of: claim)?.waitsForConsumer == true {
      open.append(claim)
    } else {
      blockage = "pod has unbound immediate PersistentVolumeClaims"
    }
  }

  func rejection(of node: NodeInfo) -> Rejection? {
    if isHeldAlone { return .claimInUse }
    if exceedsLimit(on: node) { return .volumeCount }
    var reasons: [String] = []
    if !bound.allSatisfy({ $0.isReachable(fromNodeNamed: node.name, labels: node.labels) }) {
      reasons.append("node(s) had volume node affinity conflict")
    }
    if bindings(on: node) == nil {
      reasons.append("node(s) didn't find available persistent volumes to bind")
    }
    if !reasons.isEmpty { return Rejection(reasons, isResolvable: false) }
    return bound.allSatisfy { Self.isInZone($0, node) } ? nil : .volumeZone
  }

  /// Kubernetes: plug-in `VolumeZone`: labels of zone and region on volumes; several zones are divided by `__`.
  private static func isInZone(_ volume: PersistentVolume, _ node: NodeInfo) -> Bool {
    ["topology.kubernetes.io/zone", "topology.kubernetes.io/region"].allSatisfy { key in
      guard let zones = volume.metadata.labels[key], let zone = node.labels[key] else { return true }
      return zones.split(separator: "_").contains { $0 == zone }
    }
  }

  // MARK: - Open claims

  /// What is written for an open claim before the pod is bound.
  enum Preparation: Sendable {
    /// The claim gets this volume, which is there.
    case take(PersistentVolume, for: PersistentVolumeClaim)
    /// A volume is made for the claim, where the node can reach it.
    case provision(PersistentVolumeClaim)
  }

  /// How the open claims get their volumes on a node; `nil` when one of them cannot.
  func bindings(on node: NodeInfo) -> [Preparation]? {
    var taken: Set<String> = []
    var preparations: [Preparation] = []
    for claim in open.sorted(by: { $0.requestedSize < $1.requestedSize }) {
      if let chosen = claim.selectedNode {
        guard chosen == node.name else { return nil }
        preparations.append(.provision(claim))
      } else if let volume = catalog.match(for: claim, on: node, without: taken) {
        taken.insert(volume.key.name)
        preparations.append(.take(volume, for: claim))
      } else if let kind = catalog.storageClass(of: claim), kind.isProvisioned, kind.allows(node.labels) {
        preparations.append(.provision(claim))
      } else {
        return nil
      }
    }
    return preparations
  }

  // MARK: - Limits

  /// Kubernetes: plug-in `NodeVolumeLimits`: a volume counts once, however many pods of the node use it.
  private func exceedsLimit(on node: NodeInfo) -> Bool {
    let wanted = claimKeys.compactMap(catalog.attachment)
    for driver in Set(wanted.map(\.driver)) {
      guard let limit = catalog.limit(of: driver, onNode: node.name) else { continue }
      var used: Set<String> = []
      for pod in node.pods {
        for key in pod.claims {
          if let one = catalog.attachment(of: key), one.driver == driver { used.insert(one.identity) }
        }
      }
      let new = Set(wanted.filter { $0.driver == driver }.map(\.identity)).subtracting(used)
      if !new.isEmpty, used.count + new.count > limit { return true }
    }
    return false
  }
}

extension Rejection {
  static let claimInUse = Rejection(
    ["node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode"],
    isResolvable: true)
  static let volumeCount = Rejection(["node(s) exceed max volume count"], isResolvable: true)
  static let volumeZone = Rejection(["node(s) had no available volume zone"], isResolvable: false)
}
