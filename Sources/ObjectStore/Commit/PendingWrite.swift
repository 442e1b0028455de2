/// A write that has its revision and is not durable yet.
///
/// Unchecked: `waiters` and `isSettled` are guarded by the store's lock; `outcome` is written by the leader
/// of the commit queue before the write settles, and read by others only afterwards.
final class PendingWrite: @unchecked Sendable {
  /// What the write replaces.
  enum Base {
    case nothing
    case stored(StoredObject)
    case pending(PendingWrite)
  }

  /// What the write made.
  struct Outcome {
    /// With its attachment, for whoever gets the event or the result now.
    let fresh: StoreEvent
    /// Without it, for the index, the history and the backend.
    let kept: StoreEvent
  }

  let mutation: Mutation
  let key: StoreKey
  let resource: Int
  let revision: UInt64
  private(set) var base: Base
  private(set) var outcome: Outcome?
  var isSettled = false
  var waiters: [UnsafeContinuation<Void, Never>] = []

  init(_ mutation: Mutation, key: StoreKey, resource: Int, revision: UInt64, base: Base) {
    self.mutation = mutation
    self.key = key
    self.resource = resource
    self.revision = revision
    self.base = base
  }

  var isDeletion: Bool {
    if case .delete = mutation { true } else { false }
  }

  /// Makes the new version. Writes are encoded in the order of their revisions.
  func encode() {
    let previous = takeBase()
    switch mutation {
    case .create(_, let header, let encode):
      finish(.added, encode(revision), header, previous: nil, created: revision)
    case .update(_, _, let header, let encode):
      finish(
        .modified, encode(revision), header, previous: previous, created: previous?.createRevision ?? revision
      )
    case .delete(_, _, let final):
      guard let previous else { preconditionFailure("a deletion of nothing was admitted") }
      let encoded = final?(previous, revision) ?? EncodedObject(bytes: previous.bytes)
      finish(.deleted, encoded, previous.header, previous: previous, created: previous.createRevision)
    }
  }

  /// Lets go of the base, so that a chain of writes to one key does not keep all of its versions.
  private func takeBase() -> StoredObject? {
    defer { base = .nothing }
    switch base {
    case .nothing: return nil
    case .stored(let object): return object
    case .pending(let write): return write.outcome?.kept.object
    }
  }

  private func finish(
    _ kind: StoreEvent.Kind, _ encoded: EncodedObject, _ header: ObjectHeader, previous: StoredObject?,
    created: UInt64
  ) {
    let object = StoredObject(key, revision, created, header, encoded)
    let fresh = StoreEvent(kind: kind, object: object, previous: previous)
    outcome = Outcome(fresh: fresh, kept: fresh.withoutAttachment())
  }
}
