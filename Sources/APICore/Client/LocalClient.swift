public import APIMachinery
public import KubernetesClient

/// The door for clients in this process: nothing is encoded or decoded on the way.
public struct LocalClient: Client {
  let service: APIService
  let origin: RequestTarget.Origin

  private func target(
    _ resource: GroupVersionResource, _ namespace: String?, _ name: String = "", _ subresource: String? = nil
  ) -> RequestTarget {
    RequestTarget(
      origin: origin, resource: resource, namespace: namespace.flatMap { $0.isEmpty ? nil : $0 }, name: name,
      subresource: subresource)
  }

  public func get(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, options: GetOptions
  ) async throws(StatusError) -> DynamicObject {
    let target = target(resource, key.namespace, key.name, subresource)
    let answer: APIObject
    do throws(StatusError) {
      answer = try service.get(target, options: options)
    } catch  where error.isUnconverted {
      answer = try await service.get(target, options: options, after: error)
    }
    return DynamicObject(fields: service.trees.tree(of: answer))
  }

  public func list(_ resource: GroupVersionResource, namespace: String?, options: ListOptions)
    async throws(StatusError) -> DynamicList
  {
    let list = try await service.listConverted(target(resource, namespace), options: options)
    return DynamicList(
      items: list.objects.map { DynamicObject(fields: service.trees.tree(of: $0)) },
      resourceVersion: String(list.revision),
      continueToken: list.continueToken, remainingItemCount: list.remainingItemCount)
  }

  public func watch(_ resource: GroupVersionResource, namespace: String?, options: WatchOptions)
    async throws(StatusError) -> any WatchStream
  {
    let watch = try await service.watchConverted(target(resource, namespace), options: options)
    let isWhole = namespace.isNilOrEmpty && watch.selectsEverything
    return LocalWatch(
      watch, trees: service.trees,
      interest: isWhole && service.remembersTrees ? service.trees.interest(in: watch.served.storeName) : nil)
  }

  public func create(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    let target = target(resource, key.namespace, key.name, subresource)
    return DynamicObject(
      fields: try await service.create(target, RequestBody(object.fields), options: options).tree)
  }

  public func update(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    let target = target(resource, key.namespace, key.name, subresource)
    return DynamicObject(
      fields: try await service.update(target, RequestBody(object.fields), options: options).tree)
  }

  public func patch(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, patch: Patch,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    var options = options
    if options.fieldManager == nil { options.fieldManager = origin.fieldManager }
    let target = target(resource, key.namespace, key.name, subresource)
    return DynamicObject(fields: try await service.patch(target, patch, options: options).tree)
  }

  public func delete(_ resource: GroupVersionResource, _ key: ObjectKey, options: DeleteOptions)
    async throws(StatusError) -> DynamicObject
  {
    let target = target(resource, key.namespace, key.name)
    return DynamicObject(fields: try await service.delete(target, options: options).tree)
  }

  public func deleteCollection(
    _ resource: GroupVersionResource, namespace: String?, list: ListOptions, options: DeleteOptions
  ) async throws(StatusError) {
    try await service.deleteCollection(target(resource, namespace), list: list, options: options)
  }
}
