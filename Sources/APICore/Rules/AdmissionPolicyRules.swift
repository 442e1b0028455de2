import APIMachinery

/// What ValidatingAdmissionPolicies demand.
///
/// Kubernetes: `pkg/apis/admissionregistration/validation`.
struct ValidatingPolicyRules: ResourceRules {
  /// Kubernetes: `maxAuditAnnotations`, `maxAuditAnnotationValueExpressionLength`.
  private static let mostAnnotations = 20
  private static let longestAnnotation = 5 * 1024
  private static let reasons = ["Forbidden", "Invalid", "RequestEntityTooLarge", "Unauthorized"]

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    let policy = ValidatingPolicy(object)
    errors.at("spec") { errors in
      PolicySpecValidator(spec, policy.common).validate(&errors)
      let annotations = spec.array("auditAnnotations")
      if policy.validations.isEmpty, annotations.isEmpty {
        for field in ["validations", "auditAnnotations"] {
          errors.required(field, "validations or auditAnnotations must contain at least one item")
        }
      }
      for (index, validation) in policy.validations.enumerated() {
        errors.push("validations")
        errors.push(index: index)
        let json = spec.array("validations")[index].objectValue ?? JSONObject()
        validateCondition(validation, json, &errors)
        errors.pop()
        errors.pop()
      }
      validateAnnotations(policy, annotations, &errors)
    }
  }

  private func validateCondition(
    _ validation: ValidatingPolicy.Validation, _ json: JSONObject, _ errors: inout FieldErrors
  ) {
    if validation.expression.text.trimmingBlanks.isEmpty {
      errors.required("expression", "expression is not specified")
    } else {
      errors.expression("expression", validation.expression)
    }
    if let expression = validation.messageExpression {
      if expression.text.trimmingBlanks.isEmpty {
        errors.invalid("messageExpression", .string(expression.text), "must be non-empty if specified")
      } else {
        errors.expression("messageExpression", expression)
      }
    }
    let message = json.string("message") ?? ""
    if !message.isEmpty, validation.message.isEmpty {
      errors.invalid("message", .string(message), "message must be non-empty if specified")
    } else if validation.message.contains(where: \.isNewline) {
      errors.invalid("message", .string(message), "message must not contain line breaks")
    }
    if !validation.reason.isEmpty, !Self.reasons.contains(validation.reason) {
      errors.notSupported("reason", .string(validation.reason), Self.reasons)
    }
  }

  private func validateAnnotations(
    _ policy: ValidatingPolicy, _ annotations: [JSON], _ errors: inout FieldErrors
  ) {
    if annotations.count > Self.mostAnnotations {
      errors.invalid(
        "auditAnnotations", .array(annotations),
        "must not have more than \(Self.mostAnnotations) auditAnnotations")
    }
    for (index, (key, expression)) in policy.annotations.enumerated() {
      errors.push("auditAnnotations")
      errors.push(index: index)
      let name = "\(policy.common.name)/\(key)"
      errors.invalid("key", .string(name), each: NameRules.qualifiedName(name))
      if expression.text.isEmpty {
        errors.required("valueExpression", "valueExpression is not specified")
      } else if expression.text.utf8.count > Self.longestAnnotation {
        errors.required("valueExpression", "must not exceed \(Self.longestAnnotation) bytes in length")
      } else {
        errors.expression("valueExpression", expression)
      }
      if policy.annotations[..<index].contains(where: { $0.key == key }) {
        errors.duplicate("key", .string(key))
      }
      errors.pop()
      errors.pop()
    }
  }
}

/// What bindings of both kinds of policies demand.
struct PolicyBindingRules: ResourceRules {
  let hasActions: Bool

  private static let actions = ["Audit", "Deny", "Warn"]

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    errors.at("spec") { errors in
      let policy = spec.string("policyName") ?? ""
      if policy.isEmpty, !hasActions {
        errors.required("policyName")
      } else if !policy.isEmpty {
        errors.invalid("policyName", .string(policy), each: NameRules.dns1123Subdomain(policy))
      }
      if let reference = spec.object("paramRef") {
        errors.at("paramRef") { validateReference(reference, &$0) }
      }
      if let resources = spec.object("matchResources") {
        errors.at("matchResources") { PolicySpecValidator.validate(resources: resources, &$0) }
      }
      if hasActions { validateActions(spec.array("validationActions"), &errors) }
    }
  }

  private func validateReference(_ reference: JSONObject, _ errors: inout FieldErrors) {
    let name = reference.string("name") ?? ""
    let selector = reference.object("selector")
    if !name.isEmpty {
      errors.invalid("name", .string(name), each: NameRules.pathSegment(name))
      if selector != nil {
        for field in ["name", "selector"] {
          errors.forbidden(field, "name and selector are mutually exclusive")
        }
      }
    }
    if let selector { errors.at("selector") { LabelSelectorValidator.validate(selector, &$0) } }
    if name.isEmpty, selector == nil { errors.required(nil, "one of name or selector must be specified") }
    if reference.string("parameterNotFoundAction").isNilOrEmpty { errors.required("parameterNotFoundAction") }
  }

  private func validateActions(_ actions: [JSON], _ errors: inout FieldErrors) {
    errors.push("validationActions")
    defer { errors.pop() }
    for (index, action) in actions.enumerated() {
      if !Self.actions.contains(action.stringValue ?? "") {
        errors.at(index: index) { $0.notSupported(nil, action, Self.actions) }
      }
      if actions[..<index].contains(action) { errors.at(index: index) { $0.duplicate(nil, action) } }
    }
    if actions.contains("Deny"), actions.contains("Warn") {
      errors.invalid(
        nil, .array(actions),
        "must not contain both Deny and Warn (repeating the same validation failure information in the API response and "
          + "headers serves no purpose)")
    }
  }
}
