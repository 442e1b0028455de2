import APICore
import APIMachinery
import ControllerRuntime
import ObjectStore

extension Evidence {
  /// The objects that a controller made for a key whose object is gone, and that nothing will remove.
  func leaks(retained: Set<String>) -> [Flaw] {
    let creators = creators
    let uids = Set(survivors.map(\.uid))
    return survivors.compactMap { survivor in
      guard let creator = creators[survivor.uid], !retained.contains(survivor.event.key.resource),
        survivor.tree["metadata"]?["deletionTimestamp"] == nil,
        let owner = ownerKey(creator), !survivors.contains(where: { $0.event.key == owner }),
        versions.contains(where: { $0.event.key == owner && $0.event.kind == .deleted })
      else { return nil }
      let owners = Self.owners(of: survivor.tree)
      // The garbage collector takes what names an owner that is gone.
      if !owners.isEmpty, owners.allSatisfy({ !uids.contains($0.uid) }) { return nil }
      return Flaw(
        kind: .leakedObject, controller: creator.controller, object: survivor.object, field: nil,
        cause: "was made for \(owner.resource) \(creator.key), which is gone, and is still there")
    }
  }

  /// The writes that created objects, by the objects' UIDs.
  private var creators: [String: Writer] {
    var creators: [String: Writer] = [:]
    for version in versions where version.event.kind == .added && isUnderTest(version) {
      creators[version.uid] = version.writer
    }
    return creators
  }

  /// The object that a reconcile was for.
  private func ownerKey(_ writer: Writer) -> StoreKey? {
    guard let kind = controllers[writer.controller]?.ownerKind, let resource = resource(of: kind) else {
      return nil
    }
    return StoreKey(resource: resource, namespace: writer.key.namespace, name: writer.key.name)
  }

  private func resource(of kind: GroupVersionKind) -> String? {
    kinds.values.first { $0.definition.groupVersionKind == kind }?.storeName
  }

  private static func owners(of tree: JSONObject) -> [OwnerReference] {
    DynamicObject(fields: tree).metadata.ownerReferences
  }

  /// Objects of owned kinds that do not name the object that they were made for.
  var missingOwnerReferences: [Flaw] {
    versions.compactMap { version in
      guard version.event.kind == .added, let writer = version.writer, let key = ownerKey(writer),
        let controller = controllers[writer.controller],
        controller.ownedResources.contains(where: {
          $0.groupResource.description == version.event.key.resource
        }),
        !Self.owners(of: version.tree).contains(where: { $0.controller == true && $0.name == key.name })
      else { return nil }
      return Flaw(
        kind: .missingOwnerReference, controller: writer.controller, object: version.object,
        field: "metadata.ownerReferences",
        cause:
          "the controller owns this kind, but the object made for \(key.resource) \(writer.key) does not name it "
          + "as its controller: its changes lead nowhere, and it is not collected with it")
    }
  }

  /// Owner references to what is not there.
  var wrongOwnerReferences: [Flaw] {
    var places: [String: (kind: String, key: StoreKey)] = [:]
    var flaws: [Flaw] = []
    for version in versions {
      let kind = version.tree["kind"]?.stringValue ?? ""
      places[version.uid] = (kind, version.event.key)
      guard version.event.kind == .added, isUnderTest(version), let writer = version.writer else { continue }
      for owner in Self.owners(of: version.tree) {
        guard let cause = Self.objection(to: owner, places[owner.uid], in: version.event.key.namespace) else {
          continue
        }
        flaws.append(
          Flaw(
            kind: .wrongOwnerReference, controller: writer.controller, object: version.object,
            field: "metadata.ownerReferences", cause: cause))
      }
    }
    return flaws
  }

  private static func objection(
    to owner: OwnerReference, _ place: (kind: String, key: StoreKey)?, in namespace: String
  ) -> String? {
    guard let place else {
      return "names \(owner.kind) \(owner.name) by the UID \(owner.uid), which there never was"
    }
    if place.kind != owner.kind || place.key.name != owner.name {
      return "names \(owner.kind) \(owner.name), but its UID is that of \(place.kind) \(place.key.name)"
    }
    if !place.key.namespace.isEmpty, place.key.namespace != namespace {
      return
        "names \(owner.kind) \(owner.name) of the namespace \(place.key.namespace): owners are of the same one"
    }
    return nil
  }

  /// Writes of a status that has a place for the generation and leaves it empty.
  var statusesWithoutGeneration: [Flaw] {
    versions.compactMap { version in
      guard isUnderTest(version), let writer = version.writer, writer.write.subresource == "status",
        let kind = kinds[version.event.key.resource], let status = kind.type["status"]?.node.object,
        status["observedGeneration"] != nil, version.tree["metadata"]?["generation"] != nil,
        (version.tree["status"]?["observedGeneration"]?.intValue ?? 0) == 0
      else { return nil }
      return Flaw(
        kind: .statusWithoutObservedGeneration, controller: writer.controller, object: version.object,
        field: "status.observedGeneration",
        cause: "a reader cannot tell whether the status is about the present spec")
    }
  }
}
