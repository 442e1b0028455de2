import APIMachinery
import EKSAPI
import Synchronization

/// Groups that could not launch all they wanted: what stood in the way, and when to try again.
///
/// A launch that fails leaves traces that wake the loop, so without a pause a group without capacity would be tried
/// for ever. A new process knows of no pause and tries once more.
final class LaunchPause: Sendable {
  /// How long a group rests after a launch that failed.
  static let length = Duration.seconds(60)

  struct Entry: Sendable {
    var until: Timestamp
    var issues: [NodeGroupIssue]
    /// What the group wanted then: when it wants something else it is tried at once.
    var generation: Int?
  }

  private let entries = Mutex<[ObjectKey: Entry]>([:])

  /// The pause of a group, if it has not passed.
  func current(_ group: NodeGroup, at now: Timestamp) -> Entry? {
    entries.withLock { entries in
      guard let entry = entries[group.key] else { return nil }
      if entry.until > now, entry.generation == group.metadata.generation { return entry }
      entries[group.key] = nil
      return nil
    }
  }

  func begin(_ group: NodeGroup, issues: [NodeGroupIssue], at now: Timestamp) {
    let entry = Entry(until: now + Self.length, issues: issues, generation: group.metadata.generation)
    entries.withLock { $0[group.key] = entry }
  }

  func forget(_ key: ObjectKey) {
    entries.withLock { $0[key] = nil }
  }
}
