import APIMachinery
import ObjectStore
import VPCAddressing

extension APIService {
  /// Changes and checks a new object as Kubernetes' admission plug-ins do.
  ///
  /// - Returns: the addresses and ports that the object was given, to be given back if it is not stored.
  func admitCreation(_ object: inout JSONObject, _ served: ServedResource, _ target: RequestTarget)
    throws(StatusError) -> ServiceClaims
  {
    if served.definition.isNamespaced { try checkNamespace(of: object, served) }
    switch served.storeName {
    case "pods":
      try admitPod(&object, served)
      return ServiceClaims()
    case "services":
      loadServices()
      return try services.claim(&object, old: nil, served, world)
    case "namespaces":
      admitNamespace(&object)
      return ServiceClaims()
    case "persistentvolumeclaims":
      admitClaim(&object)
      try admitLimits(&object, served)
      return ServiceClaims()
    case "persistentvolumes":
      admitVolume(&object)
      return ServiceClaims()
    default: return ServiceClaims()
    }
  }

  /// The same for the new version of an object.
  func admitUpdate(
    _ object: inout JSONObject, _ old: JSONObject, _ served: ServedResource, _ target: RequestTarget,
    _ scope: WriteScope
  ) throws(StatusError) -> ServiceClaims {
    guard scope == .main else { return ServiceClaims() }
    switch served.storeName {
    case "services":
      loadServices()
      return try services.claim(&object, old: old, served, world)
    case "namespaces": admitNamespace(&object)
    case "persistentvolumeclaims":
      try admitResize(object, old, served)
      try admitLimits(&object, served)
    default: break
    }
    return ServiceClaims()
  }

  // MARK: Namespaces

  /// Kubernetes: plug-in `NamespaceLifecycle`.
  private func checkNamespace(of object: JSONObject, _ served: ServedResource) throws(StatusError) {
    let metadata = object.metadataFields
    let name = metadata.string("namespace") ?? ""
    guard let namespace = store.get(StoreKey(resource: "namespaces", namespace: "", name: name)) else {
      throw .notFound(GroupResource(group: "", resource: "namespaces"), name: name)
    }
    guard namespace.header.field("status.phase") == "Terminating" else { return }
    var error = StatusError.forbidden(
      served.groupResource, name: metadata.string("name") ?? "",
      "unable to create new content in namespace \(name) because it is being terminated")
    error.details?.causes = [
      StatusError.Cause(
        reason: "NamespaceTerminating", message: "namespace \(name) is being terminated",
        field: "metadata.namespace")
    ]
    throw error
  }

  private func admitNamespace(_ object: inout JSONObject) {
    let name = object.metadataFields.string("name") ?? ""
    object.withObject("metadata") { metadata in
      metadata.withObject("labels") { $0["kubernetes.io/metadata.name"] = .string(name) }
    }
  }
}
