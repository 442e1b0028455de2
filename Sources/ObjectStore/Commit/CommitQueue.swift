/// The writes on their way to the backend: admission, revisions, and whose turn it is.
///
/// One caller at a time leads: it takes all groups that wait, writes them as one batch and settles them.
/// Whoever comes meanwhile waits; when the leader is done, the first of them leads. So one fsync serves many
/// writers, no thread of the store's own is needed, and no writer works for others forever.
///
/// Compare-and-set looks at the pending writes too. Where it would fail because of one, it waits until that
/// one is durable: who is told of a conflict finds the other's write when he reads.
struct CommitQueue: Sendable {
  enum Verdict: Sendable {
    case admitted(PendingWrite.Base)
    case refused(StoreError)
    /// To be judged again once this write is settled.
    case blocked(PendingWrite)
  }

  /// A batch takes no more groups once it has this many writes.
  static let batchLimit = 512

  /// The last revision given out.
  private(set) var assigned: UInt64
  /// Those who wait while another one leads.
  private var groups: [CommitGroup] = []
  private var heads = PendingHeads()
  private var hasLeader = false

  init(assigned: UInt64) { self.assigned = assigned }

  /// Whether a mutation may go ahead, given the newest durable version of its key.
  func judge(_ mutation: Mutation, durable: StoredObject?) -> Verdict {
    let head = heads.find(mutation.key)
    switch mutation.change {
    case .create:
      return judgeCreate(durable: durable, head: head)
    case .update(let expected, _, _):
      return judgeChange(mutation.key, expected: expected, durable: durable, head: head)
    case .delete(let expected, _):
      return judgeChange(mutation.key, expected: expected, durable: durable, head: head)
    }
  }

  private func judgeCreate(durable: StoredObject?, head: PendingWrite?) -> Verdict {
    switch (head, durable) {
    case (let head?, _): head.isDeletion ? .admitted(.pending(head)) : .blocked(head)
    case (nil, let durable?): .refused(.alreadyExists(durable))
    case (nil, nil): .admitted(.nothing)
    }
  }

  private func judgeChange(_ key: StoreKey, expected: UInt64?, durable: StoredObject?, head: PendingWrite?)
    -> Verdict
  {
    if let head {
      let matches = !head.isDeletion && (expected == nil || expected == head.revision)
      return matches ? .admitted(.pending(head)) : .blocked(head)
    }
    guard let durable else { return .refused(.notFound(key)) }
    guard expected == nil || expected == durable.revision else { return .refused(.conflict(durable)) }
    return .admitted(.stored(durable))
  }

  /// Gives an admitted mutation its revision.
  mutating func admit(_ change: Mutation.Change, key: StoreKey, resource: Int, base: PendingWrite.Base)
    -> PendingWrite
  {
    assigned += 1
    let write = PendingWrite(change, key: key, resource: resource, revision: assigned, base: base)
    heads.set(write)
    return write
  }

  /// Takes back the writes just admitted, because a later one of their group was not.
  mutating func withdraw(_ writes: [PendingWrite]) {
    for write in writes.reversed() {
      if case .pending(let earlier) = write.base {
        heads.set(earlier)
      } else {
        heads.remove(write)
      }
      assigned -= 1
    }
  }

  /// Queues a group, unless nobody leads; then it gives true, and the group's caller is to lead now.
  mutating func enqueue(_ group: CommitGroup) -> Bool {
    if hasLeader {
      groups.append(group)
      return false
    }
    hasLeader = true
    return true
  }

  /// Gives the leader what waits, in order, up to the limit of a batch that begins with its own group.
  mutating func takeGroups(behind own: CommitGroup) -> [CommitGroup] {
    guard !groups.isEmpty else { return [] }
    var size = own.writes.count
    let end = groups.firstIndex { group in
      defer { size += group.writes.count }
      return size > 0 && size + group.writes.count > Self.batchLimit
    }
    guard let end else { return takeAllGroups() }
    defer { groups.removeFirst(end) }
    return Array(groups[..<end])
  }

  /// Gives all that waits.
  mutating func takeAllGroups() -> [CommitGroup] {
    defer { groups = [] }
    return groups
  }

  /// Forgets a write that was settled; adds those who wait for it to `waiters`.
  mutating func settle(_ write: PendingWrite, waking waiters: inout [UnsafeContinuation<Void, Never>]) {
    heads.remove(write)
    write.isSettled = true
    if write.waiters.isEmpty { return }
    waiters += write.waiters
    write.waiters = []
  }

  /// Ends the leader's turn; gives the next leader, if anybody waits.
  mutating func handOver() -> CommitGroup? {
    hasLeader = !groups.isEmpty
    return hasLeader ? groups.removeFirst() : nil
  }
}

/// The newest pending write of each key. Most often there is one at a time, which needs no dictionary.
private struct PendingHeads: Sendable {
  private var single: PendingWrite?
  private var others: [StoreKey: PendingWrite] = [:]

  func find(_ key: StoreKey) -> PendingWrite? {
    if let single, single.key == key { return single }
    return others.isEmpty ? nil : others[key]
  }

  mutating func set(_ write: PendingWrite) {
    if single.map({ $0.key == write.key }) ?? others.isEmpty {
      single = write
    } else {
      others[write.key] = write
    }
  }

  /// Forgets a write, unless there is a newer one of its key.
  mutating func remove(_ write: PendingWrite) {
    if single === write {
      single = nil
    } else if let place = others.index(forKey: write.key), others[place].value === write {
      others.remove(at: place)
    }
  }
}
