import APIMachinery

/// What namespaces demand.
struct NamespaceRules: ResourceRules {
  func nameErrors(_ name: String) -> [String] { NameRules.dns1123Label(name) }

  func prepareForCreate(_ object: inout JSONObject) {
    object.withObject("spec") { spec in
      var finalizers = spec.array("finalizers")
      if !finalizers.contains("kubernetes") { finalizers.append("kubernetes") }
      spec["finalizers"] = .array(finalizers)
    }
    object["status"] = ["phase": "Active"]
  }

  func prepareForUpdate(_ object: inout JSONObject, old: JSONObject) {
    object["spec"] = old["spec"]
  }
}

/// What nodes demand.
struct NodeRules: ResourceRules {
  /// Kubelets register their nodes with the status.
  var keepsStatusOnCreate: Bool { true }

  func setDefaults(_ object: inout JSONObject) {
    if object["spec"] == nil { object["spec"] = [:] }
  }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    var seen: [String] = []
    for (index, taint) in (object.object("spec")?.array("taints") ?? []).enumerated() {
      guard case .object(let taint) = taint else { continue }
      errors.push("spec")
      errors.push("taints")
      errors.push(index: index)
      let key = taint.string("key") ?? ""
      if !key.isEmpty { errors.invalid("key", .string(key), each: NameRules.qualifiedName(key)) }
      if let value = taint.string("value") {
        errors.invalid("value", .string(value), each: NameRules.labelValue(value))
      }
      let identity = "\(key):\(taint.string("effect") ?? "")"
      if seen.contains(identity) { errors.duplicate(nil, .object(taint)) }
      seen.append(identity)
      for _ in 0..<3 { errors.pop() }
    }
  }

  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    for field in ["providerID", "podCIDR"] {
      let before = old.object("spec")?.string(field) ?? ""
      let after = object.object("spec")?.string(field) ?? ""
      if before.isEmpty || before == after { continue }
      errors.forbidden(
        "spec.\(field)",
        field == "podCIDR"
          ? "node updates may not change podCIDR except from \"\" to valid"
          : "node updates may not change providerID except from \"\" to valid")
    }
  }
}
