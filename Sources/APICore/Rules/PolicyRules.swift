import APIMachinery

/// What disruption budgets demand.
///
/// Kubernetes: `pkg/apis/policy/validation`.
struct DisruptionBudgetRules: ResourceRules {
  func prepareForCreate(_ object: inout JSONObject) {
    object["status"] = ["disruptionsAllowed": 0, "currentHealthy": 0, "desiredHealthy": 0, "expectedPods": 0]
  }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    errors.at("spec") { errors in
      if spec.contains("minAvailable"), spec.contains("maxUnavailable") {
        errors.invalid(nil, .object(spec), "minAvailable and maxUnavailable cannot be both set")
      }
      for name in ["minAvailable", "maxUnavailable"] {
        guard let value = spec[name] else { continue }
        IntOrPercentRules.validate(value, name, &errors)
        if let percent = IntOrString(json: value)?.percent, percent > 100 {
          errors.invalid(name, value, "must not be greater than 100%")
        }
      }
      if let selector = spec.object("selector") {
        errors.at("selector") { LabelSelectorValidator.validate(selector, &$0) }
      }
    }
  }
}

/// What priority classes demand.
///
/// Kubernetes: `pkg/apis/scheduling/validation`.
struct PriorityClassRules: ResourceRules {
  static let highestUserPriority: Int64 = 1_000_000_000

  func setDefaults(_ object: inout JSONObject) {
    object.setDefault("preemptionPolicy", "PreemptLowerPriority")
    object.setDefault("value", 0)
  }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let name = object.metadataFields.string("name") ?? ""
    let value = object["value"]?.intValue ?? 0
    if name.hasPrefix("system-") {
      if APIService.systemPriorities[name] == value { return }
      errors.forbidden(
        "metadata.name",
        "priority class names with 'system-' prefix are reserved for system use only. error: "
          + "\(name) is not a known system priority class")
    } else if value > Self.highestUserPriority {
      errors.forbidden(
        "value", "maximum allowed value of a user defined priority is \(Self.highestUserPriority)")
    }
    let policy = object.string("preemptionPolicy") ?? ""
    if !["Never", "PreemptLowerPriority"].contains(policy) {
      errors.notSupported("preemptionPolicy", .string(policy), ["Never", "PreemptLowerPriority"])
    }
  }

  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    if object["value"] != old["value"] { errors.invalid("value", object["value"], "field is immutable") }
    if object["preemptionPolicy"] != old["preemptionPolicy"] {
      errors.invalid("preemptionPolicy", object["preemptionPolicy"], "field is immutable")
    }
  }

  func indexedFields(_ object: JSONObject) -> [(field: String, value: String)] {
    var fields = [(field: "value", value: String(object["value"]?.intValue ?? 0))]
    if object["globalDefault"] == true { fields.append(("globalDefault", "true")) }
    if let policy = object.string("preemptionPolicy") { fields.append(("preemptionPolicy", policy)) }
    return fields
  }
}

/// What leases demand.
///
/// Kubernetes: `pkg/apis/coordination/validation`.
struct LeaseRules: ResourceRules {
  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    errors.at("spec") { errors in
      if let seconds = spec["leaseDurationSeconds"]?.intValue, seconds <= 0 {
        errors.invalid("leaseDurationSeconds", .int(seconds), "must be greater than 0")
      }
      if let transitions = spec["leaseTransitions"]?.intValue, transitions < 0 {
        errors.invalid("leaseTransitions", .int(transitions), "must be greater than or equal to 0")
      }
    }
  }
}

/// What endpoint slices demand.
///
/// Kubernetes: `pkg/apis/discovery/validation`.
struct EndpointSliceRules: ResourceRules {
  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let endpoints = object.array("endpoints")
    if endpoints.count > 1000 { errors.tooMany("endpoints", endpoints.count, maximum: 1000) }
    let type = object.string("addressType") ?? ""
    for (index, endpoint) in endpoints.enumerated() where type == "IPv4" || type == "IPv6" {
      for (place, address) in (endpoint["addresses"]?.arrayValue ?? []).enumerated() {
        let text = address.stringValue ?? ""
        let isFamily = ValueFormat.ip(text).isEmpty && text.contains(":") == (type == "IPv6")
        if isFamily { continue }
        errors.invalid(
          "endpoints[\(index)].addresses[\(place)]", address,
          type == "IPv4" ? "must be a valid IPv4 address" : "must be a valid IPv6 address")
      }
    }
    validatePorts(object.array("ports"), &errors)
  }

  private func validatePorts(_ ports: [JSON], _ errors: inout FieldErrors) {
    if ports.count > 20000 { errors.tooMany("ports", ports.count, maximum: 20000) }
    var names: [String] = []
    for (index, port) in ports.enumerated() {
      let name = port["name"]?.stringValue ?? ""
      if names.contains(name) { errors.duplicate("ports[\(index)].name", .string(name)) }
      names.append(name)
    }
  }

  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    if object["addressType"] != old["addressType"] {
      errors.invalid("addressType", object["addressType"], "field is immutable")
    }
  }
}
