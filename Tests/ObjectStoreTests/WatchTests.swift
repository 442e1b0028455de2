import ObjectStore
import ObjectStoreTesting
import Synchronization
import Testing

@Suite struct WatchTests {
  @Test(arguments: [nil, 0] as [UInt64?])
  func `a watch from nothing begins with the state`(from revision: UInt64?) async throws {
    let store = try await memoryStore(pods: 1200)
    let watch = try store.watch(resource: "pods", from: revision)
    try await store.commit(SampleObject.delete(.pod("p-000")))
    var initial: [StoreEvent] = []
    var batches = 0
    while let batch = try await watch.next() {
      initial += batch.events
      batches += 1
      #expect(batch.revision == 1201)
      if batch.phase == .initialEnd { break }
    }
    #expect(batches == 3)
    #expect(initial.count == 1200)
    #expect(initial.allSatisfy { $0.kind == .added && $0.previous == nil })
    let live = try await watch.next()
    #expect(live?.phase == .live)
    #expect(live?.events.map(\.kind) == [.deleted])
  }

  @Test func `the initial state of nothing ends at once`() async throws {
    let store = try await memoryStore()
    let batch = try await store.watch(resource: "pods").next()
    #expect(batch?.phase == .initialEnd && batch?.events.isEmpty == true && batch?.revision == 1)
  }

  @Test func `a watch resumes after its revision`() async throws {
    let store = try await memoryStore(pods: 10)
    let watch = try store.watch(resource: "pods", from: 8)
    #expect(try await watch.next()?.events.map(\.revision) == [9, 10, 11])
    try await store.commit(SampleObject.update(.pod("p-000"), expected: 2, value: 9))
    let event = try await watch.next()?.events.first
    #expect(event?.kind == .modified && event?.previous?.revision == 2)
  }

  @Test func `a watch in the future is refused`() async throws {
    let store = try await memoryStore(pods: 1)
    let error = #expect(throws: StoreError.self) { try store.watch(resource: "pods", from: 3) }
    guard case .futureRevision(3, 2) = error else {
      Issue.record("the error is \(String(describing: error))")
      return
    }
  }

  @Test func `a watcher sees its namespace, its resource and what its filter lets through`() async throws {
    let store = try await memoryStore()
    let here = try store.watch(resource: "pods", namespace: "a", from: 1)
    let even = try store.watch(
      resource: "pods", from: 1, options: WatchOptions { $0.object.header.label("parity") == "even" })
    for (resource, namespace, value) in [
      ("pods", "a", 1), ("pods", "b", 2), ("nodes", "", 4), ("pods", "a", 6),
    ] {
      let key = StoreKey(resource: resource, namespace: namespace, name: "n-\(value)")
      try await store.commit(SampleObject.create(key, value: value))
    }
    #expect(try await here.next()?.events.map(\.key.name) == ["n-1", "n-6"])
    #expect(try await even.next()?.events.map(\.key.name) == ["n-2", "n-6"])
    let old = try store.watch(
      resource: "pods", namespace: "a", options: WatchOptions { $0.object.header.label("parity") == "even" })
    #expect(try await old.next()?.events.map(\.key.name) == ["n-6"])
  }

  @Test func `a slow watcher is cut off and slows nobody`() async throws {
    let store = try await memoryStore()
    let slow = try store.watch(resource: "pods", from: 1, options: WatchOptions(bufferLimit: 10))
    let quick = try store.watch(resource: "pods", from: 1)
    for number in 0..<11 { try await store.commit(SampleObject.create(.pod(podName(number)))) }
    let error = await #expect(throws: StoreError.self) { try await slow.next() }
    #expect(error?.description == "the watcher was cut off: it left more than 10 events unread")
    #expect(try await slow.next() == nil)
    #expect(try await quick.next()?.events.count == 11)
  }

  @Test func `bookmarks come on request and never run ahead or back`() async throws {
    let store = try await memoryStore()
    let watch = try store.watch(resource: "pods", from: 1)
    try await store.commit(SampleObject.create(StoreKey(resource: "nodes", namespace: "", name: "n")))
    watch.requestProgress()
    let bookmark = try await watch.next()
    #expect(bookmark?.events.isEmpty == true && bookmark?.revision == 2)
    try await store.commit(SampleObject.create(.pod("a")))
    watch.requestProgress()
    let events = try await watch.next()
    #expect(events?.events.count == 1 && events?.revision == 3)
  }

  @Test func `a waiting reader gets a bookmark`() async throws {
    let store = try await memoryStore(pods: 1)
    let watch = try store.watch(resource: "pods", from: 2)
    async let batch = watch.next()
    for _ in 0..<20 { await Task.yield() }
    watch.requestProgress()
    #expect(try await batch?.revision == 2)
  }

  @Test func `a reader that does not wait is called once when there is something to read`() async throws {
    let store = try await memoryStore()
    let watch = try store.watch(resource: "pods", from: 1)
    let calls = Mutex(0)
    #expect(try names(watch.poll()) == [])
    #expect(watch.whenReady { calls.withLock { $0 += 1 } })
    try await store.commit(SampleObject.create(.pod("a")))
    try await store.commit(SampleObject.create(.pod("b")))
    #expect(calls.withLock { $0 } == 1)
    #expect(!watch.whenReady { calls.withLock { $0 += 1 } })
    #expect(try names(watch.poll()) == ["a", "b"])
    #expect(try names(watch.poll()) == [])
    #expect(watch.whenReady { calls.withLock { $0 += 1 } })
    watch.cancel()
    #expect(calls.withLock { $0 } == 2)
    #expect(try names(watch.poll()) == nil)
  }

  /// The names that a poll gives; `nil` at the end.
  private func names(_ poll: StoreWatch.Poll) -> [String]? {
    switch poll {
    case .batch(let batch): batch.events.map(\.key.name)
    case .nothing: []
    case .ended: nil
    }
  }

  @Test func `a watch ends when its task is cancelled`() async throws {
    let store = try await memoryStore()
    await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        guard let watch = try? store.watch(resource: "pods", from: 1) else { return false }
        do {
          for try await batch in watch where !batch.events.isEmpty { return false }
          return true
        } catch {
          return false
        }
      }
      for _ in 0..<20 { await Task.yield() }
      group.cancelAll()
      for await ended in group { #expect(ended) }
    }
  }

  @Test func `a watch ends when it is cancelled`() async throws {
    let store = try await memoryStore()
    let watch = try store.watch(resource: "pods", from: 1)
    async let batch = watch.next()
    for _ in 0..<20 { await Task.yield() }
    watch.cancel()
    #expect(try await batch == nil)
  }

  @Test func `watchers who come and go while others write miss nothing`() async throws {
    let store = try await memoryStore()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<200 {
            try await store.commit(SampleObject.create(.pod("\(writer)-\(number)")))
            await Task.yield()
          }
        }
      }
      for _ in 0..<8 {
        group.addTask { try await Self.followInPieces(store, to: 801) }
      }
      try await group.waitForAll()
    }
  }

  /// Follows the store with a new watch for each batch.
  private static func followInPieces(_ store: ObjectStore, to end: UInt64) async throws {
    var revision: UInt64 = 1
    while revision < end {
      let batch = try await store.watch(resource: "pods", from: revision).next()
      for event in batch?.events ?? [] {
        #expect(event.revision == revision + 1)
        revision = event.revision
      }
    }
  }
}
