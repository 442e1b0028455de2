import APICore
import APIMachinery
import ControlPlane
import ControllerRuntime
import ObjectStore
import Synchronization

/// A test under many seeds and faults.
struct Exploration: Sendable {
  var setup: ClusterSetup
  var checks: Checks
  /// Fields of the objects at the end that may differ.
  var ignored: Set<String> = []
  var detectors: Detectors
  /// How long nothing may be written before a run counts as at rest.
  var quiet: Duration
  let body: @Sendable (SimulatedCluster) async throws -> Void
  /// Whether all runs without faults read events, so that the others need not be tried without.
  private(set) var readsEvents = false

  /// How many runs without faults there are, each in another order: what differs between them is left to chance.
  static let referenceRuns: UInt64 = 3

  // MARK: One run

  /// A run with the events of the loops around the controllers under test, if somebody reads events, and else without.
  ///
  /// - Parameter isExamined: Whether the detectors look at it.
  func perform(_ plan: FaultPlan, isRecording: Bool = false, isExamined: Bool = false) -> RunResult {
    if setup.options.writesEvents, !readsEvents {
      var silent = setup
      let reads = EventReads(setup.options.authorizer)
      silent.options.writesEvents = false
      silent.options.authorizer = reads
      let result = perform(silent, plan, isRecording: isRecording, isExamined: isExamined)
      if !reads.happened { return result }
    }
    var result = perform(setup, plan, isRecording: isRecording, isExamined: isExamined)
    result.readsEvents = setup.options.writesEvents
    return result
  }

  private func perform(
    _ setup: ClusterSetup, _ plan: FaultPlan, isRecording: Bool, isExamined: Bool
  ) -> RunResult {
    var setup = setup
    setup.keepsBytes = true
    setup.recordsTimeline = isRecording || isExamined
    let failed = Mutex<RunResult?>(nil)
    let stage = Mutex<SimulatedCluster?>(nil)
    do {
      return try SimulatedCluster.run(setup, plan) { cluster in
        stage.withLock { $0 = cluster }
        let failure = await self.failure(in: cluster)
        var result = await cluster.result(failure: failure)
        if failure != nil { failed.withLock { [result] in $0 = result } }
        if isExamined { result.flaws = try await self.flaws(of: cluster, failure) }
        // The detectors have looked at it, and nobody else asked for it.
        if !isRecording { result.timeline = [] }
        return result
      }
    } catch {
      if error is RegistrationError { return RunResult.broken(by: error, in: nil) }
      // Who hangs keeps the run from ending; what went wrong before says more.
      return failed.withLock { $0 } ?? RunResult.broken(by: error, in: stage.withLock { $0 })
    }
  }

  private func failure(in cluster: SimulatedCluster) async -> RunFailure? {
    do {
      try await body(cluster)
    } catch {
      return RunFailure(kind: .body, description: Self.text(of: error))
    }
    do {
      try await rest(cluster, since: cluster.now)
      return nil
    } catch {
      return RunFailure(kind: .noRest, description: Self.text(of: error))
    }
  }

  /// Lets time pass until nothing is written any more, no fault lasts, and what failed under one has been tried again.
  private func rest(_ cluster: SimulatedCluster, since start: Timestamp) async throws {
    try await cluster.settle(quiet: quiet)
    var retriedAfter: Timestamp?
    while true {
      // What waits for a time on a clock that is behind waits so much longer.
      let end = max(start, cluster.injector.quietFrom) + cluster.injector.clock.lag
      if cluster.now < end {
        try await cluster.advance(by: end - cluster.now)
      } else {
        // Who fails for ever gets one more look.
        guard retriedAfter != end, let wait = cluster.longestBackOff, wait > .zero else { return }
        retriedAfter = end
        try await cluster.advance(by: wait)
      }
      try await cluster.settle(quiet: quiet)
    }
  }

  /// Lets the controllers look a second time, and the detectors at all that was seen.
  private func flaws(of cluster: SimulatedCluster, _ failure: RunFailure?) async throws -> [Flaw] {
    let controllers = cluster.process?.newControllers ?? []
    guard !detectors.kinds.isEmpty, !controllers.isEmpty else { return [] }
    var secondLook: UInt64?
    if failure == nil, detectors.kinds.contains(.notIdempotent) {
      secondLook = cluster.plane.service.store.currentRevision
      cluster.process?.restart()
      try await cluster.settle(quiet: quiet)
    }
    let records = cluster.timeline.entries.compactMap { entry -> ReconcileRecord? in
      if case .reconciled(let record) = entry.kind { record } else { nil }
    }
    return Evidence(
      controllers: controllers, history: cluster.history.events, records: records,
      findings: cluster.trace.findings.all, secondLook: secondLook, kinds: cluster.plane.service.resources,
      tree: cluster.plane.service.tree(of:)
    ).flaws(detectors)
  }

