import Synchronization
import Testing

/// Lets one of the tests that block their threads run at a time.
///
/// Tests run on as many threads as there are cores. Those that wait for processes would take them all, and the tests that
/// keep promises with the clock would break them.
struct OneAtATime: SuiteTrait, TestTrait, TestScoping {
  private static let turn = Turn()

  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    await Self.turn.take()
    defer { Self.turn.pass() }
    try await function()
  }
}

extension Trait where Self == OneAtATime {
  /// Waits, without a thread, until no other test that has this is running.
  static var oneAtATime: OneAtATime { OneAtATime() }
}

/// Something that one has at a time, in the order of asking.
private final class Turn: Sendable {
  private struct State {
    var isTaken = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  func take() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        if state.isTaken {
          state.waiting.append(continuation)
          return false
        }
        state.isTaken = true
        return true
      }
      if isFree { continuation.resume() }
    }
  }

  func pass() {
    let next = state.withLock { state in
      if state.waiting.isEmpty {
        state.isTaken = false
        return nil as CheckedContinuation<Void, Never>?
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
