import APIMachinery
import KubernetesClient
import ObjectStore

extension APIService {
  /// Server-side apply.
  ///
  /// Kubernetes: apimachinery `util/managedfields`; structured-merge-diff.
  func apply(
    _ configuration: JSON, _ duplicates: [String], _ served: ServedResource, _ target: RequestTarget,
    _ options: WriteOptions
  ) async throws(StatusError) -> APIObject {
    guard let manager = options.fieldManager, !manager.isEmpty else { throw Self.needsManager }
    guard case .object(let given) = configuration else {
      throw .badRequest("error decoding YAML: the configuration is not an object")
    }
    if let managers = given.metadataFields["managedFields"], managers.arrayValue?.isEmpty != true,
      !managers.isNull
    {
      throw .badRequest("metadata.managedFields must be nil")
    }
    let draft = try decodeApplied(RequestBody(given), duplicates, served, target, options)
    while true {
      let exists = store.get(key(served, target)) != nil
      guard exists || target.subresource != nil else {
        do throws(StatusError) {
          return try await create(applying: draft, served, target, options)
        } catch  where error.isAlreadyExists && !options.isDryRun {
          continue
        }
      }
      var answer = try await write(target, served, options) { old, _ throws(StatusError) in
        try proposal(applying: draft.object, to: old, served, target, options)
      }
      answer.warn(first: draft.warnings)
      return answer
    }
  }

  private static let needsManager = StatusError.invalid(
    kind: "PatchOptions", group: "meta.k8s.io", name: "",
    [
      FieldError(
        code: .required, field: "fieldManager", message: "Required value: is required for apply patch")
    ])

  /// Reads the configuration without filling in defaults: what is not written is not applied.
  private func decodeApplied(
    _ body: RequestBody, _ duplicates: [String], _ served: ServedResource, _ target: RequestTarget,
    _ options: WriteOptions
  ) throws(StatusError) -> Draft {
    var strict = options
    strict.fieldValidation = options.fieldValidation == .ignore ? .ignore : .strict
    var object: JSONObject
    do throws(StatusError) {
      object = try decode(RequestBody(body.object), fillsDefaults: false, served, strict).object
    } catch  where error.message.contains("strict decoding error: unknown field") {
      throw Self.undeclared(error, served, target)
    }
    let name = target.name
    let namespace = served.definition.isNamespaced ? target.namespace : nil
    try checkNames(object, served, target)
    object.withObject("metadata") { metadata in
      metadata["name"] = .string(name)
      if let namespace { metadata["namespace"] = .string(namespace) }
      metadata.removeValue("managedFields")
    }
    return Draft(object: object, warnings: duplicates.map { "duplicate field \"\($0)\"" })
  }

  private func checkNames(_ object: JSONObject, _ served: ServedResource, _ target: RequestTarget)
    throws(StatusError)
  {
    let metadata = object.metadataFields
    if let name = metadata.string("name"), !name.isEmpty, name != target.name {
      throw .badRequest(
        "the name of the object (\(name)) does not match the name on the URL (\(target.name))")
    }
    guard served.definition.isNamespaced, let namespace = metadata.string("namespace"), !namespace.isEmpty
    else {
      return
    }
    if namespace != target.namespace {
      throw .badRequest(
        "the namespace of the provided object does not match the namespace sent on the request")
    }
  }

  /// Kubernetes: an applied configuration that does not fit the schema is an internal error of the typed conversion.
  private static func undeclared(_ error: StatusError, _ served: ServedResource, _ target: RequestTarget)
    -> StatusError
  {
    let fields = error.message.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(
      \.element)
    let list = fields.dropFirst(1).map { ".\($0): field not declared in schema" }
    let kind = served.definition.groupVersionKind
    let name = [target.namespace ?? "", target.name].joined(separator: "/")
    return StatusError(
      code: 500, reason: .unknown,
      message: "failed to create typed patch object (\(name); \(kind.apiVersion), Kind=\(kind.kind)): "
        + (list.count > 1 ? "errors:\n" + list.map { "  \($0)" }.joined(separator: "\n") : list.first ?? ""))
  }

  // MARK: The outcome

