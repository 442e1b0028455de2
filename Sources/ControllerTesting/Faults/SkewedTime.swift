import APIMachinery
import Synchronization

/// The clock of one process: it can be off, and jump. Waits last as long as they would without.
final class SkewedTime: TimeSource {
  private let base: any TimeSource
  private let skew = Mutex(Skew())

  private struct Skew {
    var offset = Duration.zero
    /// How far ahead the clock has been.
    var peak = Duration.zero

    mutating func jump(by duration: Duration) {
      offset += duration
      peak = max(peak, offset)
    }
  }

  init(_ base: any TimeSource) {
    self.base = base
  }

  func jump(by duration: Duration) { skew.withLock { $0.jump(by: duration) } }

  /// How much longer it takes until this clock shows a time that was reckoned before it jumped back.
  var lag: Duration { skew.withLock { $0.peak - $0.offset } }

  func now() -> Timestamp {
    let offset = skew.withLock { $0.offset }
    // Most clocks are right, and adding a duration divides 128 bits.
    return offset == .zero ? base.now() : base.now() + offset
  }

  func sleep(until deadline: Timestamp) async throws {
    try await base.sleep(until: deadline - skew.withLock { $0.offset })
  }
}
