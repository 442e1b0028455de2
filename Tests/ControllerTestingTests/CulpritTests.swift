import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting
import Glibc
import KubernetesAPI
import KubernetesClient
import Simulation
import Synchronization
import Testing

/// A controller that throws, hangs or traps in a test names itself, with the key that it was at.
@Suite struct CulpritTests {
  private static let key = ObjectKey(namespace: "default", name: "a")
  private static let map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {value: \"1\"}}"

  private struct Odd: Error, CustomStringConvertible {
    var description: String { "the value is odd" }
  }

  /// Runs a test that waits for what never comes, beside a controller of ConfigMaps.
  private static func run(
    seed: UInt64 = 7, waiting: Duration = .seconds(30),
    _ reconcile: @escaping @Sendable (ObjectKey, ReconcileContext) async throws -> Action
  ) throws {
    try SimulatedCluster.run(
      seed: seed, options: ControlPlaneOptions(loops: .none),
      controllers: [Controller("culprit", reconcile: reconcile).for(ConfigMap.self)]
    ) { cluster in
      try await cluster.apply(map)
      try await cluster.eventually("a Secret", within: waiting) {
        try await cluster.client.find(Secret.self, key) != nil
      }
    }
  }

  // MARK: Throwing

  @Test func `one that throws is named in the failure, with its key and its error`() throws {
    let failure = #expect(throws: ExpectationFailure.self) { try Self.run { _, _ in throw Odd() } }
    let trouble = try #require(failure?.troubles.first)
    #expect(trouble.hasPrefix("controller \"culprit\" at default/a has failed "))
    #expect(trouble.hasSuffix(" times in a row, at last with: the value is odd"))
    #expect(failure?.description.contains(trouble) == true)
  }

  @Test func `one that gives up is named, too`() throws {
    let failure = #expect(throws: ExpectationFailure.self) {
      try Self.run { _, _ in throw TerminalError("no such value") }
    }
    #expect(failure?.troubles == ["controller \"culprit\" at default/a has given up: no such value"])
  }

  @Test func `one that does well is not`() throws {
    let failure = #expect(throws: ExpectationFailure.self) { try Self.run { _, _ in .done } }
    #expect(failure?.troubles == [])
  }

  // MARK: Hanging

  /// Waits for what nobody sends, and does not hear of a cancellation.
  private static func hang() async {
    await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
  }

