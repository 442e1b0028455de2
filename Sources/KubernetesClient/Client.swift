public import APIMachinery

/// The verbs of the Kubernetes API, whatever door they go through: in process (`APICore`), or over HTTP to any
/// cluster (`RemoteClient`).
///
/// These are the requirements; use the typed forms in `Client+Typed.swift` where the kind is known.
public protocol Client: Sendable {
  /// - Throws: ``StatusError`` with reason `NotFound` when there is no such object.
  func get(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, options: GetOptions
  ) async throws(StatusError) -> DynamicObject

  /// Lists one namespace, or all of them when `namespace` is `nil`.
  func list(
    _ resource: GroupVersionResource, namespace: String?, options: ListOptions
  ) async throws(StatusError) -> DynamicList

  /// Watches one namespace, or all of them when `namespace` is `nil`.
  ///
  /// - Throws: ``StatusError`` with reason `Expired` when `options.resourceVersion` is no longer in the history.
  func watch(
    _ resource: GroupVersionResource, namespace: String?, options: WatchOptions
  ) async throws(StatusError) -> any WatchStream

  /// Creates `object`, or posts it to a subresource of `key` (`binding`, `eviction`, `token`).
  func create(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject

  /// Replaces an object; `metadata.resourceVersion`, when set, must be the current one.
  func update(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject

  func patch(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, patch: Patch,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject

  /// Deletes an object.
  ///
  /// - Returns: The object in its last state, or in its present one when finalizers or a grace period keep it.
  func delete(
    _ resource: GroupVersionResource, _ key: ObjectKey, options: DeleteOptions
  ) async throws(StatusError) -> DynamicObject

  func deleteCollection(
    _ resource: GroupVersionResource, namespace: String?, list: ListOptions, options: DeleteOptions
  ) async throws(StatusError)
}

/// The events of one watch, in batches: what was at hand when the consumer asked.
///
/// The stream belongs to one consumer.
public protocol WatchStream: Sendable {
  /// The next events, at least one; `nil` when the server ended the watch in good order (time-out).
  ///
  /// - Throws: ``StatusError``: `Expired` when the watch fell behind and must start from a new list.
  func next() async throws(StatusError) -> [WatchEvent]?

  /// Ends the watch.
  func cancel()
}

/// One event of a watch.
public enum WatchEvent: Sendable {
  case added(DynamicObject)
  case modified(DynamicObject)
  /// The object in its last state.
  case deleted(DynamicObject)
  /// The watch has seen everything up to this revision.
  case bookmark(resourceVersion: String, initialEventsEnd: Bool)
}

/// A list of objects of one resource at one revision.
public struct DynamicList: Sendable {
  public var items: [DynamicObject]
  public var resourceVersion: String
  /// The token for the next page; empty on the last one.
  public var continueToken: String
  public var remainingItemCount: Int?

  public init(
    items: [DynamicObject], resourceVersion: String, continueToken: String = "",
    remainingItemCount: Int? = nil
  ) {
    self.items = items
    self.resourceVersion = resourceVersion
    self.continueToken = continueToken
    self.remainingItemCount = remainingItemCount
  }
}
