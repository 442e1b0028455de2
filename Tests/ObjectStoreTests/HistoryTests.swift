import ObjectStore
import ObjectStoreTesting
import Synchronization
import Testing

private final class Clock: Sendable {
  private let state = Mutex<Int64>(0)
  var time: Int64 {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}

@Suite struct HistoryTests {
  @Test func `the history is bounded by the number of events`() async throws {
    let store = try await memoryStore(pods: 50, StoreOptions(historyEvents: 10))
    #expect(store.oldestRevision == 41)
    #expect(try await store.watch(resource: "pods", from: 41).next()?.events.count == 10)
    #expect(throws: StoreError.self) { try store.watch(resource: "pods", from: 40) }
  }

  @Test func `the history is bounded by the bytes of superseded versions`() async throws {
    let store = try await memoryStore(StoreOptions(historyBytes: 50_000))
    var last = try await store.commit(SampleObject.create(.pod("a"), fill: 10_000)).revision
    for value in 0..<20 {
      last = try await store.commit(
        SampleObject.update(.pod("a"), expected: last, value: value, fill: 10_000)
      ).revision
    }
    let reach = last - store.oldestRevision
    #expect((3...5).contains(reach))
  }

  @Test func `the history is bounded by age`() async throws {
    let clock = Clock()
    let options = StoreOptions(historyAge: 100, now: { clock.time })
    let store = try await memoryStore(pods: 10, options)
    clock.time = 101
    try await store.commit(SampleObject.create(.pod("late")))
    #expect(store.oldestRevision == 11)
    #expect(try await store.watch(resource: "pods", from: 11).next()?.events.count == 1)
  }

  @Test func `what fell out of the history is obsolete in the log`() async throws {
    let backend = MemoryBackend()
    let store = try await ObjectStore(backend: backend, options: StoreOptions(historyEvents: 5))
    for number in 0..<10 { try await store.commit(SampleObject.create(.pod(podName(number)))) }
    for number in 0..<5 { try await store.commit(SampleObject.delete(.pod(podName(number)))) }
    try await store.compact(before: store.currentRevision)
    let contents = try await backend.load()
    #expect(contents.records.map(\.object.key.name) == (5..<10).map(podName))
    #expect(contents.compacted == store.currentRevision)
  }

  @Test func `old states are rebuilt from the history at any revision`() async throws {
    let store = try await memoryStore(pods: 20)
    var states: [UInt64: [UInt64]] = [:]
    for step in 0..<60 {
      let key = StoreKey.pod(podName(step * 7 % 23))
      if let current = store.get(key) {
        try await store.commit(
          step % 3 == 0 ? .delete(key) : SampleObject.update(key, expected: current.revision, value: step))
      } else {
        try await store.commit(SampleObject.create(key))
      }
      states[store.currentRevision] = try store.list(resource: "pods").objects.map(\.revision)
    }
    for (revision, state) in states.sorted(by: { $0.key > $1.key }) {
      #expect(try store.list(resource: "pods", at: revision).objects.map(\.revision) == state)
    }
  }
}
