import APIMachinery

/// The cells of the kinds of `storage.k8s.io`.
///
/// Kubernetes: `printStorageClass`, `printVolumeAttachment`, `printCSINode`, `printCSIDriver`.
enum StorageCells {
  typealias Cell = TableCells.Cell

  static func storageClass(_ object: JSONObject) -> [Cell] {
    let isDefault =
      object.metadataFields.object("annotations")?["storageclass.kubernetes.io/is-default-class"] == "true"
    let name = object.metadataFields.string("name") ?? ""
    return [
      Cell("Name", isDefault ? "\(name) (default)" : name),
      Cell("Provisioner", object.string("provisioner") ?? ""),
      Cell("ReclaimPolicy", object.string("reclaimPolicy") ?? "Delete"),
      Cell("VolumeBindingMode", object.string("volumeBindingMode") ?? "Immediate"),
      Cell("AllowVolumeExpansion", object["allowVolumeExpansion"] == true ? "true" : "false"),
    ]
  }

  static func attachment(_ object: JSONObject) -> [Cell] {
    let spec = object.object("spec") ?? JSONObject()
    return [
      Cell("Attacher", spec.string("attacher") ?? ""),
      Cell("PV", spec.object("source")?.string("persistentVolumeName") ?? ""),
      Cell("Node", spec.string("nodeName") ?? ""),
      Cell("Attached", .bool(object.object("status")?["attached"] == true)),
    ]
  }

  static func node(_ object: JSONObject) -> [Cell] {
    [Cell("Drivers", .int(Int64(object.object("spec")?.array("drivers").count ?? 0)))]
  }

  static func driver(_ object: JSONObject) -> [Cell] {
    let spec = object.object("spec") ?? JSONObject()
    let audiences = spec.array("tokenRequests").compactMap { $0["audience"]?.stringValue }
    return [
      Cell("AttachRequired", .bool(spec["attachRequired"] != false)),
      Cell("PodInfoOnMount", .bool(spec["podInfoOnMount"] == true)),
      Cell("StorageCapacity", .bool(spec["storageCapacity"] == true)),
      Cell("TokenRequests", audiences.isEmpty ? "<unset>" : audiences.joined(separator: ",")),
      Cell("RequiresRepublish", .bool(spec["requiresRepublish"] == true)),
      Cell("Modes", spec.array("volumeLifecycleModes").compactMap(\.stringValue).joined(separator: ",")),
    ]
  }

  static func attributesClass(_ object: JSONObject) -> [Cell] {
    [Cell("DriverName", object.string("driverName") ?? "")]
  }

  static func capacity(_ object: JSONObject) -> [Cell] {
    [
      Cell("StorageClassName", object.string("storageClassName") ?? ""),
      Cell("Capacity", object.string("capacity") ?? "<unset>"),
    ]
  }
}
