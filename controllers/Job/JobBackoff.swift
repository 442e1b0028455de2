import APIMachinery

/// How long a job waits before it replaces failed pods.
///
/// Kubernetes: `pkg/controller/job/backoff_utils.go`: 10 s, doubled with each failure in a row, at most 10 min.
enum JobBackoff {
  static let initial = Duration.seconds(10)
  static let limit = Duration.seconds(600)

  /// The failures since the last success.
  static func streak(failures: [Timestamp], lastSuccess: Timestamp?) -> (length: Int, last: Timestamp)? {
    let recent = failures.filter { time in lastSuccess.map { time > $0 } ?? true }
    return recent.max().map { (recent.count, $0) }
  }

  static func delay(failures: Int) -> Duration {
    guard failures > 0 else { return .zero }
    return failures > 6 ? limit : min(limit, initial * (1 << (failures - 1)))
  }

  /// How long is left to wait; `nil` when pods may be made.
  static func wait(failures: Int, last: Timestamp, now: Timestamp) -> Duration? {
    let end = last + delay(failures: failures)
    return end > now ? end - now : nil
  }
}
