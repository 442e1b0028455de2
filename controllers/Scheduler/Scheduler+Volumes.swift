import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

extension Scheduler {
  /// Writes what the volumes of a pod wait for: the node on claims for which a volume is made, the claim on volumes that
  /// are there. The pod is bound when all are.
  ///
  /// Kubernetes: plug-in `VolumeBinding`, PreBind.
  func prepareVolumes(
    of pod: SchedulingPod, on node: String, _ preparations: [VolumeRule.Preparation],
    _ context: ReconcileContext
  ) async {
    do {
      for preparation in preparations {
        switch preparation {
        case .provision(let claim): try await select(node, for: claim, context)
        case .take(let volume, let claim): try await reserve(volume, for: claim, context)
        }
      }
    } catch {
      giveUpVolumes(of: pod, isGone: false, now: context.now)
      context.note("volumes of \(pod.key) on \(node): \(error)")
    }
  }

  private func select(_ node: String, for claim: PersistentVolumeClaim, _ context: ReconcileContext)
    async throws
  {
    guard claim.selectedNode != node else { return }
    let change: JSON = [
      "metadata": [
        "resourceVersion": .string(claim.metadata.resourceVersion ?? ""),
        "annotations": [VolumeAnnotation.selectedNode: .string(node)],
      ]
    ]
    try await context.client.patch(PersistentVolumeClaim.self, claim.key, .merge(change))
  }

  private func reserve(
    _ volume: PersistentVolume, for claim: PersistentVolumeClaim, _ context: ReconcileContext
  ) async throws {
    guard !volume.isReserved(for: claim) else { return }
    let change: JSON = [
      "metadata": [
        "resourceVersion": .string(volume.metadata.resourceVersion ?? ""),
        "annotations": [VolumeAnnotation.boundByController: "yes"],
      ],
      "spec": ["claimRef": claim.reference.json],
    ]
    try await context.client.patch(PersistentVolume.self, volume.key, .merge(change))
  }
}
