import Synchronization

/// Runs all tasks on the thread that drives it, one job at a time, in an order that depends on the seed alone.
///
/// Tasks, task groups, default actors and async streams that start under it stay under it.
final class SimulationExecutor: TaskExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var head = 0
    var random: UInt64

    /// Any of the runnable jobs, each as likely.
    mutating func takeAny() -> UnownedJob? {
      guard !jobs.isEmpty else { return nil }
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let choice = Int(((random >> 32) &* UInt64(jobs.count)) >> 32)
      jobs.swapAt(choice, jobs.count - 1)
      return jobs.removeLast()
    }

    /// The job that has been runnable longest.
    mutating func takeFirst() -> UnownedJob? {
      guard head < jobs.count else { return nil }
      let job = jobs[head]
      head += 1
      if head == jobs.count {
        jobs.removeAll(keepingCapacity: true)
        head = 0
      }
      return job
    }
  }

  private let isFIFO: Bool
  private let state: Mutex<State>

  /// - Parameter seed: Chooses among the runnable jobs; zero takes them in the order in which they became so.
  init(seed: UInt64) {
    isFIFO = seed == 0
    state = Mutex(State(random: seed &* 0x9E37_79B9_7F4A_7C15))
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.jobs.append(job) }
  }

  /// Whether no job waits for its turn.
  var isIdle: Bool { state.withLock { $0.head == $0.jobs.count } }

  /// Runs one job.
  ///
  /// - Returns: `false` when none is runnable.
  func step() -> Bool {
    let job = state.withLock { isFIFO ? $0.takeFirst() : $0.takeAny() }
    guard let job else { return false }
    job.runSynchronously(on: asUnownedTaskExecutor())
    return true
  }
}
