import APIMachinery

/// What storage classes demand.
///
/// Kubernetes: `pkg/apis/storage/validation`.
struct StorageClassRules: ResourceRules {
  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let provisioner = object.string("provisioner") ?? ""
    if !provisioner.isEmpty {
      errors.invalid(
        "provisioner", .string(provisioner), each: NameRules.qualifiedName(provisioner.lowercased()))
    }
  }

  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    for field in ["parameters", "provisioner", "reclaimPolicy"] where object[field] != old[field] {
      errors.forbidden(field, "updates to \(field) are forbidden.")
    }
    if object["volumeBindingMode"] != old["volumeBindingMode"] {
      errors.invalid("volumeBindingMode", object["volumeBindingMode"], "field is immutable")
    }
  }
}

/// What CSI drivers demand.
struct CSIDriverRules: ResourceRules {
  func setDefaults(_ object: inout JSONObject) {
    object.withObject("spec") { $0.setDefault("volumeLifecycleModes", ["Persistent"]) }
  }
}

/// The ways in which volumes can be mounted.
enum AccessModeRules {
  static let all = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"]

  /// - Parameter message: What is said when there are none.
  static func validate(_ spec: JSONObject, message: String, _ errors: inout FieldErrors) {
    let modes = spec.array("accessModes")
    if modes.isEmpty { errors.required("accessModes", message) }
    for mode in modes where !all.contains(mode.stringValue ?? "") {
      errors.notSupported("accessModes", mode, all)
    }
    if modes.count > 1, modes.contains("ReadWriteOncePod") {
      errors.forbidden("accessModes", "may not use ReadWriteOncePod with other access modes")
    }
  }
}

/// What claims demand.
///
/// Kubernetes: `pkg/apis/core/validation ValidatePersistentVolumeClaimSpec`, `...Update`.
struct ClaimRules: ResourceRules {
  func prepareForCreate(_ object: inout JSONObject) { object["status"] = ["phase": "Pending"] }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    errors.at("spec") { errors in
      AccessModeRules.validate(spec, message: "at least 1 access mode is required", &errors)
      if let selector = spec.object("selector") {
        errors.at("selector") { LabelSelectorValidator.validate(selector, &$0) }
      }
      let size = spec.object("resources")?.object("requests")?["storage"]
      if let size {
        if let quantity = Quantity(json: size), quantity.sign <= 0 {
          errors.invalid("resources[storage]", size, "must be greater than zero")
        }
      } else {
        errors.required("resources[storage]", "")
      }
      if let name = spec.string("storageClassName"), !name.isEmpty {
        errors.invalid("storageClassName", .string(name), each: NameRules.dns1123Subdomain(name))
      }
    }
  }

  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    let (spec, oldSpec) = (object.object("spec") ?? JSONObject(), old.object("spec") ?? JSONObject())
    var expected = oldSpec
    let isBound = old.string(at: "status", "phase") == "Bound"
    if oldSpec.string("volumeName") ?? "" == "" { expected["volumeName"] = spec["volumeName"] }
    if oldSpec["storageClassName"] == nil { expected["storageClassName"] = spec["storageClassName"] }
    if isBound {
      for field in ["resources", "volumeAttributesClassName"] { expected[field] = spec[field] }
    }
    guard spec == expected else {
      return errors.forbidden(
        "spec",
        "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims"
      )
    }
    let size = Quantity.storage(spec.object("resources")?.object("requests"))
    let known = Quantity.storage(old.object("status")?.object("capacity"))
    if isBound, let size, let known, size < known {
      errors.forbidden("spec.resources.requests.storage", "field can not be less than status.capacity")
    }
  }
}

extension Quantity {
  /// The amount of storage among some amounts.
  static func storage(_ amounts: JSONObject?) -> Quantity? {
    amounts?["storage"].flatMap { Quantity(json: $0) }
  }
}

/// What volumes demand.
///
/// Kubernetes: `pkg/apis/core/validation ValidatePersistentVolume`, `...Update`.
struct VolumeRules: ResourceRules {
  /// The fields of a volume's spec that are no source.
  private static let plain: Set<String> = [
    "accessModes", "capacity", "claimRef", "mountOptions", "nodeAffinity", "persistentVolumeReclaimPolicy",
    "storageClassName", "volumeAttributesClassName", "volumeMode",
  ]

  func prepareForCreate(_ object: inout JSONObject) { object["status"] = ["phase": "Pending"] }

  private func sources(_ object: JSONObject) -> [JSONObject.Element] {
    (object.object("spec") ?? JSONObject()).filter { !Self.plain.contains($0.key) }
  }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    errors.at("spec") { errors in
      AccessModeRules.validate(spec, message: "", &errors)
      if let size = spec.object("capacity")?["storage"] {
        if let quantity = Quantity(json: size), quantity.sign <= 0 {
          errors.invalid("capacity[storage]", size, "must be greater than zero")
        }
      } else {
        errors.required("capacity", "")
      }
      let sources = sources(object)
      if sources.isEmpty { errors.required(nil, "must specify a volume type") }
      for extra in sources.dropFirst() {
        errors.forbidden(extra.key, "may not specify more than 1 volume type")
      }
      if spec.contains("local"), spec.object("nodeAffinity")?.object("required") == nil {
        errors.required("nodeAffinity", "Local volume requires node affinity")
      }
    }
  }

  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    let (new, before) = (sources(object), sources(old))
    if new.map(\.key) != before.map(\.key) || zip(new, before).contains(where: { $0.value != $1.value }) {
      errors.forbidden(
        "spec.persistentvolumesource", "spec.persistentvolumesource is immutable after creation")
    }
    let (spec, oldSpec) = (object.object("spec") ?? JSONObject(), old.object("spec") ?? JSONObject())
    if spec["volumeMode"] != oldSpec["volumeMode"] {
      errors.invalid("volumeMode", spec["volumeMode"], "field is immutable")
    }
    if let affinity = oldSpec["nodeAffinity"], spec["nodeAffinity"] != affinity {
      errors.invalid(
        "nodeAffinity", spec["nodeAffinity"], "field is immutable, except for updating from beta label to GA")
    }
  }
}
