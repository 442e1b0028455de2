import APIMachinery
import ObjectStore

extension APIService {
  private static let storageClasses = "storageclasses.storage.k8s.io"

  /// What the plug-ins do to a new claim: its finalizer, and the default class where it names none.
  ///
  /// Kubernetes: plug-ins `StorageObjectInUseProtection` and `DefaultStorageClass`.
  func admitClaim(_ claim: inout JSONObject) {
    Self.protect(&claim, by: "kubernetes.io/pvc-protection")
    let annotations = claim.metadataFields.object("annotations")
    guard claim.object("spec")?["storageClassName"] == nil,
      annotations?["volume.beta.kubernetes.io/storage-class"] == nil, let name = defaultStorageClass
    else { return }
    claim.withObject("spec") { $0["storageClassName"] = .string(name) }
  }

  /// Kubernetes: plug-in `StorageObjectInUseProtection`.
  func admitVolume(_ volume: inout JSONObject) { Self.protect(&volume, by: "kubernetes.io/pv-protection") }

  private static func protect(_ object: inout JSONObject, by finalizer: JSON) {
    object.withObject("metadata") { metadata in
      let finalizers = metadata.array("finalizers")
      if !finalizers.contains(finalizer) { metadata["finalizers"] = .array(finalizers + [finalizer]) }
    }
  }

  /// The newest of the classes that are marked as the default.
  private var defaultStorageClass: String? {
    let page = try? store.list(resource: Self.storageClasses)
    let marked = (page?.objects ?? []).filter { stored in
      stored.tree.metadataFields.object("annotations")?["storageclass.kubernetes.io/is-default-class"]
        == "true"
    }
    return marked.map { ($0.tree.metadataFields.string("creationTimestamp") ?? "", $0.key.name) }
      .min { $0.0 != $1.0 ? $0.0 > $1.0 : $0.1 < $1.1 }?.1
  }

  /// Kubernetes: plug-in `PersistentVolumeClaimResize`.
  func admitResize(_ claim: JSONObject, _ old: JSONObject, _ served: ServedResource) throws(StatusError) {
    func size(_ claim: JSONObject) -> Quantity? {
      Quantity.storage(claim.object("spec")?.object("resources")?.object("requests"))
    }
    guard let new = size(claim), let before = size(old), new > before else { return }
    let name = claim.metadataFields.string("name") ?? ""
    guard claim.string(at: "status", "phase") == "Bound" || old.string(at: "status", "phase") == "Bound"
    else {
      throw .forbidden(
        served.groupResource, name: name, "only bound persistent volume claims can be expanded")
    }
    let className =
      old.metadataFields.object("annotations")?.string("volume.beta.kubernetes.io/storage-class")
      ?? old.string(at: "spec", "storageClassName") ?? ""
    let found = store.get(StoreKey(resource: Self.storageClasses, namespace: "", name: className))
    guard found?.tree["allowVolumeExpansion"] == true else {
      throw .forbidden(
        served.groupResource, name: name,
        "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support "
          + "resize")
    }
  }
}
