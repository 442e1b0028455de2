public import APIMachinery
public import KubernetesClient
import ObjectStore

extension APIService {
  /// Replaces an object, or the part of it that a subresource stands for.
  ///
  /// A `metadata.resourceVersion` that is given must be the current one. Nothing is written if nothing changes.
  ///
  /// - Throws: `Conflict`, `NotFound`, `Invalid`, `BadRequest`.
  public func update(_ target: RequestTarget, _ body: RequestBody, options: WriteOptions = WriteOptions())
    async throws(StatusError) -> APIObject
  {
    let served = try resolve(target, verb: "update")
    if let face = served.face { return try await update(through: face, body, served, target, options) }
    if target.subresource == "scale" {
      return try await updateScale(target, served, options) { _ in body.object }
    }
    let present = store.get(key(served, target))
    let draft = try decode(body, known: present.flatMap { trees.known($0) }, served, options)
    if let present, served.convertsByWebhook { try await convert([present], to: served) }
    let seen: StoredObject? = if let present { try served.view(present) } else { nil }
    var answer = try await write(target, served, options, present: seen) { _, _ throws(StatusError) in
      Proposal(object: draft.object)
    }
    answer.warn(first: draft.warnings)
    return answer
  }

  /// What a request makes of an object.
  struct Proposal {
    /// The object in the form that its type reads.
    var object: JSONObject
    /// Who owns what afterwards, if the request says so itself; otherwise the difference says it.
    var managed: ManagedFields?
    /// Whether the change is nobody's: owners stay as they are.
    var keepsManagers = false
  }

  /// Reads the object, has `propose` make the new version, completes and checks it, and commits it. A write that
  /// another one overtook is tried again unless the new version names the version it was made of.
  ///
  /// - Parameter present: The present version, if it has been looked up already.
  func write(
    _ target: RequestTarget, _ served: ServedResource, _ options: WriteOptions, present: StoredObject? = nil,
    propose: (JSONObject, StoredObject) throws(StatusError) -> Proposal
  ) async throws(StatusError) -> APIObject {
    var present = present
    while true {
      let stored: StoredObject
      if let found = present.take() {
        stored = found
      } else {
        stored =
          try await served.convertsByWebhook
          ? requireConverted(served, target) : require(served, target)
      }
      let old = trees.tree(of: stored)
      let proposal = try propose(old, stored)
      let isConditional = try checkIdentity(proposal.object, old, stored, served, target)
      do throws(StatusError) {
        return try await replace(stored, old, proposal, served, target, options)
      } catch  where error.isConflict && !isConditional && store.get(stored.key)?.revision != stored.revision
      {
        continue
      }
    }
  }

  /// Checks that the new version means the object that it replaces; true when it names the version too.
  private func checkIdentity(
    _ object: JSONObject, _ old: JSONObject, _ stored: StoredObject, _ served: ServedResource,
    _ target: RequestTarget
  ) throws(StatusError) -> Bool {
    let (metadata, before) = (object.metadataFields, old.metadataFields)
    // Whoever has read the present version and left its metadata alone means it, and names it.
    if metadata.isIdentical(to: before) { return true }
    if let name = metadata.string("name"), !name.isEmpty, name != target.name {
      throw .badRequest(
        "the name of the object (\(name)) does not match the name on the URL (\(target.name))")
    }
    if let namespace = metadata.string("namespace"), !namespace.isEmpty, served.definition.isNamespaced,
      namespace != stored.key.namespace
    {
      throw .badRequest(
        "the namespace of the provided object does not match the namespace sent on the request")
    }
    let uid = before.string("uid") ?? ""
    if let given = metadata.string("uid"), !given.isEmpty, given != uid {
      throw .conflict(
        served, target.name, "Precondition failed: UID in precondition: \(given), UID in object meta: \(uid)")
    }
    let version = metadata.string("resourceVersion") ?? ""
    if version.isEmpty || version == "0" { return false }
    if version != String(stored.revision) {
      guard UInt64(version) != nil else {
        throw .invalid(
          served, name: target.name,
          [
            FieldError(
              code: .invalid, field: "metadata.resourceVersion",
              message: "Invalid value: \"\(version)\": must be a number")
          ])
      }
      throw .conflict(served, target.name, StatusError.modified)
    }
    return true
  }

