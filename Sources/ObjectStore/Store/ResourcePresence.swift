import Synchronization

/// Answers again and again whether a resource has objects: in a few nanoseconds as long as it never had any.
public final class ResourcePresence: Sendable {
  public let resource: String
  /// How many resources the store knew when this one was not among them; -1 before the first answer. A resource that is
  /// known stays known.
  private let absentAmong = Atomic(-1)

  public init(_ resource: String) {
    self.resource = resource
  }

  /// Whether the resource has objects in `store`: always the same one.
  ///
  /// - Complexity: O(1).
  public func isConfirmed(by store: ObjectStore) -> Bool {
    let absent = absentAmong.load(ordering: .relaxed)
    let (count, known) = store.state.withLock { state -> (Int, Int) in
      if state.resources.count == absent { return (0, -1) }
      guard let number = state.knownNumber(of: resource) else { return (0, state.resources.count) }
      return (state.resources[number].index.count, -1)
    }
    if known >= 0 { absentAmong.store(known, ordering: .relaxed) }
    return count > 0
  }
}
