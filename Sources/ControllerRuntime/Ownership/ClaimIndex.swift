public import APIMachinery

/// Sorts objects for those who claim them: under the UID of the owner that controls them, and under their namespace when
/// nobody does. One index serves owners of all kinds, as no two of them have one UID.
@usableFromInline enum ClaimIndex {
  @usableFromInline static var name: IndexName { "metadata.claims" }

  @usableFromInline static func orphans(in namespace: String) -> String { "orphan/\(namespace)" }

  static func value(of object: JSONObject) -> String? {
    guard let reference = OwnerKeys.controllerReference(of: object) else {
      return orphans(in: OwnerKeys.namespace(of: object))
    }
    return reference.string("uid")
  }
}

extension Controller {
  /// Lets the controller find the objects of `kind` that an owner controls, and those that it could adopt, with
  /// ``Cache/owned(_:by:)`` and ``Cache/orphans(_:of:in:)``: what an ``ObjectClaim`` settles.
  public consuming func indexByClaim<Kind: Resource, Owner: Resource>(
    _ kind: Kind.Type, of owner: Owner.Type
  ) -> Controller {
    index(kind, ClaimIndex.name, madeOf: { $0.object("metadata")?["ownerReferences"] }) { object in
      ClaimIndex.value(of: object.fields).map { [$0] } ?? []
    }
  }
}

extension Cache {
  /// The objects that `owner` controls. The controller must have declared the index with
  /// ``Controller/indexByClaim(_:of:)``.
  @inlinable
  public func owned<Kind: Resource, Owner: Resource>(_ kind: Kind.Type, by owner: Owner) -> [Kind] {
    list(kind, index: ClaimIndex.name, owner.metadata.uid ?? "")
  }

  /// The objects of a namespace that nobody controls. The controller must have declared the index with
  /// ``Controller/indexByClaim(_:of:)``.
  @inlinable
  public func orphans<Kind: Resource, Owner: Resource>(
    _ kind: Kind.Type, of owner: Owner.Type, in namespace: String
  ) -> [Kind] {
    list(kind, index: ClaimIndex.name, ClaimIndex.orphans(in: namespace))
  }
}
