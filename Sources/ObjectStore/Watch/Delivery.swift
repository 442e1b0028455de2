/// The events of one batch for the watchers that look at the same part of the store.
struct Delivery: Sendable {
  let watchers: [Watcher]
  /// The revision of the whole batch.
  let revision: UInt64
  /// With attachments.
  let fresh: [StoreEvent]
  private let writes: [PendingWrite]

  init(of writes: [PendingWrite], to watchers: [Watcher], revision: UInt64) {
    self.watchers = watchers
    self.revision = revision
    fresh = writes.map { $0.fresh }
    self.writes = writes
  }

  /// The same events without: for watchers that lag behind.
  var kept: [StoreEvent] { writes.map { $0.kept } }
}
