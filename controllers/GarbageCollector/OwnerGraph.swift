import APIMachinery

/// Who owns whom, for all objects of the cluster.
///
/// Kubernetes: `pkg/controller/garbagecollector/graph_builder.go`. Kept up to date from watch events; each change
/// returns the objects that have to be looked at because of it.
struct OwnerGraph: Sendable {
  private var objects: [String: OwnedObject] = [:]
  /// The UIDs of the objects that name an owner, by the owner's UID.
  private var dependents: [String: Set<String>] = [:]

  var count: Int { objects.count }

  subscript(uid: String) -> OwnedObject? { objects[uid] }

  /// The objects that name `uid` as an owner, in the order of their keys.
  ///
  /// - Complexity: O(*n* log *n*) in the number of dependents.
  func dependents(of uid: String) -> [OwnedObject] {
    guard let uids = dependents[uid] else { return [] }
    return uids.compactMap { objects[$0] }.sorted { ($0.key, $0.uid) < ($1.key, $1.uid) }
  }

  func hasDependents(_ uid: String) -> Bool { !(dependents[uid]?.isEmpty ?? true) }

  /// Takes an object in, or its new state.
  ///
  /// - Returns: The UIDs of the objects to look at.
  /// - Complexity: O(*n*) in the number of owners; O(dependents) when the object begins to leave in the
  ///   foreground.
  mutating func insert(_ object: OwnedObject) -> [String] {
    let old = objects.updateValue(object, forKey: object.uid)
    if old == object { return [] }
    var affected: [String] = []
    for owner in old?.owners ?? [] where !object.owners.contains(where: { $0.uid == owner.uid }) {
      unlink(object.uid, from: owner.uid)
      affected.append(owner.uid)
    }
    for owner in object.owners { dependents[owner.uid, default: []].insert(object.uid) }
    if needsLook(object, after: old) { affected.append(object.uid) }
    affected += unblocked(object, after: old)
    if object.isDeletingDependents, old?.isDeletingDependents != true {
      affected += dependents(of: object.uid).map(\.uid)
    }
    return affected
  }

  /// Forgets an object that is gone.
  ///
  /// - Returns: The objects that it owned, and the owners that waited for it.
  mutating func remove(uid: String) -> [String] {
    guard let object = objects.removeValue(forKey: uid) else { return [] }
    let orphans = dependents(of: uid).map(\.uid)
    for owner in object.owners { unlink(uid, from: owner.uid) }
    return orphans + object.owners.map(\.uid).filter { objects[$0]?.isDeletingDependents == true }
  }

  private mutating func unlink(_ uid: String, from owner: String) {
    dependents[owner]?.remove(uid)
    if dependents[owner]?.isEmpty == true { dependents[owner] = nil }
  }

  /// An object needs a look when it began to leave, or when an owner that it names is not there.
  private func needsLook(_ object: OwnedObject, after old: OwnedObject?) -> Bool {
    if object.isDeletingDependents || object.isOrphaningDependents { return true }
    if old?.owners == object.owners { return false }
    return object.owners.contains { reference in
      guard let owner = objects[reference.uid] else { return true }
      return owner.isDeletingDependents || !owner.isMeant(by: reference, from: object)
    }
  }

  /// Owners that a changed reference no longer keeps from leaving.
  private func unblocked(_ object: OwnedObject, after old: OwnedObject?) -> [String] {
    guard let old, old.owners != object.owners else { return [] }
    return old.owners.filter { $0.blockOwnerDeletion == true }.map(\.uid)
      .filter { objects[$0]?.isDeletingDependents == true }
  }
}
