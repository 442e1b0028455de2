import APIMachinery

/// How fast a queue lets failed keys come back.
///
/// Kubernetes: client-go `DefaultTypedControllerRateLimiter`: the longer of 5 ms doubling to 1000 s for the key,
/// and 10 a second with bursts of 100 for the whole queue.
public struct RateLimits: Sendable, Hashable {
  /// The wait after a key's first failure; doubles with each further one.
  public var backoffMin: Duration
  public var backoffMax: Duration
  /// Keys a second over the whole queue.
  public var rate: Double
  /// Keys that may come back at once.
  public var burst: Int

  public init(
    backoffMin: Duration = .milliseconds(5), backoffMax: Duration = .seconds(1000), rate: Double = 10,
    burst: Int = 100
  ) {
    self.backoffMin = backoffMin
    self.backoffMax = backoffMax
    self.rate = rate
    self.burst = burst
  }

  /// The wait after a key failed `failures` times before.
  func backoff(failures: Int) -> Duration {
    let nanoseconds = backoffMin.nanosecondsClamped
    let (value, overflow) = nanoseconds.multipliedReportingOverflow(by: 1 << Int64(min(failures, 40)))
    return overflow ? backoffMax : min(.nanoseconds(value), backoffMax)
  }
}

/// Tokens that come at a steady rate; taking one that is not there yet means waiting for it.
struct TokenBucket {
  private let interval: Int64
  private let burst: Int64
  /// When the bucket would be full.
  private var fullAt: Timestamp?

  init(rate: Double, burst: Int) {
    interval = rate > 0 ? Int64(1e9 / rate) : 0
    self.burst = Int64(max(1, burst))
  }

  /// Takes a token and gives the time until it is there.
  mutating func reserve(at now: Timestamp) -> Duration {
    let base = max(fullAt ?? now, now)
    let next = base + .nanoseconds(interval)
    fullAt = next
    return max(.zero, next - now - .nanoseconds(interval * burst))
  }

  /// Takes a token if there is one.
  mutating func take(at now: Timestamp) -> Bool {
    let next = max(fullAt ?? now, now) + .nanoseconds(interval)
    guard next - now <= .nanoseconds(interval * burst) else { return false }
    fullAt = next
    return true
  }
}
