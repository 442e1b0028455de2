import ObjectStoreTesting
import Testing

@testable import ObjectStore

@Suite struct ObjectIndexTests {
  private func object(_ namespace: String, _ name: String, revision: UInt64 = 2) -> StoredObject {
    StoredObject(
      key: StoreKey(resource: "pods", namespace: namespace, name: name), revision: revision,
      createRevision: 2,
      header: ObjectHeader(), bytes: [])
  }

  private func keys(_ index: ObjectIndex) -> [StoreKey] { index.chunks.flatMap { $0.map(\.key) } }

  @Test(arguments: UInt64(1)...10)
  func `an index is a sorted array, whatever is done to it`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var index = ObjectIndex()
    var model: [StoreKey: UInt64] = [:]
    for revision in UInt64(2)..<4000 {
      let name = "n\(Int.random(in: 0..<900, using: &random))"
      let object = object("ns\(Int.random(in: 0..<3, using: &random))", name, revision: revision)
      // First the index grows, then it shrinks.
      if Int.random(in: 0..<4000, using: &random) > revision {
        #expect(index.set(object)?.revision == model.updateValue(revision, forKey: object.key))
      } else {
        let removed = index.remove(namespace: object.key.namespace, name: name)
        #expect(removed?.revision == model.removeValue(forKey: object.key))
      }
      #expect(index.count == model.count)
    }
    #expect(keys(index) == model.keys.sorted())
    for (key, revision) in model {
      #expect(index.find(namespace: key.namespace, name: key.name)?.revision == revision)
    }
    #expect(index.chunks.allSatisfy { !$0.isEmpty && $0.count <= ObjectIndex.chunkLimit })
  }

  @Test func `keys that grow fill the chunks`() {
    var index = ObjectIndex()
    for number in 0..<10_000 { index.set(object("default", "p-\(10_000 + number)")) }
    #expect(index.chunks.count == (10_000 + ObjectIndex.chunkLimit - 1) / ObjectIndex.chunkLimit)
  }

  @Test func `a copy does not see later changes`() {
    var index = ObjectIndex()
    for number in 0..<500 { index.set(object("default", podName(number))) }
    let copy = index
    for number in 0..<500 where number % 3 == 0 { index.remove(namespace: "default", name: podName(number)) }
    index.set(object("default", podName(1), revision: 9))
    #expect(copy.count == 500)
    #expect(copy.find(namespace: "default", name: podName(1))?.revision == 2)
    #expect(keys(copy).count == 500)
  }

  @Test(
    arguments: [
      (nil, nil, 9), ("a", nil, 3), ("b", nil, 3), ("", nil, 0), ("aa", nil, 0), ("z", nil, 0),
      (nil, ("a", "y"), 7), ("b", ("a", "y"), 3), ("b", ("b", "x"), 2), ("b", ("b", "z"), 0),
      ("b", ("c", "x"), 0),
      ("b", ("b", "xx"), 2),
    ] as [(String?, (String, String)?, Int)])
  func `a range is a namespace after a key`(namespace: String?, after: (String, String)?, count: Int) {
    var index = ObjectIndex()
    for namespace in ["a", "b", "c"] { for name in ["x", "y", "z"] { index.set(object(namespace, name)) } }
    let key = after.map { StoreKey(resource: "pods", namespace: $0.0, name: $0.1) }
    let (start, end) = index.range(namespace: namespace, after: key)
    var walked: [StoreKey] = []
    _ = index.walk(from: start, to: end) { object in
      walked.append(object.key)
      return true
    }
    #expect(walked.count == count)
    #expect(index.distance(from: start, to: end) == count)
    #expect(walked.allSatisfy { key.map($0.isAfter) ?? true })
  }

  @Test func `keys are ordered and told apart by their bytes`() {
    let composed = StoreKey.pod("caf\u{E9}")
    let decomposed = StoreKey.pod("cafe\u{301}")
    #expect(composed != decomposed)
    #expect(decomposed < composed)
    #expect(StoreKey.pod("a-b") < StoreKey.pod("a.b"))
    #expect(StoreKey.pod("a") < StoreKey.pod("a-"))
    #expect(StoreKey.pod("Z") < StoreKey.pod("a"))
    #expect(!(StoreKey.pod("a") < StoreKey.pod("a")))
  }

  @Test(arguments: [0, 7, 10, 99, 100, 12_345_678_901, UInt64.max])
  func `a template puts the revision into its gap`(revision: UInt64) {
    for (prefix, suffix) in [(#"{"v":""#, #""}"#), ("", "x"), ("x", ""), ("", "")] {
      let template = ObjectTemplate((prefix + suffix).utf8, gap: prefix.utf8.count)
      #expect(
        String(decoding: template.bytes(for: revision), as: UTF8.self) == "\(prefix)\(revision)\(suffix)")
    }
  }
}

extension StoreKey {
  fileprivate func isAfter(_ other: StoreKey) -> Bool { other < self }
}
