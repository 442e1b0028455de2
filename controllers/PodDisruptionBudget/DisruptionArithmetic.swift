/// How many pods of a set may be taken away by choice.
///
/// Kubernetes: `pkg/controller/disruption/disruption.go`: percentages round up, for both fields.
struct DisruptionArithmetic: Hashable, Sendable {
  /// What a PodDisruptionBudget asks for.
  enum Demand: Hashable, Sendable {
    case minAvailable(Int)
    case minAvailablePercent(Int)
    case maxUnavailable(Int)
    case maxUnavailablePercent(Int)
  }

  var expectedPods: Int
  var desiredHealthy: Int
  var currentHealthy: Int

  /// - Parameters:
  ///   - matching: The number of pods that the selector matches.
  ///   - scale: The sum of the sizes that the pods' controllers ask for.
  ///   - healthy: The matching pods that are ready and not leaving.
  init(_ demand: Demand, matching: Int, scale: Int, healthy: Int) {
    currentHealthy = healthy
    switch demand {
    case .minAvailable(let count):
      expectedPods = matching
      desiredHealthy = count
    case .minAvailablePercent(let percent):
      expectedPods = scale
      desiredHealthy = Self.roundedUp(percent, of: scale)
    case .maxUnavailable(let count):
      expectedPods = scale
      desiredHealthy = max(0, scale - count)
    case .maxUnavailablePercent(let percent):
      expectedPods = scale
      desiredHealthy = max(0, scale - Self.roundedUp(percent, of: scale))
    }
  }

  /// How many more pods may be evicted now.
  var disruptionsAllowed: Int {
    expectedPods > 0 ? max(0, currentHealthy - desiredHealthy) : 0
  }

  private static func roundedUp(_ percent: Int, of count: Int) -> Int {
    (percent * count + 99) / 100
  }
}
