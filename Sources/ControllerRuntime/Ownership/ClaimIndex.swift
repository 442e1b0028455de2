public import APIMachinery

/// Sorts objects for those who claim them: under the UID of the owner that controls them, and under their namespace when
/// nobody does.
@usableFromInline enum ClaimIndex {
  /// `claims.replicasets.apps`. Written out, and not with the description of the resource: each look at the index makes
  /// it.
  @usableFromInline
  static func name<Owner: Resource>(_ owner: Owner.Type) -> IndexName {
    let resource = Owner.definition.groupResource
    return IndexName(
      resource.group.isEmpty
        ? "claims.\(resource.resource)" : "claims.\(resource.resource).\(resource.group)")
  }

  @usableFromInline static func orphans(in namespace: String) -> String { "orphan/\(namespace)" }

  /// An object that an owner of another kind controls stands nowhere.
  static func value(of object: JSONObject, for kind: String) -> String? {
    guard let reference = OwnerKeys.controllerReference(of: object) else {
      return orphans(in: object["metadata"]?["namespace"]?.stringValue ?? "")
    }
    return reference["kind"]?.stringValue == kind ? reference["uid"]?.stringValue : nil
  }
}

extension Controller {
  /// Lets the controller find the objects of `kind` that an owner controls, and those that it could adopt, with
  /// ``Cache/owned(_:by:)`` and ``Cache/orphans(_:of:in:)``: what an ``ObjectClaim`` settles.
  public func indexByClaim<Kind: Resource, Owner: Resource>(_ kind: Kind.Type, of owner: Owner.Type)
    -> Controller
  {
    let ownerKind = Owner.definition.kind
    return index(kind, ClaimIndex.name(owner), madeOf: { $0["metadata"]?["ownerReferences"] }) { object in
      ClaimIndex.value(of: object.fields, for: ownerKind).map { [$0] } ?? []
    }
  }
}

extension Cache {
  /// The objects that `owner` controls. The controller must have declared the index with
  /// ``Controller/indexByClaim(_:of:)``.
  @inlinable
  public func owned<Kind: Resource, Owner: Resource>(_ kind: Kind.Type, by owner: Owner) -> [Kind] {
    list(kind, index: ClaimIndex.name(Owner.self), owner.metadata.uid ?? "")
  }

  /// The objects of a namespace that nobody controls. The controller must have declared the index with
  /// ``Controller/indexByClaim(_:of:)``.
  @inlinable
  public func orphans<Kind: Resource, Owner: Resource>(
    _ kind: Kind.Type, of owner: Owner.Type, in namespace: String
  ) -> [Kind] {
    list(kind, index: ClaimIndex.name(owner), ClaimIndex.orphans(in: namespace))
  }
}