  private static func text(of error: any Error) -> String {
    guard let failure = error as? ExpectationFailure else { return String(describing: error) }
    return ([failure.message] + (failure.objects + failure.troubles).map { "  \($0)" }).joined(
      separator: "\n")
  }

  // MARK: Judging

  /// A run with what it is judged by.
  func judge(_ plan: FaultPlan, by reference: Reference, isRecording: Bool = false) -> RunResult {
    var result = perform(plan, isRecording: isRecording)
    if result.failure == nil { result.failure = reference.objection(to: result, checks: checks) }
    return result
  }

  /// Runs the test without faults.
  ///
  /// - Throws: ``ExplorationFailure`` when it fails without any.
  mutating func reference() throws(ExplorationFailure) -> Reference {
    var results: [RunResult] = []
    for seed in 0..<Self.referenceRuns {
      let plan = FaultPlan(seed: seed)
      let result = perform(plan, isExamined: true)
      if result.failure != nil {
        let recorded = perform(plan, isRecording: true)
        throw ExplorationFailure(
          plan: plan, original: plan, result: recorded, isReproducible: true, isTested: isTested)
      }
      if !result.flaws.isEmpty { throw ExplorationFailure(plan: plan, flaws: result.flaws) }
      results.append(result)
    }
    readsEvents = results.allSatisfy(\.readsEvents)
    return Reference(results, ignoring: ignored)
  }

  // MARK: Many runs

  /// - Returns: The failing plan of the smallest seed.
  func firstFailure(
    seeds: ClosedRange<UInt64>, _ planner: FaultPlanner, _ reference: Reference, _ tally: Tally
  ) async -> FaultPlan? {
    await withTaskGroup(of: FaultPlan?.self) { group in
      let queue = SeedQueue(seeds)
      for _ in 0..<ProcessorCount.active {
        group.addTask {
          while let seed = queue.take() {
            let plan = planner.plan(seed: seed)
            let result = judge(plan, by: reference)
            tally.add(result)
            guard result.failure != nil else { continue }
            queue.close()
            return plan
          }
          return nil
        }
      }
      var failing: [FaultPlan] = []
      for await plan in group { if let plan { failing.append(plan) } }
      return failing.min { $0.seed < $1.seed }
    }
  }

  /// Replays a failing plan, makes it as small as it can be, and tells all about it.
  func explain(_ plan: FaultPlan, _ reference: Reference) -> ExplorationFailure {
    let (first, second) = (judge(plan, by: reference), judge(plan, by: reference))
    let isReproducible = first.digest == second.digest && first.failure == second.failure
    var shrinker = PlanShrinker { self.judge($0, by: reference).failure != nil }
    // Each of its runs takes thousands of looks.
    if first.failure?.kind == .standstill { shrinker.budget = 40 }
    let fired = FaultPlan(seed: plan.seed, first.fired)
    let start = judge(fired, by: reference).failure == nil ? plan : fired
    let smallest = shrinker.shrink(start)
    return ExplorationFailure(
      plan: smallest, original: plan, result: judge(smallest, by: reference, isRecording: true),
      isReproducible: isReproducible, isTested: isTested)
  }

  /// Whether a controller is under test.
  var isTested: @Sendable (String) -> Bool {
    let names = Set(setup.controllers().map(\.name))
    let faultyLoops = setup.faultyLoops
    return { names.contains($0) || faultyLoops.includes($0) }
  }
}

extension RunResult {
  /// The result of a run that could not go on.
  static func broken(by error: any Error, in cluster: SimulatedCluster?) -> RunResult {
    let kind: RunFailure.Kind = error is Standstill ? .standstill : .deadlock
    return RunResult(
      failure: RunFailure(kind: kind, description: String(describing: error)), state: CapturedState(),
      deletions: [:], wasBlind: false, profile: RunProfile(), fired: cluster?.injector.fired ?? [],
      history: nil, timeline: cluster?.timeline.entries ?? [], flaws: [])
  }
}
