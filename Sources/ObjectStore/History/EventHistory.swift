/// The latest events of the whole store in the order of their revisions, bounded by count, bytes and age.
///
/// Watches resume from it, and older states are rebuilt from it by undoing its events. It alone keeps
/// superseded versions in memory.
struct EventHistory: Sendable {
  struct Limits: Sendable {
    var events: Int
    var bytes: Int
    /// In nanoseconds.
    var age: Int64
  }

  private struct Entry {
    let revision: UInt64
    let resource: Int
    let time: Int64
    /// Nil once the entry was trimmed.
    var event: StoreEvent?
  }

  let limits: Limits
  /// The events up to and with this revision are gone.
  private(set) var compacted: UInt64
  private var entries: [Entry] = []
  /// The entries before this place were trimmed; they are moved out when they are the greater part.
  private var start = 0
  /// The bytes of the versions that live here and not in the index.
  private(set) var bytes = 0

  init(limits: Limits, compacted: UInt64) {
    self.limits = limits
    self.compacted = compacted
  }

  var count: Int { entries.count - start }

  mutating func append(_ event: StoreEvent, resource: Int, time: Int64) {
    bytes += event.historyBytes
    entries.append(Entry(revision: event.revision, resource: resource, time: time, event: event))
  }

  /// The events of a resource after `revision`, oldest first.
  ///
  /// - Complexity: O(log n) and the number of events after `revision`.
  func events(after revision: UInt64, resource: Int, where condition: (StoreEvent) -> Bool = { _ in true })
    -> [StoreEvent]
  {
    var found: [StoreEvent] = []
    for place in firstPlace(after: revision)..<entries.count where entries[place].resource == resource {
      if let event = entries[place].event, condition(event) { found.append(event) }
    }
    return found
  }

  /// Forgets what is over the limits, and gives it.
  mutating func trim(now: Int64) -> [StoreEvent] {
    var trimmed: [StoreEvent] = []
    while start < entries.count, isOverLimits(now: now) { trimFirst(into: &trimmed) }
    moveTrimmedOut()
    return trimmed
  }

  /// Forgets the events up to and with `revision`, and gives them.
  mutating func compact(to revision: UInt64) -> [StoreEvent] {
    var trimmed: [StoreEvent] = []
    while start < entries.count, entries[start].revision <= revision { trimFirst(into: &trimmed) }
    compacted = max(compacted, revision)
    moveTrimmedOut()
    return trimmed
  }

  private func isOverLimits(now: Int64) -> Bool {
    count > limits.events || bytes > limits.bytes || now - entries[start].time > limits.age
  }

  private mutating func trimFirst(into trimmed: inout [StoreEvent]) {
    compacted = entries[start].revision
    if let event = entries[start].event.take() {
      bytes -= event.historyBytes
      trimmed.append(event)
    }
    start += 1
  }

  private mutating func moveTrimmedOut() {
    guard start > 64, start > entries.count / 2 else { return }
    entries.removeFirst(start)
    start = 0
  }

  private func firstPlace(after revision: UInt64) -> Int {
    var (low, high) = (start, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].revision > revision { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension StoreEvent {
  /// The size of the versions that are kept for the sake of this event.
  fileprivate var historyBytes: Int {
    (previous?.keptSize ?? 0) + (kind == .deleted ? object.keptSize : 0)
  }

  /// Calls `body` with the revisions of the log records that nobody needs once this event is forgotten.
  func forEachObsoleteRevision(_ body: (UInt64) -> Void) {
    if let previous { body(previous.revision) }
    if kind == .deleted { body(revision) }
  }
}
