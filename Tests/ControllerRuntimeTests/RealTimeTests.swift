import APIMachinery
import ControllerRuntime
import KubernetesClient
import Testing

/// The same code on the threads of the process and in real time.
@Suite struct RealTimeTests {
  @Test func `a manager works on threads, and ends when it is cancelled`() async throws {
    let world = World.system()
    let api = FakeAPI(world: world)
    let manager = Manager(client: api, world: world)
    manager.add(ShelfReconciler.controller.concurrency(4))
    let shelves = (0..<20).map { Shelf.named("shelf-\($0)", size: 10) }
    try await withThrowingTaskGroup { group in
      group.addTask { try await manager.run() }
      for shelf in shelves { try await api.create(shelf) }
      while api.objects(Shelf.self).contains(where: { $0.filled != 10 }) {
        try await world.time.sleep(for: .milliseconds(1))
      }
      group.cancelAll()
      try await group.waitForAll()
    }
    #expect(api.objects(Cup.self).count == 200)
    #expect(api.writes("cups").count == 200)
  }

  @Test func `a manager that is cancelled before its caches are filled ends too`() async throws {
    let world = World.system()
    let api = FakeAPI(world: world)
    let away = StatusError(code: 503, reason: .serviceUnavailable, message: "away")
    api.fail("list", "shelves", away, times: 1000)
    let manager = Manager(client: api, world: world)
    manager.add(ShelfReconciler.controller)
    try await withThrowingTaskGroup { group in
      group.addTask { try await manager.run() }
      while !api.calls.contains("list shelves ") { try await world.time.sleep(for: .milliseconds(1)) }
      #expect(manager.health.waitingForCaches == ["shelf"])
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  @Test func `the real clock does not go back, and waits`() async throws {
    let time = SystemTime()
    let start = time.now()
    try await time.sleep(for: .milliseconds(2))
    #expect(time.now() - start >= .milliseconds(2))
    #expect(SystemRandom().next() != SystemRandom().next())
  }
}
