public import APIMachinery

/// A list of objects of one kind at one revision.
public struct TypedList<Kind: Resource>: Sendable {
  public var items: [Kind]
  public var resourceVersion: String
  public var continueToken: String

  public init(_ list: DynamicList) {
    items = list.items.map { Kind(fields: $0.fields) }
    resourceVersion = list.resourceVersion
    continueToken = list.continueToken
  }
}

extension Client {
  public func get<Kind: Resource>(
    _ kind: Kind.Type, _ key: ObjectKey, options: GetOptions = GetOptions()
  ) async throws(StatusError) -> Kind {
    try await get(Kind.definition.groupVersionResource, key, subresource: nil, options: options).view()
  }

  /// The object, or `nil` when there is none.
  public func find<Kind: Resource>(_ kind: Kind.Type, _ key: ObjectKey) async throws(StatusError) -> Kind? {
    do {
      return try await get(kind, key)
    } catch  where error.isNotFound {
      return nil
    }
  }

  public func list<Kind: Resource>(
    _ kind: Kind.Type, namespace: String? = nil, options: ListOptions = ListOptions()
  ) async throws(StatusError) -> TypedList<Kind> {
    TypedList(
      try await list(Kind.definition.groupVersionResource, namespace: namespace, options: options))
  }

  @discardableResult
  public func create<Kind: Resource>(
    _ object: Kind, options: WriteOptions = WriteOptions()
  ) async throws(StatusError) -> Kind {
    try await create(
      Kind.definition.groupVersionResource, object.key, subresource: nil, object: DynamicObject(object),
      options: options
    ).view()
  }

  @discardableResult
  public func update<Kind: Resource>(
    _ object: Kind, options: WriteOptions = WriteOptions()
  ) async throws(StatusError) -> Kind {
    try await update(
      Kind.definition.groupVersionResource, object.key, subresource: nil, object: DynamicObject(object),
      options: options
    ).view()
  }

  @discardableResult
  public func updateStatus<Kind: Resource>(
    _ object: Kind, options: WriteOptions = WriteOptions()
  ) async throws(StatusError) -> Kind {
    try await update(
      Kind.definition.groupVersionResource, object.key, subresource: "status", object: DynamicObject(object),
      options: options
    ).view()
  }

  @discardableResult
  public func patch<Kind: Resource>(
    _ kind: Kind.Type, _ key: ObjectKey, _ patch: Patch, subresource: String? = nil,
    options: WriteOptions = WriteOptions()
  ) async throws(StatusError) -> Kind {
    try await self.patch(
      Kind.definition.groupVersionResource, key, subresource: subresource, patch: patch, options: options
    ).view()
  }

  /// Server-side apply of the fields set in `object`, owned by `fieldManager` from then on.
  @discardableResult
  public func apply<Kind: Resource>(
    _ object: Kind, fieldManager: String, force: Bool = false
  ) async throws(StatusError) -> Kind {
    try await patch(
      Kind.self, object.key, .apply(object.json),
      options: WriteOptions(fieldManager: fieldManager, isForced: force))
  }

  @discardableResult
  public func delete<Kind: Resource>(
    _ kind: Kind.Type, _ key: ObjectKey, options: DeleteOptions = DeleteOptions()
  ) async throws(StatusError) -> Kind {
    try await delete(Kind.definition.groupVersionResource, key, options: options).view()
  }

  public func watch<Kind: Resource>(
    _ kind: Kind.Type, namespace: String? = nil, options: WatchOptions = WatchOptions()
  ) async throws(StatusError) -> any WatchStream {
    try await watch(Kind.definition.groupVersionResource, namespace: namespace, options: options)
  }
}
