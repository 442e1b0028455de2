/// Puts pods on nodes, first fit, the largest pods first.
///
/// Cluster Autoscaler: `estimator/binpacking_estimator.go`.
enum BinPacking {
  /// What came of packing pods on new nodes of one group.
  struct Estimate: Sendable {
    /// The new nodes that it takes, with the pods on them.
    var nodes: [NodeShape]
    /// The pods that fit on them.
    var pods: [PodDemand]
    /// The share of CPU and memory that stays unused, summed.
    var waste: Double
  }

  /// Packs `pods` on new nodes of a group, beside the nodes that are there.
  static func estimate(
    _ pods: [PodDemand], on group: ScalableGroup, beside fleet: Fleet, limit: Int
  ) -> Estimate {
    var (fleet, group) = (fleet, group)
    let start = fleet.nodes.count
    var packed: [PodDemand] = []
    for pod in largestFirst(pods, on: group.templates) {
      guard group.templates.contains(where: { pod.rejection(by: $0) == nil }) else { continue }
      if let place = fleet.place(for: pod, from: start) {
        fleet.place(pod, on: place)
      } else if fleet.nodes.count - start < limit, let node = group.next {
        fleet.append(node)
        guard fleet.rejectionByLast(of: pod) == nil else {
          fleet.removeLast()
          continue
        }
        group.launchNext()
        fleet.place(pod, on: fleet.nodes.count - 1)
      } else {
        continue
      }
      packed.append(pod)
    }
    let nodes = Array(fleet.nodes[start...])
    return Estimate(nodes: nodes, pods: packed, waste: waste(nodes))
  }

  /// The pods that find no place in `fleet`; those that do are added to it.
  static func unplaced(_ pods: [PodDemand], in fleet: inout Fleet) -> [PodDemand] {
    pods.filter { pod in
      guard let place = fleet.place(for: pod) else { return true }
      fleet.place(pod, on: place)
      return false
    }
  }

  private static func largestFirst(_ pods: [PodDemand], on templates: [NodeShape]) -> [PodDemand] {
    guard let template = templates.first else { return [] }
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
