import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import RemoteClient
import Synchronization
import Testing

/// What users of a deprecated version are told.
@Suite struct DeprecatedVersionTests {
  private static func version(_ name: String, _ more: JSONObject = [:]) -> JSON {
    var version: JSONObject = [
      "name": .string(name), "served": true, "storage": .bool(name == "v1"),
      "schema": ["openAPIV3Schema": ["type": "object", "x-kubernetes-preserve-unknown-fields": true]],
    ]
    for (key, value) in more { version[key] = value }
    return .object(version)
  }

  private static func resource(_ version: String) -> GroupVersionResource {
    GroupVersionResource(group: "shop.example.com", version: version, resource: "widgets")
  }

  private static let definition: JSONObject = [
    "metadata": ["name": "widgets.shop.example.com"],
    "spec": [
      "group": "shop.example.com", "scope": "Namespaced",
      "names": ["plural": "widgets", "singular": "widget", "kind": "Widget"],
      "versions": [
        version("v1"), version("v2beta1", ["deprecated": true]), version("v1beta1", ["deprecated": true]),
        version("v1alpha1", ["deprecated": true, "deprecationWarning": "do not use this"]),
      ],
    ],
  ]

  @Test func `every answer of a deprecated version says which one to use instead`() async throws {
    try await TestServer.run { server in
      _ = try await server.service.create(
        RequestTarget(user: .admin, resource: CustomResourceDefinition.definition.groupVersionResource),
        RequestBody(Self.definition))
      let heard = Mutex<[String]>([])
      let client = try RemoteClient(server.configuration()) { text in heard.withLock { $0.append(text) } }
      func warnings(_ body: () async throws -> Void) async throws -> [String] {
        try await body()
        return heard.withLock { texts in
          defer { texts = [] }
          return texts
        }
      }
      let words = "shop.example.com/v1beta1 Widget is deprecated; use shop.example.com/v1 Widget"
      let beta = Self.resource("v1beta1")
      let key = ObjectKey(namespace: "default", name: "a")
      let object = DynamicObject(fields: [
        "apiVersion": "shop.example.com/v1beta1", "kind": "Widget",
        "metadata": ["name": "a", "namespace": "default"],
      ])
      let created = try await warnings {
        _ = try await client.create(beta, key, subresource: nil, object: object, options: WriteOptions())
      }
      let listed = try await warnings {
        _ = try await client.list(beta, namespace: nil, options: ListOptions())
      }
      let watched = try await warnings {
        let stream = try await client.watch(beta, namespace: nil, options: WatchOptions())
        stream.cancel()
      }
      #expect([created, listed, watched] == [[words], [words], [words]])
      let second = try await warnings {
        _ = try await client.get(Self.resource("v2beta1"), key, subresource: nil, options: GetOptions())
      }
      #expect(second == ["shop.example.com/v2beta1 Widget is deprecated; use shop.example.com/v1 Widget"])
      let own = try await warnings {
        _ = try await client.get(Self.resource("v1alpha1"), key, subresource: nil, options: GetOptions())
      }
      #expect(own == ["do not use this"])
      let current = try await warnings {
        _ = try await client.delete(Self.resource("v1"), key, options: DeleteOptions())
      }
      #expect(current.isEmpty)
      await client.shutdown()
    }
  }
}
