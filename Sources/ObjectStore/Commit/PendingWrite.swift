/// A write that has its revision and is not durable yet.
///
/// Unchecked: `waiters` and `isSettled` are guarded by the store's lock; the events are made by the leader
/// of the commit queue before the write settles, and read by others only afterwards.
final class PendingWrite: @unchecked Sendable {
  /// What the write replaces.
  enum Base {
    case nothing
    case stored(StoredObject)
    case pending(PendingWrite)
  }

  let change: Mutation.Change
  let key: StoreKey
  let resource: Int
  let revision: UInt64
  private(set) var base: Base
  private var freshEvent: StoreEvent?
  private var keptEvent: StoreEvent?
  var isSettled = false
  var waiters: [UnsafeContinuation<Void, Never>] = []

  init(_ change: Mutation.Change, key: StoreKey, resource: Int, revision: UInt64, base: Base) {
    self.change = change
    self.key = key
    self.resource = resource
    self.revision = revision
    self.base = base
  }

  var isDeletion: Bool {
    if case .delete = change { true } else { false }
  }

  /// What the write made, with its attachment: for whoever gets the event or the result now.
  var fresh: StoreEvent {
    guard let freshEvent else { preconditionFailure("a write made nothing") }
    return freshEvent
  }

  /// The same without: for the index, the history and the backend.
  var kept: StoreEvent {
    guard let keptEvent else { preconditionFailure("a write made nothing") }
    return keptEvent
  }

  /// Makes the new version. Writes are encoded in the order of their revisions.
  func encode() {
    let previous = takeBase()
    switch change {
    case .create(let header, let encode):
      finish(.added, encode(revision), header, previous: nil, created: revision)
    case .update(_, let header, let encode):
      finish(
        .modified, encode(revision), header, previous: previous, created: previous?.createRevision ?? revision
      )
    case .delete(_, let final):
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
    case .pending(let write): return write.keptEvent?.object
    }
  }

  private func finish(
    _ kind: StoreEvent.Kind, _ encoded: EncodedObject, _ header: ObjectHeader, previous: StoredObject?,
    created: UInt64
  ) {
    let object = StoredObject(key, revision, created, header, encoded)
    let fresh = StoreEvent(kind: kind, object: object, previous: previous)
    freshEvent = fresh
    keptEvent = fresh.withoutAttachment()
  }
}

extension [PendingWrite] {
  /// Takes those out that meet a condition; most often that is all of them.
  mutating func takeAll(where isMet: (PendingWrite) -> Bool) -> [PendingWrite] {
    if allSatisfy(isMet) {
      defer { self = [] }
      return self
    }
    defer { removeAll(where: isMet) }
    return filter(isMet)
  }
}
