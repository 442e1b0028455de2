import ObjectStore
import ObjectStoreTesting
import Synchronization
import Testing

@Suite struct CommitTests {
  @Test func `one batch serves the writers that came while another was written`() async throws {
    let gate = Gate()
    let backend = HookedBackend { number, _ async throws(BackendError) in if number == 0 { await gate.wait() }
    }
    let store = try await ObjectStore(backend: backend)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await store.commit(SampleObject.create(.pod("first"))) }
      await waitUntil { backend.batchCount == 1 }
      let started = Counter()
      for number in 0..<64 {
        group.addTask {
          started.increment()
          try await store.commit(SampleObject.create(.pod(podName(number))))
        }
      }
      await waitUntil { started.value == 64 }
      for _ in 0..<100 { await Task.yield() }
      gate.open()
      try await group.waitForAll()
    }
    #expect(store.count(resource: "pods") == 65)
    #expect(backend.batchCount < 10)
  }

  @Test func `what is not durable is not seen`() async throws {
    let gate = Gate()
    let backend = HookedBackend { _, _ async throws(BackendError) in await gate.wait() }
    let store = try await ObjectStore(backend: backend)
    let watch = try store.watch(resource: "pods", from: store.currentRevision)
    async let commit = store.commit(SampleObject.create(.pod("a")))
    await waitUntil { backend.batchCount == 1 }
    #expect(store.get(.pod("a")) == nil)
    #expect(try store.list(resource: "pods").objects.isEmpty)
    #expect(store.currentRevision == 1)
    watch.requestProgress()
    #expect(try await watch.next()?.events.isEmpty == true)
    gate.open()
    _ = try await commit
    #expect(try await watch.next()?.events.map(\.key) == [.pod("a")])
    #expect(store.currentRevision == 2)
  }

  @Test func `a conflict with a pending write is told when that write can be read`() async throws {
    let gate = Gate()
    let backend = HookedBackend { _, _ async throws(BackendError) in await gate.wait() }
    let store = try await ObjectStore(backend: backend)
    async let first = store.commit(SampleObject.create(.pod("a"), value: 1))
    await waitUntil { backend.batchCount == 1 }
    async let second = { () async throws -> Int? in
      do {
        try await store.commit(SampleObject.create(.pod("a"), value: 2))
        return nil
      } catch StoreError.alreadyExists(let current) {
        return store.get(.pod("a"))?.revision == current.revision ? SampleObject.value(of: current) : nil
      }
    }()
    for _ in 0..<100 { await Task.yield() }
    gate.open()
    _ = try await first
    #expect(try await second == 1)
    #expect(backend.batchCount == 1)
  }

  @Test func `a chain of writes to one key needs no wait for the disk`() async throws {
    let gate = Gate()
    let backend = HookedBackend { number, _ async throws(BackendError) in if number == 1 { await gate.wait() }
    }
    let store = try await ObjectStore(backend: backend)
    try await store.commit(SampleObject.create(.pod("a"), value: 1))
    async let other = store.commit(SampleObject.create(.pod("b")))
    await waitUntil { backend.batchCount == 2 }
    async let deletion = store.commit(SampleObject.delete(.pod("a")))
    for _ in 0..<100 { await Task.yield() }
    async let creation = store.commit(SampleObject.create(.pod("a"), value: 2))
    for _ in 0..<100 { await Task.yield() }
    gate.open()
    _ = try await (other, deletion)
    let created = try await creation
    #expect(created.createRevision == created.revision)
    #expect(SampleObject.value(of: created) == 2)
    let events = try await store.watch(resource: "pods", from: 1).next()?.events ?? []
    #expect(events.map(\.kind) == [.added, .added, .deleted, .added])
    #expect(events.map { $0.previous?.revision } == [nil, nil, 2, nil])
  }

  @Test func `a batch that is refused leaves no trace, and the next one goes ahead`() async throws {
    let full = BackendError(code: .rejected, message: "the disk is full")
    let backend = HookedBackend { number, _ throws(BackendError) in if number == 1 { throw full } }
    let store = try await ObjectStore(backend: backend)
    let first = try await store.commit(SampleObject.create(.pod("a"), value: 1))
    let error = await #expect(throws: StoreError.self) {
      try await store.commit(SampleObject.update(.pod("a"), expected: first.revision, value: 2))
    }
    #expect(error?.description == "the store is unavailable: the disk is full")
    #expect(store.get(.pod("a"))?.revision == first.revision)
    let second = try await store.commit(SampleObject.update(.pod("a"), expected: first.revision, value: 3))
    #expect(second.revision > first.revision)
    #expect(SampleObject.value(of: second) == 3)
    let events = try await store.watch(resource: "pods", from: 1).next()?.events ?? []
    #expect(events.map(\.revision) == [first.revision, second.revision])
  }

  @Test func `after a batch whose fate is unknown no more writes are taken`() async throws {
    let lost = BackendError(code: .uncertain, message: "the disk went away")
    let backend = HookedBackend { number, _ throws(BackendError) in if number == 1 { throw lost } }
    let store = try await ObjectStore(backend: backend)
    try await store.commit(SampleObject.create(.pod("a")))
    for _ in 0..<2 {
      await #expect(throws: StoreError.self) { try await store.commit(SampleObject.create(.pod("b"))) }
    }
    #expect(backend.batchCount == 2)
    #expect(store.get(.pod("a")) != nil)
  }

  @Test func `an attachment travels with the commit and its event, and is not kept`() async throws {
    final class Tree: DecodedForm {
      let encoded: [UInt8] = []
    }
    let store = try await memoryStore()
    let tree = Tree()
    let watch = try store.watch(resource: "pods", from: 1)
    let template = ObjectTemplate("{}".utf8, gap: 1)
    let object = try await store.commit(
      .create(.pod("a"), ObjectHeader(), encode: template.encoder { _ in tree }))
    #expect(object.attachment === tree)
    #expect(try await watch.next()?.events.first?.object.attachment === tree)
    #expect(store.get(.pod("a"))?.attachment == nil)
    #expect(try await store.watch(resource: "pods", from: 1).next()?.events.first?.object.attachment == nil)
  }

  @Test func `of an object left unencoded the bytes are made for whoever asks`() async throws {
    final class Tree: DecodedForm {
      let asked = Atomic(0)
      var encoded: [UInt8] {
        asked.add(1, ordering: .relaxed)
        return Array("{}".utf8)
      }
    }
    let store = try await memoryStore()
    let tree = Tree()
    try await store.commit(.create(.pod("a"), ObjectHeader()) { _ in EncodedObject(unencoded: tree) })
    let watch = try store.watch(resource: "pods", from: 1)
    #expect(store.get(.pod("a"))?.attachment === tree)
    #expect(try await watch.next()?.events.first?.object.attachment === tree)
    #expect(tree.asked.load(ordering: .relaxed) == 0)
    #expect(store.get(.pod("a"))?.bytes == Array("{}".utf8))
    let deleted = try await store.commit(.delete(.pod("a")))
    #expect(deleted.bytes == Array("{}".utf8))
  }

  @Test func `a deletion without a final state carries the bytes of the removed version`() async throws {
    let store = try await memoryStore()
    let object = try await store.commit(SampleObject.create(.pod("a"), value: 5))
    let deleted = try await store.commit(.delete(.pod("a")))
    #expect(deleted.bytes == object.bytes)
    #expect(deleted.header == object.header)
    #expect(deleted.revision == object.revision + 1)
  }

  @Test func `a closed store takes no writes and still answers`() async throws {
    let store = try await memoryStore(pods: 3)
    let watch = try store.watch(resource: "pods", from: store.currentRevision)
    await store.close()
    await store.close()
    await #expect(throws: StoreError.self) { try await watch.next() }
    #expect(try await watch.next() == nil)
    await #expect(throws: StoreError.self) { try await store.commit(SampleObject.create(.pod("x"))) }
    #expect(throws: StoreError.self) { try store.watch(resource: "pods") }
    #expect(try store.list(resource: "pods").objects.count == 3)
  }

  @Test func `closing waits for the writes on their way`() async throws {
    let gate = Gate()
    let backend = HookedBackend { _, _ async throws(BackendError) in await gate.wait() }
    let store = try await ObjectStore(backend: backend)
    async let commit = store.commit(SampleObject.create(.pod("a")))
    await waitUntil { backend.batchCount == 1 }
    async let closing: Void = store.close()
    for _ in 0..<100 { await Task.yield() }
    gate.open()
    #expect(try await commit.revision == 2)
    await closing
  }
}

private final class Counter: Sendable {
  private let count = Mutex(0)
  var value: Int { count.withLock { $0 } }
  func increment() { count.withLock { $0 += 1 } }
}

/// Lets other tasks run until a condition holds.
func waitUntil(_ condition: () -> Bool) async {
  while !condition() { await Task.yield() }
}
