/// The state of a resource at a revision, for readers outside of the lock.
struct StateSnapshot: Sendable {
  let revision: UInt64
  /// Nil if nobody has written the resource.
  let resource: Int?
  var index = ObjectIndex()
  /// The later events that `index` still shows, oldest first.
  var undo: [StoreEvent] = []

  /// Takes the later events back; true if there were any.
  mutating func rebuild() -> Bool {
    guard !undo.isEmpty else { return false }
    for event in undo.reversed() {
      if let previous = event.previous {
        index.set(previous)
      } else {
        index.remove(namespace: event.key.namespace, name: event.key.name)
      }
    }
    undo = []
    return true
  }
}

extension StoreState {
  /// The state of a resource at `revision`, or the newest.
  mutating func snapshot(of resource: String, at revision: UInt64?) -> Result<StateSnapshot, StoreError> {
    let revision = revision ?? durable
    if let error = rangeError(revision) { return .failure(error) }
    guard let number = names.number(of: resource) else {
      return .success(StateSnapshot(revision: revision, resource: nil))
    }
    if revision < durable, let index = snapshots.find(resource: number, revision: revision) {
      return .success(StateSnapshot(revision: revision, resource: number, index: index))
    }
    let undo = revision < durable ? history.events(after: revision, resource: number) : []
    return .success(
      StateSnapshot(revision: revision, resource: number, index: resources[number].index, undo: undo))
  }

  /// Keeps a snapshot for the pages that are to come.
  mutating func keep(_ snapshot: StateSnapshot) {
    guard let resource = snapshot.resource, snapshot.revision >= history.compacted else { return }
    snapshots.add(snapshot.index, resource: resource, revision: snapshot.revision)
  }

  /// Registers a watcher of the changes after `revision`; with nil or 0, of the whole state and what follows.
  mutating func watch(
    resource: String, namespace: String?, from revision: UInt64?, options: WatchOptions
  ) -> Result<Watcher, StoreError> {
    let number = number(of: resource)
    let wantsState = revision == nil || revision == 0
    if let revision, !wantsState, let error = rangeError(revision) { return .failure(error) }
    var initial: WatcherState.Initial?
    if wantsState {
      let index = resources[number].index
      let (start, end) = index.range(namespace: namespace, after: nil)
      initial = WatcherState.Initial(index: index, place: start, end: end, revision: durable)
    }
    let replay =
      wantsState
      ? []
      : history.events(after: revision ?? durable, resource: number) { event in
        namespace == nil || event.key.namespace == namespace
      }
    let state = WatcherState(
      limit: options.bufferLimit, filter: options.filter, initial: initial, replay: replay, revision: durable)
    let watcher = Watcher(resource: number, namespace: namespace, state: state)
    resources[number].watchers.add(watcher)
    return .success(watcher)
  }

  private func rangeError(_ revision: UInt64) -> StoreError? {
    if revision > durable { return .futureRevision(requested: revision, current: durable) }
    if revision < history.compacted { return .expired(requested: revision, oldest: history.compacted) }
    return nil
  }
}
