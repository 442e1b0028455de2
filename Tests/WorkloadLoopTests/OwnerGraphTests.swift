import APIMachinery
import Testing

@testable import GarbageCollectorController

@Suite struct OwnerGraphTests {
  private static let definition = ResourceDefinition(group: "", version: "v1", kind: "Pod", plural: "pods")

  private func object(
    _ uid: String, owners: [String] = [], namespace: String = "shop", leaving finalizer: String? = nil,
    blocks: Bool = true
  ) throws -> OwnedObject {
    var object = DynamicObject(fields: JSONObject())
    object.metadata.uid = uid
    object.metadata.name = uid
    object.metadata.namespace = namespace
    object.metadata.ownerReferences = owners.map { owner in
      OwnerReference {
        $0.apiVersion = "v1"
        $0.kind = "Pod"
        $0.name = owner
        $0.uid = owner
        $0.blockOwnerDeletion = blocks
      }
    }
    if let finalizer {
      object.metadata.deletionTimestamp = Timestamp(secondsSince1970: 1)
      object.metadata.finalizers = [finalizer]
    }
    return try #require(OwnedObject(object, definition: Self.definition))
  }

  private func graph(_ objects: OwnedObject...) -> OwnerGraph {
    var graph = OwnerGraph()
    for object in objects { _ = graph.insert(object) }
    return graph
  }

  private func verdict(_ graph: OwnerGraph, _ uid: String, absent: Set<String> = []) -> OwnerGraph.Verdict {
    graph.verdict(on: uid) { absent.contains($0.uid) }
  }

  @Test func `a dependent of an owner that is there stays`() throws {
    let graph = graph(try object("a"), try object("b", owners: ["a"]))
    #expect(verdict(graph, "b") == .keep)
  }

  @Test func `the dependents of a deleted owner are looked at and go`() throws {
    var graph = graph(try object("a"), try object("b", owners: ["a"]), try object("c", owners: ["a"]))
    #expect(graph.remove(uid: "a") == ["b", "c"])
    guard case .ask(let owners) = verdict(graph, "b") else {
      Issue.record("the API has to be asked")
      return
    }
    #expect(owners.map(\.uid) == ["a"])
    #expect(verdict(graph, "b", absent: ["a"]) == .delete(.background))
  }

  @Test func `with one owner left only the other references go`() throws {
    let graph = graph(try object("a"), try object("b", owners: ["a", "gone"]))
    #expect(verdict(graph, "b", absent: ["gone"]) == .dropReferences(["gone"]))
  }

  @Test func `a reference into another namespace means nobody`() throws {
    let graph = graph(try object("a", namespace: "other"), try object("b", owners: ["a"]))
    #expect(verdict(graph, "b") == .delete(.background))
  }

  @Test func `a cluster-wide object cannot be owned from a namespace`() throws {
    let graph = graph(try object("a"), try object("b", owners: ["a"], namespace: ""))
    #expect(verdict(graph, "b") == .keep)
  }

  @Test func `foreground deletion waits for the dependents that block it`() throws {
    var graph = graph(
      try object("b", owners: ["a"]), try object("c", owners: ["b"]),
      try object("d", owners: ["a"], blocks: false))
    let affected = graph.insert(try object("a", leaving: OwnedObject.foregroundFinalizer))
    #expect(affected == ["a", "b", "d"])
    #expect(verdict(graph, "a") == .waitFor(["b"]))
    #expect(verdict(graph, "b") == .delete(.foreground))
    #expect(verdict(graph, "d") == .delete(.background))
    _ = graph.remove(uid: "c")
    #expect(graph.remove(uid: "b").contains("a"))
    #expect(verdict(graph, "a") == .releaseForeground)
  }

  @Test func `orphaning sets the dependents free first`() throws {
    let graph = graph(try object("a", leaving: OwnedObject.orphanFinalizer), try object("b", owners: ["a"]))
    #expect(verdict(graph, "a") == .orphan(["b"]))
  }

  @Test func `a change that leaves the owners alone costs nothing`() throws {
    var graph = graph(try object("a"), try object("b", owners: ["a"]))
    #expect(graph.insert(try object("b", owners: ["a"])).isEmpty)
  }
}
