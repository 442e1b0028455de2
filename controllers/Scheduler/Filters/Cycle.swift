import APIMachinery
import KubernetesAPI

/// One pod's scheduling cycle: everything about the pod that the filters and scores of all nodes share, worked out
/// once against the present state.
///
/// Kubernetes: `scheduler/framework` calls these the PreFilter and PreScore states.
struct Cycle: Sendable {
  let pod: SchedulingPod
  let nodeAffinity: NodeAffinityRule
  let tolerations: [Toleration]
  let spread: TopologySpread
  let podAffinity: PodAffinityRule
  /// `nil` for a pod without claims.
  let volumes: VolumeRule?
  /// The node that the pod names itself, if it does.
  private let wantedNode: String?

  init(_ pod: SchedulingPod, _ state: inout ClusterState) {
    self.pod = pod
    nodeAffinity = NodeAffinityRule(pod.pod.spec)
    tolerations = pod.pod.spec.tolerations
    wantedNode = pod.pod.spec.nodeName.flatMap { $0.isEmpty ? nil : $0 }
    spread = TopologySpread(pod, nodeAffinity, &state)
    podAffinity = PodAffinityRule(pod, &state)
    volumes = pod.claims.isEmpty ? nil : VolumeRule(pod, state)
  }

  /// The first rule that keeps the pod from the node at `position`; `nil` when it fits.
  ///
  /// Kubernetes: the default plug-ins in their order; the first one that rejects ends the node's filtering.
  func rejection(of node: NodeInfo, at position: Int) -> Rejection? {
    nodeRejection(node) ?? ResourceFit.rejection(of: pod, on: node) ?? volumes?.rejection(of: node)
      ?? spread.rejection(of: node, at: position) ?? podAffinity.rejection(of: node)
  }

  /// The rules that concern the node alone.
  private func nodeRejection(_ node: NodeInfo) -> Rejection? {
    if node.isUnschedulable, !Tolerations.tolerate(Self.unschedulableTaint, tolerations) {
      return .unschedulable
    }
    if let wantedNode, wantedNode != node.name { return .nodeName }
    if !node.taints.isEmpty,
      Tolerations.firstUntolerated(node.taints, tolerations, effects: ["NoSchedule", "NoExecute"]) != nil
    {
      return .untoleratedTaint
    }
    if nodeAffinity.hasDemand, !nodeAffinity.matches(node) { return .nodeAffinity }
    if !pod.hostPorts.isEmpty,
      pod.hostPorts.contains(where: { port in node.hostPorts.contains { $0.clashes(with: port) } })
    {
      return .ports
    }
    return nil
  }

  private static let unschedulableTaint = Taint {
    $0.key = "node.kubernetes.io/unschedulable"
    $0.effect = "NoSchedule"
  }
}
