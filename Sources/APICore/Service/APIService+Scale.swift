import APIMachinery
import KubernetesClient
import ObjectStore

extension APIService {
  /// The `Scale` of an object.
  ///
  /// Kubernetes: `autoscaling/v1 Scale`.
  ///
  /// - Parameter isRead: Whether a custom resource without a number of replicas is an error.
  func scale(of object: JSONObject, _ served: ServedResource, isRead: Bool = false) throws(StatusError)
    -> JSONObject
  {
    guard let paths = served.kind.scale else { throw .methodNotAllowed(served, "get") }
    let source = object.metadataFields
    var metadata = JSONObject()
    for field in ["name", "namespace", "uid", "resourceVersion", "creationTimestamp"] {
      if let value = source[field] { metadata[field] = value }
    }
    var status = JSONObject()
    status["replicas"] = object.value(atPath: paths.statusReplicas) ?? 0
    let fallback = served.custom == nil ? object.value(atPath: ".spec.selector") : nil
    if let selector = paths.selector.flatMap({ object.value(atPath: $0) }) ?? fallback {
      switch selector {
      case .string: status["selector"] = selector
      case .object(let fields):
        let parsed = try? Selector(labelSelector: fields)
        status["selector"] = .string(parsed?.description ?? "")
      default: break
      }
    }
    var spec = JSONObject()
    if let replicas = object.value(atPath: paths.specReplicas) {
      spec["replicas"] = replicas
    } else if served.custom != nil, isRead {
      throw .internalError("the spec replicas field \(JSON.string(paths.specReplicas)) does not exist")
    }
    return [
      "kind": "Scale", "apiVersion": "autoscaling/v1", "metadata": .object(metadata), "spec": .object(spec),
      "status": .object(status),
    ]
  }

  /// Sets the number of replicas that `change` makes of the object's `Scale`.
  func updateScale(
    _ target: RequestTarget, _ served: ServedResource, _ options: WriteOptions,
    change: (JSONObject) throws(StatusError) -> JSONObject
  ) async throws(StatusError) -> APIObject {
    guard let paths = served.kind.scale else { throw .methodNotAllowed(served, "update") }
    let answer = try await write(target, served, options) { old, _ throws(StatusError) in
      let scale = try change(try self.scale(of: old, served))
      let replicas = try Self.replicas(of: scale, target)
      var object = old
      object.setValue(.int(replicas), atPath: paths.specReplicas)
      let version = scale.metadataFields.string("resourceVersion")
      let old = old.metadataFields.string("resourceVersion")
      object.withObject("metadata") {
        $0["resourceVersion"] = version == old ? nil : version.map { .string($0) }
      }
      return Proposal(object: object)
    }
    return APIObject(try scale(of: answer.tree, served), warnings: answer.warnings)
  }

  private static func replicas(of scale: JSONObject, _ target: RequestTarget) throws(StatusError) -> Int64 {
    let value = scale.object("spec")?["replicas"] ?? 0
    guard let replicas = value.intValue else {
      throw .badRequest(
        "Scale in version \"v1\" cannot be handled as a Scale: json: cannot unmarshal \(value.typeName) into Go struct "
          + "field ScaleSpec.spec.replicas of type int32")
    }
    if replicas >= 0 { return replicas }
    var errors = FieldErrors()
    errors.invalid("spec.replicas", value, "must be greater than or equal to 0")
    throw .invalid(kind: "Scale", group: "autoscaling", name: target.name, errors.list)
  }
}

extension JSONObject {
  /// The value at a path like `.spec.replicas`.
  func value(atPath path: String) -> JSON? {
    value(at: path.split(separator: ".").map(String.init))
  }

  /// Sets the value at a path like `.spec.replicas`, making the objects on the way.
  mutating func setValue(_ value: JSON, atPath path: String) {
    set(value, at: path.split(separator: ".").map(String.init)[...])
  }

  private mutating func set(_ value: JSON, at path: ArraySlice<String>) {
    guard let first = path.first else { return }
    if path.count == 1 {
      self[first] = value
    } else {
      withObject(first) { $0.set(value, at: path.dropFirst()) }
    }
  }
}
