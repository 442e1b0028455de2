import APIMachinery
import KubernetesClient
import Synchronization

/// An API whose answers do not come any more, from a moment on: a connection that is dead without saying so.
final class HangingClient: Client {
  private let base: any Client
  private let world = Mutex<World?>(nil)

  init(base: any Client) {
    self.base = base
  }

  func hang(world: World) { self.world.withLock { $0 = world } }

  private func pass() async throws(StatusError) {
    guard let world = world.withLock({ $0 }) else { return }
    try? await world.time.sleep(for: .seconds(86_400))
    throw StatusError(code: 0, reason: "Timeout", message: "no answer")
  }

  func get(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, options: GetOptions
  ) async throws(StatusError) -> DynamicObject {
    try await pass()
    return try await base.get(resource, key, subresource: subresource, options: options)
  }

  func list(
    _ resource: GroupVersionResource, namespace: String?, options: ListOptions
  ) async throws(StatusError) -> DynamicList {
    try await pass()
    return try await base.list(resource, namespace: namespace, options: options)
  }

  func watch(
    _ resource: GroupVersionResource, namespace: String?, options: WatchOptions
  ) async throws(StatusError) -> any WatchStream {
    try await pass()
    return try await base.watch(resource, namespace: namespace, options: options)
  }

  func create(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    try await pass()
    return try await base.create(resource, key, subresource: subresource, object: object, options: options)
  }

  func update(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    try await pass()
    return try await base.update(resource, key, subresource: subresource, object: object, options: options)
  }

  func patch(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, patch: Patch,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    try await pass()
    return try await base.patch(resource, key, subresource: subresource, patch: patch, options: options)
  }

  func delete(
    _ resource: GroupVersionResource, _ key: ObjectKey, options: KubernetesClient.DeleteOptions
  ) async throws(StatusError) -> DynamicObject {
    try await pass()
    return try await base.delete(resource, key, options: options)
  }

  func deleteCollection(
    _ resource: GroupVersionResource, namespace: String?, list: ListOptions,
    options: KubernetesClient.DeleteOptions
  ) async throws(StatusError) {
    try await pass()
    try await base.deleteCollection(resource, namespace: namespace, list: list, options: options)
  }
}
