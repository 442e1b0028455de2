/// Events that a watcher gets at once, and how far it has come with them.
public struct WatchBatch: Sendable {
  /// The events in the order of their revisions; of the initial state, in key order. Empty in a bookmark.
  public let events: [StoreEvent]
  /// Every change up to and with this revision that concerns the watch has been given: a bookmark.
  ///
  /// Throughout the initial state it is the revision of that state.
  public let revision: UInt64
  public let phase: Phase

  public enum Phase: Sendable {
    /// A part of the state in which the watch began; more of it follows.
    case initial
    /// The last part of that state.
    case initialEnd
    /// Changes as they come.
    case live
  }
}
