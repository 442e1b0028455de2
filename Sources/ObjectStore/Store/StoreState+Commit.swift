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
    let known = knownNumber(of: key.resource)
    let durable = known.flatMap { resources[$0].find(namespace: key.namespace, name: key.name) }
    switch queue.judge(mutation, durable: durable) {
    case .admitted(let base):
      let resource = known ?? number(of: key.resource)
      key.resource = resources[resource].name  // one copy of the name for all of its objects
      return .taken(queue.admit(mutation, key: key, resource: resource, base: base))
    case .refused(let error): return .stopped(.refused(error))
    case .blocked(let write): return .stopped(.blocked(write))
    }
  }

  mutating func enqueue(_ group: CommitGroup) -> Admission {
    queue.enqueue(group) ? .leads(group) : .follows(group)
  }

  /// Gives the leader its batch.
  mutating func takeBatch() -> CommitBatch {
    let groups = queue.takeGroups()
    guard obsolete.count >= Self.compactionSize || groups.contains(where: \.flushesCompaction) else {
      return CommitBatch(groups: groups, compaction: nil)
    }
    defer { obsolete = [] }
    return CommitBatch(
      groups: groups, compaction: BackendCompaction(revision: history.compacted, obsolete: obsolete))
  }

  /// Makes a durable batch visible.
  mutating func apply(_ batch: CommitBatch, now: Int64) -> CommitEffects {
    var effects = CommitEffects()
    var watched: [(resource: Int, outcomes: [PendingWrite.Outcome])] = []
    for group in batch.groups {
      for write in group.writes {
        effects.waiters += queue.settle(write)
        guard let outcome = write.outcome else { continue }
        apply(outcome.kept, resource: write.resource, now: now)
        guard !resources[write.resource].watchers.isEmpty else { continue }
        if let place = watched.firstIndex(where: { $0.resource == write.resource }) {
          watched[place].outcomes.append(outcome)
        } else {
          watched.append((write.resource, [outcome]))
        }
      }
    }
    for (resource, outcomes) in watched {
      resources[resource].watchers.addDeliveries(of: outcomes, revision: durable, to: &effects.deliveries)
    }
    effects.trimmed = trimHistory(now: now)
    effects.callers = batch.groups.compactMap { $0.settle(.committed) }
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
    for group in batch.groups + behind {
      for write in group.writes { effects.waiters += queue.settle(write) }
      if let caller = group.settle(.failed(.unavailable(error))) { effects.callers.append(caller) }
    }
    return effects
  }

  /// Ends the leader's turn and wakes the next one.
  mutating func handOver(dead: [Watcher]) -> CommitGroup.Resumption? {
    for watcher in dead { resources[watcher.resource].watchers.remove(watcher) }
    delivered = durable
    return queue.handOver()?.settle(.leads)
  }
}
