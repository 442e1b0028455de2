import APIMachinery
import Synchronization

/// Time that stands still until it is moved, and a seeded source of chance.
final class TestClock: TimeSource {
  private let time = Mutex(Timestamp(secondsSince1970: 1_780_000_000))

  func now() -> Timestamp { time.withLock { $0 } }
  func sleep(until deadline: Timestamp) async throws { advance(to: deadline) }
  func advance(by duration: Duration) { time.withLock { $0 = $0 + duration } }
  private func advance(to deadline: Timestamp) { time.withLock { $0 = max($0, deadline) } }
}

/// SplitMix64.
final class TestRandom: RandomSource {
  private let state: Mutex<UInt64>

  init(seed: UInt64 = 1) { state = Mutex(seed) }

  func next() -> UInt64 {
    state.withLock { state in
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
