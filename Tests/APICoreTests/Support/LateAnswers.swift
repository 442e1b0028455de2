import APIMachinery
import KubernetesAPI
import KubernetesClient
import ObjectStore
import ObjectStoreTesting
import Synchronization

/// Lets writes be answered late: others see what was committed before the writer does, and act on it.
///
/// A commit that is part of another's batch is answered by a continuation of its own. So one write is held back at the
/// backend, a second one waits to lead the next batch, and the late one joins that.
final class LateAnswers: Sendable {
  private struct Hold {
    let reached = Gate()
    let released = Gate()
  }

  private let hold = Mutex<Hold?>(nil)

  func backend() -> HookedBackend {
    HookedBackend { [self] _, _ throws(BackendError) in
      guard let hold = hold.withLock({ $0.take() }) else { return }
      hold.reached.open()
      await hold.released.wait()
    }
  }

  /// Commits what `write` writes.
  ///
  /// - Returns: The write, which does not know yet that it is committed.
  func commit(_ api: TestAPI, _ write: @escaping @Sendable () async throws -> Void) async throws -> LateAnswer
  {
    let hold = Hold()
    self.hold.withLock { $0 = hold }
    let leader = Task { try await Self.other(api) }
    await hold.reached.wait()
    let second = LateAnswer { try await Self.other(api) }
    let late = LateAnswer(write)
    hold.released.open()
    try await leader.value
    try await second.answer()
    return late
  }

  private static func other(_ api: TestAPI) async throws {
    try await api.client.create(
      ConfigMap {
        $0.metadata.generateName = "other-"
        $0.metadata.namespace = "default"
      })
  }
}

/// A write that stands still at its first commit.
struct LateAnswer {
  private let executor = HeldExecutor()
  private let task: Task<Void, any Error>

  fileprivate init(_ body: @escaping @Sendable () async throws -> Void) {
    task = Task(executorPreference: executor) { try await body() }
    executor.runWhatWaits()
  }

  /// Gives the answer, and waits for what is done with it.
  func answer() async throws {
    executor.release()
    try await task.value
  }
}

/// Keeps jobs until it is told to run them.
private final class HeldExecutor: TaskExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var isReleased = false
  }

  private let state = Mutex(State())

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let runs = state.withLock { state in
      if !state.isReleased { state.jobs.append(job) }
      return state.isReleased
    }
    if runs { job.runSynchronously(on: asUnownedTaskExecutor()) }
  }

  func runWhatWaits() {
    while let job = state.withLock({ $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }) {
      job.runSynchronously(on: asUnownedTaskExecutor())
    }
  }

  /// Runs what waits, and at once what comes from now on.
  func release() {
    state.withLock { $0.isReleased = true }
    runWhatWaits()
  }
}
