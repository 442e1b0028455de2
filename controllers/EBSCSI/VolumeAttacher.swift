import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Attaches volumes to instances and takes them off again.
///
/// Kubernetes: `external-attacher`.
struct VolumeAttacher: Reconciler {
  private let latencies: EBSLatencies
  private let calls = PendingCalls()

  static func controller(latencies: EBSLatencies) -> Controller {
    Controller("ebs-attacher", VolumeAttacher(latencies: latencies))
      .for(VolumeAttachment.self)
      .reads(PersistentVolume.self)
      .reads(PersistentVolumeClaim.self)
      .indexPodsByClaim()
      .component("attachdetach-controller")
      .concurrency(10)
  }

  init(latencies: EBSLatencies) { self.latencies = latencies }

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let attachment = context.cache.get(VolumeAttachment.self, key),
      attachment.spec.attacher == EBSDriver.name
    else {
      calls.forget(key)
      return .done
    }
    if attachment.metadata.isBeingDeleted { return try await detach(attachment, context) }
    if attachment.status.attached { return .done }
    let (_, due) = calls.due(key, "attach", now: context.now, after: latencies.scaled(latencies.attach))
    if due > context.now { return .requeue(after: due - context.now) }
    try await tolerating(.notFound) {
      try await context.client.patch(
        VolumeAttachment.self, key,
        .merge([
          "status": ["attached": true, "attachmentMetadata": ["devicePath": .string(Self.device(key.name))]]
        ]), subresource: "status")
    }
    calls.forget(key)
    report(attachment, context)
    return .done
  }

  private func report(_ attachment: VolumeAttachment, _ context: ReconcileContext) {
    guard let key = attachment.volumeKey, let volume = context.cache.get(PersistentVolume.self, key) else {
      return
    }
    for pod in context.users(of: volume) where pod.spec.nodeName == attachment.spec.nodeName {
      context.events.normal(
        pod, "SuccessfulAttachVolume", "AttachVolume.Attach succeeded for volume \"\(key.name)\" ")
    }
  }

  /// One that was never attached goes at once.
  private func detach(_ attachment: VolumeAttachment, _ context: ReconcileContext) async throws -> Action {
    let delay = attachment.status.attached ? latencies.scaled(latencies.detach) : .zero
    let (_, due) = calls.due(attachment.key, "detach", now: context.now, after: delay)
    if due > context.now { return .requeue(after: due - context.now) }
    try await context.client.removeFinalizer(VolumeFinalizer.attacher, from: attachment)
    calls.forget(attachment.key)
    return .done
  }

  /// EBS CSI: `/dev/xvdaa` and so on; which one does not matter.
  private static func device(_ name: String) -> String {
    let number = name.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xffff }
    let letters = [number / 26 % 26, number % 26].map { String(UnicodeScalar(UInt8(97 + $0))) }
    return "/dev/xvd" + letters.joined()
  }
}
