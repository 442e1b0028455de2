import APIMachinery

/// What Deployments, ReplicaSets, StatefulSets, DaemonSets and ReplicationControllers demand: a selector that matches
/// the template, and a template that pods can be made of.
///
/// Kubernetes: `pkg/apis/apps/validation`.
struct WorkloadRules: ResourceRules {
  /// Whether a ReplicationController's selector, which is a bare map, stands in the place of a label selector.
  var hasMapSelector = false
  /// What messages call the kind; ReplicaSets go by the name of Deployments, as in Kubernetes.
  var name = "deployment"

  func setDefaults(_ object: inout JSONObject) {
    object.withObject("spec") { spec in
      spec.withObject("template") { template in
        template.withObject("spec") { PodDefaults.setSpec(&$0) }
      }
    }
    guard hasMapSelector else { return }
    let labels = object.object("spec")?.object("template")?.metadataFields["labels"]
    object.withObject("spec") { spec in
      if spec["selector"] == nil, let labels { spec["selector"] = labels }
    }
  }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    errors.at("spec") { errors in
      validateSelector(spec, &errors)
      validateTemplate(spec, &errors)
      if let rolling = (spec.object("strategy") ?? spec.object("updateStrategy"))?.object("rollingUpdate") {
        validateRollingUpdate(rolling, spec, &errors)
      }
      if spec.object("strategy")?.string("type") == "Recreate",
        spec.object("strategy")?["rollingUpdate"] != nil
      {
        errors.forbidden(
          "strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'")
      }
      if let seconds = spec["progressDeadlineSeconds"]?.intValue,
        seconds <= spec["minReadySeconds"]?.intValue ?? 0
      {
        errors.invalid("progressDeadlineSeconds", .int(seconds), "must be greater than minReadySeconds")
      }
    }
  }

  private func validateSelector(_ spec: JSONObject, _ errors: inout FieldErrors) {
    guard let fields = spec.object("selector") else { return }
    let labels = spec.object("template")?.metadataFields.object("labels") ?? JSONObject()
    let selector: Selector
    if hasMapSelector {
      selector = Selector(StringMap(fields: fields))
    } else {
      if fields.isEmpty || selectsEverything(fields) {
        errors.invalid("selector", .object(fields), "empty selector is invalid for \(name)")
      }
      errors.at("selector") { LabelSelectorValidator.validate(fields, &$0) }
      guard let parsed = try? Selector(labelSelector: fields) else { return }
      selector = parsed
    }
    if !selector.matches(StringMap(fields: labels)) {
      errors.invalid(
        "template.metadata.labels", .object(labels), "`selector` does not match template `labels`")
    }
  }

  private func selectsEverything(_ selector: JSONObject) -> Bool {
    (selector.object("matchLabels") ?? JSONObject()).isEmpty && selector.array("matchExpressions").isEmpty
  }

  private func validateTemplate(_ spec: JSONObject, _ errors: inout FieldErrors) {
    guard let template = spec.object("template") else { return }
    let claims = spec.array("volumeClaimTemplates").compactMap { $0["metadata"]?["name"]?.stringValue }
    errors.at("template") { errors in
      PodTemplateValidator.validate(template, claims: claims, &errors)
      errors.at("spec") { errors in
        let pod = template.object("spec") ?? JSONObject()
        let policy = pod.string("restartPolicy") ?? "Always"
        if policy != "Always" { errors.notSupported("restartPolicy", .string(policy), ["Always"]) }
        if pod["activeDeadlineSeconds"] != nil {
          errors.forbidden("activeDeadlineSeconds", "activeDeadlineSeconds in ReplicaSet is not Supported")
        }
      }
    }
  }

  private func validateRollingUpdate(_ rolling: JSONObject, _ spec: JSONObject, _ errors: inout FieldErrors) {
    let list = spec.contains("strategy") ? "strategy" : "updateStrategy"
    errors.at(list) { errors in
      errors.at("rollingUpdate") { errors in
        for name in ["maxSurge", "maxUnavailable", "partition"] {
          guard let value = rolling[name] else { continue }
          IntOrPercentRules.validate(value, name, &errors)
        }
        let surge = IntOrPercentRules.isZero(rolling["maxSurge"])
        let unavailable = IntOrPercentRules.isZero(rolling["maxUnavailable"])
        if surge, unavailable {
          errors.invalid("maxUnavailable", rolling["maxUnavailable"], "may not be 0 when `maxSurge` is 0")
        }
        if case .string(let text)? = rolling["maxUnavailable"],
          let percent = IntOrString(json: .string(text))?.percent,
          percent > 100
        {
          errors.invalid("maxUnavailable", .string(text), "must not be greater than 100%")
        }
      }
    }
  }

}

/// Numbers that may be written as percentages.
enum IntOrPercentRules {
  static func validate(_ value: JSON, _ name: String, _ errors: inout FieldErrors) {
    switch value {
    case .int(let number):
      if number < 0 { errors.invalid(name, value, "must be greater than or equal to 0") }
    case .string(let text):
      let digits = text.dropLast()
      if text.hasSuffix("%"), !digits.isEmpty, digits.utf8.allSatisfy({ $0 &- 48 < 10 }) { return }
      errors.invalid(
        name, value,
        "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used "
          + "for validation is '[0-9]+%')")
    default: return
    }
  }

  static func isZero(_ value: JSON?) -> Bool {
    switch value {
    case .int(let number)?: number == 0
    case .string(let text)?: IntOrString(json: .string(text))?.percent == 0
    default: false
    }
  }
}

/// The rules of a `LabelSelector`.
///
/// Kubernetes: `metav1/validation ValidateLabelSelector`.
enum LabelSelectorValidator {
  static func validate(_ selector: JSONObject, _ errors: inout FieldErrors) {
    if let labels = selector.object("matchLabels") {
      errors.at("matchLabels") { MetadataValidator.validateLabels(labels, &$0) }
    }
    for (index, expression) in selector.array("matchExpressions").enumerated() {
      guard case .object(let expression) = expression else { continue }
      errors.push("matchExpressions")
      errors.push(index: index)
      validate(expression: expression, &errors)
      errors.pop()
      errors.pop()
    }
  }

  private static func validate(expression: JSONObject, _ errors: inout FieldErrors) {
    let values = expression.array("values")
    switch expression.string("operator") ?? "" {
    case "In", "NotIn":
      if values.isEmpty { errors.required("values", "must be specified when `operator` is 'In' or 'NotIn'") }
    case "Exists", "DoesNotExist":
      if !values.isEmpty {
        errors.forbidden("values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
      }
    case let other: errors.invalid("operator", .string(other), "not a valid selector operator")
    }
    let key = expression.string("key") ?? ""
    errors.invalid("key", .string(key), each: NameRules.labelKey(key))
  }
}
