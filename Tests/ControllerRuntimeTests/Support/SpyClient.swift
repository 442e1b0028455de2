import APIMachinery
import KubernetesClient
import Synchronization

/// Passes everything on and notes what was asked for: `list cups`.
final class SpyClient: Client {
  private let base: any Client
  private let log = Mutex<[String]>([])

  init(base: any Client) {
    self.base = base
  }

  var calls: [String] { log.withLock { $0 } }

  private func note(_ verb: String, _ resource: GroupVersionResource) {
    log.withLock { $0.append("\(verb) \(resource.resource)") }
  }

  func get(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, options: GetOptions
  ) async throws(StatusError) -> DynamicObject {
    note("get", resource)
    return try await base.get(resource, key, subresource: subresource, options: options)
  }

  func list(
    _ resource: GroupVersionResource, namespace: String?, options: ListOptions
  ) async throws(StatusError) -> DynamicList {
    note("list", resource)
    return try await base.list(resource, namespace: namespace, options: options)
  }

  func watch(
    _ resource: GroupVersionResource, namespace: String?, options: WatchOptions
  ) async throws(StatusError) -> any WatchStream {
    note("watch", resource)
    return try await base.watch(resource, namespace: namespace, options: options)
  }

  func create(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    note("create", resource)
    return try await base.create(resource, key, subresource: subresource, object: object, options: options)
  }

  func update(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    note("update", resource)
    return try await base.update(resource, key, subresource: subresource, object: object, options: options)
  }

  func patch(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, patch: Patch,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    note("patch", resource)
    return try await base.patch(resource, key, subresource: subresource, patch: patch, options: options)
  }

  func delete(
    _ resource: GroupVersionResource, _ key: ObjectKey, options: KubernetesClient.DeleteOptions
  ) async throws(StatusError) -> DynamicObject {
    note("delete", resource)
    return try await base.delete(resource, key, options: options)
  }

  func deleteCollection(
    _ resource: GroupVersionResource, namespace: String?, list: ListOptions,
    options: KubernetesClient.DeleteOptions
  ) async throws(StatusError) {
    note("deleteCollection", resource)
    try await base.deleteCollection(resource, namespace: namespace, list: list, options: options)
  }
}
