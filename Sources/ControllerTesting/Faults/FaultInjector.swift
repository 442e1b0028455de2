import APIMachinery
import CloudModel
import KubernetesClient
import Synchronization

/// Counts what the process under test does, and says where something goes wrong.
final class FaultInjector: Sendable {
  private struct State {
    var profile = RunProfile()
    var reads = 0
    var cloudCalls = 0
    /// How many events there were of each resource. So few that looking them through is quicker than hashing one.
    var eventCounts: [(resource: String, count: Int)] = []
    /// The revisions that the process had seen at the start and after each event.
    var revisions: [UInt64] = [0]
    var pending: [Fault]
    var fired: [Fault] = []
    /// When the last fault that lasts is over.
    var quietFrom: Timestamp
    /// When the process saw a past state, or not all of the present one.
    var blindness: [Blindness] = []

    /// Counts an event.
    ///
    /// - Returns: How many there were of its resource.
    mutating func countEvent(of resource: String) -> Int {
      guard let position = eventCounts.firstIndex(where: { $0.resource == resource }) else {
        eventCounts.append((resource, 1))
        return 1
      }
      eventCounts[position].count += 1
      return eventCounts[position].count
    }

    /// Takes the faults out of the plan whose place is here.
    mutating func take(where isHere: (Fault) -> Bool) -> [Fault] {
      guard !pending.isEmpty else { return [] }
      let due = pending.filter(isHere)
      guard !due.isEmpty else { return [] }
      pending.removeAll(where: isHere)
      fired += due
      return due
    }
  }

  let plan: FaultPlan
  /// The clock of the process.
  let clock: SkewedTime
  private let time: any TimeSource
  private let timeline: Timeline
  private let revision: @Sendable () -> UInt64
  private let start: Timestamp
  private let state: Mutex<State>

  /// - Parameter revision: The newest revision of the cluster.
  init(
    plan: FaultPlan, time: any TimeSource, timeline: Timeline, revision: @escaping @Sendable () -> UInt64
  ) {
    self.plan = plan
    self.revision = revision
    self.time = time
    self.timeline = timeline
    clock = SkewedTime(time)
    start = time.now()
    state = Mutex(State(pending: plan.faults, quietFrom: time.now()))
  }

  /// What the process has done so far.
  var profile: RunProfile {
    state.withLock { state in
      var profile = state.profile
      profile.reads = state.reads
      profile.cloudCalls = state.cloudCalls
      profile.duration = time.now() - start
      return profile
    }
  }

  /// The faults that have happened.
  var fired: [Fault] { state.withLock { $0.fired } }

  /// When the last fault that lasts is over.
  var quietFrom: Timestamp { state.withLock { $0.quietFrom } }

  /// When the process saw a past state, or not all of the present one.
  var blindness: [Blindness] { state.withLock { $0.blindness } }

  func began(at revision: UInt64) {
    state.withLock { if $0.revisions.count == 1 { $0.revisions[0] = revision } }
  }

  private func note(_ faults: [Fault]) {
    for fault in faults { timeline.add(.fault(fault)) }
  }

  private func extend(by duration: Duration, _ state: inout State) {
    state.quietFrom = max(state.quietFrom, time.now() + duration)
  }

  private func blind(for duration: Duration, _ state: inout State) {
    extend(by: duration, &state)
    state.blindness.append(Blindness(from: revision(), until: time.now() + duration))
  }

  // MARK: Writes and reads

  func write(_ call: WriteCall) -> WriteVerdict {
    guard call.isCounted else { return WriteVerdict() }
    var verdict = WriteVerdict()
    var jump = Duration.zero
    let due = state.withLock { state -> [Fault] in
      state.profile.writes.append(call)
      let number = state.profile.writes.count
      let due = state.take { $0.write == number }
      for fault in due {
        switch fault {
        case .crash(.before, _, let pause): verdict.crashBefore = pause
        case .crash(.after, _, let pause): verdict.crashAfter = pause
        case .loseResponse: verdict.losesResponse = true
        case .failWrite(_, let failure): verdict.refusal = failure.error(of: call)
        case .jumpClock(_, let duration): jump += duration
        default: break
        }
        if case .crash(_, _, let pause) = fault { extend(by: pause, &state) }
      }
      return due
    }
    if jump != .zero { clock.jump(by: jump) }
    note(due)
    return verdict
  }

