public import APIMachinery
public import KubernetesClient
import ObjectStore

extension APIService {
  /// Creates an object, or posts one to a subresource (`binding`, `eviction`, `token`, ...).
  ///
  /// - Throws: `AlreadyExists`, `Invalid`, `BadRequest`, `Forbidden`, and `NotFound` for a namespace that does not
  ///   exist.
  public func create(_ target: RequestTarget, _ body: RequestBody, options: WriteOptions = WriteOptions())
    async throws(StatusError) -> APIObject
  {
    let served = try resolve(target, verb: "create")
    if let subresource = target.subresource {
      return try await post(body, to: subresource, served, target, options)
    }
    if served.custom?.refusesNew == true { throw .terminating(served, "create") }
    if let face = served.face { return try await create(through: face, body, served, target, options) }
    if served.isReview, let answer = try await review(body, served, target, options) { return answer }
    var draft = try decode(body, served, options)
    try prepare(&draft.object, served, target)
    return try await create(draft, served, target, options)
  }

  /// Creates a decoded object whose metadata is in order.
  func create(_ draft: Draft, _ served: ServedResource, _ target: RequestTarget, _ options: WriteOptions)
    async throws(StatusError) -> APIObject
  {
    var attempts = 0
    while true {
      var object = draft.object
      let isGenerated = name(&object, served)
      do throws(StatusError) {
        return try await createOnce(object, draft.warnings, served, target, options)
      } catch  where error.isAlreadyExists && isGenerated {
        attempts += 1
        guard attempts < 8 else {
          let name = object.metadataFields.string("name") ?? ""
          var error = StatusError.alreadyExists(served.groupResource, name: name)
          error.message += ", the server was not able to generate a unique name for the object"
          throw error
        }
      }
    }
  }

  private func createOnce(
    _ object: JSONObject, _ warnings: [String], _ served: ServedResource, _ target: RequestTarget,
    _ options: WriteOptions
  ) async throws(StatusError) -> APIObject {
    var object = object
    served.rules.prepareForCreate(&object)
    served.rules.setDefaults(&object)
    let admission = admissionPass(.create, target, served, options)
    // Addresses and ports are given out last: plug-ins may change what is asked for.
    let claimsLast = served.storeName == "services"
    if claimsLast, let changed = try await admission?.mutate(object, old: nil) { object = changed }
    let claims = try admitCreation(&object, served, target)
    do throws(StatusError) {
      if !claimsLast, let changed = try await admission?.mutate(object, old: nil) { object = changed }
      try validateCreation(object, served)
      try await admission?.validate(object, old: nil)
      var warnings = warnings
      if let admission { warnings += admission.warnings }
      if quotas.isConfirmed(by: store) {
        try await chargeQuotas(for: object, served, isDryRun: options.isDryRun)
      }
      setManagers(ofCreated: &object, served, target, options)
      let key = StoreKey(
        resource: served.storeName, namespace: object.metadataFields.string("namespace") ?? "",
        name: object.metadataFields.string("name") ?? "")
      if options.isDryRun {
        if store.get(key) != nil { throw .alreadyExists(served.groupResource, name: key.name) }
        services.release(claims)
        let arranged = ObjectEncoding.arranged(object, served)
        return APIObject(arranged.withResourceVersion(""), warnings: warnings, isCreated: true)
      }
      let storage = served.storage
      let form =
        try await served.convertsByWebhook
        ? storageForm(of: consume object, served) : plainForm(of: consume object, served)
      let header = ObjectHeader(of: form.object, storage)
      // Nobody else is to have the object when it is encoded: it would be copied.
      let encode = encoder(consume form, replacing: nil, served)
      var stored = try await commit(.create(key, header, encode: encode), served)
      if served.settlesWrites { stored = try await settle(stored, served) }
      return APIObject(try served.view(stored), warnings: warnings, isCreated: true)
    } catch {
      services.release(claims)
      throw error
    }
  }

  // MARK: Metadata

