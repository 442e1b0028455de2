import APICore
import APIMachinery
import APIServer
import Glibc
import KubernetesAPI
import KubernetesClient
import Logging
import RemoteClient
import ServiceLifecycle
import Synchronization
import Testing
import WebhookServer

/// A kind of two versions, between which a webhook in Swift converts, asked by the server over HTTPS; used by a client
/// over HTTPS.
@Suite(.serialized) struct ConversionOverTLSTests {
  private static let old = GroupVersionResource(group: "shop.example.com", version: "v1", resource: "widgets")
  private static let new = GroupVersionResource(group: "shop.example.com", version: "v2", resource: "widgets")

  /// `spec.size` of v1 is `spec.capacity` of v2.
  private static func route(_ calls: CallCount) -> WebhookRoute {
    ConversionWebhook.route("/convert") { object, version in
      calls.add()
      guard case .object(var spec)? = object["spec"] else { return }
      guard spec["note"] != "stuck" else { throw WebhookProblem("cannot convert what is stuck") }
      let (from, to) = version.hasSuffix("/v2") ? ("size", "capacity") : ("capacity", "size")
      if let value = spec.removeValue(from) { spec[to] = value }
      object["spec"] = .object(spec)
    }
  }

  private static func version(_ name: String, _ field: String, isStored: Bool) -> JSON {
    let spec: JSON = [
      "type": "object", "required": [.string(field)],
      "properties": .object([field: ["type": "integer"], "note": ["type": "string"]]),
    ]
    return [
      "name": .string(name), "served": true, "storage": .bool(isStored),
      "schema": ["openAPIV3Schema": ["type": "object", "properties": ["spec": spec]]],
    ]
  }

  private static func definition(_ url: String, _ authority: String) -> JSONObject {
    [
      "metadata": ["name": "widgets.shop.example.com"],
      "spec": [
        "group": "shop.example.com", "scope": "Namespaced",
        "names": ["plural": "widgets", "singular": "widget", "kind": "Widget"],
        "versions": [version("v1", "size", isStored: true), version("v2", "capacity", isStored: false)],
        "conversion": [
          "strategy": "Webhook",
          "webhook": [
            "conversionReviewVersions": ["v1"],
            "clientConfig": [
              "url": .string(url), "caBundle": .string(ByteString(text: authority).base64),
            ],
          ],
        ],
      ],
    ]
  }

  /// Runs `body` with a client of a server that has the kind.
  private func run(_ body: @Sendable (RemoteClient, TestServer, CallCount) async throws -> Void) async throws
  {
    let calls = CallCount()
    try await TestWebhooks.run([Self.route(calls)]) { api, port, authority in
      _ = try await api.service.create(
        RequestTarget(user: .admin, resource: CustomResourceDefinition.definition.groupVersionResource),
        RequestBody(Self.definition("https://127.0.0.1:\(port)/convert", authority)))
      try await api.client(.token) { client in try await body(client, api, calls) }
    }
  }

  private static func widget(_ name: String, _ resource: GroupVersionResource, _ spec: JSON) -> DynamicObject
  {
    DynamicObject(fields: [
      "apiVersion": .string("\(resource.group)/\(resource.version)"), "kind": "Widget",
      "metadata": ["name": .string(name), "namespace": "default"], "spec": spec,
    ])
  }

  private static func create(
    _ name: String, _ resource: GroupVersionResource, _ spec: JSON, _ client: RemoteClient
  ) async throws {
    _ = try await client.create(
      resource, ObjectKey(namespace: "default", name: name), subresource: nil,
      object: widget(name, resource, spec), options: WriteOptions())
  }

  @Test func `objects are written, read, listed and changed in either version`() async throws {
    try await run { client, _, calls in
      try await Self.create("a", Self.old, ["size": 3], client)
      try await Self.create("b", Self.new, ["capacity": 5], client)
      for (resource, field) in [(Self.old, "size"), (Self.new, "capacity")] {
        let list = try await client.list(resource, namespace: "default", options: ListOptions())
        #expect(list.items.map { $0.fields["spec"]?[field] } == [3, 5])
        #expect(list.items.allSatisfy { $0.apiVersion == "shop.example.com/\(resource.version)" })
      }
      let key = ObjectKey(namespace: "default", name: "a")
      let patched = try await client.patch(
        Self.new, key, subresource: nil, patch: .merge(["spec": ["capacity": 4]]), options: WriteOptions())
      #expect(patched.fields["spec"] == ["capacity": 4])
      let read = try await client.get(Self.old, key, subresource: nil, options: GetOptions())
      #expect(read.fields["spec"] == ["size": 4])
      #expect(read.metadata.generation == 2)
      let before = calls.count
      _ = try await client.list(Self.new, namespace: "default", options: ListOptions())
      #expect(calls.count == before, "what was converted once is kept")
    }
  }

  @Test func `a watch of one version shows what is written in the other`() async throws {
    try await run { client, _, _ in
      let stream = try await client.watch(Self.new, namespace: "default", options: WatchOptions())
      try await Self.create("a", Self.old, ["size": 3], client)
      _ = try await client.patch(
        Self.old, ObjectKey(namespace: "default", name: "a"), subresource: nil,
        patch: .merge(["spec": ["size": 7]]), options: WriteOptions())
      var seen: [JSON?] = []
      while seen.count < 2, let events = try await stream.next() {
        for event in events {
          if case .added(let object) = event { seen.append(object.fields["spec"]) }
          if case .modified(let object) = event { seen.append(object.fields["spec"]) }
        }
      }
      stream.cancel()
      #expect(seen == [["capacity": 3], ["capacity": 7]])
    }
  }

  @Test func `what cannot be converted is told in the words of Kubernetes, and hurts its version alone`()
    async throws
  {
    try await run { client, _, _ in
      try await Self.create("stuck", Self.old, ["size": 3, "note": "stuck"], client)
      let error = try await statusError {
        _ = try await client.list(Self.new, namespace: nil, options: ListOptions())
      }
      #expect(
        error.message
          == "conversion webhook for shop.example.com/v1, Kind=Widget failed: cannot convert what is stuck")
      #expect(error.code == 500)
      let list = try await client.list(Self.old, namespace: nil, options: ListOptions())
      #expect(list.items.map(\.key.name) == ["stuck"])
    }
  }
}

/// How often something was called.
final class CallCount: Sendable {
  private let value = Mutex(0)

  var count: Int { value.withLock { $0 } }
  func add() { value.withLock { $0 += 1 } }
}
