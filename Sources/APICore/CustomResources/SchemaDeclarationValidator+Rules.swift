import APIMachinery

extension SchemaDeclarationValidator {
  private static let reasons = [
    "FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired",
  ]

  /// Checks what `x-kubernetes-validations` say beside their expressions.
  func checkRules(_ schema: JSONObject, _ errors: inout FieldErrors) {
    for (index, rule) in schema.array("x-kubernetes-validations").enumerated() {
      guard case .object(let rule) = rule else { continue }
      errors.push("x-kubernetes-validations")
      errors.push(index: index)
      checkMessage(rule, &errors)
      checkRule(rule, schema, &errors)
      errors.pop()
      errors.pop()
    }
  }

  private func checkMessage(_ rule: JSONObject, _ errors: inout FieldErrors) {
    let text = (rule.string("rule") ?? "").trimmingBlanks
    let given = rule.string("message") ?? ""
    let message = given.trimmingBlanks
    if text.isEmpty {
      errors.required("rule", "rule is not specified")
    } else if !given.isEmpty, message.isEmpty {
      errors.invalid("message", .string(given), "message must be non-empty if specified")
    } else if message.contains(where: \.isNewline) {
      errors.invalid("message", .string(given), "message must not contain line breaks")
    } else if text.contains(where: \.isNewline), message.isEmpty {
      errors.required("message", "message must be specified if rule contains line breaks")
    }
    if let expression = rule.string("messageExpression"), !expression.isEmpty,
      expression.trimmingBlanks.isEmpty
    {
      errors.required("messageExpression", "messageExpression must be non-empty if specified")
    }
  }

  private func checkRule(_ rule: JSONObject, _ schema: JSONObject, _ errors: inout FieldErrors) {
    if let reason = rule.string("reason"), !Self.reasons.contains(reason) {
      errors.notSupported("reason", .string(reason), Self.reasons)
    }
    guard let path = rule.string("fieldPath"), !path.isEmpty else { return }
    if path.trimmingBlanks.isEmpty {
      errors.invalid("fieldPath", .string(path), "fieldPath must be non-empty if specified")
    }
    if path.contains(where: \.isNewline) {
      errors.invalid("fieldPath", .string(path), "fieldPath must not contain line breaks")
    }
    if (try? RuleFieldPath(path, in: StructuralSchema(schema))) == nil {
      errors.invalid("fieldPath", .string(path), "fieldPath must be a valid path")
    }
  }
}