  private func create(
    applying draft: Draft, _ served: ServedResource, _ target: RequestTarget, _ options: WriteOptions
  ) async throws(StatusError) -> APIObject {
    if !draft.object.metadataFields.string("uid").isNilOrEmpty {
      throw .conflict(
        served, target.name,
        "uid mismatch: the provided object specified uid \(draft.object.metadataFields.string("uid") ?? ""), and no "
          + "existing object was found")
    }
    var entry = manager(of: target, options, served, .apply)
    entry.fields = FieldSet(
      of: draft.object.without("status", if: served.hasStatus), type: served.type, form: .applied)
    var complete = try normalize(draft.object, served, WriteOptions(fieldValidation: .ignore))
    complete.warnings = draft.warnings
    try prepare(applied: &complete.object, entry, served, target)
    return try await create(complete, served, target, options)
  }

  private func prepare(
    applied object: inout JSONObject, _ entry: ManagedFields.Entry, _ served: ServedResource,
    _ target: RequestTarget
  ) throws(StatusError) {
    object.withObject("metadata") { metadata in
      for field in ["resourceVersion", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds"] {
        metadata.removeValue(field)
      }
      metadata["uid"] = .string(world.random.uuid())
      metadata["creationTimestamp"] = .string(timeText)
      metadata["generation"] = served.countsGenerations ? 1 : nil
      if !entry.fields.isEmpty { metadata["managedFields"] = ManagedFields(entries: [entry]).json }
    }
    if served.hasStatus, !served.rules.keepsStatusOnCreate { object.removeValue("status") }
  }

  private func proposal(
    applying configuration: JSONObject, to old: JSONObject, _ served: ServedResource, _ target: RequestTarget,
    _ options: WriteOptions
  ) throws(StatusError) -> Proposal {
    var live = old
    var managed = ManagedFields(json: old.metadataFields.array("managedFields"))
    live.withObject("metadata") { $0.removeValue("managedFields") }
    if managed.isEmpty {
      managed.entries = [
        ManagedFields.Entry(
          manager: "before-first-apply", operation: .update, apiVersion: served.apiVersion,
          time: timeText, fields: FieldSet(of: live, type: served.type, form: .written))
      ]
    }
    let isStatus = target.subresource == "status"
    let ignored = isStatus ? ["spec"] : served.hasStatus ? ["status"] : []
    let apply = ServerSideApply(
      manager: manager(of: target, options, served, .apply), isForced: options.isForced, type: served.type,
      ignoredMembers: ignored)
    do throws(ServerSideApply.Failure) {
      let outcome = try upgrading(apply, configuration, live, managed, served)
      var object = completed(outcome.object, served)
      object.withObject("metadata") { metadata in
        if configuration.metadataFields["resourceVersion"] == nil { metadata.removeValue("resourceVersion") }
      }
      return Proposal(object: object, managed: outcome.managed)
    } catch {
      throw Self.failure(error, served, target)
    }
  }

  private static func failure(
    _ failure: ServerSideApply.Failure, _ served: ServedResource, _ target: RequestTarget
  ) -> StatusError {
    switch failure {
    case .malformed(let error):
      let kind = served.definition.groupVersionKind
      return StatusError(
        code: 500, reason: .unknown,
        message: "failed to create typed patch object (\(target.namespace ?? "")/\(target.name); "
          + "\(kind.apiVersion), Kind=\(kind.kind)): \(error.message)")
    case .conflicts(let conflicts):
      return StatusError(
        code: 409, reason: .conflict, message: message(of: conflicts),
        details: StatusError.Details(
          causes: conflicts.map {
            StatusError.Cause(
              reason: "FieldManagerConflict", message: "conflict with \($0.manager)", field: $0.path)
          }))
    }
  }

  /// Kubernetes: managedfields `getConflictMessage`.
  private static func message(of conflicts: [ApplyConflict]) -> String {
    if conflicts.count == 1, let only = conflicts.first {
      return "Apply failed with 1 conflict: conflict with \(only.manager): \(only.path)"
    }
    var lines: [String] = []
    for manager in Set(conflicts.map(\.manager)).sorted() {
      lines.append("conflicts with \(manager):")
      lines += conflicts.filter { $0.manager == manager }.map { "- \($0.path)" }
    }
    return "Apply failed with \(conflicts.count) conflicts: " + lines.joined(separator: "\n")
  }
}

extension String? {
  var isNilOrEmpty: Bool { self?.isEmpty ?? true }
}
