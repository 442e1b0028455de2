import Synchronization

extension ObjectStore {
  /// Makes a write durable.
  ///
  /// A cancelled task still gets the write's outcome: a write that was taken cannot be called back.
  ///
  /// - Returns: the new version; of a deletion, the final state.
  /// - Throws: `alreadyExists`, `notFound`, `conflict`, `unavailable`, `closed`.
  @discardableResult
  public func commit(_ mutation: Mutation) async throws(StoreError) -> StoredObject {
    while true {
      let admission = state.withLock { $0.admit(mutation) }
      if case .blocked(let write) = admission {
        await settled(write)
      } else {
        return try await finish(admission).writes[0].fresh.object
      }
    }
  }

  /// Makes several writes durable together, or none of them. Each gets a revision of its own.
  ///
  /// - Precondition: no two of them write the same key.
  /// - Returns: the new versions, in the order of the mutations.
  /// - Throws: as `commit(_:)`, for the first mutation that may not go ahead.
  @discardableResult
  public func commit(_ mutations: [Mutation]) async throws(StoreError) -> [StoredObject] {
    precondition(
      mutations.count < 2 || Set(mutations.map(\.key)).count == mutations.count, "a key is written twice")
    while true {
      let admission = state.withLock { $0.admit(mutations) }
      if case .blocked(let write) = admission {
        await settled(write)
      } else {
        return try await finish(admission).writes.map { $0.fresh.object }
      }
    }
  }

  /// Hands the due compaction to the backend.
  func flush() async throws(StoreError) {
    let admission = state.withLock { state in
      state.refusal.map { .refused($0) } ?? state.enqueue(CommitGroup(writes: [], flushesCompaction: true))
    }
    _ = try await finish(admission)
  }

  /// Waits until the writes of an admission are durable.
  @inline(__always)
  func finish(_ admission: StoreState.Admission) async throws(StoreError) -> CommitGroup {
    switch admission {
    case .refused(let error): throw error
    case .blocked: preconditionFailure("a blocked commit is to be admitted again")
    case .leads(let group): return try result(of: group, await lead(group))
    case .follows(let group):
      let turn = await turn(of: group)
      if case .leads = turn { return try result(of: group, await lead(group)) }
      return try result(of: group, turn)
    }
  }

  private func result(of group: CommitGroup, _ turn: CommitGroup.Turn) throws(StoreError) -> CommitGroup {
    if case .failed(let error) = turn { throw error }
    return group
  }

  private func turn(of group: CommitGroup) async -> CommitGroup.Turn {
    await withUnsafeContinuation { continuation in
      if let turn = state.withLock({ _ in group.wait(continuation) }) { continuation.resume(returning: turn) }
    }
  }

  private func settled(_ write: PendingWrite) async {
    await withUnsafeContinuation { continuation in
      let isSettled = state.withLock { _ in
        if !write.isSettled { write.waiters.append(continuation) }
        return write.isSettled
      }
      if isSettled { continuation.resume() }
    }
  }

  /// Writes the next batch, the caller's own group first, and passes the lead on.
  private func lead(_ group: CommitGroup) async -> CommitGroup.Turn {
    let batch = state.withLock { $0.takeBatch(of: group) }
    let turn: CommitGroup.Turn
    let effects: CommitEffects
    do {
      let records = batch.encode()
      if !records.records.isEmpty || records.compaction != nil { try await backend.append(records) }
      effects = state.withLock { $0.apply(batch, now: options.now()) }
      turn = .committed
    } catch {
      effects = state.withLock { $0.fail(batch, error) }
      turn = .failed(.unavailable(error))
    }
    effects.resumeCallers()
    let dead = effects.deliver()
    state.withLock { $0.handOver(dead: dead) }?()
    return turn
  }
}