  private func replace(
    _ stored: StoredObject, _ old: JSONObject, _ proposal: Proposal, _ served: ServedResource,
    _ target: RequestTarget, _ options: WriteOptions
  ) async throws(StatusError) -> APIObject {
    let scope = WriteScope(subresource: target.subresource)
    var object = complete(proposal.object, old, served, scope)
    let admission = updatePass(target, served, scope, options)
    if let changed = try await admission?.mutate(
      shown(object, served, target), old: shown(old, served, target))
    {
      object = complete(try written(changed, to: object, served, target), old, served, scope)
    }
    let claims = try admitUpdate(&object, old, served, target, scope)
    do throws(StatusError) {
      var warnings = try validateUpdate(object, old, served, scope)
      try await admission?.validate(shown(object, served, target), old: shown(old, served, target))
      if let admission { warnings += admission.warnings }
      if isCharged(served, scope), quotas.isConfirmed(by: store) {
        try await chargeQuotas(for: object, replacing: old, served, isDryRun: options.isDryRun)
      }
      let diff = FieldDiff(from: old, to: object, type: served.type)
      setGeneration(of: &object, old, diff, served)
      setManagers(of: &object, old, diff, proposal, served, target, options)
      let isEnd = finishesDeletion(object, old, served)
      if !isEnd, diff.isEmpty, isSame(object.metadataFields, old.metadataFields), !stored.isOutdated {
        services.release(claims)
        return APIObject(stored, warnings: warnings)
      }
      if options.isDryRun {
        services.release(claims)
        let arranged = ObjectEncoding.arranged(object, served)
        return APIObject(arranged.withResourceVersion(String(stored.revision)), warnings: warnings)
      }
      let storage = served.storage
      let form =
        try await served.convertsByWebhook
        ? storageForm(of: consume object, served) : plainForm(of: consume object, served)
      if isEnd { return APIObject(try await remove(stored, last: form, served), isGone: true) }
      let header = ObjectHeader(of: form.object, storage, replacing: (tree: old, header: stored.header))
      // Nobody else is to have the object when it is encoded: it would be copied.
      let encode = encoder(consume form, replacing: stored, served)
      var new = try await commit(
        .update(stored.key, expected: stored.revision, header, encode: encode), served)
      services.releaseWhatIsGone(from: old, to: new, served)
      if served.settlesWrites { new = try await settle(new, served) }
      return APIObject(try served.view(new), warnings: warnings)
    } catch {
      services.release(claims)
      throw error
    }
  }

  // MARK: Admission

  private func updatePass(
    _ target: RequestTarget, _ served: ServedResource, _ scope: WriteScope, _ options: WriteOptions
  ) -> AdmissionPass? {
    // A binding was looked at when it was posted.
    if scope == .whole { return nil }
    let scale = GroupVersionKind(group: "autoscaling", version: "v1", kind: "Scale")
    return admissionPass(
      .update, target, served, options, kind: target.subresource == "scale" ? scale : nil)
  }

  /// The object as plug-ins see it: its `Scale` where that is written.
  private func shown(
    _ object: JSONObject, _ served: ServedResource, _ target: RequestTarget
  ) throws(StatusError) -> JSONObject {
    target.subresource == "scale" ? try scale(of: object, served) : object
  }

  /// The object with what plug-ins have made of what they saw.
  private func written(
    _ changed: JSONObject, to object: JSONObject, _ served: ServedResource, _ target: RequestTarget
  ) throws(StatusError) -> JSONObject {
    guard target.subresource == "scale", let paths = served.kind.scale else { return changed }
    var result = object
    result.setValue(changed.object("spec")?["replicas"] ?? 0, atPath: paths.specReplicas)
    return result
  }

  // MARK: The new version

