public import APICore
public import APIMachinery
public import ControlPlane
public import ControllerRuntime
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

  public var seed: UInt64 { simulation.seed }
  public var world: World { simulation.world }
  public var now: Timestamp { world.time.now() }
  /// How many jobs have run: equal runs have run equally many.
  public var stepCount: UInt64 { simulation.stepCount }
  /// What the loops did and why.
  public var trace: Trace { plane.manager.trace }

  /// Runs `body` beside a cluster, to its end.
  ///
  /// - Parameters:
  ///   - seed: Determines everything that is left to chance. The same seed gives the same run, in every process.
  ///   - controllers: The controllers under test, which run beside the built-in loops.
  ///   - keepsBytes: Whether the history keeps the bytes of all versions, and not their digests alone.
  /// - Throws: What `body` throws; ``SimulationError`` when nothing can happen any more and `body` still waits.
  public static func run<Result: Sendable>(
    seed: UInt64 = 0, options: ControlPlaneOptions = ControlPlaneOptions(), controllers: [Controller] = [],
    keepsBytes: Bool = false, _ body: @escaping @Sendable (SimulatedCluster) async throws -> Result
  ) throws -> Result {
    try Simulation.run(seed: seed) { simulation in
      let cluster = try await SimulatedCluster(simulation, options, controllers, keepsBytes)
      return try await cluster.run(body)
    }
  }

  private init(
    _ simulation: Simulation, _ options: ControlPlaneOptions, _ controllers: [Controller], _ keepsBytes: Bool
  ) async throws {
    history = History(time: simulation.world.time, keepsBytes: keepsBytes)
    let store = try await ObjectStore(
      backend: RecordingBackend(history: history),
      options: StoreOptions(now: { simulation.world.time.now().nanosecondsSince1970 }))
    plane = ControlPlane(store: store, world: simulation.world, options: options)
    for controller in controllers { plane.manager.add(controller) }
    client = plane.service.client(as: .admin, fieldManager: "test")
    self.simulation = simulation
    try await plane.prepare()
  }

  private func run<Result: Sendable>(
    _ body: @escaping @Sendable (SimulatedCluster) async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        try await plane.run()
        return nil
      }
      group.addTask { try await body(self) }
      while let result = try await group.next() {
        if let result { return result }
      }
      throw CancellationError()
    }
  }
}
