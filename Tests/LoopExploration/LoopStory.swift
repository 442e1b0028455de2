import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting

/// Something that built-in loops have to get right whatever happens to them.
struct LoopStory: Sendable, CustomStringConvertible {
  let name: String
  /// The loops that meet the faults.
  let tested: Set<String>
  /// The loops that run beside them.
  var others: Set<String> = []
  var faults = FaultSet.all
  var checks = Checks.all
  /// Fields that may come out differently.
  var ignoring: Set<String> = []
  var detectors = Detectors.all
  var latencyScale = 0.1
  var surroundings: @Sendable () -> [Controller] = { [TestKubelet.controller] }
  let body: @Sendable (SimulatedCluster) async throws -> Void

  var description: String { name }

  /// Runs the story once, with the faults of a plan.
  func replay(_ plan: FaultPlan) throws {
    try ControllerTesting.replay(
      plan, options: ControlPlaneOptions(latencyScale: latencyScale), loops: .only(tested.union(others)),
      faultyLoops: .only(tested), checks: checks, ignoring: ignoring, detectors: detectors,
      surroundings: surroundings(), body)
  }

  @discardableResult
  func explore(seeds: ClosedRange<UInt64>) async throws -> ExplorationReport {
    try await ControllerTesting.explore(
      seeds: seeds, faults: faults, options: ControlPlaneOptions(latencyScale: latencyScale),
      loops: .only(tested.union(others)), faultyLoops: .only(tested), checks: checks, ignoring: ignoring,
      detectors: detectors, surroundings: surroundings(), body)
  }
}
