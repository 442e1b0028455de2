import ObjectStoreTesting
import Testing

@testable import ObjectStore

@Suite struct ObjectTableTests {
  @Test(arguments: UInt64(1)...10)
  func `a table finds the newest version of every object, whatever is done to it`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var table = ObjectTable()
    var model: [StoreKey: UInt64] = [:]
    for revision in UInt64(2)..<4000 {
      let key = StoreKey(
        resource: "pods", namespace: "ns\(Int.random(in: 0..<3, using: &random))",
        name: "n\(Int.random(in: 0..<900, using: &random))")
      // First the table grows, then it shrinks.
      if Int.random(in: 0..<4000, using: &random) > revision {
        table.set(
          StoredObject(
            key: key, revision: revision, createRevision: 2, header: ObjectHeader(), bytes: []))
        model[key] = revision
      } else {
        table.remove(namespace: key.namespace, name: key.name)
        model[key] = nil
      }
      #expect(table.count == model.count)
      #expect(table.find(namespace: key.namespace, name: key.name)?.revision == model[key])
    }
    for (key, revision) in model {
      #expect(table.find(namespace: key.namespace, name: key.name)?.revision == revision)
    }
    #expect(table.find(namespace: "ns0", name: "absent") == nil)
  }
}
