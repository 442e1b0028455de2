public import APIMachinery
import Synchronization

/// The keys that a controller still has to look at.
///
/// A key is in the queue once, whatever happened to it; it is never worked on by two workers; and when it changes
/// while it is worked on, it comes back once after. Live changes go before start-up lists, and the namespaces
/// take turns.
///
/// The queue holds a key at most once and a bounded number of causes with it, so it is bounded by the number of
/// objects.
///
/// Kubernetes: client-go `util/workqueue`, controller-runtime `pkg/controller/priorityqueue`.
public final class WorkQueue: Sendable {
  private struct State {
    var keys: WorkQueueState
    var isClosed = false
    /// Whether there was a key before.
    var isUsed = false
    var nextTicket = 0
    /// The seats whose tasks were cancelled.
    var abandoned: Set<Int> = []
    var workers = FIFO<Waiter>()
    /// Who takes a key when no worker waits.
    var spare: Waiter?

    /// Pairs ready keys with those who wait for one.
    mutating func match(now: Timestamp) -> Deliveries {
      var deliveries = Deliveries()
      while !workers.isEmpty || spare != nil, let item = keys.take(now: now), let worker = popWaiter() {
        deliveries.append(Delivery(continuation: worker.continuation, item: item))
      }
      return deliveries
    }

    mutating func popWaiter() -> Waiter? {
      if let worker = workers.popFirst() { return worker }
      defer { spare = nil }
      return spare
    }

    /// Takes the waiter with this ticket away, if it waits.
    mutating func removeWaiter(_ ticket: Int) -> Waiter? {
      guard spare?.seat.ticket == ticket else { return workers.removeFirst { $0.seat.ticket == ticket } }
      defer { spare = nil }
      return spare
    }
  }

  private struct Waiter {
    let seat: Seat
    let continuation: UnsafeContinuation<WorkItem?, Never>
  }

  /// A worker to resume once the lock is released.
  private struct Delivery {
    let continuation: UnsafeContinuation<WorkItem?, Never>
    let item: WorkItem?

    func carryOut() { continuation.resume(returning: item) }
  }

  /// The workers to resume, in their order: nearly always one, or none.
  private struct Deliveries {
    var first: Delivery?
    var others: [Delivery] = []

    mutating func append(_ delivery: Delivery) {
      if first == nil { first = delivery } else { others.append(delivery) }
    }

    func carryOut() {
      first?.carryOut()
      for delivery in others { delivery.carryOut() }
    }
  }

  private let time: any TimeSource
  private let state: Mutex<State>
  private let alarm: Alarm
  /// Opens when there is a key for the first time, or when the queue is closed.
  private let used = Gate()

  public init(time: any TimeSource, limits: RateLimits = RateLimits()) {
    self.time = time
    alarm = Alarm(time: time)
    state = Mutex(State(keys: WorkQueueState(limits: limits)))
  }

  /// How many keys are ready.
  public var depth: Int { state.withLock { $0.keys.readyCount } }
  var additions: UInt64 { state.withLock { $0.keys.additions } }
  var retries: UInt64 { state.withLock { $0.keys.retries } }

  /// The key that becomes ready next by itself.
  var nextTimer: TimerHeap.Entry? { state.withLock { $0.keys.nextTimer } }

  /// The last time at which a key that failed is tried again.
  var lastBackOff: Timestamp? { state.withLock { $0.keys.lastBackOff } }

  // MARK: Adding

  /// Schedules a look at `key` as soon as a worker is free; a later time at which it was due is void.
  public func add(_ key: ObjectKey, cause: Cause, priority: Priority = .normal) {
    change { state, now in state.add(key, cause, priority, now: now) }
  }

  /// Schedules looks at many keys.
  func add(_ additions: QueueAdditions) {
    guard !additions.isEmpty else { return }
    change { state, now in
      additions.forEach { state.add($0.key, $0.cause, $0.priority, now: now) }
    }
  }

  /// Schedules a look at `key` after `delay`; an earlier time at which it is due stays.
  public func add(_ key: ObjectKey, cause: Cause, after delay: Duration) {
    change { state, now in
      if delay > .zero {
        state.add(key, cause, at: now + delay)
      } else {
        state.add(key, cause, .normal, now: now)
      }
    }
  }

  /// Schedules many looks after `delay`.
  func add(_ additions: QueueAdditions, after delay: Duration) {
    guard !additions.isEmpty else { return }
    change { state, now in
      additions.forEach { state.add($0.key, $0.cause, at: now + delay) }
    }
  }

  /// Schedules a look at `key` after its back-off.
  public func addRateLimited(_ key: ObjectKey, cause: Cause) {
    change { state, now in state.addRateLimited(key, cause, now: now) }
  }