  /// Takes over from the old version what the request cannot change.
  private func complete(
    _ proposed: JSONObject, _ old: JSONObject, _ served: ServedResource, _ scope: WriteScope
  ) -> JSONObject {
    switch scope {
    case .status:
      var object = old
      object["status"] = proposed["status"]
      keepManagers(of: proposed, in: &object)
      return object
    case .finalize:
      var object = old
      var spec = old.object("spec") ?? JSONObject()
      spec["finalizers"] = proposed.object("spec")?["finalizers"]
      object["spec"] = .object(spec)
      return object
    case .resize, .ephemeralContainers:
      var object = old
      object["spec"] = .object(
        PodSubresources.spec(
          scope, proposed.object("spec") ?? JSONObject(), old: old.object("spec") ?? JSONObject()))
      keepManagers(of: proposed, in: &object)
      return object
    case .whole:
      var object = proposed
      object["metadata"] = .object(Self.metadata(proposed.metadataFields, after: old.metadataFields))
      return object
    case .main:
      var object = proposed
      object["metadata"] = .object(Self.metadata(proposed.metadataFields, after: old.metadataFields))
      if served.hasStatus { object["status"] = old["status"] }
      served.rules.prepareForUpdate(&object, old: old)
      served.rules.setDefaults(&object)
      return object
    }
  }

  private func keepManagers(of proposed: JSONObject, in object: inout JSONObject) {
    guard let managers = proposed.metadataFields["managedFields"],
      object.metadataFields["managedFields"]?.isIdentical(to: managers) != true
    else { return }
    object.withObject("metadata") { $0["managedFields"] = managers }
  }

  /// The metadata that the client gave, with what only the server sets.
  private static func metadata(_ new: JSONObject, after old: JSONObject) -> JSONObject {
    var result = new
    result.removeValue("selfLink")
    if new.isIdentical(to: old) { return result }
    for field in setByServer {
      let value = old[field]
      if result[field] != value { result[field] = value }
    }
    return result
  }

  private static let setByServer = [
    "name", "namespace", "uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp",
    "deletionGracePeriodSeconds", "generateName",
  ]

  private func setGeneration(
    of object: inout JSONObject, _ old: JSONObject, _ diff: FieldDiff, _ served: ServedResource
  ) {
    guard served.countsGenerations else { return }
    // A custom resource without a status of its own counts changes of that field like any other.
    let countsStatus = served.custom != nil && !served.hasStatus
    func isCounted(_ key: String) -> Bool { key != "f:metadata" && (countsStatus || key != "f:status") }
    let isChanged =
      diff.changed.tree.contains { isCounted($0.key) } || diff.removed.tree.contains { isCounted($0.key) }
      || (diff.isReordered && object["spec"] != old["spec"])
    guard isChanged else { return }
    let generation = old.metadataFields["generation"]?.intValue ?? 0
    object.withObject("metadata") { $0["generation"] = .int(generation + 1) }
  }

  private func setManagers(
    of object: inout JSONObject, _ old: JSONObject, _ diff: FieldDiff, _ proposal: Proposal,
    _ served: ServedResource, _ target: RequestTarget, _ options: WriteOptions
  ) {
    if let managed = proposal.managed {
      return object.withObject("metadata") {
        $0["managedFields"] = managed.isEmpty ? JSON?.none : managed.json
      }
    }
    if proposal.keepsManagers { return }
    let before = old.metadataFields.array("managedFields")
    var given = before
    if case .array(let present)? = object.metadataFields["managedFields"] { given = present }
    if diff.changed.isEmpty, diff.removed.isEmpty {
      if object.metadataFields["managedFields"] == nil, !before.isEmpty {
        object.withObject("metadata") { $0["managedFields"] = .array(before) }
      }
      return
    }
    var managed = ManagedFields(json: given)
    managed.recordUpdate(diff, by: manager(of: target, options, served, .update))
    object.withObject("metadata") { $0["managedFields"] = managed.isEmpty ? JSON?.none : managed.json }
  }

  /// Whether the metadata are the same, the resource version aside.
  private func isSame(_ new: JSONObject, _ old: JSONObject) -> Bool {
    guard new.count == old.count else { return false }
    return new.allSatisfy { $0.key == "resourceVersion" || old[$0.key] == $0.value }
  }
}

/// Which part of an object a request writes.
enum WriteScope: Sendable {
  case main, status, finalize
  /// Of a pod: the resources of its containers.
  case resize
  /// Of a pod: containers for looking into it.
  case ephemeralContainers
  /// The object and its status together: what placing a pod on a node changes.
  case whole

  init(subresource: String?) {
    switch subresource {
    case "status": self = .status
    case "finalize": self = .finalize
    case "binding": self = .whole
    case "resize": self = .resize
    case "ephemeralcontainers": self = .ephemeralContainers
    default: self = .main
    }
  }
}
