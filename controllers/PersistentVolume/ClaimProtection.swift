public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Lets a claim go that somebody has deleted, when no pod with a node uses it any more.
///
/// Kubernetes: `pkg/controller/volume/pvcprotection`.
public struct ClaimProtection: Reconciler {
  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let claim = context.cache.get(PersistentVolumeClaim.self, key), claim.metadata.isBeingDeleted,
      claim.metadata.hasFinalizer(VolumeFinalizer.claim)
    else { return .done }
    let users = context.cache.list(Pod.self, index: Self.podsByClaim, "\(key)")
    guard users.allSatisfy({ $0.spec.nodeName == nil }) else { return .done }
    // The cache may not show a pod yet. Kubernetes: `askAPIServer`.
    let live = try await context.client.list(Pod.self, namespace: key.namespace).items
    guard !live.contains(where: { $0.spec.nodeName != nil && $0.claimKeys.contains(key) }) else {
      return .done
    }
    try await context.client.removeFinalizer(VolumeFinalizer.claim, from: claim)
    return .done
  }

  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("pvc-protection", ClaimProtection())
      .for(PersistentVolumeClaim.self)
      .watches(Pod.self, where: Predicate { $0.type == .deleted }) { $0.object.claimKeys }
      .indexPodsByClaim()
  }

  static let podsByClaim: IndexName = "pod.claims"
}

/// Lets a volume go that somebody has deleted, when it is bound no more.
///
/// Kubernetes: `pkg/controller/volume/pvprotection`.
public struct VolumeProtection: Reconciler {
  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let volume = context.cache.get(PersistentVolume.self, key), volume.metadata.isBeingDeleted,
      volume.metadata.hasFinalizer(VolumeFinalizer.volume), volume.status.phase != "Bound"
    else { return .done }
    try await context.client.removeFinalizer(VolumeFinalizer.volume, from: volume)
    return .done
  }

  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("pv-protection", VolumeProtection()).for(PersistentVolume.self)
  }
}

extension Pod {
  /// The claims that the pod uses.
  var claimKeys: [ObjectKey] {
    claimNames.map { ObjectKey(namespace: metadata.namespace ?? "", name: $0) }
  }
}

extension Controller {
  /// Lets the controller find pods by the claims that they use.
  consuming func indexPodsByClaim() -> Controller {
    index(Pod.self, ClaimProtection.podsByClaim, madeOf: { $0.object("spec")?["volumes"] }) { pod in
      pod.claimKeys.map { "\($0)" }
    }
  }
}
