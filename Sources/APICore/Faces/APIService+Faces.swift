import APIMachinery
import KubernetesClient
import ObjectStore

/// Requests to a resource that shows another one's objects: what comes in is converted, and so is what goes out.
/// All that happens in between happens to the stored form.
extension APIService {
  func create(
    through face: any StorageFace, _ body: RequestBody, _ served: ServedResource, _ target: RequestTarget,
    _ options: WriteOptions
  ) async throws(StatusError) -> APIObject {
    let draft = try decode(body, served, options)
    try check(draft.object, served) { face.validate(draft.object, &$0) }
    let answer = try await create(
      target.with(resource: face.storage), RequestBody(face.stored(draft.object)), options: options)
    return shown(answer, draft.warnings, through: face, served)
  }

  func update(
    through face: any StorageFace, _ body: RequestBody, _ served: ServedResource, _ target: RequestTarget,
    _ options: WriteOptions
  ) async throws(StatusError) -> APIObject {
    let draft = try decode(body, served, options)
    let answer = try await write(through: face, served, target, options) { _ in draft.object }
    return shown(answer, draft.warnings, through: face, served)
  }

  func patch(
    through face: any StorageFace, _ patch: Patch, duplicateFields: [String], _ served: ServedResource,
    _ target: RequestTarget, _ options: WriteOptions
  ) async throws(StatusError) -> APIObject {
    if case .apply(.object(let configuration)) = patch {
      let answer = try await self.patch(
        target.with(resource: face.storage), .apply(.object(face.stored(configuration))),
        duplicateFields: duplicateFields, options: options)
      return shown(answer, [], through: face, served)
    }
    var warnings: [String] = []
    let answer = try await write(through: face, served, target, options) { old throws(StatusError) in
      let patched = try Self.patched(old, patch, type: served.type, served)
      let draft = try normalize(patched, duplicates: duplicateFields, served, options)
      warnings = draft.warnings
      return Self.withoutOldVersion(draft.object, old, patch)
    }
    return shown(answer, warnings, through: face, served)
  }

  /// Has `change` make a new version of the shown object, and writes its stored form.
  private func write(
    through face: any StorageFace, _ served: ServedResource, _ target: RequestTarget, _ options: WriteOptions,
    change: (JSONObject) throws(StatusError) -> JSONObject
  ) async throws(StatusError) -> APIObject {
    guard let storage = registry.find(face.storage) else { throw .noSuchResource }
    return try await write(target.with(resource: face.storage), storage, options) {
      old, _ throws(StatusError) in
      let before = face.shown(old)
      let after = try change(before)
      try check(after, served) { face.validateUpdate(after, old: before, &$0) }
      return Proposal(object: face.stored(after))
    }
  }

  func delete(
    through face: any StorageFace, _ served: ServedResource, _ target: RequestTarget, _ options: DeleteOptions
  ) async throws(StatusError) -> APIObject {
    let answer = try await delete(target.with(resource: face.storage), options: options)
    return shown(answer, [], through: face, served)
  }

  private func check(_ object: JSONObject, _ served: ServedResource, _ validate: (inout FieldErrors) -> Void)
    throws(StatusError)
  {
    var errors = FieldErrors()
    validate(&errors)
    if errors.isEmpty { return }
    throw .invalid(served, name: object.metadataFields.string("name") ?? "", errors.list)
  }

  /// A face's answer. It is made of a tree: the trees of the stored versions are known by revision.
  private func shown(
    _ answer: APIObject, _ warnings: [String], through face: any StorageFace, _ served: ServedResource
  ) -> APIObject {
    APIObject(
      ObjectEncoding.shown(answer.tree, through: face, served), warnings: warnings + answer.warnings,
      isCreated: answer.isCreated, isGone: answer.isGone)
  }
}

extension ObjectEncoding {
  /// A stored object as a face shows it.
  static func shown(_ object: JSONObject, through face: any StorageFace, _ served: ServedResource)
    -> JSONObject
  {
    arranged(face.shown(object), served).withResourceVersion(
      object.metadataFields.string("resourceVersion") ?? "")
  }
}

extension ServedResource {
  /// A stored object as this resource shows it.
  func shown(_ object: StoredObject) -> StoredObject {
    guard let face else { return object }
    let tree = ObjectEncoding.shown(object.tree, through: face, self)
    return StoredObject(
      key: object.key, revision: object.revision, createRevision: object.createRevision,
      header: object.header,
      bytes: JSON.object(tree).serialized(), attachment: DecodedObject(tree))
  }
}

extension RequestTarget {
  func with(resource: GroupVersionResource) -> RequestTarget {
    var target = self
    target.resource = resource
    return target
  }
}
