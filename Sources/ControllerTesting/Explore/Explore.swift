public import APIMachinery
public import ControlPlane
public import ControllerRuntime
public import KubernetesAPI

/// Runs a test under many seeds, each in another order and with other faults, and finds the smallest run that fails.
///
/// ```swift
/// @Test func `a shelf is filled whatever happens`() async throws {
///   try await explore(seeds: 1...1000, faults: .sieve, loops: .none, controllers: [shelfController()]) { cluster in
///     try await cluster.apply(shelf)
///     try await cluster.eventually { try await cluster.count(Cup.self) == 3 }
///   }
/// }
/// ```
///
/// First the test runs without faults, which shows where faults can matter and what should come out. Then each seed
/// runs with faults of its own; the body must succeed, the cluster must come to rest, and ``Checks`` must hold. Faults
/// are few and end, so that `eventually` is a fair demand. A failing seed is replayed, and its plan is made as small
/// as it can be.
///
/// The loops around the controllers under test write no events in a run in which nobody reads any.
///
/// The runs share the processor's cores; each is on one thread and depends on its seed alone.
///
/// - Parameters:
///   - seeds: One run each.
///   - faults: What can go wrong.
///   - options: How the cluster is.
///   - loops: Which built-in loops run. Fewer are faster.
///   - faultyLoops: The built-in loops that meet the faults, as the controllers under test do.
///   - kinds: Kinds that are served beside the built-in ones.
///   - definitions: Definitions of custom resources that the cluster has from the start.
///   - checks: What is demanded of every run beside what `body` demands.
///   - ignoring: Fields of the objects at the end that may differ, as resource and path, all elements of a list alike:
///     `deployments.apps status.conditions[].message`.
///   - detectors: What is looked for in the runs without faults, beside that they come out well.
///   - quiet: How long nothing may be written before a run counts as at rest. What failed while a fault lasted is tried
///     again before, however long its back-off is.
///   - controllers: The controllers under test, which run in one process; the expression is evaluated for each start
///     of it, so that nothing in memory outlives a crash.
///   - surroundings: Controllers that stand for the rest of the world. They never meet a fault.
///   - body: The test. Make demands by throwing: `eventually`, `always`, `#require`.
/// - Throws: ``ExplorationFailure``.
@discardableResult
public func explore(
  seeds: ClosedRange<UInt64> = 1...1000, faults: FaultSet = .sieve,
  options: ControlPlaneOptions = ControlPlaneOptions(), loops: LoopSelection = .all,
  faultyLoops: LoopSelection = .none, kinds: [KindSchema] = [],
  definitions: [CustomResourceDefinition] = [], checks: Checks = .all,
  ignoring fields: Set<String> = [],
  detectors: Detectors = .all, quiet: Duration = .seconds(60),
  controllers: @autoclosure @escaping @Sendable () -> [Controller] = [],
  surroundings: @autoclosure @escaping @Sendable () -> [Controller] = [],
  _ body: @escaping @Sendable (SimulatedCluster) async throws -> Void
) async throws -> ExplorationReport {
  var exploration = Exploration(
    setup: .exploring(options, loops, faultyLoops, kinds, definitions, controllers, surroundings),
    checks: checks,
    ignored: fields, detectors: detectors,
    quiet: quiet,
    body: body)
  let reference = try exploration.reference()
  let planner = FaultPlanner(faults, reference.profile)
  let tally = Tally(reference, planner)
  if let plan = await exploration.firstFailure(seeds: seeds, planner, reference, tally) {
    throw exploration.explain(plan, reference)
  }
  return tally.total
}

/// Runs a test once, with exactly the faults of a plan.
///
/// Take everything but the plan as it was given to
/// ``explore(seeds:faults:options:loops:faultyLoops:kinds:definitions:checks:ignoring:detectors:quiet:controllers:surroundings:_:)``.
///
/// - Throws: ``ExplorationFailure`` when the run fails.
public func replay(
  _ plan: FaultPlan, options: ControlPlaneOptions = ControlPlaneOptions(), loops: LoopSelection = .all,
  faultyLoops: LoopSelection = .none, kinds: [KindSchema] = [],
  definitions: [CustomResourceDefinition] = [], checks: Checks = .all,
  ignoring fields: Set<String> = [],
  detectors: Detectors = .all, quiet: Duration = .seconds(60),
  controllers: @autoclosure @escaping @Sendable () -> [Controller] = [],
  surroundings: @autoclosure @escaping @Sendable () -> [Controller] = [],
  _ body: @escaping @Sendable (SimulatedCluster) async throws -> Void
) throws {
  var exploration = Exploration(
    setup: .exploring(options, loops, faultyLoops, kinds, definitions, controllers, surroundings),
    checks: checks,
    ignored: fields, detectors: detectors,
    quiet: quiet,
    body: body)
  let reference = try exploration.reference()
  let result = exploration.judge(plan, by: reference, isRecording: true)
  if result.failure != nil {
    throw ExplorationFailure(
      plan: plan, original: plan, result: result, isReproducible: true, isTested: exploration.isTested)
  }
}

extension ClusterSetup {
  static func exploring(
    _ options: ControlPlaneOptions, _ loops: LoopSelection, _ faultyLoops: LoopSelection,
    _ kinds: [KindSchema], _ definitions: [CustomResourceDefinition],
    _ controllers: @escaping @Sendable () -> [Controller],
    _ surroundings: @escaping @Sendable () -> [Controller]
  ) -> ClusterSetup {
    var options = options
    if options.loops == .all { options.loops = loops }
    return ClusterSetup(
      options: options, faultyLoops: faultyLoops, kinds: kinds, definitions: definitions,
      controllers: controllers,
      surroundings: surroundings)
  }
}
