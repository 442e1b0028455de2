import APIMachinery
import KubernetesClient
import ObjectStore

extension APIService {
  /// Posts an object to a subresource.
  func post(
    _ body: RequestBody, to subresource: String, _ served: ServedResource, _ target: RequestTarget,
    _ options: WriteOptions
  ) async throws(StatusError) -> APIObject {
    let warnings = try await admit(posted: body.object, served, target, options)
    var answer: APIObject
    switch (served.storeName, subresource) {
    case ("pods", "binding"): answer = try await bind(body.object, served, target, options)
    case ("pods", "eviction"): answer = try await evict(body.object, served, target, options)
    case ("serviceaccounts", "token"): answer = try token(body, served, target)
    default: throw .methodNotAllowed(served, "create")
    }
    answer.warnings += warnings
    return answer
  }

  // MARK: Binding

  /// Places a pod on a node.
  ///
  /// Kubernetes: `pkg/registry/core/pod/storage BindingREST`.
  private func bind(
    _ binding: JSONObject, _ served: ServedResource, _ target: RequestTarget, _ options: WriteOptions
  ) async throws(StatusError) -> APIObject {
    let node = binding.object("target")?.string("name") ?? ""
    let kind = binding.object("target")?.string("kind") ?? ""
    try Self.check(binding, kind: kind, node: node, target)
    let annotations = binding.metadataFields.object("annotations") ?? JSONObject()
    let uid = binding.metadataFields.string("uid") ?? ""
    let now = timeText
    var target = target
    target.subresource = "binding"
    _ = try await write(target, served, options) { old, _ throws(StatusError) in
      try Self.checkBindable(old, uid: uid, served, target)
      return Proposal(object: Self.bound(old, to: node, annotations, now: now), keepsManagers: true)
    }
    return APIObject(
      ["kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Success", "code": 201],
      isCreated: true)
  }

  private static func check(_ binding: JSONObject, kind: String, node: String, _ target: RequestTarget)
    throws(StatusError)
  {
    var errors = FieldErrors()
    if !kind.isEmpty, kind != "Node", kind != "Minion" {
      errors.notSupported("target.kind", .string(kind), ["Node", "<empty>"])
    }
    if node.isEmpty { errors.required("target.name") }
    if errors.isEmpty { return }
    throw .invalid(kind: "Binding", group: "", name: target.name, errors.list)
  }

  private static func checkBindable(
    _ old: JSONObject, uid: String, _ served: ServedResource, _ target: RequestTarget
  ) throws(StatusError) {
    let resource = GroupResource(group: "", resource: "pods/binding")
    let name = target.name
    let current = old.metadataFields.string("uid") ?? ""
    if !uid.isEmpty, uid != current {
      throw .conflict(
        resource, name: name,
        "Precondition failed: UID in precondition: \(uid), UID in object meta: \(current)")
    }
    if old.metadataFields.contains("deletionTimestamp") {
      throw .conflict(resource, name: name, "pod \(name) is being deleted, cannot be assigned to a host")
    }
    if let node = old.object("spec")?.string("nodeName"), !node.isEmpty {
      throw .conflict(resource, name: name, "pod \(name) is already assigned to node \"\(node)\"")
    }
    if old.object("spec")?.array("schedulingGates").isEmpty == false {
      throw .conflict(
        resource, name: name, "pod \(name) has non-empty .spec.schedulingGates")
    }
  }

  private static func bound(_ old: JSONObject, to node: String, _ annotations: JSONObject, now: String)
    -> JSONObject
  {
    var object = old
    object.withObject("spec") { $0["nodeName"] = .string(node) }
    if !annotations.isEmpty {
      object.withObject("metadata") { metadata in
        metadata.withObject("annotations") { present in
          for (key, value) in annotations { present[key] = value }
        }
      }
    }
    object.withObject("status") { status in
      var conditions = status.array("conditions").filter { $0["type"] != "PodScheduled" }
      conditions.append([
        "type": "PodScheduled", "status": "True", "lastTransitionTime": .string(now),
      ])
      status["conditions"] = .array(conditions)
    }
    return object
  }
}
