import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Deletes the volumes that were given back, when they are attached to no node any more.
///
/// Kubernetes: `sig-storage-lib-external-provisioner`, `shouldDelete`.
struct VolumeDeleter: Reconciler {
  static func controller() -> Controller {
    Controller("ebs-deleter", VolumeDeleter())
      .for(PersistentVolume.self)
      .watches(VolumeAttachment.self, where: Predicate { $0.type == .deleted }) { change in
        change.object.volumeKey.map { [$0] } ?? []
      }
      .indexAttachmentsByVolume()
      .component("\(EBSDriver.name)_ebs-csi-controller")
  }

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let volume = context.cache.get(PersistentVolume.self, key), Self.isToGo(volume) else {
      return .done
    }
    let attachments = context.cache.list(VolumeAttachment.self, index: VolumeAttachment.byVolume, key.name)
    if let attachment = attachments.first {
      context.events.warning(
        volume, "VolumeFailedDelete",
        "persistentvolume \(key.name) is still attached to node \(attachment.spec.nodeName)")
      return .done
    }
    if !volume.metadata.isBeingDeleted {
      try await tolerating(.notFound) { try await context.client.delete(PersistentVolume.self, key) }
    }
    if let current = try await context.client.find(PersistentVolume.self, key) {
      try await context.client.removeFinalizer(VolumeFinalizer.provisioner, from: current)
    }
    return .done
  }

  /// A volume goes when its claim has, or when somebody deletes it while it is not bound.
  private static func isToGo(_ volume: PersistentVolume) -> Bool {
    guard volume.metadata.annotations[VolumeAnnotation.provisionedBy] == EBSDriver.name,
      volume.metadata.hasFinalizer(VolumeFinalizer.provisioner), volume.status.phase != "Bound"
    else { return false }
    if volume.metadata.isBeingDeleted { return true }
    return volume.spec.persistentVolumeReclaimPolicy == "Delete" && volume.status.phase == "Released"
  }
}

extension VolumeAttachment {
  /// Attachments by the name of their volume.
  static let byVolume: IndexName = "attachment.volume"

  var volumeKey: ObjectKey? { spec.source.persistentVolumeName.map { ObjectKey(name: $0) } }
}
