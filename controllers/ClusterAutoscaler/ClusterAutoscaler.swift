public import APIMachinery
import CloudModel
public import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient
import VPCAddressing

/// Raises a node group when pods are pending for want of nodes, and lowers it when nodes are idle.
///
/// There is one key: the cluster.
public struct ClusterAutoscaler: Reconciler {
  static let key = ObjectKey(name: "cluster")
  /// Pods by node; those without one stand under the empty name.
  static let podsByNode: IndexName = "autoscaler.nodeName"

  private let settings: AutoscalerSettings

  public init(settings: AutoscalerSettings = AutoscalerSettings()) {
    self.settings = settings
  }

  /// The loop, ready to be added to a manager.
  public static func controller(settings: AutoscalerSettings = AutoscalerSettings()) -> Controller {
    Controller("cluster-autoscaler", ClusterAutoscaler(settings: settings))
      .watches(
        Pod.self, where: Predicate { $0.object.isUnschedulable || Self.freesRoom($0) },
        coalescing: .seconds(1)
      ) {
        _ in [key]
      }
      .watches(NodeGroup.self, where: .generationChanged) { _ in [key] }
      .watches(
        Node.self, where: .modified { $0.isReady != $1.isReady || $0.spec != $1.spec },
        coalescing: .seconds(1)
      ) {
        _ in [key]
      }
      .reads(Subnet.self)
      .reads(PodDisruptionBudget.self)
      .reads(DaemonSet.self)
      .index(Pod.self, podsByNode) { [$0.spec.nodeName ?? ""] }
      .atStart(key)
      .component("cluster-autoscaler")
  }

  /// Whether a bound pod has gone or ended, so that its node may be idle now.
  private static func freesRoom(_ change: Change<Pod>) -> Bool {
    guard change.object.spec.nodeName != nil else { return false }
    return change.type == .deleted || (change.object.hasEnded && change.old?.hasEnded == false)
  }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    let groups = ClusterPicture.groups(context)
    guard !groups.isEmpty else { return .done }
    var picture = ClusterPicture(groups, context, provisionTime: settings.maxNodeProvisionTime)
    let hasPending = try await scaleUp(&picture, context)
    let next = try await ScaleDown(settings: settings, picture: picture, context: context)
      .run(isHeldBack: hasPending)
    if let next { return .requeue(after: max(settings.scanInterval, next)) }
    return .done
  }

  /// Raises groups until every pending pod has a node to come or no group helps.
  ///
  /// - Returns: Whether pods are pending.
  private func scaleUp(_ picture: inout ClusterPicture, _ context: ReconcileContext) async throws -> Bool {
    let pending = picture.pendingPods(context)
    guard !pending.isEmpty else { return false }
    var unhelped = BinPacking.unplaced(pending, on: &picture.nodes)
    while let choice = ScaleUp.best(for: unhelped, among: picture.scalable) {
      let raised = try await raise(choice, picture, context)
      guard raised else { break }
      let helped = Set(choice.estimate.pods.map(\.key))
      for pod in choice.estimate.pods { context.events.normal(pod.pod, "TriggeredScaleUp", choice.message) }
      unhelped.removeAll { helped.contains($0.key) }
      picture.raise(choice.group.key, by: choice.estimate.nodes)
    }
    for pod in unhelped {
      context.events.normal(pod.pod, "NotTriggerScaleUp", ScaleUp.refusal(of: pod, by: picture.scalable))
    }
    return true
  }

  /// Writes the new size, if the group is still as it was looked at.
  private func raise(_ choice: ScaleUp, _ picture: ClusterPicture, _ context: ReconcileContext) async throws
    -> Bool
  {
    guard var group = context.cache.get(NodeGroup.self, choice.group.key) else { return false }
    let size = choice.group.desired + choice.estimate.nodes
    var scaling = group.spec.scalingConfig ?? NodeGroupScalingConfig()
    scaling.desiredSize = size
    group.spec.scalingConfig = scaling
    group.metadata.annotations[ClusterPicture.scaledUpAnnotation] = context.now.rfc3339
    try await context.client.update(group)
    context.events.normal(
      group, "ScaledUpGroup",
      "Scale-up: setting group \(choice.group.name) size to \(size) instead of \(choice.group.desired) (max: \(choice.group.max))"
    )
    return true
  }
}

extension Pod {
  /// Kubernetes: the scheduler has said that no node fits, and the pod is not Fargate's.
  var isUnschedulable: Bool {
    guard (spec.nodeName ?? "").isEmpty, metadata.deletionTimestamp == nil,
      spec.schedulerName != FargateMatching.schedulerName, (spec.priority ?? 0) >= -10
    else { return false }
    return status.conditions.contains {
      $0.type == "PodScheduled" && $0.status == "False" && $0.reason == "Unschedulable"
    }
  }

  var hasEnded: Bool { ["Succeeded", "Failed"].contains(status.phase ?? "") }
}

extension Node {
  var isReady: Bool { status.conditions.contains { $0.type == "Ready" && $0.status == "True" } }

  /// The EC2 instance behind the node.
  var instanceID: String? {
    guard let id = spec.providerID?.split(separator: "/").last, id.hasPrefix("i-") else { return nil }
    return String(id)
  }

  var groupName: String? { metadata.labels[NodeBlueprint.groupLabel] }
}
