extension Duration {
  /// The length as kubectl's AGE column shows it: two units at most, fewer as it grows.
  ///
  /// Kubernetes: `apimachinery/pkg/util/duration HumanDuration`. A little below zero is `0s`, because clocks
  /// differ; more is `<invalid>`.
  public var human: String {
    let seconds = nanosecondsClamped / 1_000_000_000
    if seconds < -1 { return "<invalid>" }
    if seconds < 0 { return "0s" }
    let (minutes, hours) = (seconds / 60, seconds / 3600)
    if seconds < 120 { return "\(seconds)s" }
    if minutes < 10 { return Self.pair(minutes, "m", seconds % 60, "s") }
    if minutes < 180 { return "\(minutes)m" }
    if hours < 8 { return Self.pair(hours, "h", minutes % 60, "m") }
    if hours < 48 { return "\(hours)h" }
    let days = hours / 24
    if hours < 24 * 8 { return Self.pair(days, "d", hours % 24, "h") }
    if hours < 24 * 365 * 2 { return "\(days)d" }
    if hours < 24 * 365 * 8 { return Self.pair(days / 365, "y", days % 365, "d") }
    return "\(days / 365)y"
  }

  private static func pair(_ major: Int64, _ majorUnit: String, _ minor: Int64, _ minorUnit: String) -> String
  {
    minor == 0 ? "\(major)\(majorUnit)" : "\(major)\(majorUnit)\(minor)\(minorUnit)"
  }
}
