/// What a leader writes at once.
struct CommitBatch: Sendable {
  /// All writes, the leader's own first, in the order of their revisions.
  let writes: [PendingWrite]
  /// The groups of those who wait for the leader.
  let followers: [CommitGroup]
  let compaction: BackendCompaction?

  init(_ own: CommitGroup, followers: [CommitGroup], compaction: BackendCompaction?) {
    writes = followers.isEmpty ? own.writes : own.writes + followers.flatMap(\.writes)
    self.followers = followers
    self.compaction = compaction
  }

  /// Makes the new versions, outside of the store's lock; gives them in the backend's form.
  func encode() -> BackendBatch {
    let records = writes.map { write in
      write.encode()
      let event = write.kept
      return BackendRecord(kind: event.kind, object: event.object)
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
