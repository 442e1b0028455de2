import APIMachinery

/// Lets through so many a second and no more than one at once.
struct TokenBucket: Sendable {
  /// Tokens a second.
  private(set) var rate: Double
  private var tokens: Double = 1
  private var filledAt: Timestamp?

  init(rate: Double) {
    self.rate = rate
  }

  /// Takes a token if there is one.
  mutating func take(at now: Timestamp) -> Bool {
    fill(at: now)
    guard rate > 0, tokens >= 1 else { return false }
    tokens -= 1
    return true
  }

  /// Changes the rate; tokens gathered so far stay.
  mutating func setRate(_ newRate: Double, at now: Timestamp) {
    fill(at: now)
    rate = newRate
  }

  private mutating func fill(at now: Timestamp) {
    if let filledAt, now > filledAt {
      tokens = min(1, tokens + Double((now - filledAt).nanosecondsClamped) / 1e9 * rate)
    }
    filledAt = max(filledAt ?? now, now)
  }
}
