import APIMachinery
import KubernetesClient
import Testing

@testable import ControllerRuntime

@Suite struct EventTests {
  private let start = Timestamp(secondsSince1970: 1_767_225_600)

  private func note(_ message: String, about name: String = "a", reason: String = "CupPlaced") -> EventNote {
    var shelf = Shelf.named(name)
    shelf.metadata.uid = "uid-\(name)"
    return EventNote(
      type: .normal, component: "shelf-controller", object: EventSubject(shelf), reason: reason,
      message: message)
  }

  private func kind(_ write: EventWrite?) -> String {
    switch write {
    case .create(let event): "create \(event.fields["message"]?.stringValue ?? "")"
    case .count(_, let patch, _):
      "count \(patch["count"]?.intValue ?? 0) \(patch["message"]?.stringValue ?? "")"
    case nil: "dropped"
    }
  }

  @Test func `the same event raises the count of the first`() {
    var correlator = EventCorrelator()
    let writes = (0..<3).map { kind(correlator.correlate(note("placed a cup"), at: start + .seconds($0))) }
    #expect(writes == ["create placed a cup", "count 2 placed a cup", "count 3 placed a cup"])
  }

  @Test func `from the tenth event on that differs in the message alone they are combined`() {
    var correlator = EventCorrelator()
    let writes = (1...12).map { kind(correlator.correlate(note("placed cup \($0)"), at: start)) }
    #expect(writes[8] == "create placed cup 9")
    #expect(writes[9] == "create (combined from similar events): placed cup 10")
    #expect(writes[10] == "count 2 (combined from similar events): placed cup 11")
    #expect(writes[11] == "count 3 (combined from similar events): placed cup 12")
  }

  @Test func `events of ten minutes later are not combined with those before`() {
    var correlator = EventCorrelator()
    for number in 1...9 { _ = correlator.correlate(note("placed cup \(number)"), at: start) }
    let later = correlator.correlate(note("placed cup 10"), at: start + .seconds(601))
    #expect(kind(later) == "create placed cup 10")
  }

  @Test func `after 25 events about an object one in five minutes is let through`() {
    var correlator = EventCorrelator()
    let count = (1...40).filter { _ in correlator.correlate(note("placed a cup"), at: start) != nil }.count
    #expect(count == 25)
    #expect(correlator.correlate(note("placed a cup", about: "b"), at: start) != nil)
    #expect(correlator.correlate(note("placed a cup"), at: start + .seconds(299)) == nil)
    #expect(correlator.correlate(note("placed a cup"), at: start + .seconds(300)) != nil)
    #expect(correlator.correlate(note("placed a cup"), at: start + .seconds(301)) == nil)
  }

  @Test func `an event names its object, its source and its times`() throws {
    var correlator = EventCorrelator()
    guard case .create(let event) = correlator.correlate(note("placed a cup"), at: start) else {
      Issue.record("not created")
      return
    }
    #expect(event.key == ObjectKey(namespace: "default", name: "a.18867251edfa0000"))
    #expect(event.fields["involvedObject"]?["kind"]?.stringValue == "Shelf")
    #expect(event.fields["involvedObject"]?["uid"]?.stringValue == "uid-a")
    #expect(event.fields["source"]?["component"]?.stringValue == "shelf-controller")
    #expect(event.fields["firstTimestamp"]?.stringValue == "2026-01-01T00:00:00Z")
    #expect(event.fields["type"]?.stringValue == "Normal")
  }

  @Test func `two events at the same time have two names`() {
    var correlator = EventCorrelator()
    let names = ["one", "two"].map { message -> String in
      guard case .create(let event) = correlator.correlate(note(message), at: start) else { return "" }
      return event.key.name
    }
    #expect(Set(names).count == 2)
  }

  @Test func `events of a loop are written, and the count of one that is gone begins anew`() throws {
    let controller = Controller("teller") { key, context in
      guard let shelf = context.cache.get(Shelf.self, key) else { return .done }
      context.events.warning(shelf, "TooSmall", "the shelf is too small")
      return .requeue(after: .seconds(60))
    }.for(Shelf.self)
    let counts = try withManager([controller]) { bench in
      try await bench.api.create(Shelf.named("a"))
      try await bench.advance(by: .seconds(125))
      let before = bench.api.events.map { $0.fields["count"]?.intValue }
      let events = GroupVersionResource(group: "", version: "v1", resource: "events")
      _ = try await bench.api.delete(events, bench.api.events[0].key, options: .init())
      try await bench.advance(by: .seconds(60))
      return (before, bench.api.events.map { $0.fields["count"]?.intValue })
    }
    #expect(counts.0 == [3])
    #expect(counts.1 == [4])
  }

  @Test func `a recent map forgets what was added first, also after removals`() {
    var map = RecentMap<Int, String>(capacity: 3)
    for number in 1...4 { map[number] = "\(number)" }
    #expect((1...4).map { map[$0] } == [nil, "2", "3", "4"])
    map[3] = nil
    map[3] = "anew"
    map[5] = "5"
    #expect(map[2] == nil)
    #expect(map[3] == "anew")
    #expect(map[5] == "5")
  }
}
