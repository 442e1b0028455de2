/// The writes of one `commit`, which become durable together or not at all.
///
/// Unchecked: everything that changes is guarded by the store's lock.
final class CommitGroup: @unchecked Sendable {
  enum Turn: Sendable {
    case committed
    case failed(StoreError)
    /// The caller is to write the next batch, for itself and for all who wait.
    case leads
  }

  let writes: [PendingWrite]
  /// Whether the batch that takes this group also hands the due compaction to the backend.
  let flushesCompaction: Bool
  private var turn: Turn?
  private var continuation: UnsafeContinuation<Turn, Never>?

  init(writes: [PendingWrite], flushesCompaction: Bool = false) {
    self.writes = writes
    self.flushesCompaction = flushesCompaction
  }

  /// Registers the caller; if its turn has come already, gives it instead.
  func wait(_ continuation: UnsafeContinuation<Turn, Never>) -> Turn? {
    if let turn {
      self.turn = nil
      return turn
    }
    self.continuation = continuation
    return nil
  }

  /// Says what the caller is to do; gives what to resume once the lock is released.
  func settle(_ turn: Turn) -> Resumption? {
    guard let continuation else {
      self.turn = turn
      return nil
    }
    self.continuation = nil
    return Resumption(continuation: continuation, turn: turn)
  }

  struct Resumption: Sendable {
    let continuation: UnsafeContinuation<Turn, Never>
    let turn: Turn

    func callAsFunction() { continuation.resume(returning: turn) }
  }
}
