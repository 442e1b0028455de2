extension StoreState {
  /// What a caller of `commit` is to do.
  enum Admission: Sendable {
    case leads(CommitGroup)
    case follows(CommitGroup)
    case blocked(PendingWrite)
    case refused(StoreError)
  }

  /// Records become obsolete one by one; the backend is told of this many at once.
  static let compactionSize = 256

  /// Gives revisions to the mutations of a commit, if all of them may go ahead.
  mutating func admit(_ mutations: [Mutation]) -> Admission {
    if let refusal { return .refused(refusal) }
    var writes: [PendingWrite] = []
    writes.reserveCapacity(mutations.count)
    for mutation in mutations {
      switch take(mutation) {
      case .taken(let write): writes.append(write)
      case .stopped(let admission):
        queue.withdraw(writes)
        return admission
      }
    }
    return enqueue(CommitGroup(writes: writes))
  }

  /// Gives a revision to the only mutation of a commit, if it may go ahead.
  mutating func admit(_ mutation: Mutation) -> Admission {
    if let refusal { return .refused(refusal) }
    switch take(mutation) {
    case .taken(let write): return enqueue(CommitGroup(writes: [write]))
    case .stopped(let admission): return admission
    }
  }

  private enum Taking {
    case taken(PendingWrite)
    case stopped(Admission)
  }

  private mutating func take(_ mutation: Mutation) -> Taking {
    var key = mutation.key
    let known = names.number(of: key.resource)
    let durable = known.flatMap { resources[$0].find(namespace: key.namespace, name: key.name) }
    switch queue.judge(mutation, durable: durable) {
    case .admitted(let base):
      let resource = known ?? number(of: key.resource)
      key.resource = resources[resource].name  // one copy of the name for all of its objects
      return .taken(queue.admit(mutation.change, key: key, resource: resource, base: base))
    case .refused(let error): return .stopped(.refused(error))
    case .blocked(let write): return .stopped(.blocked(write))
    }
  }

  mutating func enqueue(_ group: CommitGroup) -> Admission {
    queue.enqueue(group) ? .leads(group) : .follows(group)
  }

  /// Gives the leader its batch, which begins with its own group.
  mutating func takeBatch(of own: CommitGroup) -> CommitBatch {
    let followers = queue.takeGroups(behind: own)
    let isDue =
      obsolete.count >= Self.compactionSize || own.flushesCompaction
      || followers.contains(where: \.flushesCompaction)
    guard isDue else { return CommitBatch(own, followers: followers, compaction: nil) }
    defer { obsolete = [] }
    return CommitBatch(
      own, followers: followers,
      compaction: BackendCompaction(revision: history.compacted, obsolete: obsolete))
  }

  /// Makes a durable batch visible.
  mutating func apply(_ batch: CommitBatch, now: Int64) -> CommitEffects {
    var effects = CommitEffects()
    for write in batch.writes {
      queue.settle(write, waking: &effects.waiters)
      apply(write.kept, resource: write.resource, now: now)
    }
    var open = batch.writes
    while let resource = open.first?.resource {
      let writes = open.takeAll { $0.resource == resource }
      resources[resource].watchers.addDeliveries(of: writes, revision: durable, to: &effects.deliveries)
    }
    effects.trimmed = trimHistory(now: now)
    effects.callers = batch.followers.compactMap { $0.settle(.committed) }
    return effects
  }

  private mutating func apply(_ event: StoreEvent, resource: Int, now: Int64) {
    durable = event.revision
    history.append(event, resource: resource, time: now)
    if event.kind == .deleted {
      resources[resource].remove(namespace: event.key.namespace, name: event.key.name)
    } else {
      resources[resource].set(event.object)
    }
  }

  /// Fails a batch that the backend did not take, and whatever was admitted on top of it.
  mutating func fail(_ batch: CommitBatch, _ error: BackendError) -> CommitEffects {
    var effects = CommitEffects()
    if error.code != .rejected, refusal == nil { refusal = .unavailable(error) }
    if let compaction = batch.compaction { obsolete = compaction.obsolete + obsolete }
    let behind = queue.takeAllGroups()
    for write in batch.writes + behind.flatMap(\.writes) {
      queue.settle(write, waking: &effects.waiters)
    }
    effects.callers = (batch.followers + behind).compactMap { $0.settle(.failed(.unavailable(error))) }
    return effects
  }

  /// Ends the leader's turn and wakes the next one.
  mutating func handOver(dead: [Watcher]) -> CommitGroup.Resumption? {
    for watcher in dead { resources[watcher.resource].watchers.remove(watcher) }
    delivered = durable
    return queue.handOver()?.settle(.leads)
  }
}
