/// What a leader writes at once.
struct CommitBatch: Sendable {
  let groups: [CommitGroup]
  let compaction: BackendCompaction?

  /// Makes the new versions, outside of the store's lock; gives them in the backend's form.
  func encode() -> BackendBatch {
    var records: [BackendRecord] = []
    records.reserveCapacity(groups.count)
    for group in groups {
      for write in group.writes {
        write.encode()
        guard let event = write.outcome?.kept else { continue }
        records.append(BackendRecord(kind: event.kind, object: event.object))
      }
    }
    return BackendBatch(records: records, compaction: compaction)
  }
}

/// What is left to do, outside of the lock, after a batch was settled.
struct CommitEffects: Sendable {
  /// The callers whose writes were settled, in the order of their revisions.
  var callers: [CommitGroup.Resumption] = []
  /// Those whose compare-and-set waited for one of the writes.
  var waiters: [UnsafeContinuation<Void, Never>] = []
  var deliveries: [Delivery] = []
  /// Events that fell out of the history: released outside of the lock, since that frees memory.
  var trimmed: [StoreEvent] = []

  func resumeCallers() {
    for caller in callers { caller() }
    for waiter in waiters { waiter.resume() }
  }

  /// Hands the events to their watchers; gives the watchers that are no longer alive.
  func deliver() -> [Watcher] {
    var dead: [Watcher] = []
    for delivery in deliveries {
      for watcher in delivery.watchers where !watcher.push(delivery) { dead.append(watcher) }
    }
    return dead
  }
}
