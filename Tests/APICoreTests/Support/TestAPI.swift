import APICore
import APIMachinery
import EKSAPI
import KubernetesAPI
import KubernetesClient
import ObjectStore

/// An API over a store in memory, with the namespace `default` and its service account.
struct TestAPI {
  let service: APIService
  let client: LocalClient
  let clock: TestClock

  init(
    seed: UInt64 = 1, options: APIServiceOptions = APIServiceOptions(),
    storeOptions: StoreOptions = StoreOptions(), backend: any StoreBackend = MemoryBackend()
  ) async throws {
    clock = TestClock()
    let store = try await ObjectStore(backend: backend, options: storeOptions)
    service = APIService(
      store: store, kinds: SchemaCatalog.all.resources,
      world: World(time: clock, random: TestRandom(seed: seed)), options: options)
    client = service.client(as: .admin, fieldManager: "test")
    try await client.create(Namespace { $0.metadata.name = "default" })
    try await client.create(
      ServiceAccount {
        $0.metadata.name = "default"
        $0.metadata.namespace = "default"
      })
  }

  /// The target of a request about an object in the namespace `default`.
  func target(
    _ resource: GroupVersionResource, _ name: String = "", _ subresource: String? = nil,
    namespace: String? = "default"
  ) -> RequestTarget {
    RequestTarget(
      user: .admin, resource: resource, namespace: namespace, name: name, subresource: subresource,
      defaultFieldManager: "test")
  }

  /// Posts a JSON text as an HTTP client does.
  func post(_ resource: GroupVersionResource, _ text: String, options: WriteOptions = WriteOptions())
    async throws -> APIObject
  {
    try await service.create(target(resource), try RequestBody(parsing: text.utf8), options: options)
  }
}

extension GroupVersionResource {
  static let pods = Pod.definition.groupVersionResource
  static let deployments = Deployment.definition.groupVersionResource
  static let configMaps = ConfigMap.definition.groupVersionResource
  static let namespaces = Namespace.definition.groupVersionResource
  static let services = Service.definition.groupVersionResource
}

/// The error that `body` throws.
func statusError(_ body: () async throws -> Void) async -> StatusError? {
  do {
    try await body()
    return nil
  } catch {
    return error as? StatusError
  }
}

/// A pod with one container.
func somePod(_ name: String = "web", _ fill: (inout Pod) -> Void = { _ in }) -> Pod {
  Pod {
    $0.metadata.name = name
    $0.metadata.namespace = "default"
    $0.spec.containers = [
      Container {
        $0.name = "main"
        $0.image = "nginx"
      }
    ]
    fill(&$0)
  }
}
