import APIMachinery
import ControllerRuntime
import KubernetesClient
import Simulation
import Testing

@Suite struct LeaderElectionTests {
  private static let lease = ObjectKey(namespace: "kube-system", name: "shelf")
  private static let leases = GroupVersionResource(
    group: "coordination.k8s.io", version: "v1", resource: "leases")

  private static func manager(_ identity: String, _ api: FakeAPI, _ simulation: Simulation) -> Manager {
    let manager = Manager(
      client: api, world: simulation.world,
      options: ManagerOptions(leaderElection: LeaderElection(lease: lease, identity: identity)))
    manager.add(ShelfReconciler.controller)
    return manager
  }

  @Test(arguments: 0...5) func `one of two managers works, and the other takes over when it stops`(
    seed: UInt64
  ) throws {
    let result = try Simulation.run(seed: seed) { simulation in
      let api = FakeAPI(world: simulation.world)
      let managers = ["one", "two"].map { Self.manager($0, api, simulation) }
      return try await withThrowingTaskGroup(of: Void.self) { group in
        let running = managers.map { manager in
          RunningManager(manager)
        }
        for one in running { group.addTask { try await one.run() } }
        try await simulation.advance(by: .seconds(10))
        let leaders = managers.filter(\.health.isLeader).count
        let first = managers[0].health.isLeader ? 0 : 1
        try await api.create(Shelf.named("a", size: 2))
        try await simulation.advance(by: .seconds(10))
        let idle = managers[1 - first].trace.count
        running[first].stop()
        try await simulation.advance(by: .seconds(10))
        try await api.create(Shelf.named("b", size: 1))
        try await simulation.advance(by: .seconds(10))
        let cups = api.objects(Cup.self).count
        let lease = try await api.get(Self.leases, Self.lease, subresource: nil, options: GetOptions())
        running[1 - first].stop()
        return (
          leaders, idle, managers[1 - first].health.isLeader, cups, lease.fields["spec"]?["leaseTransitions"]
        )
      }
    }
    #expect(result.0 == 1)
    #expect(result.1 == 0)
    #expect(result.2)
    #expect(result.3 == 3)
    #expect(result.4 == 1)
  }

  @Test func `a manager that cannot renew its lease for ten seconds ends`() throws {
    let lost = try Simulation.run { simulation in
      let api = FakeAPI(world: simulation.world)
      let manager = Self.manager("one", api, simulation)
      return await withTaskGroup(of: (any Error)?.self) { group in
        group.addTask {
          do {
            try await manager.run()
            return nil
          } catch {
            return error
          }
        }
        try? await simulation.advance(by: .seconds(5))
        let start = simulation.time.now()
        api.fail(
          "get", "leases", StatusError(code: 503, reason: .serviceUnavailable, message: "away"), times: 100)
        let error = await group.next() ?? nil
        return (error.map { "\($0)" }, simulation.time.now() - start)
      }
    }
    #expect(lost.0 == "one lost the lease kube-system/shelf")
    #expect(lost.1 >= .seconds(8))
    #expect(lost.1 <= .seconds(12))
  }
}

/// A manager that a test can stop.
private final class RunningManager: Sendable {
  private let manager: Manager
  private let gate = AsyncStream.makeStream(of: Void.self)

  init(_ manager: Manager) {
    self.manager = manager
  }

  func run() async throws {
    try await withThrowingTaskGroup { group in
      group.addTask { [manager] in try await manager.run() }
      group.addTask { [gate] in for await _ in gate.stream {} }
      try await group.next()
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  func stop() { gate.continuation.finish() }
}
