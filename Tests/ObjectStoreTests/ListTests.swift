import ObjectStore
import ObjectStoreTesting
import Testing

@Suite struct ListTests {
  @Test func `pages are one state while writes go on`() async throws {
    let store = try await memoryStore(pods: 300)
    let whole = try store.list(resource: "pods").objects.map(\.revision)
    var found: [UInt64] = []
    var page = try store.list(resource: "pods", limit: 7)
    let revision = page.revision
    while true {
      found += page.objects.map(\.revision)
      guard let next = page.continueKey else { break }
      try await disturb(store, step: found.count)
      page = try store.list(resource: "pods", from: next, limit: 7, at: revision)
      #expect(page.revision == revision)
    }
    #expect(found == whole)
  }

  /// Updates, deletes and creates pods before and after the place of the list.
  private func disturb(_ store: ObjectStore, step: Int) async throws {
    for number in [step * 3 % 300, (step + 20) % 300] {
      let key = StoreKey.pod(podName(number))
      if let current = store.get(key), step % 2 == 0 {
        try await store.commit(SampleObject.update(key, expected: current.revision, value: step))
      } else if store.get(key) != nil {
        try await store.commit(SampleObject.delete(key))
      } else {
        try await store.commit(SampleObject.create(key))
      }
    }
    try await store.commit(SampleObject.create(.pod("new-\(step)")))
  }

  @Test func `a list tells what remains, and the last page has no continuation`() async throws {
    let store = try await memoryStore(pods: 10)
    let first = try store.list(resource: "pods", limit: 4)
    #expect(first.objects.count == 4 && first.remainingCount == 6 && first.continueKey == .pod("p-003"))
    let last = try store.list(resource: "pods", from: .pod("p-005"), limit: 4)
    #expect(last.objects.count == 4 && last.remainingCount == nil && last.continueKey == nil)
    #expect(try store.list(resource: "pods", limit: 0).objects.count == 10)
    #expect(try store.list(resource: "nodes").objects.isEmpty)
    #expect(try store.list(resource: "nodes").revision == 11)
  }

  @Test func `a condition is asked until the page is full`() async throws {
    let store = try await memoryStore(pods: 10)
    let even = { (object: StoredObject) in object.header.label("parity") == "even" }
    let page = try store.list(resource: "pods", limit: 3, where: even)
    #expect(page.objects.map(\.key.name) == ["p-000", "p-002", "p-004"])
    #expect(page.continueKey == .pod("p-004"))
    let rest = try store.list(resource: "pods", from: page.continueKey, limit: 3, where: even)
    #expect(rest.objects.map { $0.header.field("value") } == ["6", "8"])
  }

  @Test func `a list at a revision that is gone has expired`() async throws {
    let store = try await memoryStore(pods: 10)
    let page = try store.list(resource: "pods", limit: 2)
    try await store.commit(SampleObject.delete(.pod("p-005")))
    try await store.compact(before: page.revision)
    #expect(
      try store.list(resource: "pods", from: page.continueKey, at: page.revision).objects.count == 8)
    try await store.compact(before: store.currentRevision)
    let error = #expect(throws: StoreError.self) {
      try store.list(resource: "pods", from: page.continueKey, at: page.revision)
    }
    #expect(error?.description == "revision 11 is too old: the history begins at 12")
  }

  @Test func `a list in the future is refused`() async throws {
    let store = try await memoryStore(pods: 1)
    let error = #expect(throws: StoreError.self) { try store.list(resource: "pods", at: 3) }
    #expect(error?.description == "revision 3 is in the future: the newest one is 2")
    await #expect(throws: StoreError.self) { try await store.compact(before: 3) }
  }

  @Test func `namespaces are listed one by one or together`() async throws {
    let store = try await memoryStore()
    for namespace in ["b", "a", "ab", ""] {
      for name in ["y", "x"] {
        let key = StoreKey(resource: "pods", namespace: namespace, name: name)
        try await store.commit(SampleObject.create(key))
      }
    }
    let all = try store.list(resource: "pods").objects.map { "\($0.key.namespace)/\($0.key.name)" }
    #expect(all == ["/x", "/y", "a/x", "a/y", "ab/x", "ab/y", "b/x", "b/y"])
    #expect(try store.list(resource: "pods", namespace: "a").objects.count == 2)
    #expect(try store.list(resource: "pods", namespace: "").objects.count == 2)
    #expect(store.resourceCounts().map(\.count) == [8])
  }

  @Test func `a resource is there while it has objects, however often one asks`() async throws {
    let store = try await memoryStore()
    let pods = ResourcePresence("pods")
    #expect(!pods.isConfirmed(by: store) && !pods.isConfirmed(by: store))
    try await store.commit(SampleObject.create(StoreKey(resource: "nodes", namespace: "", name: "n")))
    #expect(!pods.isConfirmed(by: store) && !pods.isConfirmed(by: store))
    try await store.commit(SampleObject.create(.pod("a")))
    #expect(pods.isConfirmed(by: store) && pods.isConfirmed(by: store))
    try await store.commit(SampleObject.delete(.pod("a")))
    #expect(!pods.isConfirmed(by: store))
    try await store.commit(SampleObject.create(.pod("b")))
    #expect(pods.isConfirmed(by: store))
  }
}
