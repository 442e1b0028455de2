public import APIMachinery
import Synchronization

/// A clock that stands still while there is work, and moves to the next timer when there is none.
public final class VirtualTime: TimeSource {
  private struct Timer {
    var deadline: Timestamp
    var sequence: UInt64
    var continuation: UnsafeContinuation<Void, any Error>
  }

  private struct State {
    var sequence: UInt64 = 0
    /// Sorted by deadline and sequence, the next one last.
    var timers: [Timer] = []
    var cancelled: Set<UInt64> = []

    func position(of deadline: Timestamp, _ sequence: UInt64) -> Int {
      var low = 0
      var high = timers.count
      while low < high {
        let middle = (low + high) / 2
        let timer = timers[middle]
        let isLater = (timer.deadline, timer.sequence) > (deadline, sequence)
        if isLater { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// What the clock shows, in nanoseconds since 1970. It is moved under the lock, and looked at, which is done all the
  /// time, without.
  private let clock: Atomic<Int64>
  private let state = Mutex(State())

  /// - Parameter start: What the clock shows at first; 2026-01-01T00:00:00Z if not said.
  public init(start: Timestamp = Timestamp(secondsSince1970: 1_767_225_600)) {
    clock = Atomic(start.nanosecondsSince1970)
  }

  public func now() -> Timestamp { Timestamp(nanosecondsSince1970: clock.load(ordering: .acquiring)) }

  private func move(to now: Timestamp) { clock.store(now.nanosecondsSince1970, ordering: .releasing) }

  public func sleep(until deadline: Timestamp) async throws {
    // One that is cancelled needs no timer to be told so, and at the end of a run all are.
    try Task.checkCancellation()
    let sequence = state.withLock { state -> UInt64? in
      guard deadline > now() else { return nil }
      state.sequence += 1
      return state.sequence
    }
    guard let sequence else { return }
    try await withTaskCancellationHandler {
      try await withUnsafeThrowingContinuation { start(sequence, deadline, $0) }
    } onCancel: {
      cancel(sequence, deadline)
    }
  }

  private func start(
    _ sequence: UInt64, _ deadline: Timestamp, _ continuation: UnsafeContinuation<Void, any Error>
  ) {
    let isCancelled = state.withLock { state in
      if !state.cancelled.isEmpty, state.cancelled.remove(sequence) != nil { return true }
      let timer = Timer(deadline: deadline, sequence: sequence, continuation: continuation)
      state.timers.insert(timer, at: state.position(of: deadline, sequence))
      return false
    }
    if isCancelled { continuation.resume(throwing: CancellationError()) }
  }

  private func cancel(_ sequence: UInt64, _ deadline: Timestamp) {
    let timer = state.withLock { state -> Timer? in
      let position = state.position(of: deadline, sequence)
      guard position < state.timers.count, state.timers[position].sequence == sequence else {
        state.cancelled.insert(sequence)
        return nil
      }
      return state.timers.remove(at: position)
    }
    timer?.continuation.resume(throwing: CancellationError())
  }

  /// When the next timer is due.
  public var nextDeadline: Timestamp? { state.withLock { $0.timers.last?.deadline } }

  /// How many timers are set.
  public var timerCount: Int { state.withLock { $0.timers.count } }

  /// Moves the clock, unless a timer is due until then.
  ///
  /// - Returns: Whether it moved.
  func pass(until target: Timestamp) -> Bool {
    state.withLock { state in
      if let next = state.timers.last, next.deadline <= target { return false }
      move(to: max(now(), target))
      return true
    }
  }

  /// Moves the clock to the next timer and wakes all that are due then.
  ///
  /// - Returns: `false` when there is no timer.
  func advance() -> Bool {
    let due = state.withLock { state -> [Timer] in
      guard let next = state.timers.last else { return [] }
      move(to: next.deadline)
      var due: [Timer] = []
      while let timer = state.timers.last, timer.deadline <= next.deadline {
        due.append(timer)
        state.timers.removeLast()
      }
      return due
    }
    for timer in due { timer.continuation.resume() }
    return !due.isEmpty
  }
}
