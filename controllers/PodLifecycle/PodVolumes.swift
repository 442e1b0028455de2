import APIMachinery
import ControllerRuntime
import KubernetesAPI

/// Whether the volumes of a pod are on its node.
///
/// Kubernetes: kubelet `volumemanager`, `WaitForAttachAndMount`.
enum PodVolumes {
  /// The pods that use a claim.
  static let podsByClaim: IndexName = "pod.claims"

  static func areMounted(_ pod: Pod, on node: String, _ context: ReconcileContext) -> Bool {
    pod.claimNames.allSatisfy { name in
      let key = ObjectKey(namespace: pod.metadata.namespace ?? "", name: name)
      guard let claim = context.cache.get(PersistentVolumeClaim.self, key), claim.isBound,
        let volume = context.cache.get(PersistentVolume.self, ObjectKey(name: claim.spec.volumeName ?? ""))
      else { return false }
      // Only volumes of a driver are attached; others are there, or are mounted over the network.
      guard volume.driver != nil else { return true }
      return context.cache.list(VolumeAttachment.self, index: attachments, "\(node)/\(volume.key.name)")
        .contains { $0.status.attached && !$0.metadata.isBeingDeleted }
    }
  }

  /// Attachments by node and volume.
  static let attachments: IndexName = "attachment.place"

  static func place(of attachment: VolumeAttachment) -> [String] {
    attachment.spec.source.persistentVolumeName.map { ["\(attachment.spec.nodeName)/\($0)"] } ?? []
  }

  static func users(ofClaim key: ObjectKey, _ cache: Cache) -> [ObjectKey] {
    cache.list(Pod.self, index: podsByClaim, "\(key)").map(\.key)
  }

  static func users(of volume: PersistentVolume?, _ cache: Cache) -> [ObjectKey] {
    guard let claim = volume?.spec.claimRef else { return [] }
    return users(ofClaim: ObjectKey(namespace: claim.namespace ?? "", name: claim.name ?? ""), cache)
  }
}

extension Controller {
  /// Looks at pods whose volumes may have come to their node.
  consuming func watchingVolumes() -> Controller {
    watches(PersistentVolumeClaim.self, where: .modified { $0.isBound != $1.isBound }) { change, cache in
      PodVolumes.users(ofClaim: change.object.key, cache)
    }
    .watches(PersistentVolume.self, where: Predicate { $0.type == .added }) { change, cache in
      PodVolumes.users(of: change.object, cache)
    }
    .watches(VolumeAttachment.self, where: .modified { $0.status.attached != $1.status.attached }) {
      change, cache in
      let name = change.object.spec.source.persistentVolumeName ?? ""
      return PodVolumes.users(of: cache.get(PersistentVolume.self, ObjectKey(name: name)), cache)
    }
    .index(VolumeAttachment.self, PodVolumes.attachments) { PodVolumes.place(of: $0) }
    .index(Pod.self, PodVolumes.podsByClaim, madeOf: { $0.object("spec")?["volumes"] }) { pod in
      pod.claimNames.map { "\(pod.metadata.namespace ?? "")/\($0)" }
    }
  }
}
