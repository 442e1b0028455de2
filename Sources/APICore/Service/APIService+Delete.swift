public import APIMachinery
public import KubernetesClient
import ObjectStore

extension APIService {
  /// Deletes an object. Finalizers and a pod's grace period keep it until they are done with it.
  ///
  /// - Throws: `NotFound`; `Conflict` when a precondition does not hold. An object that is being deleted already is
  ///   not an error.
  public func delete(_ target: RequestTarget, options: DeleteOptions = DeleteOptions())
    async throws(StatusError)
    -> APIObject
  {
    let served = try resolve(target, verb: "delete")
    if let face = served.face { return try await delete(through: face, served, target, options) }
    return try await delete(served, target, options)
  }

  func delete(_ served: ServedResource, _ target: RequestTarget, _ options: DeleteOptions)
    async throws(StatusError) -> APIObject
  {
    while true {
      let stored = try await requireConverted(served, target)
      let old = markedForDeletion(trees.tree(of: stored), served)
      try check(options, old, stored, served)
      if served.storeName == "namespaces" { try checkDeletion(ofNamespace: target.name, served) }
      var warnings: [String] = []
      if let admission = admissionPass(target, served, options) {
        _ = try await admission.mutate(nil, old: old)
        try await admission.validate(nil, old: old)
        warnings = admission.warnings
      }
      let plan = DeletionPlan(old, served, options, now: world.time.now())
      if options.isDryRun {
        return APIObject(plan.object ?? old, warnings: warnings, isGone: plan == .remove)
      }
      do throws(StatusError) {
        switch plan {
        case .keep: return APIObject(stored, warnings: warnings)
        case .remove:
          return APIObject(
            try await remove(stored, last: try await storageForm(of: old, served), served),
            warnings: warnings, isGone: true)
        case .mark(let object):
          let form = try await storageForm(of: object, served)
          return APIObject(
            try await commitMark(
              .update(
                stored.key, expected: stored.revision, ObjectHeader(of: form.object, served.storage),
                encode: encoder(form, replacing: stored, served)), served), warnings: warnings)
        }
      } catch  where error.isConflict {
        continue
      }
    }
  }

  private func check(
    _ options: DeleteOptions, _ old: JSONObject, _ stored: StoredObject, _ served: ServedResource
  ) throws(StatusError) {
    let uid = old.metadataFields.string("uid") ?? ""
    if let wanted = options.preconditionUID, wanted != uid {
      throw .conflict(
        served, stored.key.name,
        "Precondition failed: UID in precondition: \(wanted), UID in object meta: \(uid)")
    }
    if let wanted = options.preconditionResourceVersion, wanted != String(stored.revision) {
      throw .conflict(
        served, stored.key.name,
        "Precondition failed: ResourceVersion in precondition: \(wanted), ResourceVersion in object meta: "
          + "\(stored.revision)")
    }
  }

  /// Removes an object; `last` is its last state.
  func remove(_ stored: StoredObject, last: StorageForm, _ served: ServedResource) async throws(StatusError)
    -> StoredObject
  {
    let encode = encoder(ofLast: last)
    let removed = try await commit(
      .delete(stored.key, expected: stored.revision) { [trees] removed, revision in
        trees.forget(removed.revision, of: removed.key.resource)
        return encode(revision)
      }, served)
    services.releaseAll(of: last.object, served)
    try await retire(removed, served)
    return try served.view(removed)
  }

  /// Commits an object that is about to go.
  private func commitMark(_ mutation: Mutation, _ served: ServedResource) async throws(StatusError)
    -> StoredObject
  {
    try served.view(try await settle(try await commit(mutation, served), served))
  }

  /// Whether an update takes away the last thing that kept an object that is being deleted.
  func finishesDeletion(_ new: JSONObject, _ old: JSONObject, _ served: ServedResource) -> Bool {
    let metadata = old.metadataFields
    guard metadata.contains("deletionTimestamp"), new.metadataFields.array("finalizers").isEmpty else {
      return false
    }
    guard (metadata["deletionGracePeriodSeconds"]?.intValue ?? 0) == 0 else { return false }
    if served.storeName == "namespaces" { return (new.object("spec")?.array("finalizers") ?? []).isEmpty }
    return !metadata.array("finalizers").isEmpty
  }

  /// Deletes every object that a list finds.
  ///
  /// - Returns: the objects that were found.
  @discardableResult
  public func deleteCollection(
    _ target: RequestTarget, list options: ListOptions = ListOptions(),
    options deletion: DeleteOptions = DeleteOptions()
  ) async throws(StatusError) -> APIList {
    _ = try resolve(target, verb: "deletecollection")
    let found = try await listConverted(target, options: options)
    for object in found.objects {
      var one = target.with(name: object.key.name)
      one.namespace = object.key.namespace
      do throws(StatusError) {
        _ = try await delete(one, options: deletion)
      } catch  where error.isNotFound {
        continue
      }
    }
    return found
  }

  private func checkDeletion(ofNamespace name: String, _ served: ServedResource) throws(StatusError) {
    if ["default", "kube-system", "kube-public"].contains(name) {
      throw .forbidden(served.groupResource, name: name, "this namespace may not be deleted")
    }
  }
}
