import APIMachinery
import ControllerRuntime
import KubernetesClient
import Simulation
import Testing

@Suite struct SimulationTests {
  @Test func `a long wait takes no time`() throws {
    let waited = try Simulation.run { simulation in
      let start = simulation.world.time.now()
      try await simulation.world.time.sleep(for: .seconds(86_400 * 365))
      return simulation.world.time.now() - start
    }
    #expect(waited == .seconds(86_400 * 365))
  }

  @Test func `timers ring in the order of their times`() throws {
    let order = try Simulation.run(seed: 9) { simulation in
      await withTaskGroup { group in
        for delay in [5, 1, 4, 2, 3] {
          group.addTask {
            try? await simulation.world.time.sleep(for: .seconds(delay))
            return delay
          }
        }
        var order: [Int] = []
        for await delay in group { order.append(delay) }
        return order
      }
    }
    #expect(order == [1, 2, 3, 4, 5])
  }

  @Test func `a cancelled wait ends at once`() throws {
    let waited = try Simulation.run { simulation in
      let start = simulation.world.time.now()
      await withTaskGroup { group in
        group.addTask { try? await simulation.world.time.sleep(for: .seconds(60)) }
        await simulation.idle()
        group.cancelAll()
      }
      #expect(simulation.time.timerCount == 0)
      return simulation.world.time.now() - start
    }
    #expect(waited == .zero)
  }

  @Test func `waiting for what cannot come is an error that names the seed`() {
    let error = #expect(throws: SimulationError.self) {
      try Simulation.run(seed: 42) { _ in
        await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
      }
    }
    #expect(error?.description.contains("seed 42") == true)
  }

  @Test func `what goes on for ever at one moment is an error that names the seed`() {
    let error = #expect(throws: SimulationError.self) {
      try Simulation.run(seed: 42, jobsPerMoment: 1000) { simulation in
        try await simulation.world.time.sleep(for: .seconds(1))
        while true { await Task.yield() }
      }
    }
    #expect(error?.kind == .standstill)
    #expect(error?.description.hasPrefix("standstill at 2026-01-01T00:00:01.000000Z with seed 42") == true)
  }

  @Test func `many jobs at many moments are none`() throws {
    let steps = try Simulation.run(jobsPerMoment: 4000) { simulation in
      for _ in 0..<20 {
        for _ in 0..<500 { await Task.yield() }
        try await simulation.world.time.sleep(for: .nanoseconds(1))
      }
      return simulation.stepCount
    }
    #expect(steps > 10_000)
  }

  @Test func `a run that is aborted ends with the error, whoever still waits`() {
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try Simulation.run { simulation in
        simulation.abort(with: Enough())
        await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
      }
    }
  }

  @Test func `seeds give different orders, and one seed one order`() throws {
    func order(_ seed: UInt64) throws -> [Int] {
      try Simulation.run(seed: seed) { _ in
        await withTaskGroup { group in
          for number in 0..<8 { group.addTask { number } }
          var order: [Int] = []
          for await number in group { order.append(number) }
          return order
        }
      }
    }
    #expect(try order(0) == Array(0..<8))
    let orders = try (1...20).map { try order($0) }
    #expect(Set(orders).count > 15)
    #expect(try orders == (1...20).map { try order($0) })
  }

  /// What a seed does to shelves under several loops, some of them failing, all of them racing.
  private static func history(seed: UInt64) throws -> [String] {
    let flaky = Controller("paint") { key, context in
      guard let cup = context.cache.get(Cup.self, key), cup.color == nil else { return .done }
      if context.world.random.next(below: 4) == 0 { throw Smudge() }
      try await context.client.patch(Cup.self, key, .merge(["spec": ["color": "blue"]]))
      return .requeue(after: .seconds(30))
    }.for(Cup.self).concurrency(3)
    return try withManager(
      seed: seed, latency: .microseconds(300), [ShelfReconciler.controller.concurrency(2), flaky]
    ) { bench in
      for name in ["a", "b"] { try await bench.api.create(Shelf.named(name, size: 3)) }
      bench.api.fail("create", "cups", .internalError("lost"), times: 2, isLost: true)
      try await bench.advance(by: .seconds(40))
      bench.api.endWatches()
      try await bench.api.modify(Shelf.self, ObjectKey(namespace: "default", name: "a")) { $0.size = 1 }
      try await bench.advance(by: .seconds(40))
      #expect(bench.api.objects(Cup.self).count == 4)
      return bench.trace.records.map { "\($0.startedAt.rfc3339Micro) \($0)" } + bench.api.calls
    }
  }

  @Test func `two hundred seeds of a few loops replay identically`() throws {
    var histories: Set<[String]> = []
    for seed in 1...200 as ClosedRange<UInt64> {
      let first = try Self.history(seed: seed)
      #expect(try Self.history(seed: seed) == first)
      histories.insert(first)
    }
    #expect(histories.count > 150)
  }
}

private struct Smudge: Error {}