  /// The error that a read meets.
  func read() -> StatusError? {
    let due = state.withLock { state in
      state.reads += 1
      let number = state.reads
      return state.take { if case .failRead(number, _) = $0 { true } else { false } }
    }
    note(due)
    guard case .failRead(_, let failure)? = due.first else { return nil }
    return failure.error
  }

  /// The error that a call to the cloud meets.
  func cloudCall() -> Fault.CloudFailure? {
    let due = state.withLock { state in
      state.cloudCalls += 1
      let number = state.cloudCalls
      return state.take { if case .failCloudCall(number, _) = $0 { true } else { false } }
    }
    note(due)
    guard case .failCloudCall(_, let failure)? = due.first else { return nil }
    return failure
  }

  /// The node that dies next, and when.
  func nextNodeDeath() -> (node: Int, time: Timestamp)? {
    state.withLock { state in
      let deaths = state.pending.compactMap { fault -> (Int, Timestamp)? in
        guard case .killNode(let node, let after) = fault else { return nil }
        return (node, start + after)
      }
      return deaths.min { $0.1 < $1.1 }
    }
  }

  /// Takes the death of a node out of the plan.
  func nodeDied(_ node: Int) {
    note(state.withLock { $0.take { if case .killNode(node, _) = $0 { true } else { false } } })
  }

  // MARK: Events

  enum EventVerdict {
    case deliver
    case deliverTwice
    /// The watch is silent for this time and then over.
    case hide(Duration)
    case delay(Duration)
    /// The process dies once it has the event.
    case die(Restart)
  }

  func event(_ resource: String, _ event: WatchEvent) -> EventVerdict {
    guard let seen = SeenEvent(resource, event, at: time.now() - start) else { return .deliver }
    var verdict = EventVerdict.deliver
    let due = state.withLock { state -> [Fault] in
      let number = state.countEvent(of: resource)
      let all = state.profile.events.count + 1
      let due = state.take { $0.isAtEvent(number, of: resource, all: all) }
      for fault in due {
        switch fault {
        case .hideEvents(_, _, let duration):
          verdict = .hide(duration)
          blind(for: duration, &state)
        case .delayEvents(_, _, let duration):
          verdict = .delay(duration)
          blind(for: duration, &state)
        case .duplicateEvent: verdict = .deliverTwice
        case .travelBack(_, let past, let duration):
          let revision = state.revisions[min(max(past, 0), state.revisions.count - 1)]
          verdict = .die(Restart(view: StaleView(revision: revision, until: time.now() + duration)))
          blind(for: duration, &state)
        default: break
        }
      }
      if case .hide = verdict { return due }
      state.profile.events.append(seen)
      state.revisions.append(max(seen.revision, state.revisions.last ?? 0))
      return due
    }
    if case .hide = verdict {} else { timeline.add(.delivered(seen)) }
    note(due)
    return verdict
  }
}

extension Fault {
  /// The number of the write at which it happens, if it happens at one.
  var write: Int? {
    switch self {
    case .crash(_, let write, _), .loseResponse(let write), .failWrite(let write, _),
      .jumpClock(let write, _):
      write
    default: nil
    }
  }

  func isAtEvent(_ number: Int, of name: String, all: Int) -> Bool {
    switch self {
    case .hideEvents(let resource, let from, _), .delayEvents(let resource, let from, _),
      .duplicateEvent(let resource, let from):
      resource == name && from == number
    case .travelBack(let after, _, _): after == all
    default: false
    }
  }
}

/// A while in which a process saw a past state, or not all of the present one.
struct Blindness: Hashable, Sendable {
  /// The newest revision when it began.
  let from: UInt64
  let until: Timestamp

  func contains(_ event: History.Event) -> Bool { event.revision > from && event.time < until }

  /// The same with the moment at which the present comes to be seen, bit by bit.
  func touches(_ event: History.Event) -> Bool { event.revision > from && event.time <= until }
}
