import APIMachinery
import KubernetesClient

/// An API that is not there.
struct UnreachableClient: Client {
  private var error: StatusError { StatusError(code: 503, reason: .serviceUnavailable, message: "not there") }

  func get(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, options: GetOptions
  ) async throws(StatusError) -> DynamicObject { throw error }

  func list(
    _ resource: GroupVersionResource, namespace: String?, options: ListOptions
  ) async throws(StatusError) -> DynamicList { throw error }

  func watch(
    _ resource: GroupVersionResource, namespace: String?, options: WatchOptions
  ) async throws(StatusError) -> any WatchStream { throw error }

  func create(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject { throw error }

  func update(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject { throw error }

  func patch(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, patch: Patch,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject { throw error }

  func delete(
    _ resource: GroupVersionResource, _ key: ObjectKey, options: KubernetesClient.DeleteOptions
  ) async throws(StatusError) -> DynamicObject { throw error }

  func deleteCollection(
    _ resource: GroupVersionResource, namespace: String?, list: ListOptions,
    options: KubernetesClient.DeleteOptions
  ) async throws(StatusError) { throw error }
}
