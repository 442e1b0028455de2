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
  /// - Parameter positions: The nodes to score, in the order of the scores.
  static func scores(_ constraints: [TopologySpread.Constraint], _ positions: [Int]) -> [Int] {
    let weights = constraints.map { log(Double($0.partCount + 2)) }
    let raw = positions.map { Self.raw(constraints, weights, $0) }
    let known = raw.compactMap(\.self)
    guard let least = known.min(), let most = known.max() else { return raw.map { _ in 0 } }
    return raw.map { score in
      guard let score else { return 0 }
      return most == 0 ? 100 : 100 * (most + least - score) / most
    }
  }

  /// `nil` when the node lacks a label that the pod's own constraints name: such nodes are not preferred.
  private static func raw(
    _ constraints: [TopologySpread.Constraint], _ weights: [Double], _ position: Int
  ) -> Int? {
    var sum = 0.0
    for index in constraints.indices {
      guard let part = constraints[index].topology.parts[position] else {
        if constraints[index].isDefault { continue }
        return nil
      }
      let pods = constraints[index].pods[part] ?? 0
      sum += Double(pods) * weights[index] + Double(constraints[index].maxSkew - 1)
    }
    return Int(sum.rounded())
  }
}
