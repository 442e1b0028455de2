import APIMachinery

/// What the garbage collector keeps of an object: who it is, who owns it, and whether it is leaving.
struct OwnedObject: Hashable, Sendable {
  let uid: String
  let resource: GroupVersionResource
  let kind: String
  let key: ObjectKey
  let owners: [OwnerReference]
  /// True when it has been asked to leave.
  let isDeleting: Bool
  /// True while it waits for its dependents to go first: foreground deletion.
  let isDeletingDependents: Bool
  /// True while it waits for its dependents to be set free.
  let isOrphaningDependents: Bool

  static let foregroundFinalizer = "foregroundDeletion"
  static let orphanFinalizer = "orphan"

  /// - Returns: `nil` when the object has no UID.
  /// - Complexity: O(1) for an object that nobody owns and that is not leaving.
  init?(_ object: DynamicObject, definition: ResourceDefinition) {
    let metadata = object.metadata
    guard let uid = metadata.uid else { return nil }
    self.uid = uid
    resource = definition.groupVersionResource
    kind = definition.kind
    key = ObjectKey(namespace: metadata.namespace ?? "", name: metadata.name ?? "")
    owners = metadata.ownerReferences
    isDeleting = metadata.fields.contains("deletionTimestamp")
    let finalizers = isDeleting ? metadata.finalizers : []
    isDeletingDependents = finalizers.contains(Self.foregroundFinalizer)
    isOrphaningDependents = finalizers.contains(Self.orphanFinalizer)
  }

  /// Whether two versions of an object are the same to the graph, as most are: a status changed, or a lease.
  static func isAlike(_ old: DynamicObject, _ new: DynamicObject) -> Bool {
    let (old, new) = (old.metadata.fields, new.metadata.fields)
    let isDeleting = new.contains("deletionTimestamp")
    return old.contains("deletionTimestamp") == isDeleting && old.string("uid") == new.string("uid")
      && old.array("ownerReferences") == new.array("ownerReferences")
      && (!isDeleting || old.array("finalizers") == new.array("finalizers"))
  }

  /// Whether `reference` means this object: a UID alone is not enough, since a reference may point into another
  /// namespace or at another kind by mistake.
  func isMeant(by reference: OwnerReference, from dependent: OwnedObject) -> Bool {
    guard reference.uid == uid, reference.name == key.name, reference.kind == kind else { return false }
    guard GroupVersion(apiVersion: reference.apiVersion)?.group == resource.group else { return false }
    return key.namespace.isEmpty || key.namespace == dependent.key.namespace
  }
}
