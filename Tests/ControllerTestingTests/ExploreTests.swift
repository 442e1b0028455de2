import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct ExploreTests {
  private static let key = ObjectKey(namespace: "default", name: "a")

  private static func map(_ value: String) -> String {
    """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: a, labels: {mirror: "yes"}}
    data: {value: "\(value)"}
    """
  }

  private static func story(_ cluster: SimulatedCluster) async throws {
    try await cluster.apply(map("1"))
    try await cluster.advance(by: .seconds(5))
    try await cluster.apply(map("2"))
    try await cluster.advance(by: .seconds(5))
    try await cluster.client.delete(ConfigMap.self, key)
    try await cluster.advance(by: .seconds(5))
    try await cluster.apply(map("3"))
    try await cluster.advance(by: .seconds(60))
  }

  /// The ConfigMap takes a while to go.
  private static func slowEnd(_ cluster: SimulatedCluster) async throws {
    try await cluster.apply(map("1"))
    try await cluster.client.patch(ConfigMap.self, key, .merge(["metadata": ["finalizers": ["a.b/wait"]]]))
    try await cluster.advance(by: .seconds(5))
    try await cluster.client.delete(ConfigMap.self, key)
    try await cluster.advance(by: .seconds(2))
    try await cluster.client.patch(ConfigMap.self, key, .merge(["metadata": ["finalizers": nil]]))
    try await cluster.advance(by: .seconds(60))
  }

  private func explore(
    _ flaw: Mirror.Flaw, seeds: ClosedRange<UInt64> = 1...300, faults: FaultSet = .sieve,
    _ story: @escaping @Sendable (SimulatedCluster) async throws -> Void = Self.story
  ) async -> ExplorationFailure? {
    do {
      let report = try await ControllerTesting.explore(
        seeds: seeds, faults: faults, loops: .none, controllers: [Mirror.controller(flaw)], story)
      #expect(report.runs == seeds.count)
      #expect(report.faults > seeds.count / 2)
      return nil
    } catch {
      return error as? ExplorationFailure
    }
  }

  @Test func `what failed under a fault is tried again before the end is judged`() throws {
    /// Nothing wakes it when the secret comes to its cache: it fails, and tries again after ever longer times.
    struct Missing: Error {}
    let copier = Controller("copier", for: ConfigMap.self) { map, context in
      guard map.data["copy"] == nil else { return .done }
      guard context.cache.get(Secret.self, map.key) != nil else { throw Missing() }
      _ = try await context.client.patch(ConfigMap.self, map.key, .merge(["data": ["copy": "done"]]))
      return .done
    }
    .reads(Secret.self)
    // The back-off has grown to 82 seconds when the secret is seen, and nothing is written for longer than a rest lasts.
    let plan = FaultPlan(seed: 1, [.delayEvents(of: "secrets", from: 1, lasting: .seconds(100))])
    try replay(plan, loops: .none, controllers: [copier]) { cluster in
      // Once its caches are filled it hears of the secret by an event.
      try await cluster.advance(by: .seconds(1))
      try await cluster.client.create(
        Secret {
          $0.metadata.name = Self.key.name
          $0.metadata.namespace = Self.key.namespace
        })
      try await cluster.apply(Self.map("1"))
      try await cluster.advance(by: .seconds(5))
      let copy = try await cluster.client.get(ConfigMap.self, Self.key).data["copy"]
      #expect((copy == nil) == !cluster.plan.faults.isEmpty)
    }
  }

  @Test func `a controller without a flaw passes all faults`() async throws {
    let failures = [await explore(.none, faults: .all), await explore(.none, faults: .all, Self.slowEnd)]
    #expect(failures.compactMap(\.self).map(\.description) == [])
  }

  @Test func `a crash between two writes is found`() async throws {
    let failure = try #require(await explore(.copiesOnlyWhenCreated, faults: .crashes))
    #expect(failure.plan.faults == [.crash(.after, write: 4)])
    #expect(failure.message.contains("metadata.annotations.of is absent, but \"3\" without faults"))
    #expect(failure.isReproducible)
    #expect(throws: ExplorationFailure.self) {
      try replay(
        failure.plan, loops: .none, controllers: [Mirror.controller(.copiesOnlyWhenCreated)], Self.story)
    }
  }

  @Test func `trust in a stale view is found`() async throws {
    let failure = try #require(await explore(.believesTheCache, faults: .staleViews))
    #expect(failure.plan.faults.count == 1)
    #expect(failure.isReproducible)
  }

  @Test func `a state that was never seen is found`() async throws {
    let failure = try #require(await explore(.waitsForTheDeletion, faults: .hiddenEvents, Self.slowEnd))
    #expect(failure.isReproducible)
    #expect(failure.message.contains("+ secrets default/a: exists, but not without faults"))
  }

  @Test func `a plan prints as a Swift literal`() {
    let plan = FaultPlan(
      seed: 7,
      [
        .crash(.before, write: 3, downFor: .milliseconds(1500)),
        .travelBack(afterEvent: 9, toEvent: 2, lasting: .seconds(20)),
        .hideEvents(of: "pods", from: 4, lasting: .seconds(30)),
        .failWrite(2, .tooManyRequests(retryAfterSeconds: 1)), .failCloudCall(1, .noCapacity),
      ])
    #expect(
      plan.description == """
        FaultPlan(seed: 7, [.crash(.before, write: 3, downFor: .milliseconds(1500)), \
        .travelBack(afterEvent: 9, toEvent: 2, lasting: .seconds(20)), \
        .hideEvents(of: "pods", from: 4, lasting: .seconds(30)), \
        .failWrite(2, .tooManyRequests(retryAfterSeconds: 1)), .failCloudCall(1, .noCapacity)])
        """)
  }

  // MARK: Events

  private static let deployment = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: a}
    spec:
      replicas: 2
      selector: {matchLabels: {app: a}}
      template:
        metadata: {labels: {app: a}}
        spec: {containers: [{name: a, image: "a:1"}]}
    """
  private static let workloads = LoopSelection.only(["deployment", "replicaset"])

  @Test func `events that nobody reads are not written`() async throws {
    try await ControllerTesting.explore(
      seeds: 1...5, faults: .all, loops: Self.workloads, controllers: [Mirror.controller(.none)]
    ) { cluster in
      try await cluster.apply(Self.deployment)
      try await cluster.eventually { try await cluster.client.list(Pod.self).items.count == 2 }
      try await cluster.advance(by: .seconds(10))
      #expect(!cluster.history.counts.contains { $0.resource == "events" })
    }
  }

  @Test func `who reads events finds them in every run`() async throws {
    let report = try await ControllerTesting.explore(
      seeds: 1...5, faults: .all, loops: Self.workloads, controllers: [Mirror.controller(.none)]
    ) { cluster in
      try await cluster.apply(Self.deployment)
      try await cluster.eventually("two events of pods", within: .seconds(60)) {
        try await cluster.client.list(Event.self).items.count { $0.reason == "SuccessfulCreate" } == 2
      }
    }
    #expect(report.runs == 5)
  }

  @Test func `a run in which alone events are read has them`() async throws {
    try await ControllerTesting.explore(
      seeds: 1...5, faults: .all, loops: Self.workloads, controllers: [Mirror.controller(.none)]
    ) { cluster in
      try await cluster.apply(Self.deployment)
      try await cluster.eventually { try await cluster.client.list(Pod.self).items.count == 2 }
      guard cluster.seed == 3 else { return }
      try await cluster.eventually("two events of pods", within: .seconds(60)) {
        try await cluster.client.list(Event.self).items.count { $0.reason == "SuccessfulCreate" } == 2
      }
    }
  }

  @Test func `a controller under test that watches events gets them`() async throws {
    let counter = Controller("event-count", for: Event.self) { event, context in
      guard event.reason == "SuccessfulCreate" else { return .done }
      _ = try await context.client.createOrPatch(
        ConfigMap.self, ObjectKey(namespace: "default", name: "seen-\(event.metadata.uid ?? "")")
      ) { $0.metadata.labels["event"] = "seen" }
      return .done
    }
    try await ControllerTesting.explore(
      seeds: 1...5, faults: .none, loops: Self.workloads, checks: [], detectors: .none, controllers: [counter]
    ) { cluster in
      try await cluster.apply(Self.deployment)
      try await cluster.eventually("two events seen") {
        try await cluster.client.list(ConfigMap.self).items.count { $0.metadata.labels["event"] == "seen" }
          == 2
      }
    }
  }
}
