import APIMachinery
import Synchronization

/// The figures of one controller.
public final class ControllerMetrics: Sendable {
  public struct Snapshot: Sendable, Hashable {
    /// `controller_runtime_reconcile_total`, by result.
    public var success: UInt64 = 0
    public var requeueAfter: UInt64 = 0
    public var error: UInt64 = 0
    /// `controller_runtime_terminal_reconcile_errors_total`.
    public var terminalErrors: UInt64 = 0
    /// `controller_runtime_reconcile_timeouts_total`.
    public var timeouts: UInt64 = 0
    /// `controller_runtime_active_workers`.
    public var activeWorkers = 0
    /// `controller_runtime_max_concurrent_reconciles`.
    public var workers = 0
    /// `controller_runtime_reconcile_time_seconds`.
    public var reconcileTime = Histogram(bounds: Histogram.reconcileBounds)
    /// `workqueue_queue_duration_seconds`.
    public var queueTime = Histogram(bounds: Histogram.queueBounds)
    /// `workqueue_work_duration_seconds`.
    public var workTime = Histogram(bounds: Histogram.queueBounds)
    /// `workqueue_unfinished_work_seconds`: how long the looks under way have taken together.
    public var unfinishedWork = Duration.zero
    /// `workqueue_longest_running_processor_seconds`: how long the oldest look under way has taken.
    public var longestRunning = Duration.zero
    /// `workqueue_depth`.
    public var depth = 0
    /// `workqueue_adds_total`.
    public var additions: UInt64 = 0
    /// `workqueue_retries_total`.
    public var retries: UInt64 = 0

    public var total: UInt64 { success + requeueAfter + error }
  }

  let name: String

  private struct State {
    /// `nil` before the first look, to which many controllers of a cluster never come.
    var figures: Snapshot?
    /// When the looks under way began. They are few: no more than there are workers.
    var started: [(ticket: Int, at: Timestamp)] = []
    var nextTicket = 0
  }

  private let workers: Int
  private let time: any TimeSource
  private let state = Mutex(State())
  private let queue = Mutex<WorkQueue?>(nil)

  init(name: String, workers: Int, time: any TimeSource) {
    self.name = name
    self.workers = workers
    self.time = time
  }

  func observe(_ queue: WorkQueue) {
    self.queue.withLock { $0 = queue }
  }

  var snapshot: Snapshot {
    let now = time.now()
    var snapshot = state.withLock { state in
      var figures = state.figures ?? Snapshot(workers: workers)
      for look in state.started {
        figures.unfinishedWork += now - look.at
        figures.longestRunning = max(figures.longestRunning, now - look.at)
      }
      return figures
    }
    if let queue = queue.withLock({ $0 }) {
      snapshot.depth = queue.depth
      snapshot.additions = queue.additions
      snapshot.retries = queue.retries
    }
    return snapshot
  }

  /// - Returns: What to end the look with.
  func begin(at now: Timestamp) -> Int {
    state.withLock { state in
      if state.nextTicket == 0 { state.figures = Snapshot(workers: workers) }
      state.figures?.activeWorkers += 1
      state.nextTicket += 1
      state.started.append((state.nextTicket, now))
      return state.nextTicket
    }
  }

  func end(_ ticket: Int, _ outcome: ReconcileRecord.Outcome, duration: Duration, waited: Duration) {
    state.withLock { state in
      if let position = state.started.firstIndex(where: { $0.ticket == ticket }) {
        state.started.remove(at: position)
      }
      state.figures?.end(outcome, duration: duration, waited: waited)
    }
  }

  func timedOut() {
    state.withLock { state -> Void in state.figures?.timeouts += 1 }
  }
}

extension ControllerMetrics.Snapshot {
  fileprivate mutating func end(
    _ outcome: ReconcileRecord.Outcome, duration: Duration, waited: Duration
  ) {
    activeWorkers -= 1
    let seconds = duration.seconds
    reconcileTime.observe(seconds)
    workTime.observe(seconds)
    queueTime.observe(waited.seconds)
    switch outcome {
    case .action(.done), .action(.awaitChange), .cancelled: success += 1
    case .action(.requeue): requeueAfter += 1
    case .failed: error += 1
    case .terminal:
      error += 1
      terminalErrors += 1
    }
  }
}
