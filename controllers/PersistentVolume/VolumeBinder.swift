public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Says of each volume whether it is free, bound or given back, and sees to those that are given back.
///
/// Kubernetes: `pkg/controller/volume/persistentvolume`, `syncVolume`.
public struct VolumeBinder: Reconciler {
  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let volume = context.cache.get(PersistentVolume.self, key) else { return .done }
    guard let reference = volume.spec.claimRef, reference.uid?.isEmpty == false else {
      try await volume.set(phase: "Available", context)
      return .done
    }
    let claimKey = ObjectKey(namespace: reference.namespace ?? "", name: reference.name ?? "")
    let claim = try await claim(claimKey, uid: reference.uid, context)
    switch claim?.spec.volumeName {
    case nil where claim == nil: try await release(volume, context)
    // The claim's own loop writes the rest.
    case nil, "": break
    case key.name: try await volume.set(phase: "Bound", context)
    default: try await unbind(volume, context)
    }
    return .done
  }

  /// The claim that the volume is bound to. The cache may be older than the volume, so that the API is asked before the
  /// volume is given up.
  private func claim(_ key: ObjectKey, uid: String?, _ context: ReconcileContext) async throws
    -> PersistentVolumeClaim?
  {
    if let known = context.cache.get(PersistentVolumeClaim.self, key), known.metadata.uid == uid {
      return known
    }
    let found = try await context.client.find(PersistentVolumeClaim.self, key)
    return found?.metadata.uid == uid ? found : nil
  }

  /// The claim is gone. A volume that is to be deleted is left to its driver.
  private func release(_ volume: PersistentVolume, _ context: ReconcileContext) async throws {
    guard volume.status.phase != "Failed" else { return }
    let hasDriver = volume.metadata.annotations[VolumeAnnotation.provisionedBy] != nil || volume.driver != nil
    switch volume.spec.persistentVolumeReclaimPolicy {
    case "Delete" where !hasDriver:
      try await fail(
        volume, "VolumeFailedDelete",
        "error getting deleter volume plugin for volume \"\(volume.key.name)\": no deletable volume plugin matched",
        context)
    case "Recycle":
      try await fail(volume, "VolumeFailedRecycle", "No recycler plugin found for the volume!", context)
    default: try await volume.set(phase: "Released", context)
    }
  }

  private func fail(
    _ volume: PersistentVolume, _ reason: String, _ message: String, _ context: ReconcileContext
  ) async throws {
    context.events.warning(volume, reason, message)
    try await volume.set(phase: "Failed", reason: reason, message: message, context)
  }

  /// The claim has got another volume. One that was made for it goes; one that was chosen for it is free again; one that
  /// a person had kept for the claim stays kept.
  private func unbind(_ volume: PersistentVolume, _ context: ReconcileContext) async throws {
    if volume.metadata.annotations[VolumeAnnotation.provisionedBy] != nil,
      volume.spec.persistentVolumeReclaimPolicy == "Delete"
    {
      return try await release(volume, context)
    }
    let wasChosen = volume.metadata.annotations[VolumeAnnotation.boundByController] != nil
    let change: JSONObject = [
      "metadata": ["annotations": [VolumeAnnotation.boundByController: .null]],
      "spec": ["claimRef": wasChosen ? .null : ["uid": .null, "resourceVersion": .null]],
    ]
    let freed = try await context.client.patch(
      PersistentVolume.self, volume.key, .merge(.object(change.requiring(volume.metadata.resourceVersion))))
    try await freed.set(phase: "Available", context)
  }
}

// MARK: - What leads to a look

extension VolumeBinder {
  /// Volumes by the claim that they are bound to.
  static let byClaim: IndexName = "volume.claim"

  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("persistentvolume", VolumeBinder())
      .for(PersistentVolume.self)
      .watches(PersistentVolumeClaim.self) { change, cache in
        cache.list(PersistentVolume.self, index: byClaim, "\(change.object.key)").map(\.key)
      }
      .index(PersistentVolume.self, byClaim) { volume in
        volume.spec.claimRef.map { ["\($0.namespace ?? "")/\($0.name ?? "")"] } ?? []
      }
      .component("persistentvolume-controller")
  }
}
