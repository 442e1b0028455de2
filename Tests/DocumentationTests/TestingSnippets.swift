import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting
import CustomResources
import KubernetesAPI
import KubernetesClient
import Testing

/// What `testing-controllers.md`, `exploring-faults.md` and `stepping.md` show.
@Suite struct TestingSnippets {
  static let key = ObjectKey(namespace: "default", name: "kitchen")
  static let definitions = [Shelf.customResourceDefinition, Cup.customResourceDefinition]

  static var shelfController: Controller {
    Controller("shelf") { key, context in
      guard let shelf = context.cache.get(Shelf.self, key) else { return .done }
      for number in 0..<shelf.spec.size {
        var cup = Cup(name: "\(key.name)-\(number)", namespace: key.namespace, spec: CupSpec())
        try cup.setControllerReference(shelf)
        try await context.apply(cup)
      }
      let cups = context.cache.list(Cup.self, index: .controllerUID, shelf.metadata.uid ?? "")
      for cup in cups where !(0..<shelf.spec.size).contains(where: { cup.key.name == "\(key.name)-\($0)" }) {
        try await tolerating(.notFound) { try await context.client.delete(Cup.self, cup.key) }
      }
      var changed = shelf
      changed.status.cups = shelf.spec.size
      changed.status.observedGeneration = shelf.metadata.generation
      if changed != shelf { try await context.client.updateStatus(changed) }
      return .done
    }
    .for(Shelf.self).owns(Cup.self).indexByController(Cup.self)
  }

  @Test func `a shelf is filled`() throws {
    try SimulatedCluster.run(
      seed: 7, options: ControlPlaneOptions(loops: .only(["garbagecollector"])),
      definitions: Self.definitions, controllers: [Self.shelfController]
    ) { cluster in
      try await cluster.apply(Shelf(name: "kitchen", namespace: "default", spec: ShelfSpec(size: 3)))
      try await cluster.eventually(Shelf.self, Self.key) { $0.status.cups == 3 }
      try await cluster.always(Shelf.self, Self.key, for: .seconds(600)) { $0.status.cups == 3 }
      try await cluster.eventually(
        matches: "{apiVersion: example.com/v1, kind: Cup, metadata: {name: kitchen-0}, spec: {drink: tea}}")
    }
  }

  @Test func `a shelf is filled whatever happens`() async throws {
    try await explore(
      seeds: 1...100, faults: .all, loops: .none, definitions: Self.definitions,
      controllers: [Self.shelfController]
    ) { cluster in
      try await cluster.apply(Shelf(name: "kitchen", namespace: "default", spec: ShelfSpec(size: 3)))
      try await cluster.eventually("three cups") { try await cluster.count(Cup.self) == 3 }
    }
  }

  @Test func `a plan that was found once`() throws {
    try replay(
      FaultPlan(seed: 0, [.crash(.after, write: 2)]), loops: .none, definitions: Self.definitions,
      controllers: [Self.shelfController]
    ) { cluster in
      try await cluster.apply(Shelf(name: "kitchen", namespace: "default", spec: ShelfSpec(size: 3)))
      try await cluster.eventually("three cups") { try await cluster.count(Cup.self) == 3 }
    }
  }

  @Test func `one step after the other, and back`() throws {
    try SimulatedCluster.run(
      options: ControlPlaneOptions(loops: .none), definitions: Self.definitions,
      controllers: [Self.shelfController]
    ) { cluster in
      try await cluster.apply(Shelf(name: "kitchen", namespace: "default", spec: ShelfSpec(size: 3)))
      let before = cluster.snapshot()
      while try await cluster.count(Cup.self) == 0 {
        let happened = await cluster.step()
        print(happened.map(\.description).joined(separator: "\n"))
      }
      try await cluster.restore(before)
      #expect(try await cluster.count(Cup.self) == 0)
      try await cluster.eventually("three cups") { try await cluster.count(Cup.self) == 3 }
    }
  }
}
