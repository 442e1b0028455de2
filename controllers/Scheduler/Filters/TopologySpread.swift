import APIMachinery
import KubernetesAPI

/// The topology spread constraints of a pod against the pods that run already.
///
/// Kubernetes: plug-in `PodTopologySpread`.
struct TopologySpread: Sendable {
  /// Constraints that a node must keep.
  private let hard: [Constraint]

  struct Constraint: Sendable {
    let topology: TopologyParts
    let maxSkew: Int
    /// 1 when the pod would count itself.
    let own: Int
    /// True for the cluster's defaults, which a node need not have the label for.
    var isDefault = false
    /// Pods on the eligible nodes of each part of the topology; `nil` for a part without such nodes.
    var pods: [Int?] = []
    /// How many parts have an eligible node.
    var partCount = 0
    /// The least pods of such a part; 0 when there are fewer parts than `minDomains` asks for.
    var least = 0
  }

  init(_ pod: SchedulingPod, _ affinity: NodeAffinityRule, _ state: inout ClusterState) {
    let declared = pod.pod.spec.topologySpreadConstraints.filter(\.isHard)
    let keys = declared.map(\.topologyKey)
    hard = declared.map { Self.count($0, pod, affinity, needed: keys, &state) }
  }

  /// Constraints that only score; those of the pod, or the cluster's defaults for pods of a workload. They are counted
  /// when there is a choice of nodes.
  static func soft(
    _ pod: SchedulingPod, _ affinity: NodeAffinityRule, _ state: inout ClusterState
  ) -> [Constraint] {
    let declared = pod.pod.spec.topologySpreadConstraints
    if declared.isEmpty { return defaults(pod, affinity, &state) }
    let keys = declared.map(\.topologyKey)
    return declared.filter { !$0.isHard }.map { count($0, pod, affinity, needed: keys, &state) }
  }

  func rejection(of node: NodeInfo, at position: Int) -> Rejection? {
    for constraint in hard {
      guard let part = constraint.topology.parts[position] else { return .spreadLabel }
      let skew = (constraint.pods[part] ?? 0) + constraint.own - constraint.least
      if skew > constraint.maxSkew { return .spread }
    }
    return nil
  }

  /// The pods that a constraint means.
  private struct Matches {
    /// How many of them each node has, by its position.
    let counts: [Int]
    /// 1 when the pod would count itself.
    let own: Int

    init(_ matcher: PodMatcher, _ pod: SchedulingPod, _ state: inout ClusterState) {
      counts = state.matchCounts([matcher], skippingTerminating: true)
      own = state.matches(pod, matcher) ? 1 : 0
    }
  }

  /// Counts the pods that a constraint of the pod means.
  private static func count(
    _ constraint: TopologySpreadConstraint, _ pod: SchedulingPod, _ affinity: NodeAffinityRule,
    needed: [String], _ state: inout ClusterState
  ) -> Constraint {
    let matcher = PodMatcher(
      selector: constraint.labelSelector, namespaces: [pod.key.namespace],
      matchLabelKeys: constraint.matchLabelKeys, podLabels: pod.labels)
    return count(constraint, Matches(matcher, pod, &state), pod, affinity, needed: needed, &state)
  }

  private static func count(
    _ constraint: TopologySpreadConstraint, _ matches: Matches, _ pod: SchedulingPod,
    _ affinity: NodeAffinityRule, needed: [String], _ state: inout ClusterState
  ) -> Constraint {
    let topology = state.parts(by: constraint.topologyKey)
    var result = Constraint(topology: topology, maxSkew: constraint.maxSkew, own: matches.own)
    result.pods = [Int?](repeating: nil, count: topology.count)
    let isEligible = Eligibility(constraint, pod, affinity, needed: needed)
    let acceptsAll = isEligible.acceptsEveryNode
    for position in state.nodes.indices {
      guard let part = topology.parts[position], acceptsAll || isEligible(state.nodes[position]) else {
        continue
      }
      result.pods[part] = (result.pods[part] ?? 0) + matches.counts[position]
    }
    var fewest: Int?
    for case let count? in result.pods {
      result.partCount += 1
      fewest = min(fewest ?? count, count)
    }
    let isShort = result.partCount < constraint.minDomains ?? 1
    result.least = isShort ? 0 : fewest ?? 0
    return result
  }

  /// Which nodes count for a constraint.
  private struct Eligibility {
    let labels: [String]
    let affinity: NodeAffinityRule?
    let tolerations: [Toleration]?

    init(
      _ constraint: TopologySpreadConstraint, _ pod: SchedulingPod, _ affinity: NodeAffinityRule,
      needed: [String]
    ) {
      labels = needed.filter { $0 != constraint.topologyKey }
      let honorsAffinity = (constraint.nodeAffinityPolicy ?? "Honor") == "Honor"
      self.affinity = honorsAffinity && affinity.hasDemand ? affinity : nil
      tolerations = constraint.nodeTaintsPolicy == "Honor" ? pod.pod.spec.tolerations : nil
    }

    /// Whether there is nothing to ask of a node.
    var acceptsEveryNode: Bool { labels.isEmpty && affinity == nil && tolerations == nil }

    func callAsFunction(_ node: NodeInfo) -> Bool {
      guard labels.allSatisfy({ node.labels[$0] != nil }), affinity?.matches(node) ?? true else {
        return false
      }
      guard let tolerations else { return true }
      return Tolerations.firstUntolerated(node.taints, tolerations, effects: ["NoSchedule", "NoExecute"])
        == nil
    }
  }

  /// Kubernetes: the system defaults (`hostname` with skew 3, `zone` with skew 5, both `ScheduleAnyway`) hold for pods
  /// that belong to a workload; the workload's pods are told by its template hash or, failing that, by their labels.
  private static func defaults(
    _ pod: SchedulingPod, _ affinity: NodeAffinityRule, _ state: inout ClusterState
  ) -> [Constraint] {
    let owner = pod.pod.metadata.controller?.kind
    guard owner == "ReplicaSet" || owner == "StatefulSet" else { return [] }
    let matches = Matches(PodMatcher(labels: pod.labels, namespace: pod.key.namespace), pod, &state)
    return defaultConstraints.map { constraint in
      var counted = count(constraint, matches, pod, affinity, needed: [], &state)
      counted.isDefault = true
      return counted
    }
  }

  private static let defaultConstraints: [TopologySpreadConstraint] = [
    TopologySpreadConstraint {
      $0.topologyKey = "kubernetes.io/hostname"
      $0.maxSkew = 3
    },
    TopologySpreadConstraint {
      $0.topologyKey = "topology.kubernetes.io/zone"
      $0.maxSkew = 5
    },
  ]
}

extension TopologySpreadConstraint {
  /// Whether a node must keep the constraint.
  fileprivate var isHard: Bool { whenUnsatisfiable == "DoNotSchedule" }
}
