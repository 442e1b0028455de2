import Simulation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Notices a simulation that is kept busy by one job: a loop that never waits for anything keeps everything else from
/// happening, the end of the test too.
///
/// It measures the processor time of the simulation's thread, so that a slow machine and a debugger do not count. When a
/// controller has had ``limit`` of it without a pause, ``CrashNote`` says which one, and the process ends.
final class BusyWatch: Sendable {
  /// How many seconds of processor time a job may take: 20, or what `SWIFTLET_BUSY_SECONDS` says.
  private static let limit = getenv("SWIFTLET_BUSY_SECONDS").flatMap { Double(String(cString: $0)) } ?? 20

  private struct State {
    var simulation: Simulation?
    var steps: UInt64 = 0
    /// The processor time at the last step that was seen.
    var seenAt = 0.0
  }

  private static let running = Mutex<[BusyWatch]>([])

  private let thread: ThreadClock
  private let state = Mutex(State())

  private init(_ thread: ThreadClock) {
    self.thread = thread
  }

  /// Watches the calling thread until ``end(_:)``.
  static func begin() -> BusyWatch {
    _ = watcher
    let watch = BusyWatch(ThreadClock())
    running.withLock { $0.append(watch) }
    return watch
  }

  static func end(_ watch: BusyWatch) {
    running.withLock { $0.removeAll { $0 === watch } }
  }

  func follow(_ simulation: Simulation) {
    state.withLock { $0.simulation = simulation }
  }

  /// The thread that looks at the others twice a second.
  private static let watcher: Bool = {
    #if canImport(Glibc)
      var thread = pthread_t()
      pthread_create(
        &thread, nil,
        { _ in
          while true {
            usleep(500_000)
            BusyWatch.running.withLock { for watch in $0 { watch.look() } }
          }
        }, nil)
      pthread_detach(thread)
    #endif
    return true
  }()

  /// The thread is there as long as its watch is in the list, which is locked meanwhile.
  private func look() {
    let isStuck = state.withLock { state -> Bool in
      let now = thread.seconds
      let steps = state.simulation?.stepCount ?? 0
      guard steps == state.steps else {
        (state.steps, state.seenAt) = (steps, now)
        return false
      }
      return now - state.seenAt > Self.limit
    }
    if isStuck { thread.interrupt() }
  }
}

/// A thread and the clock of its processor time.
private struct ThreadClock: Sendable {
  #if canImport(Glibc)
    private let thread = pthread_self()

    /// How many seconds it has run.
    var seconds: Double {
      var clock = clockid_t()
      var time = timespec()
      guard pthread_getcpuclockid(thread, &clock) == 0, clock_gettime(clock, &time) == 0 else { return 0 }
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    func interrupt() { pthread_kill(thread, SIGXCPU) }
  #else
    var seconds: Double { 0 }

    func interrupt() {}
  #endif
}
