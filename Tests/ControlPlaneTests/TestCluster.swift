import APICore
import APIMachinery
import ControlPlane
import KubernetesClient
import ObjectStore
import Simulation

/// A whole control plane under the simulation executor.
struct TestCluster: Sendable {
  let plane: ControlPlane
  let client: LocalClient
  private let simulation: Simulation

  /// Runs `body` beside a control plane, on one thread, in virtual time.
  static func run<Result: Sendable>(
    seed: UInt64, options: ControlPlaneOptions = ControlPlaneOptions(),
    _ body: @escaping @Sendable (TestCluster) async throws -> Result
  ) throws -> Result {
    try Simulation.run(seed: seed) { simulation in
      let store = try await ObjectStore(
        backend: MemoryBackend(),
        options: StoreOptions(now: { simulation.world.time.now().nanosecondsSince1970 }))
      let plane = ControlPlane(store: store, world: simulation.world, options: options)
      try await plane.prepare()
      let cluster = TestCluster(
        plane: plane, client: plane.service.client(as: .admin, fieldManager: "test"), simulation: simulation)
      return try await withThrowingTaskGroup(of: Result?.self) { group in
        group.addTask {
          try await plane.run()
          return nil
        }
        group.addTask { try await body(cluster) }
        defer { group.cancelAll() }
        while let result = try await group.next() {
          if let result { return result }
        }
        throw CancellationError()
      }
    }
  }

  /// Creates the objects of a manifest.
  func apply(_ manifest: String) async throws {
    for document in try YAML.parse(manifest) {
      guard case .object(let fields) = document.value else { continue }
      var object = DynamicObject(fields: fields)
      let version = GroupVersion(apiVersion: object.apiVersion)
      let kind = GroupVersionKind(
        group: version?.group ?? "", version: version?.version ?? "", kind: object.kind)
      guard let served = plane.service.resource(kind: kind) else { throw UnknownKind(kind: kind) }
      if served.definition.isNamespaced, object.metadata.namespace == nil {
        object.metadata.namespace = "default"
      }
      _ = try await client.create(
        served.definition.groupVersionResource, object.key, subresource: nil, object: object,
        options: WriteOptions())
    }
  }

  func advance(by duration: Duration) async throws { try await simulation.advance(by: duration) }
}

struct UnknownKind: Error { let kind: GroupVersionKind }
