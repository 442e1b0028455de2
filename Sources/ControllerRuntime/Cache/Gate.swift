import Synchronization

/// Opens once; those who wait go on then.
final class Gate: Sendable {
  private struct State {
    var isOpen = false
    var isAbandoned: Set<Int> = []
    var nextTicket = 0
    var waiters: [(ticket: Int, continuation: UnsafeContinuation<Bool, Never>)] = []
  }

  private let state = Mutex(State())

  var isOpen: Bool { state.withLock { $0.isOpen } }

  func open() {
    let waiters = state.withLock { state in
      state.isOpen = true
      let waiters = state.waiters
      state.waiters = []
      return waiters
    }
    for waiter in waiters { waiter.continuation.resume(returning: true) }
  }

  /// Waits for the gate; `false` when the task was cancelled instead.
  func wait() async -> Bool {
    let ticket: Int? = state.withLock { state in
      if state.isOpen { return nil }
      state.nextTicket += 1
      return state.nextTicket
    }
    guard let ticket else { return true }
    return await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        let answer: Bool? = state.withLock { state in
          if state.isOpen { return true }
          if state.isAbandoned.remove(ticket) != nil { return false }
          state.waiters.append((ticket, continuation))
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      let continuation = state.withLock { state -> UnsafeContinuation<Bool, Never>? in
        guard let position = state.waiters.firstIndex(where: { $0.ticket == ticket }) else {
          state.isAbandoned.insert(ticket)
          return nil
        }
        return state.waiters.remove(at: position).continuation
      }
      continuation?.resume(returning: false)
    }
  }
}
