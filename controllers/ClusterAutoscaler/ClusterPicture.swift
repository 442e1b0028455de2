import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import VPCAddressing

/// The cluster as the autoscaler sees it: its nodes with their free room, those that are still to come, and the groups.
struct ClusterPicture: Sendable {
  /// The annotation of a group with the time of the last scale-up.
  static let scaledUpAnnotation = "cluster-autoscaler.kubernetes.io/last-scale-up"

  let groups: [NodeGroup]
  /// The pods that wait for a node, in the order of their keys.
  let pending: [PodDemand]
  /// Nodes with room, real ones first, then those that were asked for and have not come; none while no pod waits and no
  /// group can shrink.
  var fleet: Fleet
  /// The groups that may grow, with their present size; none while the same holds.
  private(set) var scalable: [ScalableGroup]
  /// The nodes of each group.
  let members: [ObjectKey: [Node]]
  /// Groups that do not bring the nodes which were asked of them.
  let failures: [(group: NodeGroup, failure: FailedScaleUp)]
  /// Whether so many nodes are not ready that nothing should be done.
  let isUnhealthy: Bool
  private let instances: [Instance]

  /// The groups that can be scaled, in the order of their keys.
  static func groups(_ context: ReconcileContext) -> [NodeGroup] {
    context.cache.list(NodeGroup.self).filter {
      !$0.metadata.isBeingDeleted && $0.scaling.max > $0.scaling.min
    }
  }

  init(_ groups: [NodeGroup], _ context: ReconcileContext, _ settings: AutoscalerSettings) {
    let pending = Self.pendingPods(context, settings)
    let needsFleet = !pending.isEmpty || groups.contains(where: \.canShrink)
    let all = context.cache.list(Node.self)
    let templates = needsFleet ? NodeTemplates(context) : nil
    var members: [ObjectKey: [Node]] = [:]
    var scalable: [ScalableGroup] = []
    var failures: [(NodeGroup, FailedScaleUp)] = []
    var nodes: [NodeShape] = []
    if needsFleet {
      nodes = all.filter { $0.groupName != nil }.map { Self.shape(of: $0, context) }
    }
    for group in groups {
      let own = all.filter { $0.groupName == group.groupName }
      members[group.key] = own
      let missing = group.scaling.desired - own.count
      let isOverdue = Self.isOverdue(group, settings.maxNodeProvisionTime, context.now)
      if let failure = FailedScaleUp(of: group, missing: missing, isOverdue: isOverdue, settings) {
        failures.append((group, failure))
      }
      guard var shape = templates?.scalable(group, nodes: own) else { continue }
      for _ in 0..<max(0, isOverdue ? 0 : missing) {
        if let node = shape.next { nodes.append(node) }
        shape.launchNext()
      }
      scalable.append(shape)
    }
    fleet = Fleet(nodes, namespaces: needsFleet ? Self.namespaces(context) : [:])
    self.groups = groups
    self.pending = pending
    self.members = members
    self.scalable = scalable
    self.failures = failures
    instances = context.cache.list(Instance.self)
    isUnhealthy = Self.isUnhealthy(all, settings, context.now)
  }

  private static func namespaces(_ context: ReconcileContext) -> [String: StringMap] {
    context.cache.list(Namespace.self).reduce(into: [:]) { $0[$1.key.name] = $1.metadata.labels }
  }

  /// Cluster Autoscaler: `ok-total-unready-count`, `max-total-unready-percentage`; nodes that are starting do not count.
  private static func isUnhealthy(_ nodes: [Node], _ settings: AutoscalerSettings, _ now: Timestamp) -> Bool {
    let unready = nodes.count { node in
      let created = node.metadata.creationTimestamp ?? now
      return !node.isReady && created + settings.maxNodeProvisionTime <= now
    }
    return unready > settings.okTotalUnreadyCount
      && Double(unready) > settings.maxTotalUnreadyPercentage / 100 * Double(nodes.count)
  }

  /// Notes that a group has been raised; its new nodes have the pods that it was raised for.
  mutating func raise(_ choice: ScaleUp) {
    guard let place = scalable.firstIndex(where: { $0.key == choice.group.key }) else { return }
    scalable[place].launch(choice.estimate.nodes.count)
    for node in choice.estimate.nodes { fleet.append(node) }
  }

