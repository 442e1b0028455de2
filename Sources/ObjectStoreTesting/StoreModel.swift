import ObjectStore

/// What a store should hold: every state it was ever in, as plain dictionaries.
struct StoreModel {
  struct Version: Equatable {
    var revision: UInt64
    var value: Int
  }

  struct Change: Equatable {
    var kind: StoreEvent.Kind
    var key: StoreKey
    var revision: UInt64
    var previous: UInt64?
  }

  /// The state at each revision, from `firstRevision` on.
  private(set) var states: [[StoreKey: Version]] = [[:]]
  private(set) var changes: [Change] = []

  static let firstRevision: UInt64 = 1

  var revision: UInt64 { Self.firstRevision + UInt64(states.count - 1) }

  func state(at revision: UInt64) -> [StoreKey: Version] { states[Int(revision - Self.firstRevision)] }

  var newest: [StoreKey: Version] { state(at: revision) }

  /// The keys of a list, in order, with their revisions.
  func list(resource: String, namespace: String?, at revision: UInt64) -> [Change] {
    state(at: revision)
      .filter { $0.key.resource == resource && (namespace == nil || $0.key.namespace == namespace) }
      .sorted { $0.key < $1.key }
      .map { Change(kind: .added, key: $0.key, revision: $0.value.revision) }
  }

  /// The events that a watch gives.
  func changes(resource: String, namespace: String?, after revision: UInt64) -> [Change] {
    changes.filter {
      $0.key.resource == resource && (namespace == nil || $0.key.namespace == namespace)
        && $0.revision > revision
    }
  }

  mutating func put(_ key: StoreKey, _ value: Int) {
    let previous = newest[key]?.revision
    var state = newest
    state[key] = Version(revision: revision + 1, value: value)
    record(
      Change(
        kind: previous == nil ? .added : .modified, key: key, revision: revision + 1, previous: previous),
      state)
  }

  mutating func delete(_ key: StoreKey) {
    var state = newest
    let previous = state.removeValue(forKey: key)?.revision
    record(Change(kind: .deleted, key: key, revision: revision + 1, previous: previous), state)
  }

  private mutating func record(_ change: Change, _ state: [StoreKey: Version]) {
    changes.append(change)
    states.append(state)
  }
}
