import APIMachinery
import ControllerRuntime
import KubernetesClient
import Simulation
import Synchronization
import Testing

@Suite struct ShutdownTests {
  private static let lease = ObjectKey(namespace: "kube-system", name: "shelf")
  private static let leases = GroupVersionResource(
    group: "coordination.k8s.io", version: "v1", resource: "leases")

  /// Looks at a shelf for ten seconds, then writes.
  private static func slow(_ log: EventLog) -> Controller {
    Controller("slow", for: Shelf.self) { shelf, context in
      log.add("began \(shelf.key.name)")
      do {
        try await context.world.time.sleep(for: .seconds(10))
      } catch {
        log.add("cancelled \(shelf.key.name)")
        throw error
      }
      var shelf = shelf
      shelf.filled = 1
      try await context.client.updateStatus(shelf)
      context.events.normal(shelf, "Filled", "filled the shelf")
      log.add("ended \(shelf.key.name)")
      return .done
    }
  }

  private static func run(
    _ options: ManagerOptions, _ log: EventLog,
    _ body: @escaping @Sendable (Simulation, FakeAPI, Manager) async throws -> Void
  ) throws {
    try Simulation.run { simulation in
      let api = FakeAPI(world: simulation.world)
      let manager = Manager(client: api, world: simulation.world, options: options)
      manager.add(slow(log))
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await manager.run()
          log.add("manager ended")
        }
        try await body(simulation, api, manager)
        try await group.waitForAll()
      }
    }
  }

  @Test func `a look under way is finished, what waits is left, and events are written`() throws {
    let log = EventLog()
    try Self.run(ManagerOptions(), log) { simulation, api, manager in
      await simulation.idle()
      for name in ["a", "b"] { try await api.create(Shelf.named(name)) }
      try await simulation.advance(by: .seconds(3))
      manager.shutDown()
      try await simulation.advance(by: .seconds(20))
      #expect(api.object(Shelf.self, ObjectKey(namespace: "default", name: "a"))?.filled == 1)
      #expect(api.events.map { $0.fields["reason"] } == ["Filled"])
    }
    #expect(log.all == ["began a", "ended a", "manager ended"])
  }

  @Test func `a look that takes longer than the time for it is cancelled`() throws {
    let log = EventLog()
    try Self.run(ManagerOptions(gracefulShutdownTimeout: .seconds(4)), log) { simulation, api, manager in
      try await api.create(Shelf.named("a"))
      try await simulation.advance(by: .seconds(3))
      let start = simulation.time.now()
      manager.shutDown()
      try await simulation.advance(by: .seconds(4))
      #expect(simulation.time.now() - start == .seconds(4))
      #expect(log.all.last == "manager ended")
    }
    #expect(log.all == ["began a", "cancelled a", "manager ended"])
  }

  @Test func `the lease is given up when the last look has ended, and not before`() throws {
    let log = EventLog()
    let election = LeaderElection(lease: Self.lease, identity: "one")
    try Self.run(ManagerOptions(leaderElection: election), log) { simulation, api, manager in
      try await api.create(Shelf.named("a"))
      try await simulation.advance(by: .seconds(3))
      manager.shutDown()
      try await simulation.advance(by: .seconds(5))
      #expect(try await Self.holder(api) == "one")
      try await simulation.advance(by: .seconds(5))
      #expect(log.all.last == "manager ended")
      #expect(try await Self.holder(api) == "")
    }
    #expect(log.all == ["began a", "ended a", "manager ended"])
  }

  @Test func `a process that waits for its election ends at once`() throws {
    let log = EventLog()
    let election = LeaderElection(lease: Self.lease, identity: "two")
    try Self.run(ManagerOptions(leaderElection: election), log) { simulation, api, manager in
      // Somebody else renews the lease all the while.
      let first = Manager(
        client: api, world: simulation.world,
        options: ManagerOptions(leaderElection: LeaderElection(lease: Self.lease, identity: "one")))
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await first.run() }
        try await simulation.advance(by: .seconds(30))
        let isWaiting = manager.health.isLeader != first.health.isLeader
        #expect(isWaiting)
        let waiting = manager.health.isLeader ? first : manager
        let start = simulation.time.now()
        waiting.shutDown()
        await simulation.idle()
        #expect(simulation.time.now() == start)
        (manager.health.isLeader ? manager : first).shutDown()
        try await group.waitForAll()
      }
    }
    #expect(log.all == ["manager ended"])
  }

  @Test func `an API that does not answer cannot keep a process in the lead`() throws {
    let outcome = try Simulation.run { simulation in
      let api = FakeAPI(world: simulation.world)
      let hanging = HangingClient(base: api)
      let manager = Manager(
        client: hanging, world: simulation.world,
        options: ManagerOptions(leaderElection: LeaderElection(lease: Self.lease, identity: "one")))
      manager.add(ShelfReconciler.controller)
      return await withTaskGroup(of: String.self) { group in
        group.addTask {
          do {
            try await manager.run()
            return "ended"
          } catch {
            return "\(error)"
          }
        }
        try? await simulation.advance(by: .seconds(5))
        hanging.hang(world: simulation.world)
        let start = simulation.time.now()
        let outcome = await group.next() ?? ""
        return "\(outcome) after \((simulation.time.now() - start).components.seconds) s"
      }
    }
    #expect(outcome == "one lost the lease kube-system/shelf after 9 s")
  }

  private static func holder(_ api: FakeAPI) async throws -> String? {
    try await api.get(leases, lease, subresource: nil, options: GetOptions())
      .fields["spec"]?["holderIdentity"]?.stringValue
  }
}

/// What happened, in order.
final class EventLog: Sendable {
  private let entries = Mutex<[String]>([])

  var all: [String] { entries.withLock { $0 } }

  func add(_ entry: String) { entries.withLock { $0.append(entry) } }
}
