import APIMachinery
import ControllerRuntime
import KubernetesClient
import Simulation
import Synchronization
import Testing

private final class Log: Sendable {
  private let entries = Mutex<[Int]>([])
  var all: [Int] { entries.withLock { $0 } }
  func note(_ entry: Int) { entries.withLock { $0.append(entry) } }
}

@Suite struct SteppingTests {
  @Test func `a closed gate lets one reconcile through at a time, and tells what it did`() throws {
    let gate = ReconcileGate()
    gate.close()
    try withManager(options: ManagerOptions(gate: gate), [ShelfReconciler.controller]) { bench in
      await bench.settle()
      try await bench.api.create(Shelf.named("a", size: 2))
      try await bench.api.create(Shelf.named("b", size: 1))
      await bench.settle()
      #expect(gate.waiting.map(\.key.name) == ["a"])
      #expect(gate.waiting.first?.causes.map(\.kind) == [.added])
      #expect(bench.api.objects(Cup.self).isEmpty)
      let record = await gate.step { $0.controller == "shelf" }
      #expect(record?.key.name == "a")
      #expect(record?.writes.filter { $0.verb == .create }.count == 2)
      await bench.settle()
      #expect(bench.api.objects(Cup.self).count == 2)
      #expect(await gate.step { $0.controller == "table" } == nil)
      gate.open()
      await bench.settle()
      #expect(bench.api.objects(Cup.self).count == 3)
      #expect(gate.waiting.isEmpty)
    }
  }

  @Test func `what comes while a reconcile waits is folded into it`() throws {
    let gate = ReconcileGate()
    gate.close()
    try withManager(options: ManagerOptions(gate: gate), [ShelfReconciler.controller]) { bench in
      try await bench.api.create(Shelf.named("a", size: 0))
      await bench.settle()
      var shelf = try #require(bench.api.object(Shelf.self, ObjectKey(namespace: "default", name: "a")))
      shelf.size = 1
      try await bench.api.update(shelf)
      await bench.settle()
      #expect(gate.arrivals == 1)
      let record = await gate.step()
      #expect(record?.causes.map(\.kind) == [.added, .modified])
      #expect(record?.writes.filter { $0.verb == .create }.count == 1)
    }
  }

  @Test func `a manager that shuts down does not wait for a closed gate`() throws {
    let gate = ReconcileGate()
    gate.close()
    let looks = try withManager(options: ManagerOptions(gate: gate), [ShelfReconciler.controller]) { bench in
      try await bench.api.create(Shelf.named("a", size: 1))
      await bench.settle()
      bench.manager.shutDown()
      await bench.settle()
      return bench.trace.count
    }
    #expect(looks == 1)
  }

  @Test func `a manager says what it will look at next by itself`() throws {
    let clock = Controller("clock") { _, _ in .requeue(after: .seconds(7)) }.for(Shelf.self)
    try withManager([clock]) { bench in
      try await bench.api.create(Shelf.named("a"))
      await bench.settle()
      let now = bench.simulation.world.time.now()
      #expect(bench.manager.nextLooks.map(\.controller) == ["clock"])
      #expect(bench.manager.nextLooks.map(\.key.name) == ["a"])
      #expect(bench.manager.nextLooks.map(\.time) == [now + .seconds(7)])
    }
  }

  @Test func `a stopped clock wakes nobody, is moved by hand, and goes on from where it stands`() throws {
    try Simulation.run { simulation in
      let time = StoppableTime(simulation.world.time)
      let start = time.now()
      let log = Log()
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await time.run() }
        for seconds in [30, 10, 20] {
          group.addTask {
            try await time.sleep(for: .seconds(seconds))
            log.note(seconds)
          }
        }
        await simulation.idle()
        try await simulation.advance(by: .seconds(15))
        #expect(log.all == [10])
        time.stop()
        try await simulation.advance(by: .seconds(100))
        #expect(log.all == [10])
        #expect(time.now() == start + .seconds(15))
        #expect(time.nextDeadline == start + .seconds(20))
        time.advance(to: start + .seconds(20))
        await simulation.idle()
        #expect(log.all == [10, 20])
        time.go()
        try await simulation.advance(by: .seconds(9))
        #expect(log.all == [10, 20])
        try await simulation.advance(by: .seconds(1))
        #expect(log.all == [10, 20, 30])
        #expect(time.now() == start + .seconds(30))
        group.cancelAll()
      }
    }
  }

  @Test func `a sleeper of a stopped clock can be cancelled`() throws {
    try Simulation.run { simulation in
      let time = StoppableTime(simulation.world.time)
      time.stop()
      await withTaskGroup(of: Bool.self) { group in
        group.addTask { (try? await time.sleep(for: .seconds(1))) == nil }
        await simulation.idle()
        group.cancelAll()
        #expect(await group.next() == true)
      }
      #expect(time.nextDeadline == nil)
    }
  }
}
