public import APIMachinery
import Synchronization

/// Runs asynchronous code to its end on the calling thread, in virtual time, in an order that a seed determines.
///
/// One seed is one history, in every process: everything that runs inside takes time and chance from the
/// ``APIMachinery/World`` that it is given, and does not leave the executor (no Dispatch, no threads, no actor
/// with an executor of its own, no `Task.sleep`).
///
/// ```swift
/// let waited = try Simulation.run(seed: 7) { simulation in
///   let start = simulation.world.time.now()
///   try await simulation.world.time.sleep(for: .seconds(600))   // takes no time
///   return simulation.world.time.now() - start
/// }
/// ```
public final class Simulation: Sendable {
  public let seed: UInt64
  public let time: VirtualTime
  /// What to give to the code under test.
  public let world: World
  private let executor: SimulationExecutor
  private let idlers = Mutex<[UnsafeContinuation<Void, Never>]>([])
  private let steps = Atomic<UInt64>(0)
  private let watcher = Mutex<Watcher?>(nil)
  private let isWatched = Atomic(false)
  private let abortion = Mutex<(any Error)?>(nil)
  private let jobsPerMoment: UInt64

  /// Somebody who waits for a condition, which is looked at after each job.
  private struct Watcher {
    let isMet: @Sendable () -> Bool
    let continuation: CheckedContinuation<Void, Never>
  }

  /// - Parameters:
  ///   - seed: Determines the numbers that the world draws and the order of what runs. Zero runs everything in
  ///     the order in which it became runnable.
  ///   - start: What the clock shows at first.
  ///   - jobsPerMoment: After how many jobs without any time passing there is no end to be expected.
  init(seed: UInt64, start: Timestamp?, jobsPerMoment: UInt64) {
    self.seed = seed
    self.jobsPerMoment = max(1, jobsPerMoment)
    time = start.map { VirtualTime(start: $0) } ?? VirtualTime()
    world = World(time: time, random: SeededRandom(seed: seed))
    executor = SimulationExecutor(seed: seed)
  }

  /// Runs `body` to its end.
  ///
  /// - Parameter jobsPerMoment: How many jobs may run while no time passes, at the least; after twice as many they are taken
  ///   for a loop without end.
  /// - Throws: What `body` throws; what ``abort(with:)`` was given; ``SimulationError`` when nothing is runnable, no timer is
  ///   set, and `body` has not ended, or when there is no end of what runs at one moment.
  public static func run<Result: Sendable>(
    seed: UInt64 = 0, start: Timestamp? = nil, jobsPerMoment: UInt64 = 10_000_000,
    _ body: @escaping @Sendable (Simulation) async throws -> Result
  ) throws -> Result {
    let simulation = Simulation(seed: seed, start: start, jobsPerMoment: jobsPerMoment)
    return try simulation.drive(body)
  }

  private func drive<Result: Sendable>(
    _ body: @escaping @Sendable (Simulation) async throws -> Result
  ) throws -> Result {
    let outcome = Outcome<Result>()
    // The one task that no other waits for: the loop below does.
    Task(executorPreference: executor) {
      do {
        outcome.set(.success(try await body(self)))
      } catch {
        outcome.set(.failure(error))
      }
    }
    var (moment, count, nextCheck) = (time.now(), UInt64(0), jobsPerMoment)
    while true {
      while executor.step() {
        count += 1
        steps.store(count, ordering: .relaxed)
        if isWatched.load(ordering: .relaxed) { try attend() }
        if count == nextCheck {
          (moment, nextCheck) = (try requireProgress(since: moment), count + jobsPerMoment)
        }
      }
      if outcome.isKnown, let result = outcome.value { return try result.get() }
      guard wakeIdler() || time.advance() || wakeWatcher(isLastChance: true) else {
        throw SimulationError(kind: .deadlock, seed: seed, time: time.now())
      }
    }
  }

  /// - Throws: ``SimulationError`` when no time has passed since `last`.
  private func requireProgress(since last: Timestamp) throws -> Timestamp {
    let now = time.now()
    if now == last { throw SimulationError(kind: .standstill, seed: seed, time: now) }
    return now
  }

  /// Looks after those who want to know what a job has led to.
  private func attend() throws {
    if let error = abortion.withLock({ $0 }) { throw error }
    wakeWatcher()
  }

  /// How many jobs have run.
  public var stepCount: UInt64 { steps.load(ordering: .relaxed) }

  // MARK: For the code that tests

  /// Waits until nothing is runnable at the present time: everything else waits for a timer, or for good.
  public func idle() async {
    await withUnsafeContinuation { continuation in
      idlers.withLock { $0.append(continuation) }
    }
  }

  /// Lets time pass, and everything happen that happens until then.
  public func advance(by duration: Duration) async throws {
    // Where nothing can happen until then there is nobody to give way to.
    if executor.isIdle, time.pass(until: time.now() + duration) { return try Task.checkCancellation() }
    try await time.sleep(for: duration)
    await idle()
  }

  /// Lets jobs run, and time pass when none is left, until `condition` holds or nothing can happen any more. The condition
  /// is looked at after each job, so that it is not missed; what follows the wait may run behind others that wait.
  ///
  /// - Precondition: Nobody else waits so.
  public func run(until condition: @escaping @Sendable () -> Bool) async {
    await withCheckedContinuation { continuation in
      watcher.withLock { watcher in
        precondition(watcher == nil, "two wait for conditions of one simulation")
        watcher = Watcher(isMet: condition, continuation: continuation)
      }
      isWatched.store(true, ordering: .relaxed)
    }
  }

  /// Ends the run when the present job has ended, whoever is still at work: ``run(seed:start:jobsPerMoment:_:)`` throws
  /// `error`.
  public func abort(with error: any Error) {
    abortion.withLock { $0 = $0 ?? error }
    isWatched.store(true, ordering: .relaxed)
  }

  @discardableResult
  private func wakeWatcher(isLastChance: Bool = false) -> Bool {
    let due = watcher.withLock { watcher -> Watcher? in
      guard let present = watcher, isLastChance || present.isMet() else { return nil }
      watcher = nil
      return present
    }
    guard let due else { return false }
    isWatched.store(false, ordering: .relaxed)
    due.continuation.resume()
    return true
  }

  private func wakeIdler() -> Bool {
    let idler = idlers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    idler?.resume()
    return idler != nil
  }
}

/// Where the result of a simulation's body is put.
private final class Outcome<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let isSet = Atomic(false)

  /// Whether there is a result: asked at every moment, and answered without touching a value of any type.
  var isKnown: Bool { isSet.load(ordering: .acquiring) }

  var value: Result<Value, any Error>? { result.withLock { $0 } }

  func set(_ value: Result<Value, any Error>) {
    result.withLock { $0 = value }
    isSet.store(true, ordering: .releasing)
  }
}

/// A simulation does not get any further.
public struct SimulationError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// Everything waits for something that will not come.
    case deadlock
    /// There is always something to do, and no time passes.
    case standstill
  }

  public let kind: Kind
  public let seed: UInt64
  public let time: Timestamp
  /// Who has begun something and not ended it, in words, where that is known.
  public var waiting: [String] = []

  public var description: String {
    let start =
      switch kind {
      case .deadlock:
        "deadlock at \(time.rfc3339Micro) with seed \(seed): nothing is runnable, no timer is set, "
          + "and the simulated code has not ended"
      case .standstill:
        "standstill at \(time.rfc3339Micro) with seed \(seed): there is always something to run, and no time passes"
      }
    return waiting.isEmpty ? start : start + "; at work: " + waiting.joined(separator: ", ")
  }
}