  /// Sets what the server sets of a new object's metadata, and checks what the client may not.
  private func prepare(_ object: inout JSONObject, _ served: ServedResource, _ target: RequestTarget)
    throws(StatusError)
  {
    var metadata = object.metadataFields
    if let version = metadata.string("resourceVersion"), !version.isEmpty {
      throw .badRequest("resourceVersion should not be set on objects to be created")
    }
    try setNamespace(of: &metadata, served, target)
    if !target.name.isEmpty, metadata.string("name") == nil { metadata["name"] = .string(target.name) }
    for field in [
      "resourceVersion", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds", "managedFields",
    ] {
      metadata.removeValue(field)
    }
    metadata["uid"] = .string(world.random.uuid())
    metadata["creationTimestamp"] = .string(timeText)
    metadata["generation"] = served.countsGenerations ? 1 : nil
    object["metadata"] = .object(metadata)
    if served.hasStatus, !served.rules.keepsStatusOnCreate { object.removeValue("status") }
  }

  private func setNamespace(of metadata: inout JSONObject, _ served: ServedResource, _ target: RequestTarget)
    throws(StatusError)
  {
    guard served.definition.isNamespaced else {
      metadata.removeValue("namespace")
      return
    }
    let given = metadata.string("namespace") ?? ""
    let wanted = target.namespace ?? ""
    if given.isEmpty {
      guard !wanted.isEmpty else {
        throw .badRequest("an empty namespace may not be set during creation")
      }
      metadata["namespace"] = .string(wanted)
    } else if !wanted.isEmpty, given != wanted {
      throw .badRequest(
        "the namespace of the provided object does not match the namespace sent on the request")
    }
  }

  /// Gives the object a name made of `generateName`; false if it has one.
  private func name(_ object: inout JSONObject, _ served: ServedResource) -> Bool {
    let metadata = object.metadataFields
    guard (metadata.string("name") ?? "").isEmpty, let base = metadata.string("generateName"), !base.isEmpty
    else { return false }
    let name = String(base.prefix(58)) + world.random.nameSuffix()
    object.withObject("metadata") { $0["name"] = .string(name) }
    return true
  }

  private func setManagers(
    ofCreated object: inout JSONObject, _ served: ServedResource, _ target: RequestTarget,
    _ options: WriteOptions
  ) {
    if object.metadataFields.contains("managedFields") { return }
    let fields = FieldSet(
      of: object.without("status", if: served.hasStatus), type: served.type, form: .written)
    if fields.isEmpty { return }
    var entry = manager(of: target, options, served, .update)
    entry.fields = fields
    object.withObject("metadata") { $0["managedFields"] = ManagedFields(entries: [entry]).json }
  }

  /// The manager that a request stands for.
  func manager(
    of target: RequestTarget, _ options: WriteOptions, _ served: ServedResource,
    _ operation: ManagedFields.Entry.Operation
  ) -> ManagedFields.Entry {
    let subresource = target.subresource ?? ""
    return ManagedFields.Entry(
      manager: options.fieldManager ?? target.defaultFieldManager, operation: operation,
      apiVersion: served.apiVersion, subresource: subresource, time: timeText)
  }

  // MARK: The store

  /// The encoder of a new version, which also remembers its tree, and what it is in other versions.
  func encoder(_ form: StorageForm, replacing old: StoredObject?, _ served: ServedResource) -> ObjectEncoder {
    if !remembersTrees { return ObjectEncoding.unencoded(form) }
    return ObjectEncoding.encoder(form) {
      [trees, resource = served.storeName, replaced = old?.revision] decoded, revision in
      trees.remember(decoded, revision, of: resource, replacing: replaced)
    }
  }

  /// The encoder of the last version, whose tree nobody asks for again.
  func encoder(ofLast form: StorageForm) -> ObjectEncoder {
    remembersTrees ? ObjectEncoding.encoder(form) { _, _ in } : ObjectEncoding.unencoded(form)
  }

  @inline(__always)
  func commit(_ mutation: Mutation, _ served: ServedResource) async throws(StatusError) -> StoredObject {
    do throws(StoreError) {
      return try await store.commit(mutation)
    } catch {
      switch error {
      case .alreadyExists: throw .alreadyExists(served.groupResource, name: mutation.key.name)
      case .notFound: throw .notFound(served.groupResource, name: mutation.key.name)
      case .conflict: throw .conflict(served, mutation.key.name, StatusError.modified)
      default: throw StatusError(unavailable: error)
      }
    }
  }
}

extension JSONObject {
  func without(_ key: String, if condition: Bool) -> JSONObject {
    guard condition, contains(key) else { return self }
    var result = self
    result.removeValue(key)
    return result
  }
}
