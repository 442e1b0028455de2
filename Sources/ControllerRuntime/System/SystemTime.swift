public import APIMachinery
import Glibc

/// The real time: the wall clock as it stood at the start, moved on by the monotonic clock, so that it never goes
/// back. For executables; everything below takes a ``TimeSource``.
public struct SystemTime: TimeSource {
  private let start: Timestamp
  private let monotonicStart: Timestamp

  public init() {
    start = Self.read(CLOCK_REALTIME)
    monotonicStart = Self.read(CLOCK_MONOTONIC)
  }

  public func now() -> Timestamp { start + (Self.read(CLOCK_MONOTONIC) - monotonicStart) }

  public func sleep(until deadline: Timestamp) async throws {
    let wait = deadline - now()
    if wait > .zero {
      try await Task.sleep(for: wait, clock: ContinuousClock())
    } else {
      try Task.checkCancellation()
    }
  }

  private static func read(_ clock: clockid_t) -> Timestamp {
    var time = timespec()
    clock_gettime(clock, &time)
    return Timestamp(nanosecondsSince1970: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }
}

/// The chance of the operating system. For executables; everything below takes a ``RandomSource``.
public struct SystemRandom: RandomSource {
  public init() {}

  public func next() -> UInt64 {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
  }
}

extension World {
  /// Real time and real chance.
  public static func system() -> World { World(time: SystemTime(), random: SystemRandom()) }
}
