public import APIMachinery

/// Where a source of a controller puts the keys that are to be looked at.
public struct KeySink: Sendable {
  let queue: WorkQueue

  public func add(_ key: ObjectKey) {
    queue.add(key, cause: Cause(.source))
  }

  /// - Parameter delay: After which the key is looked at, if nothing brings it sooner.
  public func add(_ key: ObjectKey, after delay: Duration) {
    queue.add(key, cause: Cause(.source), after: delay)
  }
}
