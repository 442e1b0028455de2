import APIMachinery

/// All the places of a run at which something can go wrong.
struct FaultPlaces {
  let profile: RunProfile

  /// No fault lasts longer.
  static let longest = Duration.seconds(300)

  init(_ profile: RunProfile) {
    self.profile = profile
  }

  /// The faults of each kind.
  func all(of set: FaultSet) -> [[Fault]] {
    let kinds: [(FaultSet, () -> [Fault])] = [
      (.crashes, { crashes }), (.staleViews, { staleViews }), (.hiddenEvents, { hiddenEvents }),
      (.delayedEvents, { delayedEvents }), (.duplicatedEvents, { duplicatedEvents }),
      (.lostResponses, { lostResponses }), (.apiErrors, { apiErrors }), (.clockJumps, { clockJumps }),
      (.nodeDeaths, { nodeDeaths }), (.cloudErrors, { cloudErrors }),
    ]
    return kinds.filter { set.contains($0.0) }.map { $0.1() }.filter { !$0.isEmpty }
  }

  private var writes: ClosedRange<Int>? { profile.writes.isEmpty ? nil : 1...profile.writes.count }

  private func atWrites(_ make: (Int) -> [Fault]) -> [Fault] { writes?.flatMap(make) ?? [] }

  // MARK: At writes

  private var crashes: [Fault] {
    atWrites { write in
      [
        .crash(.after, write: write), .crash(.after, write: write, downFor: .seconds(30)),
        .crash(.before, write: write),
      ]
    }
  }

  private var lostResponses: [Fault] { atWrites { [.loseResponse(write: $0)] } }

  private var apiErrors: [Fault] {
    let writes = atWrites { write in
      [
        .failWrite(write, .conflict), .failWrite(write, .internalError), .failWrite(write, .unavailable),
        .failWrite(write, .tooManyRequests(retryAfterSeconds: 1)),
      ]
    }
    guard profile.reads > 0 else { return writes }
    return writes + (1...profile.reads).map { .failRead($0, .internalError) }
  }

  private var clockJumps: [Fault] {
    atWrites { [.jumpClock(write: $0, by: .seconds(3600)), .jumpClock(write: $0, by: .seconds(-600))] }
  }

  // MARK: At events

  /// The events with their number among those of their resource, and how long what they show lasts.
  private var numberedEvents: [(event: SeenEvent, number: Int, gap: Duration?)] {
    var counts: [String: Int] = [:]
    return profile.events.enumerated().map { position, event in
      counts[event.resource, default: 0] += 1
      let next = profile.events[(position + 1)...].first {
        $0.key == event.key && $0.resource == event.resource
      }
      return (event, counts[event.resource] ?? 0, next.map { $0.time - event.time })
    }
  }

  private var hiddenEvents: [Fault] {
    numberedEvents.flatMap { event, number, gap in
      Self.lengths(gap).map { .hideEvents(of: event.resource, from: number, lasting: $0) }
    }
  }

  private var delayedEvents: [Fault] {
    numberedEvents.flatMap { event, number, gap in
      Self.lengths(gap).map { .delayEvents(of: event.resource, from: number, lasting: $0) }
    }
  }

  private var duplicatedEvents: [Fault] {
    numberedEvents.map { .duplicateEvent(of: $0.event.resource, number: $0.number) }
  }

  /// Long enough to miss what the event shows, and long enough to miss much more.
  private static func lengths(_ gap: Duration?) -> [Duration] {
    var lengths: [Duration] = [.seconds(1), .seconds(40)]
    if let gap, gap > .seconds(1) { lengths.append(min(gap + .milliseconds(500), longest)) }
    return lengths
  }

  /// From some later event back to a state that has passed: one in which something was about to go, had gone, or was
  /// wanted otherwise.
  private var staleViews: [Fault] {
    let events = profile.events
    var faults: [Fault] = []
    for past in [0] + turningPoints {
      let later = Array((past + 1)...max(past + 1, events.count)).filter { $0 <= events.count }
      for place in Self.spread(later, count: 6) {
        faults.append(.travelBack(afterEvent: place, toEvent: past, lasting: .seconds(20)))
      }
    }
    return faults
  }

  /// The numbers of the events that show a state to come back to.
  private var turningPoints: [Int] {
    var generations: [String: Int64] = [:]
    var points: Set<Int> = []
    for (position, event) in profile.events.enumerated() {
      let name = "\(event.resource) \(event.key)"
      let isTurn = event.isBeingDeleted || event.kind != .modified || generations[name] != event.generation
      generations[name] = event.generation
      guard isTurn else { continue }
      points.insert(position + 1)
      if position > 0 { points.insert(position) }
    }
    return points.sorted()
  }

  /// Some of the numbers, the last of them surely.
  private static func spread(_ numbers: [Int], count: Int) -> [Int] {
    guard numbers.count > count else { return numbers }
    return (1...count).map { numbers[$0 * numbers.count / count - 1] }
  }

  // MARK: At times, and in the cloud

  private var nodeDeaths: [Fault] {
    guard profile.nodes > 0 else { return [] }
    let seconds = max(1, Int(profile.duration.components.seconds))
    return (1...profile.nodes).flatMap { node in
      stride(from: 1, through: seconds, by: max(1, seconds / 20)).map { .killNode(node, after: .seconds($0)) }
    }
  }

  private var cloudErrors: [Fault] {
    guard profile.cloudCalls > 0 else { return [] }
    return (1...profile.cloudCalls).flatMap { call in
      [.noCapacity, .throttled, .noFreeAddresses].map { Fault.failCloudCall(call, $0) }
    }
  }
}
