import APIMachinery
import KubernetesAPI

/// The topology spread constraints of a pod against the pods that run already.
///
/// Kubernetes: plug-in `PodTopologySpread`.
struct TopologySpread: Sendable {
  /// Constraints that a node must keep.
  private var hard: [Constraint] = []
  /// Constraints that only score; those of the pod, or the cluster's defaults for pods of a workload.
  private(set) var soft: [Constraint] = []

  struct Constraint: Sendable {
    let topologyKey: String
    let maxSkew: Int
    /// 1 when the pod would count itself.
    let own: Int
    /// True for the cluster's defaults, which a node need not have the label for.
    var isDefault = false
    /// Pods in each part of the topology that has an eligible node.
    var pods: [String: Int] = [:]
    /// The least of them; 0 when there are fewer parts than `minDomains` asks for.
    var least = 0
  }

  init(_ pod: SchedulingPod, _ affinity: NodeAffinityRule, _ state: inout ClusterState) {
    let declared = pod.pod.spec.topologySpreadConstraints
    let keys = declared.filter { $0.whenUnsatisfiable == "DoNotSchedule" }.map(\.topologyKey)
    for constraint in declared {
      let isHard = constraint.whenUnsatisfiable == "DoNotSchedule"
      let needed = isHard ? keys : declared.map(\.topologyKey)
      let counted = Self.count(constraint, pod, affinity, needed: needed, &state)
      if isHard { hard.append(counted) } else { soft.append(counted) }
    }
    if declared.isEmpty { soft = Self.defaults(pod, affinity, &state) }
  }

  func rejection(of node: NodeInfo, at position: Int) -> Rejection? {
    for constraint in hard {
      guard let value = node.labels[constraint.topologyKey] else { return .spreadLabel }
      let skew = (constraint.pods[value] ?? 0) + constraint.own - constraint.least
      if skew > constraint.maxSkew { return .spread }
    }
    return nil
  }

  private static func count(
    _ constraint: TopologySpreadConstraint, _ pod: SchedulingPod, _ affinity: NodeAffinityRule,
    needed: [String], _ state: inout ClusterState
  ) -> Constraint {
    let matcher = PodMatcher(
      selector: constraint.labelSelector, namespaces: [pod.key.namespace],
      matchLabelKeys: constraint.matchLabelKeys, podLabels: pod.labels)
    var result = Constraint(
      topologyKey: constraint.topologyKey, maxSkew: constraint.maxSkew,
      own: state.matches(pod, matcher) ? 1 : 0)
    let honorsAffinity = (constraint.nodeAffinityPolicy ?? "Honor") == "Honor"
    let honorsTaints = constraint.nodeTaintsPolicy == "Honor"
    let counts = state.matchCounts([matcher], skippingTerminating: true)
    for (position, node) in state.nodes.enumerated() {
      guard let value = node.labels[constraint.topologyKey], needed.allSatisfy({ node.labels[$0] != nil }),
        !honorsAffinity || affinity.matches(node),
        !honorsTaints
          || Tolerations.firstUntolerated(
            node.taints, pod.pod.spec.tolerations, effects: ["NoSchedule", "NoExecute"]) == nil
      else { continue }
      result.pods[value, default: 0] += counts[position]
    }
    let isShort = result.pods.count < constraint.minDomains ?? 1
    result.least = isShort ? 0 : result.pods.values.min() ?? 0
    return result
  }

  /// Kubernetes: the system defaults (`hostname` with skew 3, `zone` with skew 5, both `ScheduleAnyway`) hold for pods
  /// that belong to a workload; the workload's pods are told by its template hash or, failing that, by their labels.
  private static func defaults(
    _ pod: SchedulingPod, _ affinity: NodeAffinityRule, _ state: inout ClusterState
  ) -> [Constraint] {
    guard let owner = pod.pod.metadata.controller, ["ReplicaSet", "StatefulSet"].contains(owner.kind) else {
      return []
    }
    let selector = LabelSelector { $0.matchLabels = pod.labels }
    let shapes = [("kubernetes.io/hostname", 3), ("topology.kubernetes.io/zone", 5)]
    return shapes.map { key, skew in
      let constraint = TopologySpreadConstraint {
        $0.topologyKey = key
        $0.maxSkew = skew
        $0.labelSelector = selector
      }
      var counted = count(constraint, pod, affinity, needed: [key], &state)
      counted.isDefault = true
      return counted
    }
  }
}
