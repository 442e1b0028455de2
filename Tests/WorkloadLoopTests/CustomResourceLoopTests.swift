import APICore
import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import Simulation
import Testing

/// A kind that is defined while the loops run, as a user's program sees it.
private struct Shelf: Resource {
  static let definition = ResourceDefinition(
    group: "example.com", version: "v1", kind: "Shelf", plural: "shelves", subresources: ["status"])

  var fields: JSONObject

  var books: Int {
    get { fields[view: "spec", as: Spec.self].fields[optional: "books"] ?? 0 }
    set { fields.withObject("spec") { $0["books"] = .int(Int64(newValue)) } }
  }

  private struct Spec: ObjectView {
    var fields: JSONObject
  }

  static let customDefinition = CustomResourceDefinition(
    fields: [
      "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
      "metadata": ["name": "shelves.example.com"],
      "spec": [
        "group": "example.com", "scope": "Namespaced", "names": ["plural": "shelves", "kind": "Shelf"],
        "versions": [
          [
            "name": "v1", "served": true, "storage": true, "subresources": ["status": [:]],
            "schema": [
              "openAPIV3Schema": [
                "type": "object",
                "properties": [
                  "spec": ["type": "object", "properties": ["books": ["type": "integer", "default": 3]]],
                  "status": ["type": "object", "x-kubernetes-preserve-unknown-fields": true],
                ],
              ]
            ],
          ]
        ],
      ],
    ])
}

extension JSONObject {
  fileprivate subscript<View: ObjectView>(view key: String, as type: View.Type) -> View { self[view: key] }
}

private func shelf(_ name: String, _ fill: (inout Shelf) -> Void = { _ in }) -> Shelf {
  Shelf {
    $0.metadata.name = name
    $0.metadata.namespace = "shop"
    fill(&$0)
  }
}

extension CustomResourceDefinition {
  /// The definition with a version that is stored and served instead of the first one.
  fileprivate var withNewVersion: CustomResourceDefinition {
    var changed = self
    var version = spec.versions[0]
    version.name = "v2"
    changed.spec.versions[0].storage = false
    changed.spec.versions[0].served = false
    changed.spec.versions.append(version)
    return changed
  }
}

private let definitionKey = ObjectKey(name: "shelves.example.com")

@Suite struct CustomResourceLoopTests {
  @Test func `dependents of an object whose kind came later go with it`() throws {
    let left = try withCluster { cluster in
      try await cluster.client.create(Shelf.customDefinition)
      try await cluster.advance(1)
      let owner = try await cluster.client.create(shelf("owner"))
      for name in ["a", "b"] {
        try await cluster.client.create(
          shelf(name) { object in
            object.metadata.ownerReferences = [
              OwnerReference {
                $0.apiVersion = "example.com/v1"
                $0.kind = "Shelf"
                $0.name = "owner"
                $0.uid = owner.metadata.uid ?? ""
              }
            ]
          })
      }
      try await cluster.advance(2)
      try await cluster.client.delete(Shelf.self, owner.key)
      try await cluster.advance(2)
      return try await cluster.client.list(Shelf.self).items.map(\.key.name)
    }
    #expect(left == [])
  }

  @Test func `a namespace is emptied of kinds that came later`() throws {
    let isGone = try withCluster { cluster in
      try await cluster.client.create(Shelf.customDefinition)
      try await cluster.client.create(shelf("a"))
      try await cluster.client.delete(Namespace.self, ObjectKey(name: "shop"))
      try await cluster.advance(10)
      let left = try await cluster.client.list(Shelf.self).items.count
      return try await cluster.client.find(Namespace.self, ObjectKey(name: "shop")) == nil && left == 0
    }
    #expect(isGone)
  }

