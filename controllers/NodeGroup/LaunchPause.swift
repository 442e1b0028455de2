import APIMachinery
import CloudModel
import EKSAPI
import Synchronization

/// Groups that could not launch all they wanted: what stood in the way, and when to try again.
///
/// A launch that fails leaves traces that wake the loop, so without a pause a group without capacity would be tried
/// for ever. A new process knows of no pause and tries once more.
final class LaunchPause: Sendable {
  /// How long a group rests after a launch for which EC2 had no room.
  static let length = Duration.seconds(60)
  /// The wait after the first of several throttled calls in a row; it doubles, up to the maximum.
  ///
  /// AWS SDKs: exponential back-off with jitter, at most 20 s.
  static let throttledMin = Duration.seconds(1)
  static let throttledMax = Duration.seconds(20)

  /// What a group launches instances for.
  enum Work: Hashable, Sendable {
    /// To have its size.
    case size
    /// To even its zones out.
    case balance
  }

  struct Entry: Sendable {
    var until: Timestamp
    var issues: [NodeGroupIssue]
    /// What the group wanted then: when it wants something else it is tried at once.
    var generation: Int?
  }

  private struct Place: Hashable {
    let group: ObjectKey
    let work: Work
  }

  private struct State {
    var entries: [Place: Entry] = [:]
    /// How often in a row a group's calls were too many.
    var throttled: [ObjectKey: Int] = [:]
  }

  private let state = Mutex(State())

  /// The pause of a group, if it has not passed.
  func current(_ group: NodeGroup, _ work: Work, at now: Timestamp) -> Entry? {
    state.withLock { state in
      let place = Place(group: group.key, work: work)
      guard let entry = state.entries[place] else { return nil }
      if entry.until > now, entry.generation == group.metadata.generation { return entry }
      state.entries[place] = nil
      return nil
    }
  }

  /// - Parameter chance: A random number below 1000: groups that were refused together shall not come back together.
  /// - Returns: How long the group rests.
  func begin(
    _ group: NodeGroup, _ work: Work, issues: [NodeGroupIssue], isThrottled: Bool, at now: Timestamp,
    chance: UInt64
  ) -> Duration {
    state.withLock { state in
      var length = Self.length
      if isThrottled {
        let times = state.throttled[group.key, default: 0]
        state.throttled[group.key] = times + 1
        let half = min(Self.throttledMin * (1 << min(times, 5)), Self.throttledMax) / 2
        length = half + half.thousandths(chance)
      }
      state.entries[Place(group: group.key, work: work)] = Entry(
        until: now + length, issues: issues, generation: group.metadata.generation)
      return length
    }
  }

  /// Notes that EC2 took all calls.
  func succeeded(_ key: ObjectKey) {
    state.withLock { $0.throttled[key] = nil }
  }

  func forget(_ key: ObjectKey) {
    state.withLock { state in
      state.throttled[key] = nil
      for work in [Work.size, .balance] { state.entries[Place(group: key, work: work)] = nil }
    }
  }
}
