import APIMachinery

/// The pods that wait for a node, in the order in which they get their turn.
///
/// A pod is *active* (sorted by priority, then by the time it came), *backing off* after a failed try, or
/// *unschedulable* until something happens that may help it. A pure state machine: time comes in as an argument.
///
/// Kubernetes: `scheduler/backend/queue`: back-off 1 s doubling to 10 s; unschedulable pods are tried again after 5
/// minutes at the latest.
struct SchedulingQueue: Sendable {
  static let initialBackoff = Duration.seconds(1)
  static let maximumBackoff = Duration.seconds(10)
  static let unschedulableLimit = Duration.seconds(300)

  private struct Entry: Sendable {
    var pod: SchedulingPod
    var order: UInt64
    var attempts = 0
    var place = Place.active
    /// Set while the pod is tried, when something happened that may help it.
    var isMoveRequested = false

    /// Takes note that the pod is tried.
    mutating func begin() -> SchedulingPod {
      place = .inFlight
      attempts += 1
      isMoveRequested = false
      return pod
    }
  }

  private enum Place: Sendable {
    case active
    case backingOff(until: Timestamp)
    case unschedulable(since: Timestamp, backoffUntil: Timestamp)
    case inFlight

    /// When a pod that waits is tried again.
    var due: Timestamp? {
      switch self {
      case .backingOff(let until): until
      case .unschedulable(let since, _): since + SchedulingQueue.unschedulableLimit
      case .active, .inFlight: nil
      }
    }
  }

  private var entries: [ObjectKey: Entry] = [:]
  private var active = Heap()
  /// The pods that back off or are unschedulable: all that a flush looks at.
  private var waiting: Set<ObjectKey> = []
  /// When the first of them is due; `nil` while that is not known.
  private var soonest: Timestamp?
  private var inFlight: ObjectKey?
  private var nextOrder: UInt64 = 0

  init() {}

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }
  /// Pods in each place, for the metric `scheduler_pending_pods`.
  var activeCount: Int { active.count }

  /// Adds a pod, or takes over its new version; a changed spec gets a new try.
  mutating func set(_ pod: SchedulingPod, mayHelp: Bool) {
    if var entry = entries[pod.key] {
      entry.pod = pod
      entries[pod.key] = entry
      if mayHelp { move(pod.key) }
      return
    }
    nextOrder += 1
    entries[pod.key] = Entry(pod: pod, order: nextOrder)
    activate(pod.key)
  }

  mutating func remove(_ key: ObjectKey) {
    guard entries.removeValue(forKey: key) != nil else { return }
    active.remove(key)
    stopWaiting(key)
  }

  private mutating func stopWaiting(_ key: ObjectKey) {
    if waiting.remove(key) != nil { soonest = nil }
  }

  /// Takes the next pod; it stays known until ``remove(_:)``.
  mutating func next() -> SchedulingPod? {
    guard let key = active.popFirst() else { return nil }
    inFlight = key
    if waiting.contains(key) { soonest = nil }
    return entries[key]?.begin()
  }

  /// Puts a pod back that found no node.
  mutating func fail(_ key: ObjectKey, now: Timestamp) {
    guard var entry = entries[key] else { return }
    let doublings = min(max(0, entry.attempts - 1), 10)
    let backoff = min(Self.maximumBackoff, Self.initialBackoff * (1 << doublings))
    entry.place =
      entry.isMoveRequested
      ? .backingOff(until: now + backoff) : .unschedulable(since: now, backoffUntil: now + backoff)
    entry.isMoveRequested = false
    entries[key] = entry
    if waiting.insert(key).inserted { noteDue(of: entry.place) } else { soonest = nil }
  }

  private mutating func noteDue(of place: Place) {
    if let due = place.due, let known = soonest { soonest = min(known, due) }
  }

  /// Puts a pod back whose try broke off for an error, to be tried again after its back-off.
  mutating func retry(_ key: ObjectKey, now: Timestamp) {
    entries[key]?.isMoveRequested = true
    fail(key, now: now)
  }

  /// Something happened that may help every waiting pod: a node came, a pod left.
  mutating func moveAll() {
    for key in waiting { move(key) }
    if let inFlight { move(inFlight) }
  }

  /// Something happened that may help the pods for which `isHelped` holds.
  ///
  /// - Returns: Whether a pod that waits is one of them.
  mutating func move(where isHelped: (SchedulingPod) -> Bool) -> Bool {
    var hasMoved = false
    for key in waiting {
      guard let entry = entries[key], isHelped(entry.pod) else { continue }
      move(key)
      hasMoved = true
    }
    if let inFlight { move(inFlight) }
    return hasMoved
  }

  private mutating func move(_ key: ObjectKey) {
    switch entries[key]?.place {
    case .unschedulable(_, let until):
      entries[key]?.place = .backingOff(until: until)
      noteDue(of: .backingOff(until: until))
    case .inFlight: entries[key]?.isMoveRequested = true
    default: break
    }
  }

  /// Makes pods active whose waiting time is over.
  ///
  /// - Returns: When to look again, if any pod waits.
  mutating func flush(now: Timestamp) -> Timestamp? {
    if let soonest, soonest > now { return soonest }
    var next: Timestamp?
    var ready: [ObjectKey] = []
    for key in waiting {
      guard let due = entries[key]?.place.due else { continue }
      if due <= now { ready.append(key) } else { next = min(next ?? due, due) }
    }
    for key in ready.sorted() { activate(key) }
    soonest = next
    return next
  }

  private mutating func activate(_ key: ObjectKey) {
    guard let entry = entries[key] else { return }
    stopWaiting(key)
    entries[key]?.place = .active
    active.insert(Heap.Item(key: key, priority: entry.pod.priority, order: entry.order))
  }
}

extension SchedulingQueue {
  /// A binary heap: the highest priority first, and the earliest of those.
  struct Heap: Sendable {
    struct Item: Sendable {
      let key: ObjectKey
      let priority: Int
      let order: UInt64

      func precedes(_ other: Item) -> Bool {
        priority != other.priority ? priority > other.priority : order < other.order
      }
    }

    private var items: [Item] = []
    private var removed: Set<ObjectKey> = []
    private var present: Set<ObjectKey> = []

    var count: Int { present.count }

    mutating func insert(_ item: Item) {
      guard present.insert(item.key).inserted else { return }
      if removed.remove(item.key) != nil {
        items.removeAll { $0.key == item.key }
        heapify()
      }
      items.append(item)
      siftUp(items.count - 1)
    }

    /// Forgets a key; its item is dropped when it comes to the top.
    mutating func remove(_ key: ObjectKey) {
      if present.remove(key) != nil { removed.insert(key) }
    }

    mutating func popFirst() -> ObjectKey? {
      while let first = items.first {
        items.swapAt(0, items.count - 1)
        items.removeLast()
        siftDown(0)
        if removed.remove(first.key) == nil {
          present.remove(first.key)
          return first.key
        }
      }
      return nil
    }

    private mutating func heapify() {
      items.sort { $0.precedes($1) }
    }

    private mutating func siftUp(_ start: Int) {
      var child = start
      while child > 0, items[child].precedes(items[(child - 1) / 2]) {
        items.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    }

    private mutating func siftDown(_ start: Int) {
      var parent = start
      while true {
        var best = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < items.count {
          if items[child].precedes(items[best]) { best = child }
        }
        if best == parent { return }
        items.swapAt(parent, best)
        parent = best
      }
    }
  }
}
