import APICore
import APIMachinery
import ControlPlane
import ControllerRuntime
import Glibc
import KubernetesClient
import ObjectStore

/// A control plane in real time, on a durable store in a folder that goes when the work is done.
struct BenchCluster {
  let plane: ControlPlane
  let client: LocalClient

  /// - Parameter traceCapacity: How many reconciles the trace keeps; the usual number if not said.
  static func run(
    latencyScale: Double, traceCapacity: Int? = nil, _ body: (BenchCluster) async throws -> Void
  ) async throws {
    try await withStore { store in
      var options = ControlPlaneOptions(latencyScale: latencyScale)
      if let traceCapacity { options.traceCapacity = traceCapacity }
      let plane = ControlPlane(store: store, world: .system(), options: options)
      try await plane.prepare()
      let cluster = BenchCluster(
        plane: plane, client: plane.service.client(as: .admin, fieldManager: "bench"))
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await plane.run() }
        defer { group.cancelAll() }
        try await body(cluster)
      }
    }
  }

  static func withStore<Result>(_ body: (ObjectStore) async throws -> Result) async throws -> Result {
    let folder = "/tmp/swiftlet-bench-\(getpid())"
    let world = World.system()
    let store = try await ObjectStore(
      backend: SQLiteBackend(folder: folder),
      options: StoreOptions(now: { world.time.now().nanosecondsSince1970 }))
    defer {
      for name in ["store.db", "store.db-wal", "store.db-shm", "store.lock"] { unlink(folder + "/" + name) }
    }
    let result = try await body(store)
    await store.close()
    return result
  }

  func apply(_ manifest: String) async throws {
    for document in try YAML.parse(manifest) {
      guard case .object(let fields) = document.value else { continue }
      var object = DynamicObject(fields: fields)
      let version = GroupVersion(apiVersion: object.apiVersion)
      let kind = GroupVersionKind(
        group: version?.group ?? "", version: version?.version ?? "", kind: object.kind)
      guard let served = plane.service.resource(kind: kind) else { fatalError("\(kind) is not served") }
      if served.definition.isNamespaced { object.metadata.namespace = "default" }
      _ = try await client.create(
        served.definition.groupVersionResource, object.key, subresource: nil, object: object,
        options: WriteOptions())
    }
  }

  /// Looks every few milliseconds until `condition` holds.
  func wait(until condition: () async throws -> Bool) async throws {
    while try await !condition() { try await Task.sleep(for: .milliseconds(5), clock: ContinuousClock()) }
  }

  /// Waits until nothing was written for a second.
  func settle() async throws {
    var (revision, quiet) = (plane.service.store.currentRevision, 0)
    while quiet < 10 {
      try await Task.sleep(for: .milliseconds(100), clock: ContinuousClock())
      let now = plane.service.store.currentRevision
      quiet = now == revision ? quiet + 1 : 0
      revision = now
    }
  }
}
