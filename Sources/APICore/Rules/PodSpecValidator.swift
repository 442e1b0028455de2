import APIMachinery

/// The rules of a pod's spec that relate several fields.
///
/// Kubernetes: `pkg/apis/core/validation ValidatePodSpec`.
enum PodSpecValidator {
  /// - Parameter claims: The names of volumes that are made of claim templates, beside those of the spec.
  static func validate(_ spec: JSONObject, claims: [String] = [], _ errors: inout FieldErrors) {
    let volumes = volumeNames(spec, &errors) + claims
    var names: [String] = []
    for list in ["containers", "initContainers", "ephemeralContainers"] {
      for (index, element) in spec.array(list).enumerated() {
        guard case .object(let container) = element else { continue }
        errors.push(list)
        errors.push(index: index)
        validateName(container, &names, &errors)
        ContainerValidator.validate(container, isInit: list == "initContainers", volumes: volumes, &errors)
        errors.pop()
        errors.pop()
      }
    }
    validateHostPorts(spec, &errors)
    validateTolerations(spec.array("tolerations"), &errors)
    if let seconds = spec["activeDeadlineSeconds"]?.intValue, seconds < 1 {
      errors.invalid("activeDeadlineSeconds", .int(seconds), "must be between 1 and 2147483647, inclusive")
    }
    for name in ["nodeName", "serviceAccountName", "priorityClassName", "schedulerName"] {
      guard let text = spec.string(name), !text.isEmpty else { continue }
      errors.invalid(name, .string(text), each: NameRules.dns1123Subdomain(text))
    }
    validateLabels(spec, &errors)
  }

  private static func validateLabels(_ spec: JSONObject, _ errors: inout FieldErrors) {
    if let selector = spec.object("nodeSelector") {
      errors.at("nodeSelector") { MetadataValidator.validateLabels(selector, &$0) }
    }
    for name in ["hostname", "subdomain"] {
      guard let text = spec.string(name), !text.isEmpty else { continue }
      errors.invalid(name, .string(text), each: NameRules.dns1123Label(text))
    }
  }

  private static func validateName(
    _ container: JSONObject, _ names: inout [String], _ errors: inout FieldErrors
  ) {
    guard let name = container.string("name"), !name.isEmpty else { return }
    errors.invalid("name", .string(name), each: NameRules.dns1123Label(name))
    if names.contains(name) { errors.duplicate("name", .string(name)) }
    names.append(name)
  }

  private static func volumeNames(_ spec: JSONObject, _ errors: inout FieldErrors) -> [String] {
    var names: [String] = []
    for (index, volume) in spec.array("volumes").enumerated() {
      guard case .object(let volume) = volume else { continue }
      let name = volume.string("name") ?? ""
      errors.push("volumes")
      errors.push(index: index)
      if !name.isEmpty { errors.invalid("name", .string(name), each: NameRules.dns1123Label(name)) }
      if names.contains(name) { errors.duplicate("name", .string(name)) }
      var hasSource = false
      for (key, _) in volume where key != "name" {
        if hasSource { errors.forbidden(key, "may not specify more than 1 volume type") }
        hasSource = true
      }
      if !hasSource { errors.required(nil, "must specify a volume type") }
      errors.pop()
      errors.pop()
      names.append(name)
    }
    return names
  }

  /// Kubernetes: a pod in the node's network has its containers' ports on the node.
  private static func validateHostPorts(_ spec: JSONObject, _ errors: inout FieldErrors) {
    guard spec["hostNetwork"] == true else { return }
    for (index, container) in spec.array("containers").enumerated() {
      for (place, port) in (container["ports"]?.arrayValue ?? []).enumerated() {
        guard let host = port["hostPort"], host != port["containerPort"] else { continue }
        errors.invalid(
          "containers[\(index)].ports[\(place)].containerPort", port["containerPort"],
          "must match `hostPort` when `hostNetwork` is true")
      }
    }
  }

