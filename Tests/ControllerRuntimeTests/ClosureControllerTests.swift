import APIMachinery
import ControllerRuntime
import KubernetesClient
import Simulation
import Testing

@Suite struct ClosureControllerTests {
  @Test func `a closure gets the object, and is not called for one that is gone`() throws {
    let log = EventLog()
    let controller = Controller("closure", for: Shelf.self) { shelf, context in
      log.add("\(shelf.key) \(shelf.size)")
      #expect(context.key == shelf.key)
      #expect(context.controller == "closure")
      return .done
    }
    let records = try withManager([controller]) { bench in
      try await bench.api.create(Shelf.named("a", size: 3))
      await bench.settle()
      try await bench.api.delete(Shelf.self, ObjectKey(namespace: "default", name: "a"))
      await bench.settle()
      return bench.trace.records.count
    }
    #expect(log.all == ["default/a 3"])
    #expect(records == 2)
  }

  @Test func `a finalizer is there before the first look, and goes when all is cleaned up`() throws {
    let log = EventLog()
    let controller = Controller("wash", for: Shelf.self) { shelf, _ in
      log.add("look \(shelf.metadata.finalizers)")
      return .done
    }
    .finalizer("example.com/wash", on: Shelf.self) { shelf, context in
      log.add("wash")
      return log.all.filter { $0 == "wash" }.count < 3 ? .requeue(after: .seconds(10)) : .done
    }
    .finalizer("example.com/dry", on: Shelf.self) { _, _ in
      log.add("dry")
      return .done
    }
    let took = try withManager([controller]) { bench in
      let key = ObjectKey(namespace: "default", name: "a")
      try await bench.api.create(Shelf.named("a"))
      await bench.settle()
      let start = bench.simulation.time.now()
      try await bench.api.delete(Shelf.self, key)
      while bench.api.object(Shelf.self, key) != nil { try await bench.advance(by: .seconds(1)) }
      return bench.simulation.time.now() - start
    }
    let looks = log.all.filter { $0.hasPrefix("look") }
    #expect(looks.first == #"look ["example.com/wash", "example.com/dry"]"#)
    #expect(Set(looks).count == 1)
    #expect(log.all.filter { !$0.hasPrefix("look") } == ["wash", "wash", "wash", "dry"])
    #expect(took == .seconds(20))
  }

  @Test func `an object that is being deleted and was never seen is let go`() throws {
    let log = EventLog()
    let controller = Controller("wash", for: Shelf.self) { _, _ in
      log.add("look")
      return .done
    }
    .finalizer("example.com/wash", on: Shelf.self) { _, _ in
      log.add("wash")
      return .done
    }
    try withManager(
      [controller],
      before: { api in
        var shelf = Shelf.named("a")
        shelf.metadata.addFinalizer("example.com/other")
        try await api.create(shelf)
        try await api.delete(Shelf.self, shelf.key)
      }
    ) { bench in await bench.settle() }
    #expect(log.all.isEmpty)
  }
}
