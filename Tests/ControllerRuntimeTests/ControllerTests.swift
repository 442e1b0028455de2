import APIMachinery
import ControllerRuntime
import KubernetesClient
import Simulation
import Synchronization
import Testing

private let keyA = ObjectKey(namespace: "default", name: "a")

private struct Failure: Error, CustomStringConvertible {
  var description: String { "no cups left" }
}

@Suite struct ControllerTests {
  @Test func `a controller brings what it owns to what is wanted, up and down`() throws {
    let (up, down, filled) = try withManager([ShelfReconciler.controller]) { bench in
      try await bench.api.create(Shelf.named("a", size: 5))
      await bench.settle()
      let up = bench.api.objects(Cup.self).count
      var shelf = try #require(bench.api.object(Shelf.self, keyA))
      shelf.size = 2
      try await bench.api.update(shelf)
      await bench.settle()
      return (up, bench.api.objects(Cup.self).count, bench.api.object(Shelf.self, keyA)?.filled)
    }
    #expect(up == 5)
    #expect(down == 2)
    #expect(filled == 2)
  }

  @Test func `a controller replaces what somebody takes away`() throws {
    let count = try withManager([ShelfReconciler.controller]) { bench in
      try await bench.api.create(Shelf.named("a", size: 3))
      await bench.settle()
      try await bench.api.delete(Cup.self, bench.api.objects(Cup.self)[1].key)
      await bench.settle()
      return bench.api.objects(Cup.self).count
    }
    #expect(count == 3)
  }

  @Test func `a controller reads its own writes while the watch is behind`() throws {
    let (creations, reconciles) = try withManager([ShelfReconciler.controller]) { bench in
      try await bench.api.create(Shelf.named("a", size: 3))
      await bench.settle()
      bench.api.holdEvents()
      // Somebody takes a cup; the loop hears of that by another way, and must make one cup, not one a look.
      try await bench.api.delete(Cup.self, bench.api.objects(Cup.self)[0].key)
      bench.api.releaseEvents()
      await bench.settle()
      return (
        bench.api.writes("cups").filter { $0.hasPrefix("create") }.count,
        bench.trace.records(controller: "shelf").count
      )
    }
    #expect(creations == 4)
    #expect(reconciles > 2)
  }

  @Test func `looks that come before the watch do not repeat what was done`() throws {
    // The source looks at the shelf again and again while all events are held back.
    let poked = ShelfReconciler.controller.source { sink, context in
      while true {
        try await context.world.time.sleep(for: .seconds(1))
        sink.add(keyA)
      }
    }
    let (creations, reconciles) = try withManager([poked]) { bench in
      try await bench.api.create(Shelf.named("a", size: 3))
      await bench.settle()
      bench.api.holdEvents()
      var shelf = try #require(bench.api.object(Shelf.self, keyA))
      shelf.size = 6
      bench.api.releaseEvents()
      try await bench.api.update(shelf)
      await bench.settle()
      bench.api.holdEvents()
      try await bench.advance(by: .seconds(10))
      return (
        bench.api.writes("cups").filter { $0.hasPrefix("create") }.count,
        bench.trace.records(controller: "shelf").count
      )
    }
    #expect(creations == 6)
    #expect(reconciles >= 11)
  }

  @Test func `a controller that has nothing to add to its own writes does not look at them`() throws {
    let quiet = ShelfReconciler.controller.ignoringOwnWrites()
    let (own, others) = try withManager([quiet]) { bench in
      try await bench.api.create(Shelf.named("a", size: 3))
      await bench.settle()
      let own = bench.trace.records(controller: "shelf").count
      try await bench.api.delete(Cup.self, bench.api.objects(Cup.self)[0].key)
      await bench.settle()
      return (own, bench.trace.records(controller: "shelf").count)
    }
    #expect(own == 1)
    #expect(others == 2)
  }

  @Test func `what comes between a controller's own writes is looked at`() throws {
    let (cups, looks) = try withManager([ShelfReconciler.controller.ignoringOwnWrites()]) { bench in
      try await bench.api.create(Shelf.named("a", size: 3))
      bench.api.holdEvents()
      await bench.settle()
      bench.api.releaseEvents()
      await bench.settle()
      bench.api.holdEvents()
      var shelf = try #require(bench.api.object(Shelf.self, keyA))
      shelf.size = 5
      try await bench.api.update(shelf)
      try await bench.api.delete(Cup.self, bench.api.objects(Cup.self)[0].key)
      bench.api.releaseEvents()
      await bench.settle()
      return (bench.api.objects(Cup.self).count, bench.trace.records(controller: "shelf").count)
    }
    #expect(cups == 5)
    #expect(looks >= 2)
  }