  @Test func `one that hangs is named in the failure, with its key and the time`() throws {
    let failure = #expect(throws: ExpectationFailure.self) {
      try Self.run { _, _ in
        await Self.hang()
        return .done
      }
    }
    #expect(
      failure?.troubles == [
        "controller \"culprit\" at default/a has not come to an end for 30.0 seconds"
      ])
  }

  @Test func `a cluster is not at rest while one hangs`() throws {
    let failure = #expect(throws: ExpectationFailure.self) {
      try SimulatedCluster.run(
        options: ControlPlaneOptions(loops: .none),
        controllers: [
          Controller("culprit") { _, context in
            try await context.world.time.sleep(for: .seconds(100_000))
            return .done
          }.for(ConfigMap.self)
        ]
      ) { cluster in
        try await cluster.apply(Self.map)
        try await cluster.settle(within: .seconds(120))
      }
    }
    #expect(failure?.message == "the loops did not come to rest within 120.0 seconds")
    #expect(failure?.troubles.first?.hasPrefix("controller \"culprit\" at default/a has not come") == true)
  }

  @Test func `one that hangs at the end of a test that went well is named`() throws {
    let error = #expect(throws: SimulationError.self) {
      try SimulatedCluster.run(
        options: ControlPlaneOptions(loops: .none),
        controllers: [
          Controller("culprit") { _, _ in
            await Self.hang()
            return .done
          }.for(ConfigMap.self)
        ]
      ) { cluster in
        try await cluster.apply(Self.map)
        try await cluster.advance(by: .seconds(5))
      }
    }
    #expect(error?.waiting.count == 1)
    #expect(
      error?.description.contains("at work: controller \"culprit\" at default/a since 2026-01-01") == true)
  }

  @Test func `an exploration names one that hangs in a run without faults`() async throws {
    let failure = await #expect(throws: ExplorationFailure.self) {
      try await explore(
        seeds: 1...3, loops: .none,
        controllers: [
          Controller("culprit") { _, _ in
            await Self.hang()
            return .done
          }.for(ConfigMap.self)
        ]
      ) { try await $0.apply(Self.map) }
    }
    #expect(failure?.message.contains("controller \"culprit\" at default/a has not come to an end") == true)
  }

  // MARK: Standing still

  @Test func `one that goes on for ever at one moment is named, with its key`() throws {
    let standstill = #expect(throws: Standstill.self) {
      try Self.run { key, context in
        guard let map = context.cache.get(ConfigMap.self, key) else { return .done }
        let count = Int(map.metadata.annotations["count"] ?? "") ?? 0
        try await context.client.patch(
          ConfigMap.self, key, .merge(["metadata": ["annotations": ["count": .string("\(count + 1)")]]]))
        return .done
      }
    }
    #expect(standstill?.controller == "culprit")
    #expect(standstill?.key == Self.key)
    #expect(standstill?.seed == 7)
    #expect(standstill?.lastReconciles.last?.contains("patch configmaps default/a") == true)
  }

  /// Keeps a Secret for each ConfigMap, which the garbage collector takes when that is gone.
  private static func keeper(asks: Bool) -> Controller {
    Controller("culprit") { key, context in
      guard let map = context.cache.get(ConfigMap.self, key) else { return .done }
      guard context.cache.get(Secret.self, key) == nil else { return .done }
      if asks { try await context.client.requireFresh(map) }
      var secret = Secret { ($0.metadata.namespace, $0.metadata.name) = (key.namespace, key.name) }
      try secret.setControllerReference(map)
      try await context.client.create(secret)
      return .done
    }.for(ConfigMap.self).owns(Secret.self)
  }

  private func exploreKeeper(asks: Bool) async throws {
    try await explore(
      seeds: 1...40, faults: .delayedEvents, loops: .only(["garbagecollector"]), checks: .finalState,
      controllers: [Self.keeper(asks: asks)]
    ) { cluster in
      try await cluster.apply(Self.map)
      try await cluster.advance(by: .seconds(5))
      try await cluster.delete(Self.map)
      try await cluster.advance(by: .seconds(60))
    }
  }

  @Test func `an exploration names one that the garbage collector undoes for ever`() async throws {
    let failure = await #expect(throws: ExplorationFailure.self) { try await exploreKeeper(asks: false) }
    #expect(failure?.message.hasPrefix("time stands still at 2026-01-01T00:00:05.000000Z with seed ") == true)
    #expect(failure?.message.contains("controller \"culprit\" at default/a has looked 5000 times") == true)
    #expect(failure?.message.contains("garbagecollector ") == true)
    #expect(failure?.plan.faults.count == 1)
    #expect(failure?.description.contains("FAULT      .delayEvents(of: \"configmaps\"") == true)
    #expect(failure?.isReproducible == true)
  }

  @Test func `one that asks before it makes what is missing is not undone for ever`() async throws {
    try await exploreKeeper(asks: true)
  }

  // MARK: Traps

  /// What a process wrote on stderr before it ended.
  private func lastWords(_ result: ExitTest.Result?) throws -> String {
    String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
  }

  @Test func `one that traps is named before the process dies`() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      try Self.run { _, context in
        try await context.world.time.sleep(for: .seconds(1))
        let numbers: [Int] = []
        return numbers[context.failures] == 0 ? .done : .awaitChange
      }
    }
    let text = try lastWords(result)
    #expect(
      text.contains(
        "swiftlet: the process was ended by controller \"culprit\" at default/a, in FaultPlan(seed: 7)"))
  }

  @Test func `one that runs over the stack is named`() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      try Self.run { _, context in .requeue(after: .seconds(Self.endless(context.failures))) }
    }
    #expect(try lastWords(result).contains("ended by controller \"culprit\" at default/a"))
  }

  @inline(never) private static func endless(_ number: Int) -> Int {
    number < 0 ? 0 : endless(number + 1) + endless(number + 2)
  }

  @Test func `one that traps while it finds keys is named`() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      try SimulatedCluster.run(
        options: ControlPlaneOptions(loops: .none),
        controllers: [
          Controller("culprit") { _, _ in .done }.watches(ConfigMap.self) { change in
            precondition(change.object.data.isEmpty, "there is data")
            return []
          }
        ]
      ) { cluster in
        try await cluster.apply(Self.map)
        try await cluster.advance(by: .seconds(1))
      }
    }
    #expect(try lastWords(result).contains("ended by controller \"culprit\" at changes of configmaps"))
  }

  @Test func `one that keeps the processor busy is named`() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      setenv("SWIFTLET_BUSY_SECONDS", "1", 1)
      try Self.run { _, context in
        var count = context.failures
        while count >= 0 { count &+= count % 3 == 7 ? -1 : 0 }
        return .done
      }
    }
    #expect(
      try lastWords(result).contains(
        "the processor was kept busy without a pause by controller \"culprit\" at default/a"))
  }
}
