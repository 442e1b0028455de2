import APIMachinery
import ControllerRuntime
import KubernetesClient
import Simulation
import Synchronization
import Testing

@Suite struct ObjectTests {
  private struct CupCondition: ObjectView {
    var fields: JSONObject
  }

  private let start = Timestamp(secondsSince1970: 1_767_225_600)

  private func owner(_ name: String, uid: String, in namespace: String = "default") -> Shelf {
    var shelf = Shelf.named(name, in: namespace)
    shelf.metadata.uid = uid
    return shelf
  }

  // MARK: Owners

  @Test func `an owner controls what it is set on, once`() throws {
    var cup = Cup.named("cup")
    let shelf = owner("a", uid: "1")
    try cup.setControllerReference(shelf)
    try cup.setControllerReference(shelf)
    #expect(cup.metadata.ownerReferences.count == 1)
    #expect(cup.isControlled(by: shelf))
    #expect(cup.metadata.controller?.apiVersion == "shop.example.com/v1")
    #expect(cup.metadata.controller?.blockOwnerDeletion == true)
  }

  @Test func `an object is not taken from the owner that controls it, nor owned across namespaces`() throws {
    var cup = Cup.named("cup")
    try cup.setControllerReference(owner("a", uid: "1"))
    #expect(throws: OwnerError.self) { try cup.setControllerReference(owner("b", uid: "2")) }
    #expect(throws: OwnerError.self) { try cup.setControllerReference(owner("c", uid: "3", in: "other")) }
  }

  // MARK: Conditions

  @Test func `a condition's transition time moves with its status alone`() {
    var conditions: [CupCondition] = []
    var changes = [conditions.setCondition("Ready", status: "False", reason: "Empty", at: start)]
    for second in [5, 6] {
      changes.append(
        conditions.setCondition(
          "Ready", status: "False", reason: "Filling", observedGeneration: 2, at: start + .seconds(second)))
    }
    #expect(changes == [true, true, false])
    #expect(conditions.condition("Ready")?.fields["lastTransitionTime"] == start.json)
    #expect(conditions.condition("Ready")?.fields["observedGeneration"] == 2)
    conditions.setCondition("Ready", status: "True", reason: "Full", at: start + .seconds(9))
    #expect(conditions.condition("Ready")?.fields["lastTransitionTime"] == (start + .seconds(9)).json)
    #expect(conditions.isConditionTrue("Ready"))
    let removals = [conditions.removeCondition("Ready"), conditions.removeCondition("Ready")]
    #expect(removals == [true, false])
  }

  // MARK: Writing

  @Test func `create or patch writes what differs and nothing else`() throws {
    let (results, calls) = try Simulation.run { simulation in
      let api = FakeAPI(world: simulation.world)
      let key = ObjectKey(namespace: "default", name: "a")
      var results: [CreateOrPatchResult] = []
      for size in [3, 3, 4] {
        results.append(
          try await api.createOrPatch(Shelf.self, key) {
            $0.size = size
            $0.filled = size == 4 ? 1 : nil
          }.result)
      }
      return (results, api.writes("shelves"))
    }
    #expect(results == [.created, .unchanged, .patched])
    #expect(
      calls == ["create shelves default/a", "patch shelves default/a", "patch shelves default/a/status"])
  }

  @Test func `a finalizer is set once and let go`() throws {
    let writes = try Simulation.run { simulation in
      let api = FakeAPI(world: simulation.world)
      var shelf = try await api.create(Shelf.named("a"))
      shelf = try await api.addFinalizer("example.com/wash", to: shelf)
      shelf = try await api.addFinalizer("example.com/wash", to: shelf)
      #expect(shelf.metadata.hasFinalizer("example.com/wash"))
      shelf = try await api.delete(Shelf.self, shelf.key)
      #expect(shelf.metadata.isBeingDeleted)
      try await api.removeFinalizer("example.com/wash", from: shelf)
      try await api.removeFinalizer("example.com/wash", from: shelf)
      #expect(api.objects(Shelf.self).isEmpty)
      return api.writes("shelves").count
    }
    // The last patch finds no object.
    #expect(writes == 5)
  }

  @Test func `modify tries again on the newer object after a conflict`() throws {
    let size = try Simulation.run { simulation in
      let api = FakeAPI(world: simulation.world)
      let key = try await api.create(Shelf.named("a", size: 1)).key
      api.fail("update", "shelves", .conflict(Shelf.definition.groupResource, name: "a", "newer"), times: 2)
      return try await api.modify(Shelf.self, key) { $0.size += 1 }.size
    }
    #expect(size == 2)
  }

  @Test func `a slow start stops after the batch in which something failed`() throws {
    struct Full: Error {}
    let (attempts, outcome) = try Simulation.run { _ in
      let attempts = Mutex(0)
      let result = await slowStart(100) { index in
        attempts.withLock { $0 += 1 }
        if index == 5 { throw Full() }
      }
      return (attempts.withLock { $0 }, (result.succeeded, result.error is Full))
    }
    // Batches of 1, 2 and 4.
    #expect(attempts == 7)
    #expect(outcome == (6, true))
  }

  @Test func `a slow start that meets no error does all`() throws {
    let result = try Simulation.run { _ in await slowStart(100) { _ in }.succeeded }
    #expect(result == 100)
  }
}
