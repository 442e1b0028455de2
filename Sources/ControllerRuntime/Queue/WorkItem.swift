public import APIMachinery

/// How soon a key should be looked at.
public enum Priority: UInt8, Sendable, Hashable, Comparable {
  /// After everything else: the objects that were there at start-up.
  case low
  case normal

  public static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
}

/// A key that a worker took from a queue. The worker must give it back with ``WorkQueue/finish(_:_:)``.
public struct WorkItem: Sendable {
  public let key: ObjectKey
  /// What was folded into this one look, oldest first; at most ``causeLimit``.
  public let causes: [Cause]
  /// How many further causes were folded.
  public let droppedCauses: Int
  /// How many times in a row the key failed.
  public let failures: Int
  public let priority: Priority
  /// How long the key was ready and waiting.
  public let waited: Duration

  public static let causeLimit = 16
}

/// How work on a key ended.
public enum Completion: Sendable, Hashable {
  /// Forgets the failures of the key.
  case success
  /// Forgets the failures of the key and looks again after a time.
  case requeue(after: Duration)
  /// Counts a failure and looks again after the back-off.
  case failure
  /// Counts nothing and does not look again before the next change.
  case drop
}
