import APIMachinery
import CloudModel
import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import Synchronization

/// Wants volumes attached to the nodes of the pods that use them, and nowhere else.
///
/// Kubernetes: `pkg/controller/volume/attachdetach`.
final class AttachmentPlanner: Reconciler {
  /// How long a volume stays attached to a node that is not ready after its last pod has gone: nobody has unmounted it.
  ///
  /// Kubernetes: `maxWaitForUnmountDuration`.
  static let unmountPatience = Duration.seconds(360)

  private let unusedSince = Mutex<[ObjectKey: Timestamp]>([:])

  static func controller() -> Controller {
    Controller("attachdetach", AttachmentPlanner())
      .for(PersistentVolume.self)
      .watches(Pod.self, where: .placeChanged) { change, cache in volumes(of: change.object, cache) }
      .watches(PersistentVolumeClaim.self, where: .modified { $0.isBound != $1.isBound }) { change in
        change.object.spec.volumeName.map { [ObjectKey(name: $0)] } ?? []
      }
      .watches(VolumeAttachment.self) { $0.object.volumeKey.map { [$0] } ?? [] }
      .watches(Node.self, where: Predicate { $0.type == .deleted }) { change, cache in
        cache.list(VolumeAttachment.self).filter { $0.spec.nodeName == change.object.metadata.name }
          .compactMap(\.volumeKey)
      }
      .indexPodsByClaim()
      .indexAttachmentsByVolume()
      .component("attachdetach-controller")
  }

  static let podsByClaim: IndexName = "pod.claims"

  private static func volumes(of pod: Pod, _ cache: Cache) -> [ObjectKey] {
    pod.claimNames.compactMap { name in
      let key = ObjectKey(namespace: pod.metadata.namespace ?? "", name: name)
      return cache.get(PersistentVolumeClaim.self, key)?.spec.volumeName.map { ObjectKey(name: $0) }
    }
  }

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    let attachments = context.cache.list(VolumeAttachment.self, index: VolumeAttachment.byVolume, key.name)
    guard let volume = context.cache.get(PersistentVolume.self, key) else {
      try await detach(attachments, of: key, context)
      return .done
    }
    guard volume.driver == EBSDriver.name else { return .done }
    let users = context.users(of: volume)
    let nodes = Set(users.compactMap(\.spec.nodeName)).sorted()
    for node in nodes where !attachments.contains(where: { $0.spec.nodeName == node }) {
      try await attach(volume, to: node, attachments, users, context)
    }
    var wait: Duration?
    for attachment in attachments where !attachment.metadata.isBeingDeleted {
      if nodes.contains(attachment.spec.nodeName) {
        unusedSince.withLock { $0[attachment.key] = nil }
      } else if let rest = try await patience(attachment, context) {
        wait = min(wait ?? rest, rest)
      } else {
        try await context.requireUnused(key, on: attachment.spec.nodeName)
        try await delete(attachment, context)
      }
    }
    return wait.map { .requeue(after: $0) } ?? .done
  }

  /// Takes a volume off its nodes that is gone: one that was attached once more by a past view of its pods.
  private func detach(
    _ attachments: [VolumeAttachment], of volume: ObjectKey, _ context: ReconcileContext
  ) async throws {
    let present = attachments.filter { $0.spec.attacher == EBSDriver.name && !$0.metadata.isBeingDeleted }
    guard !present.isEmpty, try await context.client.find(PersistentVolume.self, volume) == nil else {
      return
    }
    for attachment in present { try await delete(attachment, context) }
  }

  private func delete(_ attachment: VolumeAttachment, _ context: ReconcileContext) async throws {
    try await tolerating(.notFound) {
      try await context.client.delete(VolumeAttachment.self, attachment.key)
    }
  }

  /// How long an attachment that nobody uses stays; `nil` when it may go. The node is read past the cache.
  ///
  /// Kubernetes: `operation_generator.go verifyVolumeIsSafeToDetach`.
  private func patience(
    _ attachment: VolumeAttachment, _ context: ReconcileContext
  ) async throws(StatusError) -> Duration? {
    let node = try await context.client.find(Node.self, ObjectKey(name: attachment.spec.nodeName))
    let isReady = node?.isReady ?? true
    let now = context.now
    return unusedSince.withLock { unusedSince in
      guard !isReady else {
        unusedSince[attachment.key] = nil
        return nil
      }
      let since = unusedSince[attachment.key] ?? now
      let rest = since + Self.unmountPatience - now
      unusedSince[attachment.key] = rest > .zero ? since : nil
      return rest > .zero ? rest : nil
    }
  }

  private func attach(
    _ volume: PersistentVolume, to node: String, _ attachments: [VolumeAttachment], _ users: [Pod],
    _ context: ReconcileContext
  ) async throws {
    let isShared = volume.spec.accessModes.contains { $0 == "ReadWriteMany" || $0 == "ReadOnlyMany" }
    if !isShared, let other = attachments.first {
      return report(volume, on: node, heldBy: other.spec.nodeName, users, context)
    }
    let handle = volume.spec.csi?.volumeHandle ?? volume.spec.awsElasticBlockStore?.volumeID ?? ""
    let attachment = VolumeAttachment {
      $0.metadata.name = Self.name(handle, node)
      $0.metadata.finalizers = [VolumeFinalizer.attacher]
      $0.spec.attacher = EBSDriver.name
      $0.spec.nodeName = node
      $0.spec.source.persistentVolumeName = volume.metadata.name
    }
    try await tolerating(.alreadyExists) { try await context.client.create(attachment) }
  }

  /// Kubernetes: `csi-` and 64 digits of a hash of volume, driver and node.
  private static func name(_ handle: String, _ node: String) -> String {
    let digits = (0..<2).map { CloudIdentifier.uuid(token: "\(handle)\(EBSDriver.name)\(node)/\($0)") }
    return "csi-" + digits.joined().replacing("-", with: "")
  }

  /// Kubernetes: `reportMultiAttachError`.
  private func report(
    _ volume: PersistentVolume, on node: String, heldBy other: String, _ users: [Pod],
    _ context: ReconcileContext
  ) {
    let holders = users.filter { $0.spec.nodeName == other }.compactMap(\.metadata.name)
    let reason =
      holders.isEmpty
      ? "Volume is already exclusively attached to one node and can't be attached to another"
      : "Volume is already used by pod(s) \(holders.joined(separator: ", "))"
    for pod in users where pod.spec.nodeName == node {
      context.events.warning(
        pod, "FailedAttachVolume", "Multi-Attach error for volume \"\(volume.key.name)\" \(reason)")
    }
  }
}

