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
    /// `controller_runtime_active_workers`.
    public var activeWorkers = 0
    /// `controller_runtime_max_concurrent_reconciles`.
    public var workers = 0
    /// `controller_runtime_reconcile_time_seconds`.
    public var reconcileTime = Histogram(bounds: Histogram.reconcileBounds)
    /// `workqueue_queue_duration_seconds`.
    public var queueTime = Histogram(bounds: Histogram.queueBounds)
    /// `workqueue_depth`.
    public var depth = 0
    /// `workqueue_adds_total`.
    public var additions: UInt64 = 0
    /// `workqueue_retries_total`.
    public var retries: UInt64 = 0

    public var total: UInt64 { success + requeueAfter + error }
  }

  let name: String
  private let state: Mutex<Snapshot>
  private let queue = Mutex<WorkQueue?>(nil)

  init(name: String, workers: Int) {
    self.name = name
    state = Mutex(Snapshot(workers: workers))
  }

  func observe(_ queue: WorkQueue) {
    self.queue.withLock { $0 = queue }
  }

  var snapshot: Snapshot {
    var snapshot = state.withLock { $0 }
    if let queue = queue.withLock({ $0 }) {
      snapshot.depth = queue.depth
      snapshot.additions = queue.additions
      snapshot.retries = queue.retries
    }
    return snapshot
  }

  func begin() {
    state.withLock { $0.activeWorkers += 1 }
  }

  func end(_ outcome: ReconcileRecord.Outcome, duration: Duration, waited: Duration) {
    state.withLock { state in
      state.activeWorkers -= 1
      state.reconcileTime.observe(duration)
      state.queueTime.observe(waited)
      switch outcome {
      case .action(.done), .action(.awaitChange), .cancelled: state.success += 1
      case .action(.requeue): state.requeueAfter += 1
      case .failed: state.error += 1
      case .terminal:
        state.error += 1
        state.terminalErrors += 1
      }
    }
  }
}
