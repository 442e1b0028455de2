import APIMachinery
import ControllerRuntime
import KubernetesClient
import Simulation
import Testing

@Suite struct StandbyTests {
  private struct Outcome {
    /// What the second process asked for before it led.
    var callsBefore: [String]
    /// How long after its election the second one had looked at every shelf.
    var delay: Duration
  }

  /// Two processes with a lease; the first ends after a minute.
  private static func takeOver(_ standby: ManagerOptions.Standby) throws -> Outcome {
    try Simulation.run { simulation in
      let api = FakeAPI(world: simulation.world)
      let spies = [SpyClient(base: api), SpyClient(base: api)]
      let managers = spies.enumerated().map { number, spy in
        let election = LeaderElection(
          lease: ObjectKey(namespace: "kube-system", name: "shelf"), identity: "\(number)")
        let manager = Manager(
          client: spy, world: simulation.world,
          options: ManagerOptions(leaderElection: election, standby: standby))
        manager.add(ShelfReconciler.controller)
        return manager
      }
      for number in 0..<5 { try await api.create(Shelf.named("s\(number)", size: 1)) }
      return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await managers[0].run() }
        try await simulation.advance(by: .seconds(5))
        group.addTask { try await managers[1].run() }
        try await simulation.advance(by: .seconds(60))
        #expect(managers[0].health.isLeader)
        #expect(!managers[1].health.isLeader)
        #expect(managers[1].readiness.isHealthy)
        let before = spies[1].calls.filter { !$0.hasSuffix("leases") }
        managers[0].shutDown()
        while !managers[1].health.isLeader { try await simulation.advance(by: .milliseconds(10)) }
        let start = simulation.time.now()
        while managers[1].trace.count < 5 { try await simulation.advance(by: .milliseconds(1)) }
        let delay = simulation.time.now() - start
        managers[1].shutDown()
        try await group.waitForAll()
        return Outcome(callsBefore: before, delay: delay)
      }
    }
  }

  @Test func `a warm standby has its caches and its queue filled before it leads`() throws {
    let outcome = try Self.takeOver(.warm)
    #expect(outcome.callsBefore.sorted() == ["list cups", "list shelves", "watch cups", "watch shelves"])
    #expect(outcome.delay == .zero)
  }

  @Test func `a cold standby asks for nothing but the lease`() throws {
    let outcome = try Self.takeOver(.cold)
    #expect(outcome.callsBefore.isEmpty)
  }

  @Test func `a controller for every replica does not wait for the election`() throws {
    let looks = try Simulation.run { simulation in
      let api = FakeAPI(world: simulation.world)
      let managers = (0..<3).map { number in
        let election = LeaderElection(
          lease: ObjectKey(namespace: "kube-system", name: "shelf"), identity: "\(number)")
        let manager = Manager(
          client: api, world: simulation.world,
          options: ManagerOptions(leaderElection: election, standby: .cold))
        manager.add(Controller("each") { _, _ in .done }.for(Shelf.self).onEveryReplica())
        manager.add(Controller("one") { _, _ in .done }.for(Shelf.self))
        return manager
      }
      try await api.create(Shelf.named("a"))
      return try await withThrowingTaskGroup(of: Void.self) { group in
        for manager in managers { group.addTask { try await manager.run() } }
        try await simulation.advance(by: .seconds(10))
        let looks = ["each", "one"].map { name in managers.map { $0.trace.records(controller: name).count } }
        for manager in managers { manager.shutDown() }
        try await group.waitForAll()
        return looks
      }
    }
    #expect(looks[0] == [1, 1, 1])
    #expect(looks[1].sorted() == [0, 0, 1])
  }
}
