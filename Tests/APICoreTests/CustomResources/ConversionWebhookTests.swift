import APICore
import APIMachinery
import KubernetesClient
import Synchronization
import Testing

/// A webhook in this process: `v1` has a host and a port, `v1beta1` both in one text.
private final class HostPortWebhook: WebhookCaller {
  enum Mode: Sendable { case works, isDown, refuses(String), answers(@Sendable (JSONObject) -> JSONObject) }

  private let state = Mutex((calls: 0, objects: 0, mode: Mode.works))

  var calls: Int { state.withLock { $0.calls } }
  var objects: Int { state.withLock { $0.objects } }

  func set(_ mode: Mode) { state.withLock { $0.mode = mode } }

  func call(_ call: WebhookCall) async throws(WebhookFailure) -> [UInt8] {
    guard call.server == .url("https://hooks.example.com/convert"), call.timeoutSeconds == 30,
      case .object(let review)? = try? JSON.parse(call.body)
    else { throw WebhookFailure("what?") }
    let request = review.object("request") ?? JSONObject()
    let objects = request.array("objects").compactMap(\.objectValue)
    let mode = state.withLock { state in
      state.calls += 1
      state.objects += objects.count
      return state.mode
    }
    let version = request.string("desiredAPIVersion") ?? ""
    var response: JSONObject = ["uid": request["uid"] ?? .null, "result": ["status": "Success"]]
    response["convertedObjects"] = .array(objects.map { .object(Self.converted($0, to: version)) })
    switch mode {
    case .works: break
    case .isDown: throw WebhookFailure("connection refused")
    case .refuses(let message): response["result"] = ["status": "Failed", "message": .string(message)]
    case .answers(let change): response = change(response)
    }
    let answer: JSON = [
      "apiVersion": "apiextensions.k8s.io/v1", "kind": "ConversionReview", "response": .object(response),
    ]
    return answer.serialized()
  }

  private static func converted(_ object: JSONObject, to version: String) -> JSONObject {
    var result = object
    result["apiVersion"] = .string(version)
    result.withObject("spec") { spec in
      if version.hasSuffix("/v1") {
        let parts = (spec.string("hostPort") ?? "").split(separator: ":").map(String.init)
        spec = ["host": .string(parts.first ?? ""), "port": .int(parts.last.flatMap { Int64($0) } ?? 0)]
      } else {
        spec = ["hostPort": .string("\(spec.string("host") ?? ""):\(spec["port"]?.intValue ?? 0)")]
      }
    }
    return result
  }
}