  private func change(_ body: (inout WorkQueueState, Timestamp) -> Void) {
    let now = time.now()
    let (deliveries, deadline, isFirst) = state.withLock { state in
      body(&state.keys, now)
      let isFirst = !state.isUsed
      state.isUsed = true
      return (state.match(now: now), state.keys.nextDeadline, isFirst)
    }
    deliveries.carryOut()
    if let deadline { alarm.set(deadline, now: now) }
    if isFirst { used.open() }
  }

  // MARK: Working

  /// Waits until there is something to do for the first time, at once or later.
  ///
  /// - Returns: `false` when the task was cancelled.
  func waitForUse() async -> Bool { await used.wait() }

  /// The next key to work on; waits for one.
  ///
  /// - Returns: `nil` when the queue was closed or the task cancelled.
  public func next() async -> WorkItem? {
    await withSeat { await next($0) }
  }

  /// The place of one who takes key after key: what its cancellation needs is made once, and not for each key.
  struct Seat {
    fileprivate let ticket: Int
    fileprivate let isSpare: Bool
  }

  /// Lets `body` take keys. Once the task is cancelled, it gets those that are ready, and waits for none.
  ///
  /// - Parameter isSpare: Whether it takes what no waiting worker takes. Not more than one at a time does.
  func withSeat<Result>(isSpare: Bool = false, _ body: (Seat) async -> Result) async -> Result {
    let ticket = state.withLock { state in
      state.nextTicket += 1
      return state.nextTicket
    }
    defer { state.withLock { _ = $0.abandoned.remove(ticket) } }
    return await withTaskCancellationHandler {
      await body(Seat(ticket: ticket, isSpare: isSpare))
    } onCancel: {
      abandon(ticket)
    }
  }

  /// The next key for a seat; waits for one.
  ///
  /// - Returns: `nil` when the queue was closed or the task cancelled.
  func next(_ seat: Seat) async -> WorkItem? {
    let now = time.now()
    let (item, isClosed) = state.withLock { state -> (WorkItem?, Bool) in
      state.isClosed ? (nil, true) : (state.keys.take(now: now), false)
    }
    if isClosed || item != nil { return item }
    return await withUnsafeContinuation { wait(Waiter(seat: seat, continuation: $0)) }
  }

  private func wait(_ waiter: Waiter) {
    let now = time.now()
    let deliveries = state.withLock { state in
      guard !state.isClosed, !state.abandoned.contains(waiter.seat.ticket) else {
        return Deliveries(first: Delivery(continuation: waiter.continuation, item: nil))
      }
      if waiter.seat.isSpare { state.spare = waiter } else { state.workers.append(waiter) }
      return state.match(now: now)
    }
    deliveries.carryOut()
  }

  private func abandon(_ ticket: Int) {
    let worker = state.withLock { state in
      state.abandoned.insert(ticket)
      return state.removeWaiter(ticket)
    }
    worker?.continuation.resume(returning: nil)
  }

  /// The item with what has come for its key since it was taken. Only before the look has begun.
  func refolded(_ item: WorkItem) -> WorkItem { state.withLock { $0.keys.refold(item) } }

  /// Gives back a key that ``next()`` gave out.
  public func finish(_ key: ObjectKey, _ completion: Completion) {
    change { state, now in state.finish(key, completion, now: now) }
  }

  /// Gives a key back; what came meanwhile is no reason to look again if all of it `isOwn`.
  func finish(_ key: ObjectKey, _ completion: Completion, unless isOwn: (Cause) -> Bool) {
    change { state, now in state.finish(key, completion, now: now, unless: isOwn) }
  }

  // MARK: Time

  /// Makes delayed keys ready when their time comes, until the task is cancelled; then closes the queue.
  public func run() async {
    await alarm.run { [self] in
      change { state, now in state.advance(to: now) }
    }
    close()
  }

  /// Lets all workers go.
  public func close() {
    let workers = state.withLock { state in
      state.isClosed = true
      var workers = Deliveries()
      while let worker = state.popWaiter() {
        workers.append(Delivery(continuation: worker.continuation, item: nil))
      }
      return workers
    }
    workers.carryOut()
    used.open()
  }
}

/// One key to look at.
struct QueueAddition: Sendable {
  var key: ObjectKey
  var cause: Cause
  var priority: Priority
}

/// Keys to look at, in their order: most often one, or none.
struct QueueAdditions: Sendable {
  private var first: QueueAddition?
  private var others: [QueueAddition] = []

  init() {}

  var isEmpty: Bool { first == nil }

  mutating func append(_ addition: QueueAddition) {
    if first == nil { first = addition } else { others.append(addition) }
  }

  func forEach(_ body: (QueueAddition) -> Void) {
    if let first { body(first) }
    for addition in others { body(addition) }
  }
}
