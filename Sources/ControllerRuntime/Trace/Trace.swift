public import APIMachinery
import Synchronization

/// What the controllers of a manager did and why: the last reconciles, and a stream of those to come.
///
/// Keeping a record costs less than a microsecond; nothing is formatted until somebody asks.
public final class Trace: Sendable {
  private struct State {
    var ring: [ReconcileRecord] = []
    var next = 0
    var sequence: UInt64 = 0
    /// The reconciles under way: no more than there are workers.
    var ongoing: [ControllerActivity] = []
    var nextTicket = 0
    var abandoned: Set<Int> = []
    var waiters: [(ticket: Int, continuation: CheckedContinuation<Void, Never>)] = []

    /// Keeps a record; when there are `capacity` of them, the oldest gives way.
    mutating func keep(_ record: ReconcileRecord, _ capacity: Int) {
      let position = ring.count < capacity ? ring.count : next
      if position == ring.count {
        ring.append(record)
      } else {
        ring[position] = record
        next = (next + 1) % capacity
      }
      ring[position].sequence = sequence
      sequence += 1
    }
  }

  private let capacity: Int
  private let state = Mutex(State())
  /// What the detectors found.
  public let findings = Findings()
  private let detectors: DetectorSet
  private let observer: (@Sendable (ReconcileRecord) -> Void)?

  /// - Parameters:
  ///   - capacity: How many records are kept.
  ///   - observer: Called with each record as it is made, before the next reconcile of its worker begins. Be quick.
  public init(capacity: Int = 1024, observer: (@Sendable (ReconcileRecord) -> Void)? = nil) {
    self.capacity = max(1, capacity)
    self.observer = observer
    detectors = DetectorSet(findings: findings)
  }

  // MARK: Writing

  /// Notes that a reconcile has begun. ``append(_:ending:)`` says when it has ended.
  func begin(_ activity: ControllerActivity) { state.withLock { $0.ongoing.append(activity) } }

  func append(_ record: ReconcileRecord, ending activity: ControllerActivity? = nil) {
    detectors.observe(record)
    observer?(record)
    let waiters = state.withLock { state in
      if let position = state.ongoing.lastIndex(where: { $0 === activity }) {
        state.ongoing.remove(at: position)
      }
      state.keep(record, capacity)
      defer { state.waiters.removeAll() }
      return state.waiters
    }
    for waiter in waiters { waiter.continuation.resume() }
  }

  // MARK: Reading

  /// How many reconciles there were in all.
  public var count: UInt64 { state.withLock { $0.sequence } }

  /// The reconciles that have begun and not ended, oldest first.
  public var ongoing: [ControllerActivity] { state.withLock { $0.ongoing } }

  /// The records that are kept, oldest first.
  public var records: [ReconcileRecord] { records(from: 0) }

  /// The kept records of one controller, or of one key of it, oldest first.
  public func records(controller: String, key: ObjectKey? = nil) -> [ReconcileRecord] {
    records.filter { $0.controller == controller && (key == nil || $0.key == key) }
  }

  /// The kept records from position `sequence` on.
  public func records(from sequence: UInt64) -> [ReconcileRecord] {
    state.withLock { state in
      let kept = UInt64(state.ring.count)
      let first = max(sequence, state.sequence - kept)
      guard first < state.sequence else { return [] }
      let skipped = Int(first - (state.sequence - kept))
      return (skipped..<state.ring.count).map { state.ring[(state.next + $0) % state.ring.count] }
    }
  }

  /// The records to come, in batches. A reader that is slower than the ring is long misses records; the gap shows
  /// in their sequence numbers.
  public func stream() -> Stream {
    Stream(trace: self, next: count)
  }

  /// See ``stream()``.
  public struct Stream: AsyncSequence, AsyncIteratorProtocol {
    let trace: Trace
    var next: UInt64

    public func makeAsyncIterator() -> Stream { self }

    /// The next records, at least one; `nil` when the task was cancelled.
    public mutating func next() async -> [ReconcileRecord]? {
      while !Task.isCancelled {
        let records = trace.records(from: next)
        if let last = records.last {
          next = last.sequence + 1
          return records
        }
        await trace.wait(for: next)
      }
      return nil
    }
  }

  private func wait(for sequence: UInt64) async {
    let ticket = state.withLock { state in
      state.nextTicket += 1
      return state.nextTicket
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if state.sequence > sequence || state.abandoned.remove(ticket) != nil { return true }
          state.waiters.append((ticket, continuation))
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      let continuation = state.withLock { state -> CheckedContinuation<Void, Never>? in
        guard let position = state.waiters.firstIndex(where: { $0.ticket == ticket }) else {
          state.abandoned.insert(ticket)
          return nil
        }
        return state.waiters.remove(at: position).continuation
      }
      continuation?.resume()
    }
  }
}
