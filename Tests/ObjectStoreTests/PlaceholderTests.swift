import ObjectStore
import Testing

@Suite struct Smoke {
  @Test func `a write is read, listed and watched`() async throws {
    let store = try await ObjectStore(backend: MemoryBackend())
    let watch = try store.watch(resource: "pods")
    let template = ObjectTemplate(#"{"rv":""}"#.utf8, gap: 7)
    for name in ["b", "a", "c"] {
      let key = StoreKey(resource: "pods", namespace: "default", name: name)
      let object = try await store.commit(.create(key, ObjectHeader(), encode: template.encoder()))
      #expect(String(decoding: object.bytes, as: UTF8.self) == #"{"rv":"\#(object.revision)"}"#)
    }
    let page = try store.list(resource: "pods", limit: 2)
    #expect(page.objects.map(\.key.name) == ["a", "b"])
    #expect(page.remainingCount == 1)
    try #expect(await watch.next()?.phase == .initialEnd)
    try #expect(await watch.next()?.events.map(\.key.name) == ["b", "a", "c"])
  }
}
