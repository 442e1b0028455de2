public import APIMachinery
public import KubernetesClient
import Synchronization

/// Runs controllers, with one shared cache a kind beneath them.
///
/// ```swift
/// let manager = Manager(client: client, world: world)
/// manager.add(Controller("replicaset", ReplicaSetReconciler()).for(ReplicaSet.self).owns(Pod.self))
/// try await manager.run()
/// ```
public final class Manager: Sendable {
  /// What the controllers did and why.
  public let trace: Trace
  public let metrics = Metrics()

  private struct State {
    var controllers: [ControllerRun] = []
    var isRunning = false
  }

  private let environment: RunEnvironment
  private let options: ManagerOptions
  private let state = Mutex(State())
  private let elected = Gate()

  /// - Parameter trace: Where the reconciles are noted; a trace of the manager's own if not said. Managers may share one.
  public init(
    client: any Client, world: World, options: ManagerOptions = ManagerOptions(), trace: Trace? = nil
  ) {
    self.options = options
    let trace = trace ?? Trace(capacity: options.traceCapacity)
    self.trace = trace
    environment = RunEnvironment(
      client: client, world: world, informers: InformerSet(namespace: options.namespace), trace: trace,
      metrics: metrics,
      events: EventSink(client: client, world: world))
  }

  /// Adds a controller. Before ``run()``, and under a name that is new.
  public func add(_ controller: Controller) {
    let run = ControllerRun(controller, in: environment)
    state.withLock { state in
      precondition(!state.isRunning, "controller \(controller.name) was added to a manager that runs")
      precondition(
        !state.controllers.contains { $0.controller.name == controller.name },
        "there are two controllers \(controller.name)")
      state.controllers.append(run)
    }
  }

  /// The objects that the controllers watch.
  public var cache: Cache { Cache(informers: environment.informers, recorder: nil) }

  /// Runs the controllers until the task is cancelled; all they started has ended then.
  ///
  /// With leader election the caches run from the start and the controllers from the election on.
  ///
  /// - Throws: ``LeadershipLost`` when another process has taken over. Cancellation is not an error.
  public func run() async throws {
    let controllers = state.withLock { state in
      precondition(!state.isRunning, "a manager runs once")
      state.isRunning = true
      return state.controllers
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      for informer in environment.informers.all {
        group.addTask { await self.reflector(for: informer).run() }
      }
      group.addTask {
        await self.environment.dynamicInformers.run { await self.reflector(for: $0).run() }
      }
      group.addTask { await self.environment.events.run() }
      for controller in controllers {
        group.addTask { if await self.elected.wait() { await controller.run() } }
      }
      if let election = options.leaderElection {
        group.addTask { try await self.elect(election) }
      } else {
        elected.open()
      }
      while try await group.next() != nil {}
    }
  }

  private func elect(_ election: LeaderElection) async throws {
    let elector = LeaderElector(
      election: election, client: environment.client, world: environment.world)
    try await elector.run { self.elected.open() }
  }

  private func reflector(for informer: Informer) -> Reflector {
    Reflector(
      informer: informer, client: environment.client, world: environment.world,
      options: ReflectorOptions(watchTimeout: options.watchTimeout))
  }

  // MARK: Health

  /// Whether the manager does its work.
  public var health: Health {
    let controllers = state.withLock { $0.controllers }
    return Health(
      isLeader: elected.isOpen,
      waitingForCaches: controllers.filter { !$0.isSynced }.map(\.controller.name))
  }

  public struct Health: Sendable, Hashable {
    /// Whether the controllers may work: always, without leader election.
    public let isLeader: Bool
    /// The controllers whose caches are not filled yet.
    public let waitingForCaches: [String]

    /// Whether all caches are filled: what `/readyz` answers.
    public var isReady: Bool { waitingForCaches.isEmpty }
  }
}

/// How a manager runs.
public struct ManagerOptions: Sendable {
  /// The namespace to watch; all when `nil`.
  public var namespace: String?
  /// After how long the API should end each watch, to be resumed; never when `nil`. Clients of a remote API
  /// should set some minutes.
  public var watchTimeout: Duration?
  /// How many reconciles the trace keeps.
  public var traceCapacity: Int
  /// Lets one of several managers work; `nil` when there is only this one.
  public var leaderElection: LeaderElection?

  public init(
    namespace: String? = nil, watchTimeout: Duration? = nil, traceCapacity: Int = 1024,
    leaderElection: LeaderElection? = nil
  ) {
    self.namespace = namespace
    self.watchTimeout = watchTimeout
    self.traceCapacity = traceCapacity
    self.leaderElection = leaderElection
  }
}
