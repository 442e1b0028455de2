/// The changes of a part of the store, from a revision on: every one, once, in order, when it is durable.
///
/// The watch ends when it is cancelled, when the reading task is cancelled or when the store is closed
/// (`closed`). It fails with `slowWatcher` when its reader leaves too much unread. It has one reader.
/// Dropping it cancels it.
public final class StoreWatch: AsyncSequence, Sendable {
  public typealias Element = WatchBatch
  public typealias Failure = StoreError

  private let watcher: Watcher
  private let store: ObjectStore

  init(_ watcher: Watcher, of store: ObjectStore) {
    self.watcher = watcher
    self.store = store
  }

  deinit { cancel() }

  /// The next batch; nil when the watch has ended.
  public func next() async throws(StoreError) -> WatchBatch? { try await watcher.next() }

  /// What a reader that does not wait is given.
  public enum Poll: Sendable {
    case batch(WatchBatch)
    /// Nothing is there yet.
    case nothing
    case ended
  }

  /// The next batch if it is there, without waiting.
  public func poll() throws(StoreError) -> Poll {
    guard let answer = watcher.poll() else { return .nothing }
    return try answer.get().map { .batch($0) } ?? .ended
  }

  /// Has a callback called once, on the thread of whoever writes, as soon as ``poll()`` gives something.
  ///
  /// It is for readers that serve many watches on one thread. Be quick: it runs on the way of a write.
  ///
  /// - Returns: False, and nothing is called, if ``poll()`` gives something already.
  public func whenReady(_ listener: @escaping @Sendable () -> Void) -> Bool { watcher.listen(listener) }

  /// Asks for a batch that says how far the watch has come, even if no event is due: a bookmark.
  ///
  /// If events are waiting to be read, their batch is the bookmark.
  public func requestProgress() { watcher.pushProgress(store.deliveredRevision) }

  /// Ends the watch; a reader that waits gets nil.
  public func cancel() {
    watcher.finish(.success(nil))
    store.remove(watcher)
  }

  public func makeAsyncIterator() -> Iterator { Iterator(watch: self) }

  public struct Iterator: AsyncIteratorProtocol {
    let watch: StoreWatch

    public func next() async throws(StoreError) -> WatchBatch? { try await watch.next() }

    public func next(isolation actor: isolated (any Actor)?) async throws(StoreError) -> WatchBatch? {
      try await watch.next()
    }
  }
}

/// How a watch is to be.
public struct WatchOptions: Sendable {
  /// A watcher that leaves more events than this unread is cut off.
  public var bufferLimit: Int
  /// Which events the watcher gets; the others do not even wake it. It runs on the way of every write: be
  /// quick.
  public var filter: (@Sendable (StoreEvent) -> Bool)?

  public init(bufferLimit: Int = 16_384, filter: (@Sendable (StoreEvent) -> Bool)? = nil) {
    self.bufferLimit = bufferLimit
    self.filter = filter
  }
}
