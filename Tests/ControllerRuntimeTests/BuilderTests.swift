import APIMachinery
import KubernetesClient
import Synchronization
import Testing

@testable import ControllerRuntime

/// What the builder of controllers offers beside `for` and `owns`.
@Suite struct BuilderTests {
  private let key = ObjectKey(namespace: "default", name: "a")

  // MARK: Predicates

  private enum Edit: CaseIterable { case nothing, spec, labels, annotations, status, deletion }

  private static func change(_ edit: Edit) -> Change<Shelf> {
    let old = Shelf {
      $0.metadata.name = "a"
      $0.metadata.namespace = "default"
      $0.metadata.generation = 1
      $0.metadata.labels = ["tier": "gold"]
    }
    var new = old
    switch edit {
    case .nothing: break
    case .spec: (new.size, new.metadata.generation) = (3, 2)
    case .labels: new.metadata.labels["x"] = "y"
    case .annotations: new.metadata.annotations["x"] = "y"
    case .status: new.filled = 2
    case .deletion: new.metadata.deletionTimestamp = Timestamp(secondsSince1970: 5)
    }
    return Change(.modified, new, old: old)
  }

  private static let predicates: [(String, Predicate<Shelf>, Set<Edit>)] = [
    ("any", .any, Set(Edit.allCases)),
    ("generation", .generationChanged, [.spec, .deletion]),
    ("labels", .labelsChanged, [.labels]),
    ("annotations", .annotationsChanged, [.annotations]),
    ("status", .statusChanged, [.status]),
    ("generation or labels", .generationOrLabelsChanged, [.spec, .deletion, .labels]),
    ("or", .annotationsChanged || .statusChanged, [.annotations, .status]),
    ("and", .generationChanged && .labels(["tier": "gold"]), [.spec, .deletion]),
    ("and other labels", .generationChanged && .labels(["tier": "tin"]), []),
    ("not", !.generationChanged, [.nothing, .labels, .annotations, .status]),
    ("namespaces", .namespaces(["default"]) && .statusChanged, [.status]),
    ("other namespaces", .namespaces(["other"]), []),
    ("own", Predicate { $0.object.size > 2 }, [.spec]),
  ]

  @Test func `a predicate passes the changes that it names`() {
    for (name, predicate, passed) in Self.predicates {
      let relevant = Edit.allCases.filter { predicate.isRelevant(Self.change($0)) }
      #expect(Set(relevant) == passed, "\(name)")
    }
  }

  @Test func `what is new or gone passes predicates about changes`() {
    let shelf = Shelf.named("a")
    for predicate in [
      Predicate<Shelf>.generationChanged, .labelsChanged, .annotationsChanged, .statusChanged,
    ] {
      #expect(predicate.isRelevant(Change(.added, shelf)))
      #expect(predicate.isRelevant(Change(.deleted, shelf, old: shelf)))
    }
  }

  // MARK: Indexes

  @Test func `objects are found by what an index makes of them, as they are now`() throws {
    let controller = Controller("colors") { _, _ in .done }.for(Shelf.self).reads(Cup.self)
      .index(Cup.self, "color") { $0.color.map { [$0] } ?? [] }
    let found = try withManager([controller]) { bench in
      for (name, color) in [("one", "red"), ("two", "blue"), ("three", "red")] {
        try await bench.api.create(Cup.named(name, color: color))
      }
      await bench.settle()
      func names(_ color: String) -> [String] {
        bench.manager.cache.list(Cup.self, index: "color", color).map(\.key.name)
      }
      var found = [names("red"), names("blue")]
      try await bench.api.patch(
        Cup.self, ObjectKey(namespace: "default", name: "one"), .merge(["spec": ["color": "blue"]]))
      try await bench.api.delete(Cup.self, ObjectKey(namespace: "default", name: "two"))
      await bench.settle()
      found += [names("red"), names("blue")]
      return found
    }
    #expect(found == [["one", "three"], ["two"], ["three"], ["one"]])
  }

  // MARK: Dynamic watches

