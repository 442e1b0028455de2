import APIMachinery
import Synchronization

/// A past state of the cluster that an API server still shows.
struct StaleView: Hashable, Sendable {
  var revision: UInt64
  var until: Timestamp
}

/// How a process comes back.
struct Restart: Sendable {
  var downFor = Duration.zero
  var view: StaleView?
}

/// The process under test from one start to its end.
final class Incarnation: Sendable {
  private struct State {
    var restart: Restart?
    var waiter: CheckedContinuation<Void, Never>?
  }

  /// What its API server shows, for a while.
  let view: StaleView?
  private let state = Mutex(State())

  init(view: StaleView?) {
    self.view = view
  }

  var isDead: Bool { state.withLock { $0.restart != nil } }
  /// How it is to come back; `nil` while it lives.
  var restart: Restart? { state.withLock { $0.restart } }

  func die(_ restart: Restart) {
    let waiter = state.withLock { state in
      if state.restart == nil { state.restart = restart }
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume()
  }

  /// Waits until the process died, or the task is cancelled.
  func death() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          guard state.restart == nil, !Task.isCancelled else { return true }
          state.waiter = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { state in
        defer { state.waiter = nil }
        return state.waiter
      }?.resume()
    }
  }
}
