public import APIMachinery
public import KubernetesClient
import Logging
import Synchronization

/// Runs controllers, with one shared cache a kind beneath them.
///
/// ```swift
/// let manager = Manager(client: client, world: world)
/// manager.add(Controller("replicaset", ReplicaSetReconciler()).for(ReplicaSet.self).owns(Pod.self))
/// try await manager.run()
/// ```
///
/// Under the simulation executor, in a server and in a program of its own it is the same code: what differs is the
/// client and the world.
public final class Manager: Sendable {
  /// What the controllers did and why.
  public let trace: Trace
  public let metrics: Metrics

  struct State {
    /// All that were added.
    var declared: [Declaration] = []
    /// Those of them that can run.
    var controllers: [ControllerRun] = []
    /// What was added when it was too late.
    var late: [String] = []
    var isRunning = false
    var healthChecks: [HealthCheck] = []
    var readyChecks: [HealthCheck] = []
  }

  let environment: RunEnvironment
  let options: ManagerOptions
  let state = Mutex(State())
  /// What this process may look at of the controllers that are shared; `nil` without sharding.
  let shards: ShardGate?
  /// Opens when the controllers may work.
  let elected = Gate()
  /// Opens when they should come to an end.
  let stopped = Gate()

  /// - Parameter trace: Where the reconciles are noted; a trace of the manager's own if not said. Managers may share one.
  public init(
    client: any Client, world: World, options: ManagerOptions = ManagerOptions(), trace: Trace? = nil
  ) {
    self.options = options
    shards = options.sharding.map { ShardGate(identity: $0.identity) }
    let trace = trace ?? Trace(capacity: options.traceCapacity)
    let metrics = Metrics(time: world.time)
    self.trace = trace
    self.metrics = metrics
    if let election = options.leaderElection { metrics.competes(for: election.lease) }
    environment = RunEnvironment(
      client: client, world: world, informers: InformerSet(namespace: options.namespace), trace: trace,
      metrics: metrics, events: EventSink(client: client, world: world, isOpen: options.writesEvents),
      logger: options.logger ?? .silent,
      gate: options.gate)
  }

  /// Adds a controller. Before ``run()``, and under a name that is new.
  ///
  /// What is wrong with it is said by ``check()`` and by ``run()``, together with all else that is wrong. One that is added
  /// to a manager that runs brings the manager to its end: ``run()`` throws ``RegistrationError``.
  public func add(_ controller: Controller) {
    let declaration = Declaration(controller)
    let isLate = state.withLock { state in
      if state.isRunning {
        state.late.append(
          "controller \"\(controller.name)\" was added to a manager that runs: add it before run()")
      } else {
        state.declared.append(declaration)
      }
      return state.isRunning
    }
    if isLate { return shutDown() }
    guard declaration.problems.isEmpty else { return }
    let run = ControllerRun(controller, in: environment, shards: controller.shardUnit == nil ? nil : shards)
    state.withLock { $0.controllers.append(run) }
  }

  /// The objects that the controllers watch.
  public var cache: Cache { Cache(informers: environment.informers, recorder: nil) }

  /// Brings ``run()`` to an end in good order: no key is looked at any more, the looks under way are finished, the
  /// events written, the lease given up. Looks that take longer than ``ManagerOptions/gracefulShutdownTimeout`` are
  /// cancelled.
  ///
  /// Kubernetes: controller-runtime, the end of the context given to `Manager.Start`.
  public func shutDown() { stopped.open() }
}