  /// Watches the resource that a shelf's label names, as long as there is such a shelf.
  private static let dynamic = Controller("dynamic") { _, _ in .done }
    .watchesResources(
      namedBy: Shelf.self,
      { shelf in
        shelf.metadata.labels["holds"] == "cups" ? [Cup.definition.groupVersionResource] : []
      },
      keys: { change, resource, _ in [ObjectKey(name: "\(resource.resource)-\(change.object.key.name)")] })

  @Test func `a resource is watched as long as an object names it`() throws {
    let (before, during, after, watches) = try withManager([Self.dynamic]) { bench in
      func looks() -> [String] { bench.trace.records(controller: "dynamic").map(\.key.name) }
      try await bench.api.create(Cup.named("early"))
      await bench.settle()
      let before = looks()
      var shelf = Shelf.named("a")
      shelf.metadata.labels["holds"] = "cups"
      try await bench.api.create(shelf)
      try await bench.advance(by: .seconds(5))
      try await bench.api.create(Cup.named("late"))
      try await bench.advance(by: .seconds(5))
      let during = looks()
      try await bench.api.delete(Shelf.self, shelf.key)
      try await bench.advance(by: .seconds(5))
      try await bench.api.create(Cup.named("last"))
      try await bench.advance(by: .seconds(5))
      return (before, during, looks(), bench.api.calls.filter { $0.hasPrefix("watch cups") }.count)
    }
    #expect(before.isEmpty)
    #expect(during == ["cups-early", "cups-late"])
    #expect(!after.contains("cups-last"))
    #expect(watches == 1)
  }

  // MARK: Pace

  @Test func `a controller has the back-off and the rate that it is given`() throws {
    let times = Mutex<[Timestamp]>([])
    let controller = Controller("paced") { _, context in
      times.withLock { $0.append(context.now) }
      throw TroubleOfTest()
    }.for(Shelf.self)
      .rateLimits(RateLimits(backoffMin: .seconds(1), backoffMax: .seconds(4), rate: 1000, burst: 1000))
    try withManager([controller]) { bench in
      try await bench.api.create(Shelf.named("a"))
      try await bench.advance(by: .seconds(20))
    }
    let waits = times.withLock { times in zip(times.dropFirst(), times).map { $0 - $1 } }
    #expect(waits == [.seconds(1), .seconds(2), .seconds(4), .seconds(4), .seconds(4), .seconds(4)])
  }

  // MARK: Conditions

  @Test func `a condition says which generation it is about, and is not written again`() throws {
    let controller = Controller("teller") { key, context in
      guard let shelf = context.cache.get(Shelf.self, key) else { return .done }
      try await context.setCondition("Ready", .init(shelf.size > 0), reason: "Looked", on: shelf)
      return .done
    }.for(Shelf.self)
    let (conditions, writes) = try withManager([controller]) { bench in
      var conditions: [Condition] = []
      func note() throws {
        let shelf = try #require(bench.api.object(Shelf.self, key))
        conditions += shelf.statusConditions
      }
      try await bench.api.create(Shelf.named("a"))
      try await bench.advance(by: .seconds(10))
      try note()
      try await bench.api.patch(Shelf.self, key, .merge(["spec": ["size": 4]]))
      try await bench.advance(by: .seconds(10))
      try note()
      try await bench.api.patch(Shelf.self, key, .merge(["spec": ["size": 5]]))
      try await bench.advance(by: .seconds(10))
      try note()
      return (conditions, bench.api.writes("shelves").filter { $0.hasPrefix("patch") }.count)
    }
    #expect(conditions.map(\.status) == ["False", "True", "True"])
    #expect(Set(conditions.map(\.observedGeneration)).count == 3)
    #expect(conditions[0].lastTransitionTime != conditions[1].lastTransitionTime)
    #expect(conditions[1].lastTransitionTime == conditions[2].lastTransitionTime)
    // Three of the controller, two of the test.
    #expect(writes == 5)
  }
}

private struct TroubleOfTest: Error {}
