public import APIMachinery
import Synchronization

/// Asks for looks from outside of a controller, for reasons that are no objects: a line between two parts of one node,
/// a callback of a device.
///
/// Kubernetes: controller-runtime `source.Channel`.
public final class KeySignal: Sendable {
  private let queues = Mutex<[WorkQueue]>([])

  public init() {}

  /// Schedules a look at `key` in every controller that ``Controller/wakes(on:)`` this signal.
  public func send(_ key: ObjectKey) {
    for queue in queues.withLock({ $0 }) { queue.add(key, cause: Cause(.source)) }
  }

  func attach(_ queue: WorkQueue) { queues.withLock { $0.append(queue) } }
}

extension Controller {
  /// Reconciles the keys that are sent to `signal`.
  public consuming func wakes(on signal: KeySignal) -> Controller {
    with { $0.signals.append(signal) }
  }
}