  @Test func `a signal from outside leads to a look`() throws {
    let signal = KeySignal()
    let causes = try withManager([ShelfReconciler.controller.wakes(on: signal)]) { bench in
      await bench.settle()
      signal.send(keyA)
      await bench.settle()
      return bench.trace.records(controller: "shelf", key: keyA).map(\.causes)
    }
    #expect(causes == [[Cause(.source)]])
  }

  @Test func `an error is tried again with a growing wait, and a success forgets it`() throws {
    let attempts = Mutex<[Timestamp]>([])
    let controller = Controller("flaky") { _, context in
      attempts.withLock { $0.append(context.now) }
      if context.failures < 3 { throw Failure() }
      return .done
    }.for(Shelf.self)
    let outcomes = try withManager([controller]) { bench in
      try await bench.api.create(Shelf.named("a"))
      try await bench.advance(by: .seconds(1))
      return bench.trace.records.map(\.outcome)
    }
    let times = attempts.withLock { $0 }
    #expect(
      zip(times.dropFirst(), times).map { $0 - $1 } == [
        .milliseconds(5), .milliseconds(10), .milliseconds(20),
      ])
    #expect(outcomes == Array(repeating: .failed("no cups left"), count: 3) + [.action(.done)])
  }

  @Test func `a terminal error waits for the next change`() throws {
    let controller = Controller("strict") { _, _ in throw TerminalError("the spec makes no sense") }
      .for(Shelf.self)
    let records = try withManager([controller]) { bench in
      try await bench.api.create(Shelf.named("a"))
      try await bench.advance(by: .seconds(3600))
      let first = bench.trace.records.count
      try await bench.api.patch(Shelf.self, keyA, .merge(["spec": ["size": 4]]))
      await bench.settle()
      return (first, bench.trace.records)
    }
    #expect(records.0 == 1)
    #expect(records.1.count == 2)
    #expect(records.1.last?.outcome == .terminal("the spec makes no sense"))
  }

  @Test func `a reconcile that takes too long is cancelled and tried again`() throws {
    let controller = Controller("slow") { _, context in
      if context.failures == 0 { try await context.world.time.sleep(for: .seconds(3600)) }
      return .done
    }.for(Shelf.self).timeout(.seconds(30))
    let records = try withManager([controller]) { bench in
      try await bench.api.create(Shelf.named("a"))
      try await bench.advance(by: .seconds(60))
      return bench.trace.records
    }
    #expect(
      records.map(\.outcome) == [.failed("the reconcile did not end within 30.0 seconds"), .action(.done)])
    #expect(records.first?.duration == .seconds(30))
  }

  @Test func `a requeue looks again after its time`() throws {
    let controller = Controller("clock") { _, _ in .requeue(after: .seconds(60)) }.for(Shelf.self)
    let records = try withManager([controller]) { bench in
      try await bench.api.create(Shelf.named("a"))
      try await bench.advance(by: .seconds(600))
      return bench.trace.records
    }
    #expect(records.count == 11)
    #expect(records.last?.causes == [Cause(.requeue)])
  }

  @Test func `a requeue without a wait goes through the back-off`() throws {
    let controller = Controller("eager") { _, _ in .requeue(after: .zero) }.for(Shelf.self)
    let count = try withManager([controller]) { bench in
      try await bench.api.create(Shelf.named("a"))
      try await bench.advance(by: .seconds(1))
      return bench.trace.records.count
    }
    // 5, 10, 20, ... ms: the eighth is due after 635 ms.
    #expect(count == 8)
  }

  @Test(arguments: 0...20) func `no key is worked on by two workers at once`(seed: UInt64) throws {
    let busy = Mutex<(Set<ObjectKey>, most: Int)>(([], 0))
    let controller = Controller("busy") { key, context in
      let isAlone = busy.withLock { busy in
        let isAlone = busy.0.insert(key).inserted
        busy.most = max(busy.most, busy.0.count)
        return isAlone
      }
      #expect(isAlone)
      try await context.world.time.sleep(for: .milliseconds(3))
      _ = busy.withLock { $0.0.remove(key) }
      return .done
    }.for(Shelf.self).concurrency(4)
    try withManager(seed: seed, [controller]) { bench in
      for name in ["a", "b", "c", "d", "e", "f"] { try await bench.api.create(Shelf.named(name)) }
      for size in 1...10 {
        for name in ["a", "b", "c"] {
          try await bench.api.patch(
            Shelf.self, ObjectKey(namespace: "default", name: name),
            .merge(["spec": ["size": .int(Int64(size))]]))
        }
        try await bench.advance(by: .milliseconds(1))
      }
      try await bench.advance(by: .seconds(1))
    }
    #expect(busy.withLock { $0.most } == 4)
  }

  @Test func `a predicate keeps status writes from waking the loop`() throws {
    let controller = Controller("spec") { _, _ in .done }.for(Shelf.self, where: .generationChanged)
    let count = try withManager([controller]) { bench in
      try await bench.api.create(Shelf.named("a"))
      await bench.settle()
      try await bench.api.patch(Shelf.self, keyA, .merge(["status": ["filled": 4]]), subresource: "status")
      await bench.settle()
      let before = bench.trace.records.count
      try await bench.api.patch(Shelf.self, keyA, .merge(["spec": ["size": 4]]))
      await bench.settle()
      return (before, bench.trace.records.count)
    }
    #expect(count == (1, 2))
  }

  @Test func `a watch leads from one kind to the keys of another, with the help of the cache`() throws {
    let controller = Controller("mapped") { _, _ in .done }
      .reads(Shelf.self)
      .watches(Cup.self, where: .labels(["tracked": "yes"])) { change, cache in
        cache.list(Shelf.self, namespace: change.object.metadata.namespace).map(\.key)
      }
    let keys = try withManager([controller]) { bench in
      for name in ["a", "b"] { try await bench.api.create(Shelf.named(name)) }
      try await bench.api.create(Cup.named("untracked"))
      await bench.settle()
      var cup = Cup.named("tracked")
      cup.metadata.labels["tracked"] = "yes"
      try await bench.api.create(cup)
      await bench.settle()
      return bench.trace.records.map { "\($0.key): \($0.causes)" }
    }
    #expect(
      keys == [
        "default/a: [added cups.shop.example.com default/tracked@4]",
        "default/b: [added cups.shop.example.com default/tracked@4]",
      ])
  }

  @Test func `changes that lead to one key within a coalescing time are one look`() throws {
    let controller = Controller("patient") { _, _ in .done }
      .watches(Cup.self, coalescing: .seconds(1)) { _ in [ObjectKey(name: "all")] }
    let causes = try withManager([controller]) { bench in
      for number in 0..<5 {
        try await bench.api.create(Cup.named("cup-\(number)"))
        try await bench.advance(by: .milliseconds(100))
      }
      try await bench.advance(by: .seconds(5))
      return bench.trace.records.map(\.causes.count)
    }
    #expect(causes == [5])
  }

  @Test func `objects that are there at the start wait behind live changes`() throws {
    let controller = Controller("starter") { _, context in
      try await context.world.time.sleep(for: .milliseconds(10))
      return .done
    }.for(Shelf.self)
    let names = try withManager([controller]) { api in
      for number in 0..<5 { try await api.create(Shelf.named("old-\(number)")) }
    } _: { bench in
      try await bench.advance(by: .milliseconds(15))
      try await bench.api.create(Shelf.named("live"))
      try await bench.advance(by: .seconds(1))
      return bench.trace.records.map(\.key.name)
    }
    #expect(names == ["old-0", "old-1", "live", "old-2", "old-3", "old-4"])
  }

  @Test func `start keys are looked at once without any object`() throws {
    let controller = Controller("single") { _, _ in .done }.reads(Shelf.self).atStart(
      ObjectKey(name: "cluster"))
    let records = try withManager([controller]) { bench in
      await bench.settle()
      return bench.trace.records
    }
    #expect(records.map(\.causes) == [[Cause(.startup)]])
  }

  @Test func `two controllers share the informer of a kind`() throws {
    let calls = try withManager([
      Controller("one") { _, _ in .done }.for(Shelf.self),
      Controller("two") { _, _ in .done }.for(Shelf.self),
    ]) { bench in
      try await bench.api.create(Shelf.named("a"))
      await bench.settle()
      return (bench.api.calls, bench.trace.records.count)
    }
    #expect(calls.0.filter { $0.hasPrefix("watch") }.count == 1)
    #expect(calls.1 == 2)
  }

  @Test func `a manager of one namespace sees nothing of others, not even what it wrote there`() throws {
    let seen = Mutex<[[String]]>([])
    let controller = Controller("narrow") { key, context in
      if context.cache.list(Cup.self).isEmpty {
        for namespace in ["default", "other"] {
          try await context.client.create(Cup.named("cup", in: namespace))
        }
      }
      seen.withLock { $0.append(context.cache.list(Cup.self).map { "\($0.key)" }) }
      return .done
    }.for(Shelf.self).reads(Cup.self)
    let options = ManagerOptions(namespace: "default")
    let keys = try withManager(options: options, [controller]) { bench in
      try await bench.api.create(Shelf.named("b", in: "other"))
      try await bench.api.create(Shelf.named("a"))
      await bench.settle()
      return bench.trace.records.map(\.key)
    }
    #expect(keys == [keyA])
    #expect(seen.withLock { $0 } == [["default/cup"]])
  }
}
