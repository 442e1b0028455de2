public import APIMachinery

extension APIService {
  /// The `Status` that tells a client that an object is gone; `nil` when the client is shown the object itself: while
  /// it lingers, and for the kinds of which Kubernetes shows the last state.
  ///
  /// Kubernetes: `registry/generic/registry.Store.finalizeDelete`; `kind` in the details is the resource's name.
  public func deletionStatus(of object: APIObject, _ target: RequestTarget) -> JSON? {
    guard object.isGone, let served = registry.find(target.resource),
      !Self.shownWhenDeleted.contains(served.storeName)
    else { return nil }
    let metadata = object.tree.metadataFields
    var details: JSONObject = ["name": .string(target.name)]
    if !served.definition.group.isEmpty { details["group"] = .string(served.definition.group) }
    details["kind"] = .string(served.definition.plural)
    details["uid"] = metadata["uid"]
    return [
      "kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Success", "details": .object(details),
    ]
  }

  /// Kubernetes: the stores with `ReturnDeletedObject`.
  private static let shownWhenDeleted: Set<String> = [
    "namespaces", "persistentvolumeclaims", "persistentvolumes", "pods", "podtemplates", "resourcequotas",
    "serviceaccounts", "services", "csidrivers.storage.k8s.io", "csinodes.storage.k8s.io",
    "storageclasses.storage.k8s.io", "volumeattachments.storage.k8s.io",
    "volumeattributesclasses.storage.k8s.io",
  ]
}
