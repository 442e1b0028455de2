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
  /// Nodes with room, real ones first, then those that were asked for and have not come.
  var nodes: [NodeShape]
  /// The groups that may grow, with their present size.
  private(set) var scalable: [ScalableGroup]
  /// The nodes of each group.
  let members: [ObjectKey: [Node]]

  /// The groups that can be scaled, in the order of their keys.
  static func groups(_ context: ReconcileContext) -> [NodeGroup] {
    context.cache.list(NodeGroup.self).filter {
      $0.metadata.deletionTimestamp == nil && $0.scaling.max > $0.scaling.min
    }
  }

  init(_ groups: [NodeGroup], _ context: ReconcileContext, provisionTime: Duration) {
    self.groups = groups
    let all = context.cache.list(Node.self)
    let subnets = context.cache.list(Subnet.self)
    let daemons = context.cache.list(DaemonSet.self)
    var members: [ObjectKey: [Node]] = [:]
    var scalable: [ScalableGroup] = []
    nodes = all.filter { $0.groupName != nil }.map { Self.shape(of: $0, context) }
    for group in groups {
      let own = all.filter { $0.groupName == group.groupName }
      members[group.key] = own
      guard let template = Self.template(of: group, subnets, daemons) else { continue }
      scalable.append(
        ScalableGroup(
          key: group.key, name: group.groupName, desired: group.scaling.desired, max: group.scaling.max,
          template: template))
      let missing = group.scaling.desired - own.count
      if missing > 0, !Self.isOverdue(group, provisionTime, context.now) {
        nodes += Array(repeating: template, count: missing)
      }
    }
    self.members = members
    self.scalable = scalable
  }

  /// Notes that a group has been raised; its new nodes are full already.
  mutating func raise(_ key: ObjectKey, by count: Int) {
    guard let place = scalable.firstIndex(where: { $0.key == key }) else { return }
    scalable[place].desired += count
  }

  /// The pods that wait for a node, in the order of their keys. A daemon's pod waits for one node, which is there.
  func pendingPods(_ context: ReconcileContext) -> [PodDemand] {
    context.cache.list(Pod.self, index: ClusterAutoscaler.podsByNode, "").filter(\.isUnschedulable)
      .filter { !$0.isOfDaemonSet }.map { PodDemand($0) }
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
    where !pod.hasEnded {
      shape.add(PodDemand(pod))
    }
    return shape
  }

  /// What a new node of the group would be, in the zone that the group would launch it in next: here its first. The
  /// pods that daemons would put on it have their room taken already.
  private static func template(of group: NodeGroup, _ subnets: [Subnet], _ daemons: [DaemonSet]) -> NodeShape?
  {
    guard let type = group.instanceTypes.lazy.compactMap({ InstanceTypeTable[$0] }).first else { return nil }
    let names = group.spec.subnetRefs.compactMap(\.from.name) + group.spec.subnets
    let home = subnets.first { names.contains($0.key.name) || names.contains($0.status.subnetID ?? "") }
    let blueprint = NodeBlueprint(group: group, instanceType: type, zone: home?.spec.availabilityZone ?? "")
    var shape = NodeShape(blueprint, name: "template-node-for-\(group.groupName)")
    for daemon in daemons {
      let placement = daemon.placement(onNodeNamed: shape.name, labels: shape.labels, taints: shape.taints)
      if placement == .runs { shape.add(PodDemand(daemonOf: daemon)) }
    }
    return shape
  }
}
