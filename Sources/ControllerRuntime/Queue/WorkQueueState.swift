import APIMachinery

/// The work queue as a pure state machine: no clock, no lock, no tasks.
///
/// A key is *idle* (unknown), *waiting* for a time, *ready*, or *worked on*; while it is worked on it can also be
/// *marked* to become ready again, or wait for a time, when the worker gives it back.
struct WorkQueueState {
  private struct Slot {
    var isWorkedOn = false
    /// The line in which the key stands; `nil` when it is not ready. While worked on: the line to join after.
    var ready: Priority?
    var deadline: Timestamp?
    var causes: [Cause] = []
    var droppedCauses = 0
    var readySince = Timestamp(nanosecondsSince1970: 0)

    /// What making it ready led to.
    enum Step {
      /// It was ready already.
      case none
      /// It becomes ready when its worker gives it back.
      case marked
      /// It stands in a better line now.
      case better
      case ready
    }

    mutating func fold(_ cause: Cause) {
      if causes.count < WorkItem.causeLimit { causes.append(cause) } else { droppedCauses += 1 }
    }

    mutating func add(_ cause: Cause, _ priority: Priority, now: Timestamp) -> Step {
      if deadline != nil {
        deadline = nil
        causes.removeAll(where: \.isWait)
      }
      fold(cause)
      return makeReady(priority, now: now)
    }

    /// - Returns: Whether a timer has to be started for `deadline`.
    mutating func add(_ cause: Cause, at deadline: Timestamp) -> Bool {
      let isSooner = ready == nil && self.deadline.map { deadline < $0 } ?? true
      guard isSooner || !cause.isWait else { return false }
      fold(cause)
      if isSooner { self.deadline = deadline }
      return isSooner && !isWorkedOn
    }

    mutating func makeReady(_ priority: Priority, now: Timestamp) -> Step {
      if let ready, ready >= priority { return .none }
      let isNew = ready == nil
      ready = priority
      if isNew { readySince = now }
      return isWorkedOn ? .marked : isNew ? .ready : .better
    }
  }

  private let limits: RateLimits
  private var bucket: TokenBucket
  private var slots: [ObjectKey: Slot] = [:]
  private var normal = FairQueue()
  private var low = FairQueue()
  private var timers = TimerHeap()
  private var failures: [ObjectKey: Int] = [:]
  private var sequence: UInt64 = 0
  /// Keys that are ready.
  private(set) var readyCount = 0
  /// How many times a key was added: `workqueue_adds_total`.
  private(set) var additions: UInt64 = 0
  private(set) var retries: UInt64 = 0

  init(limits: RateLimits) {
    self.limits = limits
    bucket = TokenBucket(rate: limits.rate, burst: limits.burst)
  }

  /// When the next waiting key becomes ready.
  var nextDeadline: Timestamp? { timers.first?.deadline }

  /// The first waiting key, if nothing has overtaken it.
  var nextTimer: TimerHeap.Entry? {
    timers.first.flatMap { slots[$0.key]?.deadline == $0.deadline ? $0 : nil }
  }

  /// The last time at which a key that failed is tried again.
  ///
  /// - Complexity: O(n) in the keys.
  var lastBackOff: Timestamp? {
    slots.values.compactMap { slot in
      slot.causes.contains { $0.kind == .backoff } ? slot.deadline : nil
    }.max()
  }

  // MARK: Adding

  /// Makes a key ready, or marks it if it is being worked on. A time it waited for is void.
  mutating func add(_ key: ObjectKey, _ cause: Cause, _ priority: Priority, now: Timestamp) {
    let step = slots[key, default: Slot()].add(cause, priority, now: now)
    follow(step, key, priority)
  }

  /// Counts what became of a slot, and puts its key in line.
  private mutating func follow(_ step: Slot.Step, _ key: ObjectKey, _ priority: Priority) {
    if step == .none { return }
    additions += 1
    if step == .marked { return }
    if step == .ready { readyCount += 1 }
    append(key, priority)
  }

  /// Makes a key ready at a time. Nothing to do, but to note why, if it is ready or becomes so earlier.
  mutating func add(_ key: ObjectKey, _ cause: Cause, at deadline: Timestamp) {
    if slots[key, default: Slot()].add(cause, at: deadline) { startTimer(key, deadline) }
  }

  /// Adds a key after the back-off of its next failure.
  mutating func addRateLimited(_ key: ObjectKey, _ cause: Cause, now: Timestamp) {
    add(key, cause, at: now + backOff(key, now: now))
  }

