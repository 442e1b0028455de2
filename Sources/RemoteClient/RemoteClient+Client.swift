public import APIMachinery
public import KubernetesClient

extension RemoteClient: Client {
  public func get(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, options: GetOptions
  ) async throws(StatusError) -> DynamicObject {
    var path = RequestPath(resource, key, subresource: subresource)
    path.query("resourceVersion", options.resourceVersion)
    return try await object(RawRequest(path: path.text))
  }

  public func list(
    _ resource: GroupVersionResource, namespace: String?, options: ListOptions
  ) async throws(StatusError) -> DynamicList {
    var path = RequestPath(resource, namespace: namespace)
    path.add(options)
    let answer = try await json(RawRequest(path: path.text))
    return DynamicList(answer)
  }

  public func watch(
    _ resource: GroupVersionResource, namespace: String?, options: WatchOptions
  ) async throws(StatusError) -> any WatchStream {
    var path = RequestPath(resource, namespace: namespace)
    path.query("watch", "true")
    path.add(options)
    let request = RawRequest(path: path.text, accept: "application/json;stream=watch,application/json")
    return RemoteWatchStream(try await transport.stream(request))
  }

  public func create(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    var path: RequestPath
    if let subresource {
      path = RequestPath(resource, key, subresource: subresource)
    } else {
      path = RequestPath(resource, namespace: key.namespace)
    }
    path.add(options)
    return try await write("POST", path, object.json)
  }

  public func update(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    var path = RequestPath(resource, key, subresource: subresource)
    path.add(options)
    return try await write("PUT", path, object.json)
  }

  public func patch(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, patch: Patch,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    var path = RequestPath(resource, key, subresource: subresource)
    path.add(options)
    if options.isForced { path.query("force", "true") }
    let (type, body) = patch.message
    return try await write("PATCH", path, body, contentType: type)
  }

  public func delete(
    _ resource: GroupVersionResource, _ key: ObjectKey, options: DeleteOptions
  ) async throws(StatusError) -> DynamicObject {
    let answer = try await write("DELETE", RequestPath(resource, key), options.body)
    if answer.kind == "Status", answer.apiVersion == "v1" {
      // A server may answer with a Status instead of the object; the details name what was deleted.
      return DynamicObject {
        $0.metadata.name = key.name
        $0.metadata.namespace = key.namespace.isEmpty ? nil : key.namespace
        $0.metadata.uid = answer.fields["details"]?["uid"]?.stringValue
      }
    }
    return answer
  }

  public func deleteCollection(
    _ resource: GroupVersionResource, namespace: String?, list: ListOptions, options: DeleteOptions
  ) async throws(StatusError) {
    var path = RequestPath(resource, namespace: namespace)
    path.add(list)
    let request = RawRequest(
      "DELETE", path: path.text, contentType: "application/json", body: options.body.serialized())
    _ = try await send(request)
  }

  private func write(
    _ method: String, _ path: RequestPath, _ body: JSON, contentType: String = "application/json"
  ) async throws(StatusError) -> DynamicObject {
    try await object(
      RawRequest(method, path: path.text, contentType: contentType, body: body.serialized()))
  }

  private func object(_ request: RawRequest) async throws(StatusError) -> DynamicObject {
    guard case .object(let fields) = try await json(request) else {
      throw StatusError(
        code: 500, reason: .internalError, message: "the answer to \(request.path) is not an object")
    }
    return DynamicObject(fields: fields)
  }
}
