public import Logging

/// How a manager runs.
public struct ManagerOptions: Sendable {
  /// What a process does while another one leads.
  public enum Standby: Sendable, Hashable {
    /// Keeps its caches and queues up to date, to work from the first moment on.
    case warm
    /// Nothing: it lists and watches from the election on, and costs the API nothing before.
    case cold
  }

  /// The namespace to watch; all when `nil`.
  public var namespace: String?
  /// After how long the API should end each watch, to be resumed; never when `nil`. Clients of a remote API
  /// should set some minutes.
  public var watchTimeout: Duration?
  /// How many reconciles the trace keeps.
  public var traceCapacity: Int
  /// Lets one of several managers work; `nil` when there is only this one.
  public var leaderElection: LeaderElection?
  /// Lets several managers share the keys of the controllers that are ``Controller/sharded(by:)``.
  public var sharding: Sharding?
  /// What to do before the election. Kubernetes: controller-runtime `EnableWarmup`.
  public var standby: Standby
  /// How long the caches may take to be filled before ``Manager/run()`` ends with ``CachesNotFilled``; for ever when `nil`.
  /// In a process of its own, two minutes are usual.
  ///
  /// Kubernetes: controller-runtime `CacheSyncTimeout`, 2 min.
  public var cacheSyncTimeout: Duration?
  /// How long looks under way may take after ``Manager/shutDown()``.
  ///
  /// Kubernetes: controller-runtime `GracefulShutdownTimeout`, 30 s.
  public var gracefulShutdownTimeout: Duration
  /// Whether the events that its controllers record are written.
  public var writesEvents: Bool
  /// Where the manager and its controllers log; nowhere when `nil`.
  public var logger: Logger?
  /// What every reconcile has to pass; open for all when `nil`.
  public var gate: ReconcileGate?

  public init(
    namespace: String? = nil, watchTimeout: Duration? = nil, traceCapacity: Int = 1024,
    leaderElection: LeaderElection? = nil, sharding: Sharding? = nil, standby: Standby = .warm,
    cacheSyncTimeout: Duration? = nil, gracefulShutdownTimeout: Duration = .seconds(30),
    writesEvents: Bool = true, logger: Logger? = nil,
    gate: ReconcileGate? = nil
  ) {
    self.namespace = namespace
    self.watchTimeout = watchTimeout
    self.traceCapacity = traceCapacity
    self.leaderElection = leaderElection
    self.sharding = sharding
    self.standby = standby
    self.cacheSyncTimeout = cacheSyncTimeout
    self.gracefulShutdownTimeout = gracefulShutdownTimeout
    self.writesEvents = writesEvents
    self.logger = logger
    self.gate = gate
  }
}

extension Logger {
  /// Logs nowhere.
  static let silent = Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() }
}
