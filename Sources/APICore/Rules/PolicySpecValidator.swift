import APIMachinery

/// Checks what the specs of both kinds of policies have in common.
///
/// Kubernetes: `pkg/apis/admissionregistration/validation/validation.go`.
struct PolicySpecValidator {
  private let spec: JSONObject
  private let policy: CompiledPolicy

  init(_ spec: JSONObject, _ policy: CompiledPolicy) {
    self.spec = spec
    self.policy = policy
  }

  func validate(_ errors: inout FieldErrors) {
    if let kind = spec.object("paramKind") { errors.at("paramKind") { validate(paramKind: kind, &$0) } }
    if let constraints = spec.object("matchConstraints") {
      errors.at("matchConstraints") { errors in
        Self.validate(resources: constraints, &errors)
        if constraints.array("resourceRules").isEmpty { errors.required("resourceRules") }
      }
    } else {
      errors.required("matchConstraints")
    }
    for (index, condition) in policy.conditions.enumerated() {
      errors.push("matchConditions")
      errors.push(index: index)
      Self.validate(
        condition, isRepeated: policy.conditions[..<index].contains { $0.name == condition.name }, &errors)
      errors.pop()
      errors.pop()
    }
    for (index, variable) in policy.variables.enumerated() {
      errors.push("variables")
      errors.push(index: index)
      validate(variable: variable, &errors)
      errors.pop()
      errors.pop()
    }
  }

  private func validate(paramKind kind: JSONObject, _ errors: inout FieldErrors) {
    let version = kind.string("apiVersion") ?? ""
    let parts = version.split(separator: "/", omittingEmptySubsequences: false)
    if version.isEmpty {
      errors.required("apiVersion")
    } else if parts.count > 2 {
      errors.invalid("apiVersion", .string(version), "unexpected GroupVersion string: \(version)")
    } else {
      let group = parts.count == 2 ? String(parts[0]) : ""
      if !group.isEmpty { check("apiVersion", group, NameRules.dns1123Subdomain(group), &errors) }
      let name = String(parts[parts.count - 1])
      if name.isEmpty {
        errors.invalid("apiVersion", .string(version), "version must be specified")
      } else {
        check("apiVersion", name, NameRules.dns1035Label(name), &errors)
      }
    }
    let name = kind.string("kind") ?? ""
    let problems = NameRules.dns1035Label(name.lowercased())
    if name.isEmpty {
      errors.required("kind")
    } else if !problems.isEmpty {
      errors.invalid(
        "kind", .string(name),
        "may have mixed case, but should otherwise match: " + problems.joined(separator: ","))
    }
  }

  private func check(_ field: String, _ text: String, _ problems: [String], _ errors: inout FieldErrors) {
    if !problems.isEmpty { errors.invalid(field, .string(text), problems.joined(separator: ",")) }
  }

  /// Checks a match condition, of a policy or of a webhook.
  static func validate(
    _ condition: (name: String, expression: PolicyExpression), isRepeated: Bool, _ errors: inout FieldErrors
  ) {
    if condition.expression.text.isEmpty {
      errors.required("expression")
    } else {
      errors.expression("expression", condition.expression)
    }
    if condition.name.isEmpty {
      errors.required("name")
    } else {
      errors.invalid("name", .string(condition.name), each: NameRules.qualifiedName(condition.name))
      if isRepeated { errors.duplicate("name", .string(condition.name)) }
    }
  }

  private static let reserved: Set<String> = [
    "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if",
    "import",
    "let", "loop", "package", "namespace", "return", "var", "void", "while",
  ]

  private func validate(
    variable: (name: String, expression: PolicyExpression), _ errors: inout FieldErrors
  ) {
    let name = variable.name
    let isWord = name.utf8.allSatisfy { $0 == 95 || $0 &- 48 < 10 || ($0 | 32) &- 97 < 26 }
    if name.trimmingBlanks.isEmpty {
      errors.required("name", "name is not specified")
    } else if !isWord || name.utf8.first.map({ $0 &- 48 < 10 }) == true || Self.reserved.contains(name) {
      errors.invalid("name", .string(name), "name is not a valid CEL identifier")
    }
    if variable.expression.text.trimmingBlanks.isEmpty {
      errors.required("expression", "expression is not specified")
    } else {
      errors.expression("expression", variable.expression)
    }
  }

  // MARK: Requests

  private static let operations = ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"]

  static func validate(resources: JSONObject, _ errors: inout FieldErrors) {
    for field in ["namespaceSelector", "objectSelector"] {
      guard let selector = resources.object(field) else { continue }
      errors.at(field) { LabelSelectorValidator.validate(selector, &$0) }
    }
    for field in ["resourceRules", "excludeResourceRules"] {
      for (index, rule) in resources.array(field).enumerated() {
        errors.push(field)
        errors.push(index: index)
        validate(rule: rule.objectValue ?? JSONObject(), &errors)
        errors.pop()
        errors.pop()
      }
    }
  }

  private static func validate(rule: JSONObject, _ errors: inout FieldErrors) {
    let names = rule.array("resourceNames")
    for (index, name) in names.enumerated() {
      errors.invalid("resourceNames[\(index)]", name, each: NameRules.pathSegment(name.stringValue ?? ""))
      if names[..<index].contains(name) { errors.duplicate("resourceNames[\(index)]", name) }
    }
    for (index, operation) in rule.array("operations").enumerated()
    where !operations.contains(operation.stringValue ?? "") {
      errors.notSupported("operations[\(index)]", operation, operations)
    }
    for field in ["operations", "apiGroups", "apiVersions", "resources"] {
      let list = rule.array(field)
      if list.isEmpty { errors.required(field) }
      if field != "resources", list.count > 1, list.contains("*") {
        let noun = field == "operations" ? "operations" : field == "apiGroups" ? "API groups" : "API versions"
        errors.invalid(field, .array(list), "if '*' is present, must not specify other \(noun)")
      }
      for (index, text) in list.enumerated() where text == "" && field != "apiGroups" {
        errors.required("\(field)[\(index)]")
      }
    }
  }
}

extension FieldErrors {
  /// Reports what is wrong with an expression.
  mutating func expression(_ field: String, _ expression: PolicyExpression) {
    if let problem = expression.problem { invalid(field, .string(expression.text), problem) }
  }
}
