import APIMachinery

/// The rules of roles and cluster roles.
///
/// Kubernetes: `pkg/apis/rbac/validation`, `ValidateRole` and `ValidateClusterRole`.
struct RoleRules: ResourceRules {
  /// Whether the role is of one namespace, where paths that are no resources mean nothing.
  let isNamespaced: Bool

  func nameErrors(_ name: String) -> [String] { NameRules.pathSegment(name) }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    errors.push("rules")
    for (index, rule) in object.array("rules").enumerated() {
      guard case .object(let rule) = rule else { continue }
      errors.at(index: index) { validate(rule: rule, &$0) }
    }
    errors.pop()
    guard let aggregation = object.object("aggregationRule") else { return }
    errors.at("aggregationRule") { errors in
      let selectors = aggregation.array("clusterRoleSelectors")
      if selectors.isEmpty {
        errors.required(
          "clusterRoleSelectors", "at least one clusterRoleSelector required if aggregationRule is non-nil")
      }
      errors.push("clusterRoleSelectors")
      for (index, selector) in selectors.enumerated() {
        guard case .object(let selector) = selector else { continue }
        errors.at(index: index) { LabelSelectorValidator.validate(selector, &$0) }
      }
      errors.pop()
    }
  }

  private func validate(rule: JSONObject, _ errors: inout FieldErrors) {
    if rule.array("verbs").isEmpty { errors.required("verbs", "verbs must contain at least one value") }
    let (paths, groups) = (rule.array("nonResourceURLs"), rule.array("apiGroups"))
    if !paths.isEmpty {
      if isNamespaced {
        errors.invalid(
          "nonResourceURLs", .array(paths), "namespaced rules cannot apply to non-resource URLs")
      }
      let names = rule.array("resourceNames")
      if !(groups.isEmpty && rule.array("resources").isEmpty && names.isEmpty) {
        errors.invalid(
          "nonResourceURLs", .array(paths),
          "rules cannot apply to both regular resources and non-resource URLs")
      }
      return
    }
    if groups.isEmpty { errors.required("apiGroups", "resource rules must supply at least one api group") }
    if rule.array("resources").isEmpty {
      errors.required("resources", "resource rules must supply at least one resource")
    }
  }
}

/// The rules of the bindings of roles.
///
/// Kubernetes: `pkg/apis/rbac/validation`, `ValidateRoleBinding` and `ValidateClusterRoleBinding`.
struct RoleBindingRules: ResourceRules {
  static let group = "rbac.authorization.k8s.io"

  /// Whether the binding is of one namespace: it may refer to a role of it, and to a cluster role.
  let isNamespaced: Bool

  func nameErrors(_ name: String) -> [String] { NameRules.pathSegment(name) }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    if let role = object.object("roleRef") {
      errors.at("roleRef") { validate(role: role, &$0) }
    }
    errors.push("subjects")
    for (index, subject) in object.array("subjects").enumerated() {
      guard case .object(let subject) = subject else { continue }
      errors.at(index: index) { validate(subject: subject, &$0) }
    }
    errors.pop()
  }

  private func validate(role: JSONObject, _ errors: inout FieldErrors) {
    if role.string("apiGroup") != Self.group {
      errors.notSupported("apiGroup", role["apiGroup"] ?? "", [Self.group])
    }
    let kinds = isNamespaced ? ["ClusterRole", "Role"] : ["ClusterRole"]
    if !kinds.contains(role.string("kind") ?? "") { errors.notSupported("kind", role["kind"] ?? "", kinds) }
    let name = role.string("name") ?? ""
    if name.isEmpty { return errors.required("name") }
    errors.invalid("name", .string(name), each: NameRules.pathSegment(name))
  }

  private func validate(subject: JSONObject, _ errors: inout FieldErrors) {
    let (group, name) = (subject.string("apiGroup") ?? "", subject.string("name") ?? "")
    if name.isEmpty { errors.required("name") }
    switch subject.string("kind") {
    case "ServiceAccount":
      if !name.isEmpty { errors.invalid("name", .string(name), each: NameRules.dns1123Subdomain(name)) }
      if !group.isEmpty { errors.notSupported("apiGroup", .string(group), [""]) }
      if !isNamespaced, subject.string("namespace") ?? "" == "" { errors.required("namespace") }
    case "User", "Group":
      if group != Self.group { errors.notSupported("apiGroup", .string(group), [Self.group]) }
    default:
      errors.notSupported("kind", subject["kind"] ?? "", ["Group", "ServiceAccount", "User"])
    }
  }

  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    if object["roleRef"] != old["roleRef"] {
      errors.invalid("roleRef", object["roleRef"], "cannot change roleRef")
    }
  }
}
