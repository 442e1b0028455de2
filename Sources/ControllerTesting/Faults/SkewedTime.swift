import APIMachinery
import Synchronization

/// The clock of one process: it can be off, and jump. Waits last as long as they would without.
final class SkewedTime: TimeSource {
  private let base: any TimeSource
  private let offset = Mutex(Duration.zero)

  init(_ base: any TimeSource) {
    self.base = base
  }

  func jump(by duration: Duration) { offset.withLock { $0 += duration } }

  /// How much longer it takes until this clock shows a time.
  var lag: Duration { max(.zero, .zero - offset.withLock { $0 }) }

  func now() -> Timestamp { base.now() + offset.withLock { $0 } }

  func sleep(until deadline: Timestamp) async throws {
    try await base.sleep(until: deadline - offset.withLock { $0 })
  }
}
