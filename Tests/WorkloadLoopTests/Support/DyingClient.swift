import APIMachinery
import KubernetesClient
import Synchronization

/// The client of a process that dies after its n-th write: from then on it hears and does nothing.
final class DyingClient: Client {
  private struct State {
    var writesLeft: Int
  }

  private let base: any Client
  private let state: Mutex<State>

  init(_ base: any Client, afterWrites count: Int) {
    self.base = base
    state = Mutex(State(writesLeft: count))
  }

  private static let dead = StatusError(
    code: 503, reason: .serviceUnavailable, message: "the process has died")

  var isDead: Bool { state.withLock { $0.writesLeft <= 0 } }

  private func check() throws(StatusError) {
    if isDead { throw Self.dead }
  }

  /// Lets a write through. The one that kills the process happens, and its answer is lost.
  private func write(_ body: () async throws(StatusError) -> DynamicObject) async throws(StatusError)
    -> DynamicObject
  {
    try check()
    let isLast = state.withLock { state in
      state.writesLeft -= 1
      return state.writesLeft == 0
    }
    let result = try await body()
    if isLast { throw Self.dead }
    return result
  }

  func get(_ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, options: GetOptions)
    async throws(StatusError) -> DynamicObject
  {
    try check()
    return try await base.get(resource, key, subresource: subresource, options: options)
  }

  func list(_ resource: GroupVersionResource, namespace: String?, options: ListOptions)
    async throws(StatusError) -> DynamicList
  {
    try check()
    return try await base.list(resource, namespace: namespace, options: options)
  }

  func watch(_ resource: GroupVersionResource, namespace: String?, options: WatchOptions)
    async throws(StatusError) -> any WatchStream
  {
    try check()
    return try await base.watch(resource, namespace: namespace, options: options)
  }

  func create(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    try await write { () async throws(StatusError) in
      try await base.create(resource, key, subresource: subresource, object: object, options: options)
    }
  }

  func update(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    try await write { () async throws(StatusError) in
      try await base.update(resource, key, subresource: subresource, object: object, options: options)
    }
  }

  func patch(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, patch: Patch,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    try await write { () async throws(StatusError) in
      try await base.patch(resource, key, subresource: subresource, patch: patch, options: options)
    }
  }

  func delete(_ resource: GroupVersionResource, _ key: ObjectKey, options: DeleteOptions)
    async throws(StatusError) -> DynamicObject
  {
    try await write { () async throws(StatusError) in
      try await base.delete(resource, key, options: options)
    }
  }

  func deleteCollection(
    _ resource: GroupVersionResource, namespace: String?, list: ListOptions, options: DeleteOptions
  ) async throws(StatusError) {
    try check()
    try await base.deleteCollection(resource, namespace: namespace, list: list, options: options)
  }
}