  private static func validateTolerations(_ tolerations: [JSON], _ errors: inout FieldErrors) {
    for (index, toleration) in tolerations.enumerated() {
      guard case .object(let fields) = toleration else { continue }
      errors.push("tolerations")
      errors.push(index: index)
      validateToleration(fields, &errors)
      errors.pop()
      errors.pop()
    }
  }

  private static func validateToleration(_ toleration: JSONObject, _ errors: inout FieldErrors) {
    let key = toleration.string("key") ?? ""
    let operation = toleration.string("operator") ?? ""
    let value = toleration.string("value") ?? ""
    if !key.isEmpty { errors.invalid("key", .string(key), each: NameRules.qualifiedName(key)) }
    if key.isEmpty, operation != "Exists" {
      errors.invalid(
        "operator", .string(operation),
        "operator must be Exists when `key` is empty, which means \"match all values "
          + "and all keys\"")
    }
    if toleration.contains("tolerationSeconds"), toleration.string("effect") != "NoExecute" {
      errors.invalid(
        "effect", .string(toleration.string("effect") ?? ""),
        "effect must be 'NoExecute' when `tolerationSeconds` "
          + "is set")
    }
    switch operation {
    case "", "Equal": errors.invalid("operator", .string(value), each: NameRules.labelValue(value))
    case "Exists":
      if !value.isEmpty {
        errors.invalid("operator", .string(value), "value must be empty when `operator` is 'Exists'")
      }
    case "Lt", "Gt":
      if Int64(value) == nil { errors.invalid("value", .string(value), "must be a 64-bit integer") }
    default: errors.notSupported("operator", .string(operation), ["Equal", "Exists", "Gt", "Lt"])
    }
  }

  // MARK: Updates

  /// What a pod's spec may change: images, the deadline, tolerations that are added.
  ///
  /// Kubernetes: `ValidatePodUpdate`.
  static func validateUpdate(_ new: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    let added = old.array("tolerations").filter { !new.array("tolerations").contains($0) }
    if !added.isEmpty {
      errors.forbidden(
        "tolerations", "existing toleration can not be modified except its tolerationSeconds")
    }
    var comparable = new
    for list in ["containers", "initContainers"] { copyImages(from: old, to: &comparable, list) }
    for field in ["activeDeadlineSeconds", "tolerations", "terminationGracePeriodSeconds", "schedulingGates"]
    {
      comparable[field] = old[field]
    }
    if old.string("nodeName").isNilOrEmpty, !old.array("schedulingGates").isEmpty {
      for field in ["nodeSelector", "affinity"] { comparable[field] = old[field] }
    }
    if new.array("containers").count != old.array("containers").count {
      return errors.forbidden(nil, "pod updates may not add or remove containers")
    }
    if comparable != old {
      errors.forbidden(
        nil,
        "pod updates may not change fields other than `spec.containers[*].image`, `spec.initContainers[*].image`, "
          + "`spec.activeDeadlineSeconds`, `spec.tolerations` (only additions to existing tolerations), "
          + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)\n"
          + difference(comparable, old))
    }
  }

  private static func copyImages(from old: JSONObject, to new: inout JSONObject, _ list: String) {
    let before = old.array(list)
    guard before.count == new.array(list).count else { return }
    var containers = new.array(list)
    for index in containers.indices {
      guard case .object(var container) = containers[index] else { continue }
      container["image"] = before[index]["image"]
      containers[index] = .object(container)
    }
    if !containers.isEmpty { new[list] = .array(containers) }
  }

  /// The names of the fields that differ, one a line.
  private static func difference(_ new: JSONObject, _ old: JSONObject) -> String {
    var names = new.keys.filter { new[$0] != old[$0] }
    names += old.keys.filter { !new.contains($0) }
    return names.sorted().map { "  \($0)" }.joined(separator: "\n")
  }
}