  /// Counts a failure of a key, and says how long to wait before its next look.
  private mutating func backOff(_ key: ObjectKey, now: Timestamp) -> Duration {
    let count = failures[key] ?? 0
    failures[key] = count + 1
    retries += 1
    return max(limits.backoff(failures: count), bucket.reserve(at: now))
  }

  mutating func forget(_ key: ObjectKey) {
    if !failures.isEmpty { failures[key] = nil }
  }

  private mutating func append(_ key: ObjectKey, _ priority: Priority) {
    switch priority {
    case .normal: normal.append(key)
    case .low: low.append(key)
    }
  }

  private mutating func startTimer(_ key: ObjectKey, _ deadline: Timestamp) {
    sequence += 1
    timers.insert(TimerHeap.Entry(deadline: deadline, sequence: sequence, key: key))
  }

  // MARK: Time

  /// Makes the keys ready whose time has come.
  mutating func advance(to now: Timestamp) {
    while let timer = timers.first {
      guard let position = slots.index(forKey: timer.key), case var slot = slots.values[position],
        slot.deadline == timer.deadline, !slot.isWorkedOn
      else {
        _ = timers.popFirst()
        continue
      }
      guard timer.deadline <= now else { return }
      _ = timers.popFirst()
      slot.deadline = nil
      let step = slot.makeReady(.normal, now: now)
      slots.values[position] = slot
      follow(step, timer.key, .normal)
    }
  }

  // MARK: Working

  /// Takes the next ready key; it is worked on from now.
  mutating func take(now: Timestamp) -> WorkItem? {
    if normal.isEmpty, low.isEmpty { return nil }
    while let (key, line) = popFirst() {
      guard let position = slots.index(forKey: key) else { continue }
      let slot = slots.values[position]
      // A key that moved to a better line leaves a stale place in the old one.
      guard !slot.isWorkedOn, slot.ready == line else { continue }
      let item = WorkItem(
        key: key, causes: slot.causes, droppedCauses: slot.droppedCauses, failures: failures[key] ?? 0,
        priority: line, waited: now - slot.readySince)
      slots.values[position] = Slot(isWorkedOn: true)
      readyCount -= 1
      return item
    }
    return nil
  }

  /// Folds what has come for a key since it was taken into a look that has not begun.
  mutating func refold(_ item: WorkItem) -> WorkItem {
    guard var slot = slots[item.key], slot.isWorkedOn, slot.ready != nil else { return item }
    let causes = item.causes + slot.causes
    let kept = Array(causes.prefix(WorkItem.causeLimit))
    let dropped = item.droppedCauses + slot.droppedCauses + causes.count - kept.count
    slot.ready = nil
    slot.causes = []
    slot.droppedCauses = 0
    slots[item.key] = slot
    return WorkItem(
      key: item.key, causes: kept, droppedCauses: dropped, failures: item.failures, priority: item.priority,
      waited: item.waited)
  }

  private mutating func popFirst() -> (ObjectKey, Priority)? {
    if let key = normal.popFirst() { return (key, .normal) }
    return low.popFirst().map { ($0, .low) }
  }

  /// Gives a key back.
  ///
  /// - Parameter isOwn: Whether something that came meanwhile is no reason to look again.
  mutating func finish(
    _ key: ObjectKey, _ completion: Completion, now: Timestamp, unless isOwn: (Cause) -> Bool = { _ in false }
  ) {
    guard let position = slots.index(forKey: key) else { return }
    var slot = slots.values[position]
    guard slot.isWorkedOn else { return }
    slot.isWorkedOn = false
    if slot.ready != nil, slot.droppedCauses == 0, slot.causes.allSatisfy(isOwn) {
      slot.ready = nil
      slot.causes = []
    }
    if let line = slot.ready {
      readyCount += 1
      append(key, line)
    } else if let deadline = slot.deadline {
      startTimer(key, deadline)
    }
    if let (cause, deadline) = comeBack(key, completion, now: now), slot.add(cause, at: deadline) {
      startTimer(key, deadline)
    }
    if slot.ready == nil, slot.deadline == nil {
      slots.remove(at: position)
    } else {
      slots.values[position] = slot
    }
  }

  /// Why and when a key comes back that was worked on.
  private mutating func comeBack(
    _ key: ObjectKey, _ completion: Completion, now: Timestamp
  ) -> (Cause, Timestamp)? {
    switch completion {
    case .success:
      forget(key)
      return nil
    case .requeue(let delay):
      forget(key)
      return (Cause(.requeue), now + delay)
    case .failure: return (Cause(.backoff), now + backOff(key, now: now))
    case .drop: return nil
    }
  }
}
