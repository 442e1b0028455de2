import ObjectStore
import ObjectStoreTesting
import Synchronization
import Testing

/// The store under a single-threaded executor: one seed, one history.
@Suite struct DeterminismTests {
  @Test(arguments: UInt64(1)...10)
  func `a seed decides the order of everything`(seed: UInt64) {
    let first = history(seed: seed)
    #expect(first.count > 400)
    #expect(first == history(seed: seed))
    #expect(first != history(seed: seed + 1))
  }

  private func history(seed: UInt64) -> [String] {
    let log = Log()
    SeededExecutor(seed: seed).run { try await Self.scenario { log.append($0) } }
    return log.lines
  }

  /// Writers that fight for a few keys, and watchers.
  private static func scenario(_ log: @escaping @Sendable (String) -> Void) async throws {
    let store = try await ObjectStore(backend: HookedBackend { _, _ async in await Task.yield() })
    try await withThrowingTaskGroup(of: Void.self) { group in
      for watcher in 0..<5 {
        group.addTask {
          let watch = try store.watch(resource: "pods", namespace: watcher == 0 ? "default" : nil)
          while let batch = try await watch.next() {
            log("\(watcher) read \(batch.events) to \(batch.revision)")
            if batch.revision >= 120 { return }
          }
        }
      }
      for writer in 0..<6 {
        group.addTask {
          for number in 0... {
            if store.currentRevision >= 121 { return }
            let key = StoreKey.pod("p-\(number % 3)")
            do throws(StoreError) {
              let done = try await store.commit(
                store.get(key).map { SampleObject.update(key, expected: $0.revision, value: writer) }
                  ?? SampleObject.create(key, value: writer))
              log("\(writer) wrote \(done)")
            } catch {
              log("\(writer) failed: \(error)")
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }
}

private final class Log: Sendable {
  private let state = Mutex<[String]>([])
  var lines: [String] { state.withLock { $0 } }
  func append(_ line: String) { state.withLock { $0.append(line) } }
}

/// Runs jobs on the calling thread, in an order that the seed decides.
private final class SeededExecutor: TaskExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var random: SeededRandom
  }

  private let state: Mutex<State>

  init(seed: UInt64) { state = Mutex(State(random: SeededRandom(seed: seed))) }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.jobs.append(job) }
  }

  /// Runs an operation, and everything it starts, to the end.
  func run(_ operation: @escaping @Sendable () async throws -> Void) {
    Task(executorPreference: self) { try await operation() }
    while let job = next() { job.runSynchronously(on: asUnownedTaskExecutor()) }
  }

  private func next() -> UnownedJob? {
    state.withLock { state in
      guard !state.jobs.isEmpty else { return nil }
      return state.jobs.remove(at: Int.random(in: 0..<state.jobs.count, using: &state.random))
    }
  }
}
