import APIMachinery
import KubernetesClient
import ObjectStore

/// Definitions of custom resources: what they declare is served from the commit on that they came with.
extension APIService {
  /// Serves what the stored definitions declare. Those that have their names come before those that wait for some.
  func loadDefinitions() {
    guard let page = try? store.list(resource: CustomDefinition.resource) else { return }
    let definitions = page.objects.map { ($0, DefinitionStatus($0.tree).isTrue("NamesAccepted")) }
    for (stored, _) in definitions.filter(\.1) + definitions.filter({ !$0.1 }) {
      registry.install(stored.tree, stored)
    }
  }

  /// Follows a write of a definition: serves what it declares now, and writes down in its status what that is. Only
  /// where ``ServedResource/settlesWrites`` says so is there anything to do.
  ///
  /// - Returns: The definition with its status.
  func settle(_ stored: StoredObject, _ served: ServedResource) async throws(StatusError) -> StoredObject {
    if served.storeName == ServedResource.checkedPolicies {
      return try await checkTypes(of: stored, served)
    }
    guard served.storeName == CustomDefinition.resource else { return stored }
    let tree = trees.tree(of: stored)
    let before = registry.names(of: stored.key.name)
    guard let acceptance = registry.install(tree, stored) else { return stored }
    if let before, before != acceptance.names { try await settleOthers(than: stored.key.name, served) }
    guard let status = status(of: tree, acceptance) else { return stored }
    let answer = try await writeStatus(of: stored.key.name, served) { old in
      self.status(of: old, acceptance) ?? old.object("status") ?? status
    }
    return answer?.stored ?? stored
  }

  /// What the status of a definition is to be; `nil` when it is that already.
  private func status(of definition: JSONObject, _ acceptance: NameAcceptance) -> JSONObject? {
    let group = definition.object("spec")?.string("group") ?? ""
    let annotation =
      DefinitionRules.isProtected(group)
      ? definition.metadataFields.object("annotations")?.string("api-approved.kubernetes.io") : nil
    var status = DefinitionStatus(definition)
    status.set(acceptance, annotation: annotation, world.time.now())
    return status.fields == definition.object("status") ? nil : status.fields
  }

  /// Writes the status of an object that follows from the object itself.
  ///
  /// - Returns: `nil` when the object is gone.
  func writeStatus(
    of name: String, _ served: ServedResource, _ make: (JSONObject) -> JSONObject
  ) async throws(StatusError) -> APIObject? {
    let target = RequestTarget(
      user: .controller("kube-apiserver"), resource: served.name, name: name,
      subresource: "status", defaultFieldManager: "kube-apiserver")
    do throws(StatusError) {
      return try await write(target, served, WriteOptions(fieldManager: "kube-apiserver")) {
        old, _ throws(StatusError) in
        var object = old
        object["status"] = .object(make(old))
        object.withObject("metadata") { $0.removeValue("resourceVersion") }
        return Proposal(object: object)
      }
    } catch {
      if error.isNotFound { return nil }
      throw error
    }
  }

  /// Ends the service of a definition that is gone, takes away what is left of its objects, and gives its names to
  /// others that wait for them.
  func retire(_ stored: StoredObject, _ served: ServedResource) async throws(StatusError) {
    guard served.storeName == CustomDefinition.resource else { return }
    let name = stored.key.name
    registry.uninstall(name, revision: stored.revision)
    do throws(StoreError) {
      let successor = store.get(stored.key)?.createRevision ?? .max
      for left in try store.list(resource: name).objects where left.createRevision < successor {
        let bytes = left.bytes
        _ = try await store.commit(
          .delete(left.key, expected: left.revision) { [trees] removed, revision in
            trees.forget(removed.revision, of: name)
            return EncodedObject(bytes: ObjectEncoding.bytes(bytes, revision: revision), attachment: nil)
          })
      }
    } catch {
      throw StatusError(unavailable: error)
    }
    try await settleOthers(than: name, served)
  }

  /// Looks again at definitions of the same group that could not have all their names.
  private func settleOthers(than name: String, _ served: ServedResource) async throws(StatusError) {
    let group = name.split(separator: ".", maxSplits: 1).last.map(String.init) ?? ""
    for other in registry.waiting(inGroup: group) where other != name {
      guard let stored = store.get(StoreKey(resource: served.storeName, namespace: "", name: other)) else {
        continue
      }
      _ = try await settle(stored, served)
    }
  }

  /// A definition whose deletion is asked for: its objects are to go first.
  ///
  /// Kubernetes: `registry/customresourcedefinition/etcd.go`.
  func markedForDeletion(_ object: JSONObject, _ served: ServedResource) -> JSONObject {
    guard served.storeName == CustomDefinition.resource, !object.metadataFields.contains("deletionTimestamp")
    else { return object }
    var result = object
    var status = DefinitionStatus(object)
    status.setTerminating(world.time.now())
    result["status"] = .object(status.fields)
    result.withObject("metadata") { metadata in
      let finalizers = metadata.array("finalizers")
      let own = JSON.string(CustomDefinition.finalizer)
      if !finalizers.contains(own) { metadata["finalizers"] = .array(finalizers + [own]) }
    }
    return result
  }
}
