public import APIMachinery
import Synchronization

/// Lets reconciles through: all of them, or, while it is closed, one at a time.
///
/// A closed gate holds a worker after it took a key and before it looks, so that one can see what would run next, and
/// why, and let it run. What happens to a key while it waits is folded into the look, as in the queue.
///
/// An open gate costs a load of an atomic.
public final class ReconcileGate: Sendable {
  /// A reconcile that waits to be let through.
  public struct Waiting: Sendable, Identifiable {
    /// Counts up with the arrivals.
    public let id: UInt64
    public let controller: String
    public let key: ObjectKey
    /// What brought the key to its worker; more may have come since.
    public let causes: [Cause]
  }

  private struct Held {
    let waiting: Waiting
    let continuation: CheckedContinuation<Void, Never>
  }

  private struct State {
    var isClosed = false
    var lastID: UInt64 = 0
    /// In the order of their arrival.
    var held: [Held] = []
    var abandoned: Set<UInt64> = []
    var watchers: [UInt64: CheckedContinuation<ReconcileRecord?, Never>] = [:]
  }

  private let state = Mutex(State())
  private let closed = Atomic(false)

  public init() {}

  public var isClosed: Bool { closed.load(ordering: .relaxed) }

  /// How many reconciles have come to the closed gate.
  public var arrivals: UInt64 { state.withLock { $0.lastID } }

  /// The reconciles that wait, in the order of their arrival.
  public var waiting: [Waiting] { state.withLock { $0.held.map(\.waiting) } }

  /// Holds every reconcile that begins from now on.
  public func close() {
    state.withLock { $0.isClosed = true }
    closed.store(true, ordering: .relaxed)
  }

  /// Lets all through that wait, and those to come.
  public func open() {
    closed.store(false, ordering: .relaxed)
    let held = state.withLock { state in
      state.isClosed = false
      defer { state.held = [] }
      return state.held
    }
    for one in held { one.continuation.resume() }
  }

  /// Lets the first one through that `matches`, and waits for its end.
  ///
  /// - Returns: What it did; `nil` when none that matches waits.
  public func step(where matches: (Waiting) -> Bool = { _ in true }) async -> ReconcileRecord? {
    await withCheckedContinuation { watcher in
      let chosen = state.withLock { state -> Held? in
        guard let position = state.held.firstIndex(where: { matches($0.waiting) }) else { return nil }
        let chosen = state.held.remove(at: position)
        state.watchers[chosen.waiting.id] = watcher
        return chosen
      }
      if let chosen { chosen.continuation.resume() } else { watcher.resume(returning: nil) }
    }
  }

  // MARK: Workers

  /// Returns when the reconcile may begin, or its task is cancelled.
  ///
  /// - Returns: The number to give to ``ended(_:_:)``; `nil` when the gate was open.
  func pass(_ controller: String, _ item: WorkItem) async -> UInt64? {
    guard isClosed else { return nil }
    let id = state.withLock { state -> UInt64? in
      guard state.isClosed else { return nil }
      state.lastID += 1
      return state.lastID
    }
    guard let id else { return nil }
    let waiting = Waiting(id: id, controller: controller, key: item.key, causes: item.causes)
    await withTaskCancellationHandler {
      await withCheckedContinuation { hold(Held(waiting: waiting, continuation: $0)) }
    } onCancel: {
      abandon(id)
    }
    return id
  }

  private func hold(_ held: Held) {
    let isOver = state.withLock { state in
      let isAbandoned = state.abandoned.remove(held.waiting.id) != nil
      guard state.isClosed, !isAbandoned else { return true }
      state.held.append(held)
      return false
    }
    if isOver { held.continuation.resume() }
  }

  private func abandon(_ id: UInt64) {
    let held = state.withLock { state -> Held? in
      guard let position = state.held.firstIndex(where: { $0.waiting.id == id }) else {
        state.abandoned.insert(id)
        return nil
      }
      return state.held.remove(at: position)
    }
    held?.continuation.resume()
  }

  /// Tells who let the reconcile through what it did.
  func ended(_ id: UInt64, _ record: ReconcileRecord) {
    state.withLock { $0.watchers.removeValue(forKey: id) }?.resume(returning: record)
  }
}
