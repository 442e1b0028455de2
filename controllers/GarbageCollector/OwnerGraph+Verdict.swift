import APIMachinery

extension OwnerGraph {
  /// What has to be done with an object.
  enum Verdict: Hashable, Sendable {
    case keep
    /// Owners that are not in the graph: the API has to be asked whether they are there.
    case ask([OwnerReference])
    /// No owner is left.
    case delete(PropagationOfDeletion)
    /// Some owner is left: only the references to the others go.
    case dropReferences([String])
    /// It waits for its dependents, and these are the ones that still keep it.
    case waitFor([String])
    /// Nothing keeps it any more: take the finalizer away.
    case releaseForeground
    /// Set these dependents free, then take the finalizer away.
    case orphan([String])
  }

  enum PropagationOfDeletion: Hashable, Sendable { case background, foreground, orphan }

  /// Judges the object.
  ///
  /// - Parameter isAbsent: Whether the API has said that an owner is not there.
  /// Kubernetes: `garbagecollector.go`, `attemptToDeleteItem`.
  func verdict(on uid: String, isAbsent: (OwnerReference) -> Bool) -> Verdict {
    guard let object = self[uid] else { return .keep }
    if object.isOrphaningDependents { return .orphan(dependents(of: uid).map(\.uid)) }
    if object.isDeletingDependents { return foregroundVerdict(on: object) }
    if object.isDeleting || object.owners.isEmpty { return .keep }
    return verdict(on: object, Classification(of: object, in: self, isAbsent: isAbsent))
  }

  private func verdict(on object: OwnedObject, _ owners: Classification) -> Verdict {
    if !owners.unknown.isEmpty { return .ask(owners.unknown) }
    if !owners.solid.isEmpty {
      let gone = owners.dangling + owners.leaving
      return gone.isEmpty ? .keep : .dropReferences(gone)
    }
    if owners.isUnresolvable { return .keep }
    if !owners.leaving.isEmpty, hasDependents(object.uid) { return .delete(.foreground) }
    return .delete(.background)
  }

  /// Kubernetes: `processDeletingDependentsItem`. Only references that say so keep an owner.
  private func foregroundVerdict(on object: OwnedObject) -> Verdict {
    let blocking = dependents(of: object.uid).filter { dependent in
      dependent.owners.contains { $0.uid == object.uid && $0.blockOwnerDeletion == true }
    }
    return blocking.isEmpty ? .releaseForeground : .waitFor(blocking.map(\.uid))
  }

  /// The owners of an object, sorted by what became of them. By UID.
  private struct Classification {
    var solid: [String] = []
    var dangling: [String] = []
    /// Owners that leave in the foreground and wait for this object.
    var leaving: [String] = []
    var unknown: [OwnerReference] = []
    /// An object outside all namespaces names an owner inside one: which one cannot be told.
    var isUnresolvable = false

    init(of object: OwnedObject, in graph: OwnerGraph, isAbsent: (OwnerReference) -> Bool) {
      for reference in object.owners {
        if let owner = graph[reference.uid] {
          sort(reference, owner: owner, of: object)
        } else if isAbsent(reference) {
          dangling.append(reference.uid)
        } else {
          unknown.append(reference)
        }
      }
    }

    private mutating func sort(_ reference: OwnerReference, owner: OwnedObject, of object: OwnedObject) {
      if object.key.namespace.isEmpty, !owner.key.namespace.isEmpty {
        isUnresolvable = true
      } else if !owner.isMeant(by: reference, from: object) {
        dangling.append(reference.uid)
      } else if owner.isDeletingDependents {
        leaving.append(reference.uid)
      } else {
        solid.append(reference.uid)
      }
    }
  }
}