@Suite struct ConversionWebhookTests {
  private static let definition = object(
    #"""
    {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
     "metadata": {"name": "endpoints.net.example.com"},
     "spec": {
       "group": "net.example.com", "scope": "Namespaced", "names": {"plural": "endpoints", "kind": "Endpoint"},
       "conversion": {"strategy": "Webhook", "webhook": {
         "conversionReviewVersions": ["v1"], "clientConfig": {"url": "https://hooks.example.com/convert"}}},
       "versions": [
         {"name": "v1", "served": true, "storage": true, "subresources": {"status": {}},
          "schema": {"openAPIV3Schema": {"type": "object", "properties": {
            "spec": {"type": "object", "properties": {
              "host": {"type": "string"}, "port": {"type": "integer"}, "secure": {"type": "boolean", "default": true}}},
            "status": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}}}},
         {"name": "v1beta1", "served": true, "storage": false, "subresources": {"status": {}},
          "selectableFields": [{"jsonPath": ".spec.hostPort"}],
          "schema": {"openAPIV3Schema": {"type": "object", "properties": {
            "spec": {"type": "object", "properties": {"hostPort": {"type": "string"}}},
            "status": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}}}}]}}
    """#)

  private static let newer = GroupVersionResource(
    group: "net.example.com", version: "v1", resource: "endpoints")
  private static let older = GroupVersionResource(
    group: "net.example.com", version: "v1beta1", resource: "endpoints")

  private static func api() async throws -> (TestAPI, HostPortWebhook) {
    let api = try await TestAPI()
    let webhook = HostPortWebhook()
    api.service.callWebhooks(with: webhook)
    try await api.define(definition)
    return (api, webhook)
  }

  private static func body(_ version: String, _ name: String, _ spec: JSONObject) -> DynamicObject {
    DynamicObject(fields: [
      "apiVersion": .string("net.example.com/\(version)"), "kind": "Endpoint",
      "metadata": ["name": .string(name), "namespace": "default"], "spec": .object(spec),
    ])
  }

  private static func key(_ name: String) -> ObjectKey { ObjectKey(namespace: "default", name: name) }

  private static func get(_ resource: GroupVersionResource, _ name: String, _ api: TestAPI) async throws
    -> JSONObject
  {
    try await api.client.get(resource, key(name), subresource: nil, options: GetOptions()).fields
  }

  private static func create(_ version: String, _ name: String, _ spec: JSONObject, _ api: TestAPI)
    async throws -> JSONObject
  {
    let resource = version == "v1" ? newer : older
    return try await api.client.create(
      resource, key(name), subresource: nil, object: body(version, name, spec), options: WriteOptions()
    ).fields
  }

  // MARK: One object

  @Test func `an object is stored in one version and read in both`() async throws {
    let (api, webhook) = try await Self.api()
    let created = try await Self.create("v1beta1", "a", ["hostPort": "web:80"], api)
    #expect(created["apiVersion"] == "net.example.com/v1beta1")
    #expect(created["spec"] == ["hostPort": "web:80"])
    let stored = try await Self.get(Self.newer, "a", api)
    #expect(stored["spec"] == ["host": "web", "port": 80, "secure": true])
    #expect(stored["metadata"]?["uid"] == created["metadata"]?["uid"])
    #expect(stored["metadata"]?["resourceVersion"] == created["metadata"]?["resourceVersion"])
    #expect(try await Self.get(Self.older, "a", api) == created)
    // To the storage version, and back for the answer; reading asks nobody.
    #expect(webhook.calls == 2)
  }

  @Test func `a stored object is converted once for each version`() async throws {
    let (api, webhook) = try await Self.api()
    _ = try await Self.create("v1", "a", ["host": "web", "port": 80], api)
    #expect(webhook.calls == 0)
    for _ in 0..<3 {
      #expect(try await Self.get(Self.older, "a", api)["spec"] == ["hostPort": "web:80"])
    }
    #expect(webhook.calls == 1)
  }

  @Test func `an object is changed and deleted through either version`() async throws {
    let (api, _) = try await Self.api()
    _ = try await Self.create("v1", "a", ["host": "web", "port": 80], api)
    let patched = try await api.client.patch(
      Self.older, Self.key("a"), subresource: nil, patch: .merge(["spec": ["hostPort": "db:5432"]]),
      options: WriteOptions())
    #expect(patched.fields["spec"] == ["hostPort": "db:5432"])
    #expect(patched.metadata.generation == 2)
    let stored = try await Self.get(Self.newer, "a", api)
    #expect(stored["spec"] == ["host": "db", "port": 5432, "secure": true])
    let applied = try await api.client.patch(
      Self.older, Self.key("a"), subresource: nil,
      patch: .apply(.object(Self.body("v1beta1", "a", ["hostPort": "db:1"]).fields)),
      options: WriteOptions(fieldManager: "me", isForced: true))
    #expect(applied.fields["spec"] == ["hostPort": "db:1"])
    let status = try await api.client.patch(
      Self.older, Self.key("a"), subresource: "status", patch: .merge(["status": ["ok": true]]),
      options: WriteOptions())
    #expect(status.fields["status"] == ["ok": true])
    #expect(try await Self.get(Self.newer, "a", api)["status"] == ["ok": true])
    let gone = try await api.client.delete(Self.older, Self.key("a"), options: DeleteOptions())
    #expect(gone.fields["spec"] == ["hostPort": "db:1"])
    #expect(await statusError { _ = try await Self.get(Self.newer, "a", api) }?.isNotFound == true)
  }

  // MARK: Many objects

  @Test func `a list is converted in one call, and selected by what it shows`() async throws {
    let (api, webhook) = try await Self.api()
    for port in 1...5 {
      _ = try await Self.create("v1", "e\(port)", ["host": "web", "port": .int(Int64(port))], api)
    }
    let list = try await api.client.list(Self.older, namespace: "default", options: ListOptions())
    #expect(list.items.map { $0.fields["spec"] } == (1...5).map { ["hostPort": .string("web:\($0)")] })
    #expect((webhook.calls, webhook.objects) == (1, 5))
    let some = try await api.client.list(
      Self.older, namespace: "default", options: ListOptions(fieldSelector: "spec.hostPort=web:3"))
    #expect(some.items.map(\.key.name) == ["e3"])
    let page = try await api.client.list(Self.older, namespace: nil, options: ListOptions(limit: 2))
    #expect(page.items.map(\.key.name) == ["e1", "e2"])
    #expect(webhook.calls == 1)
  }

  @Test func `a watch shows its version of what others write`() async throws {
    let (api, _) = try await Self.api()
    _ = try await Self.create("v1", "a", ["host": "web", "port": 80], api)
    let watch = try await api.client.watch(Self.older, namespace: "default", options: WatchOptions())
    _ = try await Self.create("v1", "b", ["host": "db", "port": 1], api)
    _ = try await api.client.patch(
      Self.newer, Self.key("b"), subresource: nil, patch: .merge(["spec": ["port": 2]]),
      options: WriteOptions())
    _ = try await api.client.delete(Self.newer, Self.key("b"), options: DeleteOptions())
    var seen: [String] = []
    while seen.count < 4, let events = try await watch.next() {
      for event in events {
        switch event {
        case .added(let object): seen.append("added \(object.fields["spec"]?["hostPort"]?.stringValue ?? "")")
        case .modified(let object):
          seen.append("modified \(object.fields["spec"]?["hostPort"]?.stringValue ?? "")")
        case .deleted(let object):
          seen.append("deleted \(object.fields["spec"]?["hostPort"]?.stringValue ?? "")")
        case .bookmark: break
        }
      }
    }
    #expect(seen == ["added web:80", "added db:1", "modified db:2", "deleted db:2"])
  }

  @Test func `a watch that cannot be given an object ends, so that its client lists again`() async throws {
    let (api, webhook) = try await Self.api()
    let watch = try await api.client.watch(Self.older, namespace: "default", options: WatchOptions())
    webhook.set(.isDown)
    _ = try await Self.create("v1", "a", ["host": "web", "port": 80], api)
    let error = await statusError { while try await watch.next() != nil {} }
    #expect(error?.reason == .expired)
    webhook.set(.works)
    let list = try await api.client.list(Self.older, namespace: "default", options: ListOptions())
    #expect(list.items.count == 1)
  }

  // MARK: Failures

  @Test func `a webhook that is down stops its version and no other`() async throws {
    let (api, webhook) = try await Self.api()
    webhook.set(.isDown)
    _ = try await Self.create("v1", "a", ["host": "web", "port": 80], api)
    #expect(try await Self.get(Self.newer, "a", api)["spec"]?["host"] == "web")
    let read = await statusError { _ = try await Self.get(Self.older, "a", api) }
    #expect(read?.code == 500)
    #expect(
      read?.message
        == "conversion webhook for net.example.com/v1, Kind=Endpoint failed: connection refused"
    )
    let write = await statusError { _ = try await Self.create("v1beta1", "b", ["hostPort": "x:1"], api) }
    #expect(
      write?.message
        == "conversion webhook for net.example.com/v1beta1, Kind=Endpoint failed: connection refused"
    )
    let list = try await api.client.list(Self.newer, namespace: "default", options: ListOptions())
    #expect(list.items.map(\.key.name) == ["a"])
  }

  @Test func `an answer that is not in order is refused`() async throws {
    let (api, webhook) = try await Self.api()
    _ = try await Self.create("v1", "a", ["host": "web", "port": 80], api)
    func refusal(_ mode: HostPortWebhook.Mode) async -> String {
      webhook.set(mode)
      let message = await statusError { _ = try await Self.get(Self.older, "a", api) }?.message ?? ""
      let start = "conversion webhook for net.example.com/v1, Kind=Endpoint "
      return message.hasPrefix(start) ? String(message.dropFirst(start.count)) : message
    }
    #expect(await refusal(.refuses("no such host")) == "failed: no such host")
    #expect(
      await refusal(.answers { $0.setting("convertedObjects", []) }) == "returned 0 objects, expected 1")
    #expect(
      await refusal(.answers { $0.setting("uid", "other") }).hasPrefix(
        "failed: invalid response: expected response.uid="))
    #expect(
      await refusal(.answers { $0.changingFirst { $0["apiVersion"] = "net.example.com/v1" } })
        == "returned invalid converted object at index 0: invalid groupVersion (expected net.example.com/v1beta1, "
        + "received net.example.com/v1)")
    #expect(
      await refusal(.answers { $0.changingFirst { $0.withObject("metadata") { $0["name"] = "b" } } })
        == "returned invalid converted object at index 0: must have the same name")
  }

  @Test func `a webhook may change labels and annotations, and no other metadata`() async throws {
    let (api, webhook) = try await Self.api()
    _ = try await Self.create("v1", "a", ["host": "web", "port": 80], api)
    webhook.set(
      .answers {
        $0.changingFirst { object in
          object.withObject("metadata") {
            $0["labels"] = ["by": "webhook"]
            $0["finalizers"] = ["example.com/x"]
            $0["generation"] = 7
          }
        }
      })
    let metadata = try await Self.get(Self.older, "a", api)["metadata"]
    #expect(metadata?["labels"] == ["by": "webhook"])
    #expect(metadata?["finalizers"] == nil)
    #expect(metadata?["generation"] == 1)
  }

  @Test func `a server that calls no webhooks says so`() async throws {
    let api = try await TestAPI()
    try await api.define(Self.definition)
    _ = try await Self.create("v1", "a", ["host": "web", "port": 80], api)
    let error = await statusError { _ = try await Self.get(Self.older, "a", api) }
    #expect(error?.message.hasSuffix("failed: nothing in this process calls web servers") == true)
  }
}

extension JSONObject {
  fileprivate func setting(_ key: String, _ value: JSON) -> JSONObject {
    var result = self
    result[key] = value
    return result
  }

  /// Changes the first of the converted objects.
  fileprivate func changingFirst(_ change: (inout JSONObject) -> Void) -> JSONObject {
    var objects = array("convertedObjects")
    var first = objects.first?.objectValue ?? JSONObject()
    change(&first)
    objects[0] = .object(first)
    return setting("convertedObjects", .array(objects))
  }
}
