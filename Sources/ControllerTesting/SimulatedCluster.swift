public import APICore
public import APIMachinery
import CloudModel
public import ControlPlane
public import ControllerRuntime
import EKSAPI
public import KubernetesAPI
import KubernetesClient
import ObjectStore
import Simulation

/// A whole cluster in the process of a test: store, API, the built-in loops, the AWS side, and the controllers
/// under test, on one thread, in virtual time, in an order that a seed determines.
///
/// ```swift
/// @Test func `a deployment comes up`() throws {
///   try SimulatedCluster.run(seed: 7) { cluster in
///     try await cluster.apply(manifest)
///     try await cluster.eventually(within: .seconds(300)) {
///       try await cluster.client.get(Deployment.self, key).status.availableReplicas == 3
///     }
///   }
/// }
/// ```
///
/// The semantics are the real ones: the API is the production code without HTTP. Time passes only while the test
/// waits for it, so that ten minutes cost as much as happens in them.
public struct SimulatedCluster: Sendable {
  /// The API, as its administrator.
  public let client: LocalClient
  public let plane: ControlPlane
  let simulation: Simulation
  /// All that was written.
  public let history: History
  /// Everything that happened, in order.
  public let timeline: Timeline
  /// What the loops did and why.
  public let trace: Trace
  private let standstill: StandstillWatch
  /// What goes wrong in this run.
  let injector: FaultInjector
  /// The controllers under test.
  let process: ControllerProcess?
  /// The revision at which the cluster was ready for the test.
  let startRevision: UInt64

  public var seed: UInt64 { simulation.seed }
  public var world: World { simulation.world }
  public var now: Timestamp { world.time.now() }
  /// How many jobs have run: equal runs have run equally many.
  public var stepCount: UInt64 { simulation.stepCount }
  /// The plan of this run: its seed, and the faults, if it has any.
  public var plan: FaultPlan { injector.plan }

  /// Runs `body` beside a cluster, to its end.
  ///
  /// - Parameters:
  ///   - seed: Determines everything that is left to chance. The same seed gives the same run, in every process.
  ///   - options: Which of the built-in loops run, and how.
  ///   - kinds: Kinds that are served beside the built-in ones.
  ///   - definitions: Definitions of custom resources that the cluster has from the start.
  ///   - controllers: The controllers under test. They run beside the built-in loops, in a process of their own; the
  ///     expression is evaluated for each start of it.
  ///   - keepsBytes: Whether the history keeps the bytes of all versions, and not their digests alone.
  /// - Throws: What `body` throws; ``SimulationError`` when nothing can happen any more and `body` still waits; ``Standstill``
  ///   when controllers are busy at one moment for ever.
  public static func run<Result: Sendable>(
    seed: UInt64 = 0, options: ControlPlaneOptions = ControlPlaneOptions(), kinds: [KindSchema] = [],
    definitions: [CustomResourceDefinition] = [],
    controllers: @autoclosure @escaping @Sendable () -> [Controller] = [],
    keepsBytes: Bool = false, _ body: @escaping @Sendable (SimulatedCluster) async throws -> Result
  ) throws -> Result {
    let setup = ClusterSetup(
      options: options, kinds: kinds, definitions: definitions, controllers: controllers,
      keepsBytes: keepsBytes)
    return try run(setup, FaultPlan(seed: seed), body)
  }

  static func run<Result: Sendable>(
    _ setup: ClusterSetup, _ plan: FaultPlan,
    _ body: @escaping @Sendable (SimulatedCluster) async throws -> Result
  ) throws -> Result {
    let scene = Scene(plan)
    CrashNote.install()
    let watch = BusyWatch.begin()
    defer { BusyWatch.end(watch) }
    do {
      return try Simulation.run(seed: plan.seed) { simulation in
        watch.follow(simulation)
        return try await Scene.$current.withValue(scene) {
          try await Self.perform(simulation, setup, plan, scene, body)
        }
      }
    } catch let error as SimulationError {
      throw scene.explanation(of: error)
    }
  }