  /// The pods that wait for a node, in the order of their keys. A daemon's pod waits for one node, which is there.
  private static func pendingPods(_ context: ReconcileContext, _ settings: AutoscalerSettings) -> [PodDemand]
  {
    context.cache.list(Pod.self, index: ClusterAutoscaler.podsByNode, "").filter(\.isUnschedulable)
      .filter { !$0.isOfDaemonSet && $0.spec.priority ?? 0 >= settings.expendablePodsPriorityCutoff }
      .map { PodDemand($0) }
  }

  /// How many instances of a group are there or starting.
  func liveCount(of group: NodeGroup) -> Int {
    instances.count {
      $0.isLive && $0.metadata.namespace == group.metadata.namespace
        && $0.metadata.labels[NodeBlueprint.groupLabel] == group.groupName
    }
  }

  /// The time until a group that is left alone may be raised again.
  func nextBackoffEnd(after now: Timestamp) -> Duration? {
    scalable.compactMap(\.backoffUntil).filter { $0 > now }.min().map { $0 - now }
  }

  /// Cluster Autoscaler: a node that has not come within 15 minutes is not waited for any longer.
  private static func isOverdue(_ group: NodeGroup, _ limit: Duration, _ now: Timestamp) -> Bool {
    let text = group.metadata.annotations[scaledUpAnnotation]
    guard let time = text.flatMap({ Timestamp(rfc3339: $0) }) ?? group.metadata.creationTimestamp else {
      return false
    }
    return time + limit < now
  }

  private static func shape(of node: Node, _ context: ReconcileContext) -> NodeShape {
    var shape = NodeShape(node)
    for pod in context.cache.list(Pod.self, index: ClusterAutoscaler.podsByNode, shape.name)
    where !pod.isOver {
      shape.add(PodDemand(pod))
    }
    return shape
  }
}

/// What new nodes of groups would be: one for each zone that a group launches into. The pods that daemons would put on a
/// node have their room taken already.
private struct NodeTemplates {
  private let subnets: [Subnet]
  private let daemons: [DaemonSet]
  private let maxPods: MaxPods

  init(_ context: ReconcileContext) {
    subnets = context.cache.list(Subnet.self)
    daemons = context.cache.list(DaemonSet.self)
    maxPods =
      CNIEnvironment(
        context.cache.get(ConfigMap.self, CNIEnvironment.configMap),
        context.cache.get(DaemonSet.self, CNIEnvironment.daemonSet)
      ).maxPods
  }

  /// - Parameter nodes: The nodes that the group has.
  func scalable(_ group: NodeGroup, nodes: [Node]) -> ScalableGroup? {
    guard let type = group.instanceTypes.lazy.compactMap({ InstanceTypeTable[$0] }).first else { return nil }
    let zones = zones(of: group)
    let present = nodes.reduce(into: [String: Int]()) { counts, node in
      counts[node.metadata.labels["topology.kubernetes.io/zone"] ?? "", default: 0] += 1
    }
    return ScalableGroup(
      key: group.key, name: group.groupName,
      scalingGroup: group.status.resources?.autoScalingGroups.first?.name ?? group.groupName,
      size: (group.scaling.desired, group.scaling.max), backoffUntil: GroupBackoff(group)?.until,
      templates: zones.map { template(of: group, type, $0) }, counts: zones.map { present[$0] ?? 0 })
  }

  private func zones(of group: NodeGroup) -> [String] {
    let names = group.spec.subnetRefs.compactMap(\.from.name) + group.spec.subnets
    var zones: [String] = []
    for name in names {
      let subnet = subnets.first { $0.key.name == name || $0.status.subnetID == name }
      guard let zone = subnet?.spec.availabilityZone, !zones.contains(zone) else { continue }
      zones.append(zone)
    }
    return zones.isEmpty ? [""] : zones
  }

  private func template(of group: NodeGroup, _ type: InstanceType, _ zone: String) -> NodeShape {
    let blueprint = NodeBlueprint(group: group, instanceType: type, zone: zone, maxPods: maxPods)
    var shape = NodeShape(blueprint, name: "template-node-for-\(group.groupName)")
    for daemon in daemons {
      let placement = daemon.placement(onNodeNamed: shape.name, labels: shape.labels, taints: shape.taints)
      if placement == .runs { shape.add(PodDemand(daemonOf: daemon)) }
    }
    return shape
  }
}
