import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// Takes idle nodes away.
///
/// Cluster Autoscaler: a node is idle when its pods request less than half of it and all of them fit elsewhere. One
/// that has been idle for ten minutes goes: the group's size is lowered, and the node is named as the one to go.
struct ScaleDown: Sendable {
  /// Cluster Autoscaler: marks a node that is idle; the value is since when, in seconds.
  static let candidateTaint = "DeletionCandidateOfClusterAutoscaler"
  static let chosenTaint = "ToBeDeletedByClusterAutoscaler"
  static let disabledAnnotation = "cluster-autoscaler.kubernetes.io/scale-down-disabled"
  static let safeToEvictAnnotation = "cluster-autoscaler.kubernetes.io/safe-to-evict"
  /// The annotation of a group that names the instances which shall go; by their ids, as node names come back.
  static let nodesAnnotation = "cluster-autoscaler.kubernetes.io/scale-down-nodes"

  let settings: AutoscalerSettings
  let picture: ClusterPicture
  let context: ReconcileContext

  /// - Parameter isHeldBack: Nothing goes while pods are pending.
  /// - Returns: When to look again; `nil` when nothing will change by itself.
  func run(isHeldBack: Bool) async throws -> Duration? {
    var next: Duration?
    for group in picture.groups {
      for node in picture.members[group.key] ?? [] {
        let idle = isIdle(node)
        let since = idleSince(node)
        guard idle, !isHeldBack else {
          if since != nil { try await setCandidate(node, nil) }
          continue
        }
        guard let since else {
          try await setCandidate(node, context.now)
          next = min(next ?? settings.scaleDownUnneededTime, settings.scaleDownUnneededTime)
          continue
        }
        let due = max(since + settings.scaleDownUnneededTime, earliest(group))
        if due > context.now {
          next = min(next ?? (due - context.now), due - context.now)
        } else if try await remove(node, of: group) {
          // One at a time: what is idle now may be needed without this one.
          return settings.scanInterval
        }
      }
    }
    return next
  }

  /// When the group may shrink after it grew.
  private func earliest(_ group: NodeGroup) -> Timestamp {
    let grown = group.metadata.annotations[ClusterPicture.scaledUpAnnotation].flatMap {
      Timestamp(rfc3339: $0)
    }
    return grown.map { $0 + settings.scaleDownDelayAfterAdd } ?? context.now
  }

  private func isIdle(_ node: Node) -> Bool {
    guard node.isReady, node.spec.unschedulable != true,
      node.metadata.annotations[Self.disabledAnnotation] != "true",
      let shape = picture.nodes.first(where: { $0.name == node.metadata.name }),
      shape.utilization < settings.utilizationThreshold
    else { return false }
    let pods = context.cache.list(Pod.self, index: ClusterAutoscaler.podsByNode, shape.name)
      .filter { !$0.hasEnded && !$0.isOfDaemonSet }
    guard pods.allSatisfy(isMovable) else { return false }
    var others = picture.nodes.filter { $0.name != shape.name }
    return BinPacking.unplaced(pods.map { PodDemand($0) }, on: &others).isEmpty
  }

  /// Cluster Autoscaler: what keeps a node: pods without a controller, with local storage, of the system, or without
  /// room in their disruption budget.
  private func isMovable(_ pod: Pod) -> Bool {
    switch pod.metadata.annotations[Self.safeToEvictAnnotation] {
    case "true": return true
    case "false": return false
    default: break
    }
    if !pod.metadata.ownerReferences.contains(where: { $0.controller == true }) { return false }
    if pod.spec.volumes.contains(where: {
      $0.hostPath != nil || ($0.emptyDir.map { $0.medium != "Memory" } ?? false)
    }) {
      return false
    }
    let budgets = budgets(of: pod)
    if pod.metadata.namespace == "kube-system", budgets.isEmpty { return false }
    return budgets.allSatisfy { ($0.status.disruptionsAllowed ?? 0) > 0 }
  }

  private func budgets(of pod: Pod) -> [PodDisruptionBudget] {
    context.cache.list(PodDisruptionBudget.self, namespace: pod.metadata.namespace).filter { budget in
      guard let selector = budget.spec.selector, let parsed = try? Selector(labelSelector: selector.fields)
      else {
        return false
      }
      return parsed.matches(pod.metadata.labels)
    }
  }

  private func idleSince(_ node: Node) -> Timestamp? {
    let taint = node.spec.taints.first { $0.key == Self.candidateTaint }
    return taint?.value.flatMap { Int64($0) }.map { Timestamp(secondsSince1970: $0) }
  }

  /// Marks a node as idle since `time`, or as needed.
  private func setCandidate(_ node: Node, _ time: Timestamp?) async throws {
    var changed = node
    changed.spec.taints.removeAll { $0.key == Self.candidateTaint }
    if let time {
      changed.spec.taints.append(
        Taint {
          $0.key = Self.candidateTaint
          $0.value = "\(time.secondsSince1970)"
          $0.effect = "PreferNoSchedule"
        })
    }
    try await write(changed)
  }

  private func write(_ node: Node) async throws {
    do throws(StatusError) {
      try await context.client.update(node)
    } catch {
      if !error.isNotFound { throw error }
    }
  }

  /// Lowers the group and names the node, in one write: a crash cannot leave one without the other.
  ///
  /// - Returns: Whether the node goes.
  private func remove(_ node: Node, of group: NodeGroup) async throws -> Bool {
    let present = Set((picture.members[group.key] ?? []).compactMap(\.instanceID))
    let named = (group.metadata.annotations[Self.nodesAnnotation] ?? "").split(separator: ",").map(
      String.init
    )
    .filter { present.contains($0) }
    let name = node.metadata.name ?? ""
    guard let instance = node.instanceID, !named.contains(instance), group.scaling.desired > group.scaling.min
    else { return false }
    var marked = node
    marked.spec.taints.append(
      Taint {
        $0.key = Self.chosenTaint
        $0.value = "\(context.now.secondsSince1970)"
        $0.effect = "NoSchedule"
      })
    try await write(marked)
    var changed = group
    var scaling = changed.spec.scalingConfig ?? NodeGroupScalingConfig()
    scaling.desiredSize = group.scaling.desired - 1
    changed.spec.scalingConfig = scaling
    changed.metadata.annotations[Self.nodesAnnotation] = (named + [instance]).joined(separator: ",")
    try await context.client.update(changed)
    context.events.normal(node, "ScaleDown", "marked the node as toBeDeleted/unschedulable")
    context.events.normal(changed, "ScaleDownEmpty", "Scale-down: removing node \(name)")
    return true
  }
}
