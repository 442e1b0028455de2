import APIMachinery
import KubernetesAPI

/// Ranks the nodes that a pod fits.
///
/// Kubernetes: each plug-in gives 0...100, and the weighted sum decides: TaintToleration 3, NodeAffinity 2,
/// PodTopologySpread 2, InterPodAffinity 2, NodeResourcesFit 1, NodeResourcesBalancedAllocation 1. (ImageLocality
/// gives 0 here: simulated nodes report no images.)
struct NodeScores {
  private let cycle: Cycle
  private let nodes: [NodeInfo]
  /// The nodes that are ranked, by their positions among all.
  private let positions: [Int]
  private(set) var totals: [Int]

  /// The scores of the nodes at `positions`, in their order; of all nodes where none are named.
  static func totals(_ cycle: Cycle, _ state: inout ClusterState, at positions: [Int]? = nil) -> [Int] {
    var scores = NodeScores(cycle, state.nodes, positions ?? Array(state.nodes.indices))
    scores.addResources()
    scores.addTaints()
    scores.addNodeAffinity()
    scores.addSpread(TopologySpread.soft(cycle.pod, cycle.nodeAffinity, &state))
    scores.addPodAffinity()
    return scores.totals
  }

  private init(_ cycle: Cycle, _ nodes: [NodeInfo], _ positions: [Int]) {
    self.cycle = cycle
    self.nodes = nodes
    self.positions = positions
    totals = [Int](repeating: 0, count: positions.count)
  }

  private mutating func addResources() {
    for (index, position) in positions.enumerated() {
      totals[index] += ResourceScores.leastAllocated(cycle.pod, nodes[position])
      totals[index] += ResourceScores.balanced(cycle.pod, nodes[position])
    }
  }

  private mutating func addTaints() {
    guard positions.contains(where: { nodes[$0].hasPreferNoScheduleTaint }) else {
      for index in totals.indices { totals[index] += 3 * 100 }
      return
    }
    let raw = positions.map { position in
      nodes[position].taints.reduce(0) {
        $0 + ($1.effect == "PreferNoSchedule" && !Tolerations.tolerate($1, cycle.tolerations) ? 1 : 0)
      }
    }
    add(Self.normalized(raw, isReversed: true), weight: 3)
  }

  private mutating func addNodeAffinity() {
    guard cycle.nodeAffinity.hasPreference else { return }
    add(Self.normalized(positions.map { cycle.nodeAffinity.preference(for: nodes[$0]) }), weight: 2)
  }

  private mutating func addSpread(_ constraints: [TopologySpread.Constraint]) {
    guard !constraints.isEmpty else { return }
    add(SpreadScore.scores(constraints, positions), weight: 2)
  }

  private mutating func addPodAffinity() {
    guard cycle.podAffinity.hasPreference else { return }
    let raw = positions.map { cycle.podAffinity.preference(for: nodes[$0]) }
    guard let low = raw.min(), let high = raw.max(), high > low else { return }
    add(raw.map { 100 * ($0 - low) / (high - low) }, weight: 2)
  }

  private mutating func add(_ scores: [Int], weight: Int) {
    for index in totals.indices { totals[index] += weight * scores[index] }
  }

  /// Kubernetes: `helper.DefaultNormalizeScore`: in proportion to the greatest, reversed when less is better.
  static func normalized(_ raw: [Int], isReversed: Bool = false) -> [Int] {
    let greatest = raw.max() ?? 0
    guard greatest > 0 else { return raw.map { _ in isReversed ? 100 : 0 } }
    return raw.map {
      let score = 100 * $0 / greatest
      return isReversed ? 100 - score : score
    }
  }
}
