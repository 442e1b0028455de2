import Synchronization

/// The store's end of a watch.
final class Watcher: Sendable {
  let resource: Int
  let namespace: String?
  private let state: Mutex<WatcherState>

  init(resource: Int, namespace: String?, state: WatcherState) {
    self.resource = resource
    self.namespace = namespace
    self.state = Mutex(state)
  }

  /// Hands over events; false if the watch has ended.
  func push(_ delivery: Delivery) -> Bool {
    let (resumption, isAlive) = state.withLock { state in
      let resumption = state.push(delivery)
      return (resumption, !state.hasEnded)
    }
    resumption?()
    return isAlive
  }

  func pushProgress(_ revision: UInt64) {
    state.withLock { $0.pushProgress(revision) }?()
  }

  func finish(_ answer: WatcherState.Answer) {
    state.withLock { $0.finish(answer) }?()
  }

  /// What can be read now; nil if nothing can.
  func poll() -> WatcherState.Answer? { state.withLock { $0.take() } }

  /// Has `listener` called once, as soon as something can be read; false if something can be already.
  func listen(_ listener: @escaping @Sendable () -> Void) -> Bool { state.withLock { $0.listen(listener) } }

  /// The next batch; nil when the watch or the calling task was cancelled.
  func next() async throws(StoreError) -> WatchBatch? {
    if let answer = state.withLock({ $0.take() }) { return try answer.get() }
    let answer = await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        if let answer = state.withLock({ $0.wait(continuation) }) { continuation.resume(returning: answer) }
      }
    } onCancel: {
      finish(.success(nil))
    }
    return try answer.get()
  }
}
