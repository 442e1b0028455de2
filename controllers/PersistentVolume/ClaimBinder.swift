public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Finds a volume for each claim, and ties the two together.
///
/// Kubernetes: `pkg/controller/volume/persistentvolume`, `syncClaim`.
public struct ClaimBinder: Reconciler {
  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let claim = context.cache.get(PersistentVolumeClaim.self, key) else { return .done }
    let binding = Binding(claim, context)
    if claim.isBound {
      try await binding.check()
    } else if !claim.metadata.isBeingDeleted {
      try await binding.find()
    }
    return .done
  }
}

// MARK: - What leads to a look

extension ClaimBinder {
  /// Claims without a volume by their class; those that may get the default one under no name.
  static let openByClass: IndexName = "claim.open"

  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("persistentvolume-binder", ClaimBinder())
      .for(PersistentVolumeClaim.self)
      .watches(PersistentVolume.self) { change, cache in claims(of: change.object, cache) }
      .watches(StorageClass.self) { change, cache in
        claims(ofClass: change.object.metadata.name ?? "", cache) + claims(ofClass: "", cache)
      }
      .index(PersistentVolumeClaim.self, openByClass) { $0.isBound ? [] : [$0.className] }
      .indexPodsByClaim()
      .component("persistentvolume-controller")
  }

  /// A volume leads to its claim, and a free one to the claims of its class.
  private static func claims(of volume: PersistentVolume, _ cache: Cache) -> [ObjectKey] {
    if let reference = volume.spec.claimRef {
      return [ObjectKey(namespace: reference.namespace ?? "", name: reference.name ?? "")]
    }
    return claims(ofClass: volume.spec.storageClassName ?? "", cache)
  }

  private static func claims(ofClass name: String, _ cache: Cache) -> [ObjectKey] {
    cache.list(PersistentVolumeClaim.self, index: openByClass, name).map(\.key)
  }
}
