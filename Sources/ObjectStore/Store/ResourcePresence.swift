import Synchronization

/// Answers again and again whether a resource has objects, without looking for it by its name.
public final class ResourcePresence: Sendable {
  public let resource: String
  /// The number of the resource in the store; while the store does not know it, how many it knows, as -2, -3, ...
  private let memory = Atomic(-1)

  public init(_ resource: String) {
    self.resource = resource
  }

  /// Whether the resource has objects in `store`: always the same one.
  ///
  /// - Complexity: O(1).
  public func isConfirmed(by store: ObjectStore) -> Bool {
    let memory = memory.load(ordering: .relaxed)
    let (count, found) = store.state.withLock { state -> (Int, Int) in
      if memory >= 0 { return (state.resources[memory].index.count, memory) }
      let absent = -2 - state.resources.count
      if memory == absent { return (0, absent) }
      guard let number = state.names.number(of: resource) else { return (0, absent) }
      return (state.resources[number].index.count, number)
    }
    if found != memory { self.memory.store(found, ordering: .relaxed) }
    return count > 0
  }
}
