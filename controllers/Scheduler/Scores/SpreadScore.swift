import APIMachinery

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Scores nodes by the spread constraints that need not be kept.
///
/// Kubernetes: `PodTopologySpread` scoring: for each constraint the pods in the node's part times
/// `log(parts + 2)`, plus `maxSkew - 1`; the sums are reversed and scaled to 0...100.
enum SpreadScore {
  static func scores(_ constraints: [TopologySpread.Constraint], _ nodes: [NodeInfo]) -> [Int] {
    let raw = nodes.map { Self.raw(constraints, $0) }
    let known = raw.compactMap(\.self)
    guard let least = known.min(), let most = known.max() else { return nodes.map { _ in 0 } }
    return raw.map { score in
      guard let score else { return 0 }
      return most == 0 ? 100 : 100 * (most + least - score) / most
    }
  }

  /// `nil` when the node lacks a label that the pod's own constraints name: such nodes are not preferred.
  private static func raw(_ constraints: [TopologySpread.Constraint], _ node: NodeInfo) -> Int? {
    var sum = 0.0
    for constraint in constraints {
      guard let value = node.labels[constraint.topologyKey] else {
        if constraint.isDefault { continue }
        return nil
      }
      let weight = log(Double(constraint.pods.count + 2))
      sum += Double(constraint.pods[value] ?? 0) * weight + Double(constraint.maxSkew - 1)
    }
    return Int(sum.rounded())
  }
}
