/// Puts pods on nodes, first fit, the largest pods first.
///
/// Cluster Autoscaler: `estimator/binpacking_estimator.go`.
enum BinPacking {
  /// What came of packing pods on new nodes of one shape.
  struct Estimate: Sendable {
    /// How many new nodes it takes.
    var nodes: Int
    /// The pods that fit on them.
    var pods: [PodDemand]
    /// The share of CPU and memory that stays unused, summed.
    var waste: Double
  }

  /// Packs `pods` on at most `limit` empty nodes like `template`.
  static func estimate(_ pods: [PodDemand], on template: NodeShape, limit: Int) -> Estimate {
    var nodes: [NodeShape] = []
    var packed: [PodDemand] = []
    for pod in largestFirst(pods, on: template) where pod.rejection(by: template) == nil {
      if let place = nodes.firstIndex(where: { pod.rejection(by: $0) == nil }) {
        nodes[place].add(pod)
      } else if nodes.count < limit {
        nodes.append(template)
        nodes[nodes.count - 1].add(pod)
      } else {
        continue
      }
      packed.append(pod)
    }
    return Estimate(nodes: nodes.count, pods: packed, waste: waste(nodes))
  }

  /// The pods that find no place on `nodes`; those that do are added to them.
  static func unplaced(_ pods: [PodDemand], on nodes: inout [NodeShape]) -> [PodDemand] {
    pods.filter { pod in
      guard let place = nodes.firstIndex(where: { pod.rejection(by: $0) == nil }) else { return true }
      nodes[place].add(pod)
      return false
    }
  }

  private static func largestFirst(_ pods: [PodDemand], on template: NodeShape) -> [PodDemand] {
    func share(_ pod: PodDemand) -> Double {
      ["cpu", "memory"].reduce(0) { sum, name in
        let all = template.allocatable[name]
        return all > 0 ? sum + Double(pod.requests[name]) / Double(all) : sum
      }
    }
    return pods.map { (pod: $0, share: share($0)) }
      .sorted { ($0.share, $1.pod.key) > ($1.share, $0.pod.key) }
      .map(\.pod)
  }

  private static func waste(_ nodes: [NodeShape]) -> Double {
    ["cpu", "memory"].reduce(0) { sum, name in
      let all = nodes.reduce(0) { $0 + $1.allocatable[name] }
      let free = nodes.reduce(0) { $0 + $1.free[name] }
      return all > 0 ? sum + Double(free) / Double(all) : sum
    }
  }
}
