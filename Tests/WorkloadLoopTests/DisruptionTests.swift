import Testing

@testable import PodDisruptionBudgetController

@Suite struct DisruptionTests {
  @Test(arguments: [
    (DisruptionArithmetic.Demand.minAvailable(2), 3, 3, 2, 1),
    (.minAvailablePercent(50), 7, 7, 4, 3), (.maxUnavailable(1), 3, 3, 2, 1),
    (.maxUnavailablePercent(30), 7, 7, 4, 3), (.maxUnavailable(5), 3, 3, 0, 3),
    (.minAvailable(5), 3, 3, 5, 0),
  ])
  func `a budget allows what it does not need`(
    demand: DisruptionArithmetic.Demand, pods: Int, healthy: Int, desired: Int, allowed: Int
  ) {
    let result = DisruptionArithmetic(demand, matching: pods, scale: pods, healthy: healthy)
    #expect(result.desiredHealthy == desired)
    #expect(result.disruptionsAllowed == allowed)
  }

  @Test func `an empty set allows nothing`() {
    #expect(DisruptionArithmetic(.minAvailable(0), matching: 0, scale: 0, healthy: 0).disruptionsAllowed == 0)
  }
}
