/// The events of one batch for the watchers that look at the same part of the store.
struct Delivery: Sendable {
  let watchers: [Watcher]
  /// With attachments.
  let fresh: [StoreEvent]
  /// The same events without: for watchers that lag behind.
  let kept: [StoreEvent]
  /// The revision of the whole batch.
  let revision: UInt64
}
