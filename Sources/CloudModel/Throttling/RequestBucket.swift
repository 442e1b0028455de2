internal import APIMachinery

/// Tokens that requests take and time brings back, never more than the quota's capacity.
struct RequestBucket: Hashable, Sendable {
  let quota: RequestQuota
  private var tokens: Double
  private var filledAt: Timestamp?

  init(_ quota: RequestQuota) {
    self.quota = quota
    tokens = Double(quota.capacity)
  }

  /// Whether `count` tokens are there at `now`.
  ///
  /// - Parameter scale: What a second of EC2 is worth: with 0.1 the bucket fills ten times as fast.
  mutating func has(_ count: Int, at now: Timestamp, scale: Double) -> Bool {
    if let filledAt, now > filledAt {
      let seconds = Double((now - filledAt).nanosecondsClamped) / 1e9 / scale
      tokens = min(Double(quota.capacity), tokens + seconds * quota.refillPerSecond)
    }
    filledAt = max(filledAt ?? now, now)
    return tokens >= Double(count)
  }

  mutating func take(_ count: Int) { tokens -= Double(count) }
}
