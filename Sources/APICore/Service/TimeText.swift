import APIMachinery
import Synchronization

/// The time of writes as objects have it. Most writes fall into the second of the one before, and share its
/// text.
final class TimeText: Sendable {
  private let last = Mutex<(second: Int64, text: String)>((.min, ""))

  /// A time in UTC with whole seconds, rounded down.
  func text(of time: Timestamp) -> String {
    let second = time.secondsSince1970
    return last.withLock { last in
      if last.second != second { last = (second, time.rfc3339) }
      return last.text
    }
  }
}