extension ReconcileContext {
  /// The pods that have a node and use a volume; those that have ended have unmounted it.
  func users(of volume: PersistentVolume) -> [Pod] {
    guard let key = volume.claimKey, let claim = cache.get(PersistentVolumeClaim.self, key),
      claim.isBound(to: volume)
    else { return [] }
    return cache.list(Pod.self, index: AttachmentPlanner.podsByClaim, "\(key)").filter { pod in
      pod.spec.nodeName?.isEmpty == false && !pod.isOver
    }
  }

  /// Makes sure, with reads past the cache, that no pod of a node uses a volume: one that the cache does not
  /// show yet would lose what it writes.
  ///
  /// Kubernetes: `status.volumesInUse` of the node, which is what its pods use.
  ///
  /// - Throws: `Conflict` when one does, until the cache shows it.
  fileprivate func requireUnused(_ volume: ObjectKey, on node: String) async throws(StatusError) {
    guard let live = try await client.find(PersistentVolume.self, volume), let key = live.claimKey,
      let claim = try await client.find(PersistentVolumeClaim.self, key), claim.isBound(to: live)
    else { return }
    let options = ListOptions(fieldSelector: "spec.nodeName=\(node)")
    let pods = try await client.list(Pod.self, namespace: key.namespace, options: options).items
    if pods.contains(where: { !$0.isOver && $0.claimNames.contains(key.name) }) {
      throw .conflict(
        PersistentVolume.definition.groupResource, name: volume.name,
        "the cache of pods is behind the cluster: one on node \(node) uses the volume")
    }
  }
}

extension PersistentVolume {
  /// The claim that the volume is kept for.
  var claimKey: ObjectKey? {
    spec.claimRef.map { ObjectKey(namespace: $0.namespace ?? "", name: $0.name ?? "") }
  }
}

extension PersistentVolumeClaim {
  fileprivate func isBound(to volume: PersistentVolume) -> Bool {
    isBound && spec.volumeName == volume.metadata.name
  }
}

extension Predicate where Kind == Pod {
  /// A pod with claims came to its node, ended or went.
  static var placeChanged: Predicate {
    Predicate { change in
      guard change.object.usesClaims else { return false }
      guard change.type == .modified, let old = change.old else { return true }
      return old.spec.nodeName != change.object.spec.nodeName || old.isOver != change.object.isOver
    }
  }
}

extension Controller {
  /// Lets the controller find pods by the claims that they use.
  consuming func indexPodsByClaim() -> Controller {
    index(Pod.self, AttachmentPlanner.podsByClaim, madeOf: { $0.object("spec")?["volumes"] }) { pod in
      pod.claimNames.map { "\(pod.metadata.namespace ?? "")/\($0)" }
    }
  }

  /// Lets the controller find attachments by the names of their volumes.
  consuming func indexAttachmentsByVolume() -> Controller {
    index(VolumeAttachment.self, VolumeAttachment.byVolume) { $0.volumeKey.map { [$0.name] } ?? [] }
  }
}