  @Test func `a definition goes after its objects, which may take their time`() throws {
    let (during, after) = try withCluster { cluster in
      try await cluster.client.create(Shelf.customDefinition)
      try await cluster.client.create(shelf("a"))
      try await cluster.client.create(shelf("slow") { $0.metadata.finalizers = ["example.com/wait"] })
      try await cluster.client.delete(CustomResourceDefinition.self, definitionKey)
      try await cluster.advance(5)
      let names = try await cluster.client.list(Shelf.self).items.map(\.key.name)
      let definition = try await cluster.client.get(CustomResourceDefinition.self, definitionKey)
      let condition = definition.status.conditions.first { $0.type == "Terminating" }
      let during = names + [condition?.status ?? "", condition?.reason ?? ""]
      try await cluster.client.patch(
        Shelf.self, ObjectKey(namespace: "shop", name: "slow"), .merge(["metadata": ["finalizers": nil]]))
      try await cluster.advance(5)
      return (during, try await cluster.client.find(CustomResourceDefinition.self, definitionKey))
    }
    #expect(during == ["slow", "True", "InstanceDeletionInProgress"])
    #expect(after == nil)
  }

  @Test func `a kind that goes and comes again is collected again`() throws {
    let left = try withCluster { cluster in
      for _ in 0..<2 {
        try await cluster.client.create(Shelf.customDefinition)
        try await cluster.client.create(shelf("a"))
        try await cluster.advance(2)
        try await cluster.client.delete(CustomResourceDefinition.self, definitionKey)
        try await cluster.advance(5)
      }
      try await cluster.client.create(Shelf.customDefinition)
      try await cluster.advance(1)
      try await cluster.client.create(
        shelf("orphan") { object in
          object.metadata.ownerReferences = [
            OwnerReference {
              $0.apiVersion = "example.com/v1"
              $0.kind = "Shelf"
              $0.name = "never"
              $0.uid = "0000"
            }
          ]
        })
      try await cluster.advance(3)
      return try await cluster.client.list(Shelf.self).items.count
    }
    #expect(left == 0)
  }

  @Test func `an owner whose version is no longer served keeps its dependents, until it goes`() throws {
    let (during, after) = try withCluster { cluster in
      try await cluster.client.create(Shelf.customDefinition)
      let owner = try await cluster.client.create(shelf("owner"))
      try await cluster.client.create(
        ConfigMap {
          $0.metadata.name = "contents"
          $0.metadata.namespace = "shop"
          $0.metadata.ownerReferences = [
            OwnerReference {
              $0.apiVersion = "example.com/v1"
              $0.kind = "Shelf"
              $0.name = "owner"
              $0.uid = owner.metadata.uid ?? ""
            }
          ]
        })
      try await cluster.advance(2)
      try await cluster.client.update(
        try await cluster.client.get(CustomResourceDefinition.self, definitionKey).withNewVersion)
      try await cluster.advance(5)
      let key = ObjectKey(namespace: "shop", name: "contents")
      let during = try await cluster.client.find(ConfigMap.self, key) != nil
      let newer = GroupVersionResource(group: "example.com", version: "v2", resource: "shelves")
      _ = try await cluster.client.delete(newer, owner.key, options: DeleteOptions())
      try await cluster.advance(5)
      return (during, try await cluster.client.find(ConfigMap.self, key) != nil)
    }
    #expect(during)
    #expect(!after)
  }

  @Test func `a controller of a user's kind runs like any other`() throws {
    let status = try Simulation.run(seed: 1) { simulation in
      let service = try await emptyService(simulation)
      let client = service.client(as: .admin, fieldManager: "test")
      try await client.create(Namespace { $0.metadata.name = "shop" })
      try await client.create(Shelf.customDefinition)
      let manager = Manager(client: client, world: simulation.world)
      manager.add(
        Controller("shelves") { key, context in
          guard let shelf = context.cache.get(Shelf.self, key) else { return .done }
          let status: JSON = ["status": ["seen": .int(Int64(shelf.books))]]
          try await context.client.patch(Shelf.self, key, .merge(status), subresource: "status")
          return .done
        }.for(Shelf.self, where: .generationOrLabelsChanged))
      return try await withThrowingTaskGroup { group in
        group.addTask { try await manager.run() }
        await simulation.idle()
        try await client.create(shelf("a"))
        try await simulation.advance(by: .seconds(1))
        let applied = try await client.apply(shelf("a") { $0.books = 5 }, fieldManager: "me", force: true)
        try await simulation.advance(by: .seconds(1))
        let status = try await client.get(Shelf.self, applied.key).fields["status"]
        group.cancelAll()
        return status
      }
    }
    #expect(status == ["seen": 5])
  }
}
