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
        Pod.self,
        where: Predicate { change in
          // One that waits no more lets nodes go again.
          change.object.isUnschedulable || change.old?.isUnschedulable == true || Self.freesRoom(change)
        }, coalescing: .seconds(1)
      ) {
        _ in [key]
      }
      .watches(
        NodeGroup.self, where: .generationChanged || .modified { $0.status.health != $1.status.health }
      ) {
        _ in [key]
      }
      .watches(Deployment.self, where: .generationChanged) { change in
        change.object.key == AutoscalerSettings.deployment ? [key] : []
      }
      .watches(
        Node.self, where: .modified { $0.isReady != $1.isReady || $0.spec != $1.spec },
        coalescing: .seconds(1)
      ) {
        _ in [key]
      }
      .reads(Subnet.self)
      .reads(Instance.self)
      .reads(Namespace.self)
      .reads(ConfigMap.self)
      .reads(PodDisruptionBudget.self)
      .reads(DaemonSet.self)
      .index(Pod.self, podsByNode, madeOf: { $0.object("spec")?["nodeName"] }) { [$0.spec.nodeName ?? ""] }
      .atStart(key)
      .component("cluster-autoscaler")
  }

  /// Whether a bound pod has gone or ended, so that its node may be idle now.
  private static func freesRoom(_ change: Change<Pod>) -> Bool {
    guard change.object.spec.nodeName != nil else { return false }
    return change.type == .deleted || (change.object.isOver && change.old?.isOver == false)
  }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    let groups = ClusterPicture.groups(context)
    guard !groups.isEmpty else { return .done }
    let settings = settings.with(context.cache.get(Deployment.self, AutoscalerSettings.deployment))
    var picture = ClusterPicture(groups, context, settings)
    if picture.isUnhealthy {
      context.note("too many nodes are not ready")
      return .requeue(after: settings.scanInterval)
    }
    if try await giveUp(picture, settings, context) { return .requeue(after: settings.scanInterval) }
    let hasPending = try await scaleUp(&picture, settings, context)
    let down = try await ScaleDown(settings: settings, picture: picture, context: context)
      .run(isHeldBack: hasPending)
    let times = [down, hasPending ? picture.nextBackoffEnd(after: context.now) : nil].compactMap(\.self)
    return times.min().map { .requeue(after: max(settings.scanInterval, $0)) } ?? .done
  }

  /// Takes back what was asked of groups that do not bring it, and leaves them alone for a while.
  ///
  /// Cluster Autoscaler: instances that cannot be had are taken off the group's size at once.
  ///
  /// - Returns: Whether a group was changed.
  private func giveUp(
    _ picture: ClusterPicture, _ settings: AutoscalerSettings, _ context: ReconcileContext
  ) async throws -> Bool {
    for (group, failure) in picture.failures {
      var changed = group
      var scaling = group.spec.scalingConfig ?? NodeGroupScalingConfig()
      scaling.desiredSize = max(group.scaling.min, picture.liveCount(of: group))
      changed.spec.scalingConfig = scaling
      changed.metadata.annotations[GroupBackoff.annotation] =
        GroupBackoff(after: GroupBackoff(group), settings, at: context.now).text
      changed.metadata.annotations[ClusterPicture.scaledUpAnnotation] = nil
      try await context.client.update(changed)
      context.events.warning(group, failure.reason, failure.message)
    }
    return !picture.failures.isEmpty
  }

  /// Raises groups until every pending pod has a node to come or no group helps.
  ///
  /// - Returns: Whether pods are pending.
  private func scaleUp(
    _ picture: inout ClusterPicture, _ settings: AutoscalerSettings, _ context: ReconcileContext
  ) async throws -> Bool {
    let pending = picture.pending
    guard !pending.isEmpty else { return false }
    let priorities = GroupPriorities(context.cache.get(ConfigMap.self, GroupPriorities.configMap))
    var unhelped = BinPacking.unplaced(pending, in: &picture.fleet)
    while !unhelped.isEmpty {
      let options = ScaleUp.options(
        for: unhelped, among: picture.scalable, beside: picture.fleet, settings, at: context.now)
      let choice = Expander.choose(options, settings.expanders, priorities) { bound in
        context.world.random.next(below: bound)
      }
      guard let choice else { break }
      try await requirePending(choice.estimate.pods.compactMap(\.pod.metadata.uid), context)
      guard try await raise(choice, context) else { break }
      let helped = Set(choice.estimate.pods.map(\.key))
      for pod in choice.estimate.pods { context.events.normal(pod.pod, "TriggeredScaleUp", choice.message) }
      unhelped.removeAll { helped.contains($0.key) }
      picture.raise(choice)
    }
    for pod in unhelped {
      let reason = ScaleUp.refusal(
        of: pod, by: picture.scalable, beside: picture.fleet, at: context.now)
      context.events.normal(pod.pod, "NotTriggerScaleUp", reason)
    }
    return true
  }

  /// Makes sure, with a read past the cache, that pods wait for a node for which a group is to grow: a node that is not needed
  /// stays for ten minutes at the least.
  ///
  /// - Throws: `Conflict` when one of them does not.
  private func requirePending(_ uids: [String], _ context: ReconcileContext) async throws {
    let live = try await context.livePods(on: "")
    guard Set(uids).isSubset(of: live.compactMap(\.metadata.uid)) else {
      throw StatusError.conflict(
        Pod.definition.groupResource, name: "", "the cache of pods is behind the cluster")
    }
  }

  /// Writes the new size, if the group is still as it was looked at.
  private func raise(_ choice: ScaleUp, _ context: ReconcileContext) async throws -> Bool {
    guard var group = context.cache.get(NodeGroup.self, choice.group.key) else { return false }
    let size = choice.group.desired + choice.estimate.nodes.count
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

extension ReconcileContext {
  /// The pods of a node, or, of none, those that wait for one, read past the cache.
  func livePods(on node: String) async throws(StatusError) -> [Pod] {
    let options = ListOptions(fieldSelector: "spec.nodeName=\(node)")
    return try await client.list(Pod.self, namespace: nil, options: options).items
  }
}

extension Pod {
  /// Kubernetes: the scheduler has said that no node fits, and the pod is not Fargate's.
  var isUnschedulable: Bool {
    guard (spec.nodeName ?? "").isEmpty, !metadata.isBeingDeleted,
      spec.schedulerName != FargateMatching.schedulerName
    else { return false }
    guard let condition = condition("PodScheduled") else { return false }
    return condition.status == "False" && condition.reason == "Unschedulable"
  }
}

extension Node {
  var groupName: String? { metadata.labels[NodeBlueprint.groupLabel] }
}
