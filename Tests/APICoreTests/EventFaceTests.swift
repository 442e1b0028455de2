import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct EventFaceTests {
  private let old = GroupVersionResource(group: "", version: "v1", resource: "events")
  private let new = GroupVersionResource(group: "events.k8s.io", version: "v1", resource: "events")
  private let key = ObjectKey(namespace: "default", name: "e")

  private let event: JSONObject = [
    "apiVersion": "events.k8s.io/v1", "kind": "Event", "metadata": ["name": "e", "namespace": "default"],
    "eventTime": "2026-01-01T00:00:00.000000Z", "reportingController": "example.com/loop",
    "reportingInstance": "loop-1",
    "action": "Binding", "reason": "Bound", "note": "it is bound", "type": "Normal",
    "regarding": ["kind": "Pod", "name": "p", "namespace": "default"],
  ]

  @Test func `an event that is made in one group is read in the other, under the names of each`() async throws
  {
    let api = try await TestAPI()
    let made = try await api.client.create(
      new, key, subresource: nil, object: DynamicObject(fields: event), options: WriteOptions())
    #expect(made.apiVersion == "events.k8s.io/v1")
    let core = try await api.client.get(old, key, subresource: nil, options: GetOptions()).fields
    #expect(core["apiVersion"] == "v1")
    #expect(core["message"] == "it is bound")
    #expect(core["involvedObject"]?["name"] == "p")
    #expect(core["reportingComponent"] == "example.com/loop")
    #expect(core["note"] == nil && core["regarding"] == nil)
    var patched = try await api.client.patch(
      old, key, subresource: nil,
      patch: .merge(["count": 3, "source": ["component": "x"], "lastTimestamp": "2026-01-01T00:00:09Z"]),
      options: WriteOptions()
    ).fields
    #expect(patched["count"] == 3)
    patched = try await api.client.get(new, key, subresource: nil, options: GetOptions()).fields
    #expect(patched["deprecatedCount"] == 3)
    #expect(patched["deprecatedSource"] == ["component": "x"])
    #expect(patched["deprecatedLastTimestamp"] == "2026-01-01T00:00:09Z")
    #expect(patched["note"] == "it is bound")
  }

  @Test func `lists, watches and selectors of one group see what the other wrote`() async throws {
    let api = try await TestAPI()
    let stream = try await api.client.watch(
      new, namespace: "default", options: WatchOptions(fieldSelector: "regarding.name=p"))
    for name in ["p", "q"] {
      try await api.client.create(
        Event {
          ($0.metadata.name, $0.metadata.namespace) = ("about-\(name)", "default")
          $0.involvedObject = ObjectReference { ($0.kind, $0.name, $0.namespace) = ("Pod", name, "default") }
          ($0.reason, $0.message) = ("Why", "about \(name)")
        })
    }
    var notes: [String] = []
    while notes.isEmpty, let events = try await stream.next() {
      for case .added(let object) in events {
        #expect(object.apiVersion == "events.k8s.io/v1")
        notes.append(object.fields.string("note") ?? "")
      }
    }
    stream.cancel()
    #expect(notes == ["about p"])
    let list = try await api.client.list(new, namespace: "default", options: ListOptions())
    #expect(list.items.map { $0.fields["note"] } == ["about p", "about q"])
    try await api.client.deleteCollection(
      new, namespace: "default", list: ListOptions(fieldSelector: "regarding.name=q"),
      options: DeleteOptions())
    #expect(try await api.client.list(Event.self, namespace: "default").items.map(\.message) == ["about p"])
  }

  @Test func `a new event must say who reports what and when, and only its series goes on`() async throws {
    let api = try await TestAPI()
    var poor = event
    for field in ["eventTime", "reportingController", "action"] { poor.removeValue(field) }
    let refused = await statusError { [poor] in
      _ = try await api.client.create(
        new, key, subresource: nil, object: DynamicObject(fields: poor), options: WriteOptions())
    }
    #expect(refused?.code == 422)
    #expect(
      refused?.details?.causes.compactMap(\.field) == ["eventTime", "reportingController", "action"])
    _ = try await api.client.create(
      new, key, subresource: nil, object: DynamicObject(fields: event), options: WriteOptions())
    let series = try await api.client.patch(
      new, key, subresource: nil,
      patch: .strategicMerge(["series": ["count": 2, "lastObservedTime": "2026-01-01T00:00:05.000000Z"]]),
      options: WriteOptions())
    #expect(series.fields["series"]?["count"] == 2)
    let changed = await statusError {
      _ = try await api.client.patch(
        new, key, subresource: nil, patch: .merge(["note": "other"]), options: WriteOptions())
    }
    #expect(changed?.message.contains("message: Invalid value: \"other\": field is immutable") == true)
  }

  @Test func `tables of both groups show the same cells`() async throws {
    let api = try await TestAPI()
    _ = try await api.client.create(
      new, key, subresource: nil, object: DynamicObject(fields: event), options: WriteOptions())
    func row(_ resource: GroupVersionResource) throws -> JSON? {
      let target = RequestTarget(user: .admin, resource: resource, namespace: "default")
      let list = try api.service.list(target)
      let table = api.service.tableRenderer(list.served, including: .none).table(of: list)
      return table.array("rows").first?["cells"]
    }
    #expect(try row(old)?.arrayValue?.contains("it is bound") == true)
    #expect(try row(new) == row(old))
  }
}