  private static func perform<Result: Sendable>(
    _ simulation: Simulation, _ setup: ClusterSetup, _ plan: FaultPlan, _ scene: Scene,
    _ body: @escaping @Sendable (SimulatedCluster) async throws -> Result
  ) async throws -> Result {
    let cluster = try await SimulatedCluster(simulation, setup, plan)
    scene.enter(cluster.trace, cluster.standstill)
    return try await cluster.run(body, scene)
  }

  private init(_ simulation: Simulation, _ setup: ClusterSetup, _ plan: FaultPlan) async throws {
    let time = simulation.world.time
    let timeline = Timeline(time: time, isRecording: setup.recordsTimeline)
    let history = History(time: time, keepsBytes: setup.keepsBytes)
    if setup.recordsTimeline { history.observe { timeline.add(.commit($0)) } }
    let store = try await ObjectStore(
      backend: RecordingBackend(history: history),
      // A lagging API server shows revisions of any age.
      options: StoreOptions(
        historyAge: 365 * 86_400 * 1_000_000_000, leavesUnencoded: true,
        now: { time.now().nanosecondsSince1970 }))
    let standstill = StandstillWatch(simulation)
    let isRecording = setup.recordsTimeline
    trace = Trace(capacity: setup.options.traceCapacity) { record in
      if isRecording { timeline.add(.reconciled(record)) }
      standstill.observe(record)
    }
    self.standstill = standstill
    plane = ControlPlane(
      store: store, world: simulation.world, options: setup.sparedOptions, trace: trace)
    for kind in setup.kinds { plane.service.serve(kind) }
    for controller in setup.surroundings() { plane.manager.add(controller) }
    client = plane.service.client(as: .admin, fieldManager: "test")
    injector = FaultInjector(plan: plan, time: time, timeline: timeline, revision: { store.currentRevision })
    process = Self.process(plane, simulation, setup, injector, trace, timeline)
    self.history = history
    self.timeline = timeline
    self.simulation = simulation
    try await plane.prepare()
    for definition in setup.definitions { try await client.create(definition) }
    startRevision = store.currentRevision
    injector.began(at: startRevision)
  }

  /// The process of the controllers under test, and of the built-in loops that are to meet faults.
  private static func process(
    _ plane: ControlPlane, _ simulation: Simulation, _ setup: ClusterSetup, _ injector: FaultInjector,
    _ trace: Trace, _ timeline: Timeline
  ) -> ControllerProcess? {
    let isEmpty = setup.faultyLoops == .none && setup.controllers().isEmpty
    guard !isEmpty else { return nil }
    let client = plane.service.client(as: .controller("controllers"), fieldManager: "controllers")
    return ControllerProcess(
      client: client, world: simulation.world, injector: injector, trace: trace, timeline: timeline
    ) { world in
      guard setup.faultyLoops != .none else { return setup.controllers() }
      let loops = BuiltInLoops(client: client, world: world, options: setup.options) { cloud in
        FaultyEC2(base: cloud, injector: injector)
      }
      let faulty = loops.controllers.filter {
        setup.faultyLoops.includes($0.name) && setup.options.loops.includes($0.name)
      }
      return faulty + setup.controllers()
    }
  }

  private func run<Result: Sendable>(
    _ body: @escaping @Sendable (SimulatedCluster) async throws -> Result, _ scene: Scene
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        try await plane.manager.run()
        return nil
      }
      if let process {
        group.addTask {
          try await process.run()
          return nil
        }
      }
      if injector.nextNodeDeath() != nil {
        group.addTask {
          await killNodes()
          return nil
        }
      }
      group.addTask { try await scene.noting { try await body(self) } }
      while let result = try await group.next() {
        if let result { return result }
      }
      throw CancellationError()
    }
  }
}
