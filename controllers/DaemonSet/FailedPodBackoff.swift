import APIMachinery
import Synchronization

/// How long failed pods of a set stay on a node before they are replaced: 1 s, doubling to 15 minutes, so that a
/// daemon that always fails does not make pods without end.
///
/// Deleting a failed pod deletes the evidence, so this is remembered; a loop that is started anew begins with 1 s.
///
/// Kubernetes: `client-go/util/flowcontrol.Backoff` with the settings of `pkg/controller/daemon`.
final class FailedPodBackoff: Sendable {
  static let initial = Duration.seconds(1)
  static let limit = Duration.seconds(900)

  private struct Key: Hashable {
    var set: ObjectKey
    var generation: Int
    var node: String
  }

  private struct Entry {
    var delay: Duration
    var since: Timestamp
  }

  private let entries = Mutex<[Key: Entry]>([:])

  /// Asks to replace a failed pod.
  ///
  /// - Parameter generation: A changed template is tried at once.
  /// - Returns: How long to wait; `nil` when it may be replaced now, and the next wait is longer.
  func wait(set: ObjectKey, generation: Int, node: String, now: Timestamp) -> Duration? {
    let key = Key(set: set, generation: generation, node: node)
    return entries.withLock { entries in
      guard let entry = entries[key], now - entry.since <= Self.limit * 2 else {
        entries[key] = Entry(delay: Self.initial, since: now)
        return nil
      }
      let due = entry.since + entry.delay
      if due > now { return due - now }
      entries[key] = Entry(delay: min(entry.delay * 2, Self.limit), since: now)
      return nil
    }
  }

  func forget(set: ObjectKey) {
    entries.withLock { entries in
      entries = entries.filter { $0.key.set != set }
    }
  }
}
