public import APIMachinery
import Synchronization

/// A clock that can be stopped, moved on by hand, and let go on from where it stands.
///
/// While it runs it goes as fast as the clock below it, late by the time that it stood still. ``run()`` must run
/// beside its sleepers.
public final class StoppableTime: TimeSource {
  private struct Sleeper {
    let deadline: Timestamp
    let sequence: UInt64
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var sequence: UInt64 = 0
    /// The next to wake comes last.
    var sleepers: [Sleeper] = []
    var cancelled: Set<UInt64> = []

    mutating func insert(_ sleeper: Sleeper) {
      let position = sleepers.lastIndex {
        ($0.deadline, $0.sequence) > (sleeper.deadline, sleeper.sequence)
      }
      sleepers.insert(sleeper, at: position.map { $0 + 1 } ?? 0)
    }

    mutating func popDue(at now: Timestamp) -> [Sleeper] {
      var due: [Sleeper] = []
      while let sleeper = sleepers.last, sleeper.deadline <= now {
        due.append(sleeper)
        sleepers.removeLast()
      }
      return due
    }
  }

  private static let running = Int64.min

  private let base: any TimeSource
  private let state = Mutex(State())
  private let alarm: Alarm
  /// Where the clock stands, in nanoseconds since 1970; ``running`` while it goes.
  private let standing = Atomic(running)
  /// How many nanoseconds it is behind the clock below it.
  private let lag = Atomic(Int64(0))

  public init(_ base: any TimeSource) {
    self.base = base
    alarm = Alarm(time: base)
  }

  public var isStopped: Bool { standing.load(ordering: .acquiring) != Self.running }

  /// When the next sleeper wakes.
  public var nextDeadline: Timestamp? { state.withLock { $0.sleepers.last?.deadline } }

  public func now() -> Timestamp {
    let standing = standing.load(ordering: .acquiring)
    if standing != Self.running { return Timestamp(nanosecondsSince1970: standing) }
    return base.now() - .nanoseconds(lag.load(ordering: .acquiring))
  }

  // MARK: Stopping

  /// Stops the clock. A clock that stands already is left as it is.
  public func stop() {
    state.withLock { _ in
      if !isStopped { standing.store(now().nanosecondsSince1970, ordering: .releasing) }
    }
  }

  /// Lets the clock go on from where it stands. A clock that goes is left as it is.
  public func go() {
    state.withLock { _ in
      let stood = standing.load(ordering: .acquiring)
      guard stood != Self.running else { return }
      lag.store(base.now().nanosecondsSince1970 - stood, ordering: .releasing)
      standing.store(Self.running, ordering: .releasing)
    }
    setAlarm()
  }

  /// Moves a stopped clock on, and wakes all whose time has come. A clock that goes is left as it is.
  public func advance(to time: Timestamp) {
    let due = state.withLock { state -> [Sleeper] in
      guard isStopped else { return [] }
      let now = max(now(), time)
      standing.store(now.nanosecondsSince1970, ordering: .releasing)
      return state.popDue(at: now)
    }
    for sleeper in due { sleeper.continuation.resume() }
  }

  // MARK: Sleeping

  public func sleep(until deadline: Timestamp) async throws {
    guard deadline > now() else { return try Task.checkCancellation() }
    let sequence = state.withLock { state in
      state.sequence += 1
      return state.sequence
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation {
        add(Sleeper(deadline: deadline, sequence: sequence, continuation: $0))
      }
    } onCancel: {
      cancel(sequence)
    }
  }

  private func add(_ sleeper: Sleeper) {
    enum Outcome { case sleeps, isDue, isCancelled }
    let outcome = state.withLock { state -> Outcome in
      if state.cancelled.remove(sleeper.sequence) != nil { return .isCancelled }
      // The clock may have been moved on meanwhile.
      if sleeper.deadline <= now() { return .isDue }
      state.insert(sleeper)
      return .sleeps
    }
    switch outcome {
    case .sleeps: setAlarm()
    case .isDue: sleeper.continuation.resume()
    case .isCancelled: sleeper.continuation.resume(throwing: CancellationError())
    }
  }

  private func cancel(_ sequence: UInt64) {
    let sleeper = state.withLock { state -> Sleeper? in
      guard let position = state.sleepers.firstIndex(where: { $0.sequence == sequence }) else {
        state.cancelled.insert(sequence)
        return nil
      }
      return state.sleepers.remove(at: position)
    }
    sleeper?.continuation.resume(throwing: CancellationError())
  }

  /// Wakes the sleepers at their times, until the task is cancelled.
  public func run() async {
    setAlarm()
    await alarm.run { [self] in
      let due = state.withLock { $0.popDue(at: now()) }
      for sleeper in due { sleeper.continuation.resume() }
      setAlarm()
    }
  }

  private func setAlarm() {
    guard !isStopped, let next = nextDeadline else { return }
    alarm.set(next + .nanoseconds(lag.load(ordering: .acquiring)), now: base.now())
  }
}
