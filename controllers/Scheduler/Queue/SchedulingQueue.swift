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
    /// Whether the pod stands in the heap.
    var isActive = false
    /// Set while the pod is tried, when something happened that may help it.
    var isMoveRequested = false

    /// - Returns: What to put into the heap; `nil` when the pod stands there.
    mutating func activate() -> Heap.Item? {
      place = .active
      if isActive { return nil }
      isActive = true
      return Heap.Item(key: pod.key, priority: pod.priority, order: order)
    }

    /// Takes note that the pod is tried.
    ///
    /// - Returns: `nil` when the item of the heap is not of this pod, but of one that was removed.
    mutating func begin(_ item: Heap.Item) -> SchedulingPod? {
      if order != item.order { return nil }
      place = .inFlight
      isActive = false
      attempts += 1
      isMoveRequested = false
      return pod
    }

    /// Takes note that the try failed.
    ///
    /// - Returns: The pod's new place.
    mutating func fail(now: Timestamp) -> Place {
      let doublings = min(max(0, attempts - 1), 10)
      let backoff = min(SchedulingQueue.maximumBackoff, SchedulingQueue.initialBackoff * (1 << doublings))
      place =
        isMoveRequested
        ? .backingOff(until: now + backoff) : .unschedulable(since: now, backoffUntil: now + backoff)
      isMoveRequested = false
      return place
    }

    /// Takes note that something happened that may help the pod.
    ///
    /// - Returns: The pod's new place, if it has one.
    mutating func move() -> Place? {
      switch place {
      case .unschedulable(_, let until):
        place = .backingOff(until: until)
        return place
      case .inFlight:
        isMoveRequested = true
        return nil
      case .active, .backingOff: return nil
      }
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
  /// Those whose turn comes, with some that were removed: they are dropped when they come to the top.
  private var active = Heap()
  /// How many pods are active, for the metric `scheduler_pending_pods`.
  private(set) var activeCount = 0
  /// The pods that back off or are unschedulable: all that a flush looks at.
  private var waiting: Set<ObjectKey> = []
  /// When the first of them is due; `nil` while that is not known.
  private var soonest: Timestamp?
  private var inFlight: ObjectKey?
  private var nextOrder: UInt64 = 0

  init() {}

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }

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
    guard let entry = entries.removeValue(forKey: key) else { return }
    if entry.isActive { activeCount -= 1 }
    stopWaiting(key)
  }

  private mutating func stopWaiting(_ key: ObjectKey) {
    if waiting.remove(key) != nil { soonest = nil }
  }

  /// Takes the next pod; it stays known until ``remove(_:)``.
  mutating func next() -> SchedulingPod? {
    while let item = active.popFirst() {
      guard let pod = entries[item.key]?.begin(item) else { continue }
      activeCount -= 1
      inFlight = item.key
      if waiting.contains(item.key) { soonest = nil }
      return pod
    }
    return nil
  }

  /// Puts a pod back that found no node.
  mutating func fail(_ key: ObjectKey, now: Timestamp) {
    guard let place = entries[key]?.fail(now: now) else { return }
    if waiting.insert(key).inserted { noteDue(of: place) } else { soonest = nil }
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
    if let place = entries[key]?.move() { noteDue(of: place) }
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
    ready.sort()
    for key in ready { activate(key) }
    soonest = next
    return next
  }

  private mutating func activate(_ key: ObjectKey) {
    stopWaiting(key)
    guard let item = entries[key]?.activate() else { return }
    activeCount += 1
    active.insert(item)
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

    mutating func insert(_ item: Item) {
      items.append(item)
      siftUp(items.count - 1)
    }

    mutating func popFirst() -> Item? {
      guard !items.isEmpty else { return nil }
      items.swapAt(0, items.count - 1)
      let first = items.removeLast()
      siftDown(0)
      return first
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
        for child in 2 * parent + 1...2 * parent + 2 where child < items.count {
          if items[child].precedes(items[best]) { best = child }
        }
        if best == parent { return }
        items.swapAt(parent, best)
        parent = best
      }
    }
  }
}
