import APIMachinery
import Synchronization

/// Rings at the earliest time that was set.
///
/// One task sleeps for all; setting an earlier time wakes it to sleep anew.
final class Alarm: Sendable {
  private struct State {
    var deadline: Timestamp?
    /// The deadline that the running task sleeps for.
    var armed: Timestamp?
    var waiter: UnsafeContinuation<Void, Never>?
    var isCancelled = false

    mutating func takeWaiter() -> UnsafeContinuation<Void, Never>? {
      defer { waiter = nil }
      return waiter
    }
  }

  private let time: any TimeSource
  private let state = Mutex(State())

  init(time: any TimeSource) {
    self.time = time
  }

  /// Rings at `deadline`, or earlier if an earlier one is set. One that a clock has jumped over rings at once.
  func set(_ deadline: Timestamp, now: Timestamp) {
    let waiter = state.withLock { state -> UnsafeContinuation<Void, Never>? in
      if let present = state.deadline, present <= deadline {
        return present <= now ? state.takeWaiter() : nil
      }
      state.deadline = deadline
      return state.takeWaiter()
    }
    waiter?.resume()
  }

  /// Calls `ring` at each set time until the task is cancelled.
  func run(_ ring: @Sendable () -> Void) async {
    while !Task.isCancelled {
      let deadline = state.withLock { state in
        state.armed = state.deadline
        return state.deadline
      }
      guard let deadline else {
        await changed()
        continue
      }
      if deadline > time.now() {
        await sleep(until: deadline)
        guard !Task.isCancelled else { return }
        guard deadline <= time.now() else { continue }
      }
      state.withLock { $0.deadline = nil }
      ring()
    }
  }

  /// Sleeps until `deadline` or until an earlier one is set.
  private func sleep(until deadline: Timestamp) async {
    await withTaskGroup { group in
      group.addTask { try? await self.time.sleep(until: deadline) }
      group.addTask { await self.changed() }
      await group.next()
      group.cancelAll()
    }
  }

  /// Waits until the deadline is another than the armed one.
  private func changed() async {
    await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        let isOver = state.withLock { state in
          guard state.deadline == state.armed, !Task.isCancelled else { return true }
          state.waiter = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.takeWaiter() }?.resume()
    }
  }
}
