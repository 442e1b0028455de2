import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A thread for calls that block, so that they do not hold up the threads that tasks run on.
///
/// It runs one job at a time, in order. It ends when its owner lets go of it, who waits for that: afterwards it holds
/// nothing of its jobs any more.
final class WorkerThread: Sendable {
  private let jobs: JobQueue
  private let thread: pthread_t

  init() throws(BackendError) {
    jobs = JobQueue()
    var thread = pthread_t()
    let code = pthread_create(&thread, nil, runJobs, Unmanaged.passRetained(jobs).toOpaque())
    guard code == 0 else {
      Unmanaged.passUnretained(jobs).release()
      throw BackendError(
        code: .rejected, message: "cannot start a thread: \(String(cString: strerror(code)))")
    }
    self.thread = thread
  }

  deinit {
    jobs.stop()
    if pthread_equal(pthread_self(), thread) == 0 {
      pthread_join(thread, nil)
    } else {
      pthread_detach(thread)
    }
  }

  /// Runs `body` on the thread and gives its result to the caller.
  func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withUnsafeContinuation { continuation in
      jobs.add { continuation.resume(returning: body()) }
    }
  }
}

private func runJobs(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  let jobs = Unmanaged<JobQueue>.fromOpaque(argument).takeRetainedValue()
  while let job = jobs.next() { job() }
  return nil
}

/// The jobs that wait for a thread.
///
/// Unchecked: `waiting` and `isStopped` are guarded by `mutex`. It is not a `Mutex` because the thread sleeps
/// on a condition.
private final class JobQueue: @unchecked Sendable {
  typealias Job = @Sendable () -> Void

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waiting: [Job] = []
  private var isStopped = false

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(condition)
    mutex.deallocate()
    condition.deallocate()
  }

  func add(_ job: @escaping Job) {
    pthread_mutex_lock(mutex)
    waiting.append(job)
    pthread_mutex_unlock(mutex)
    pthread_cond_signal(condition)
  }

  func stop() {
    pthread_mutex_lock(mutex)
    isStopped = true
    pthread_mutex_unlock(mutex)
    pthread_cond_signal(condition)
  }

  /// Waits for the next job; nil when the queue was stopped and is empty.
  func next() -> Job? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while waiting.isEmpty {
      if isStopped { return nil }
      pthread_cond_wait(condition, mutex)
    }
    return waiting.removeFirst()
  }
}
