import APIMachinery

/// Answers who may do what, by asking the authorizer.
///
/// Kubernetes: `pkg/registry/authorization`.
extension APIService {
  /// The status of a `SubjectAccessReview`, a `LocalSubjectAccessReview` or a `SelfSubjectAccessReview`.
  func accessStatus(of question: JSONObject, _ served: ServedResource, _ target: RequestTarget)
    throws(StatusError) -> JSON
  {
    let spec = question.object("spec") ?? JSONObject()
    let isSelf = served.definition.kind == "SelfSubjectAccessReview"
    var errors = FieldErrors()
    checkAttributes(spec, &errors)
    if !isSelf, spec.string("user").isNilOrEmpty, spec.array("groups").isEmpty {
      errors.invalid("spec.user", .string(""), "at least one of user or group must be specified")
    }
    if served.definition.kind == "LocalSubjectAccessReview" { checkLocal(spec, target, &errors) }
    guard errors.isEmpty else { throw .invalid(served, name: "", errors.list) }
    let user = isSelf ? target.user : Self.user(of: spec)
    do throws(StatusError) {
      try authorize(spec, user)
      return ["allowed": true]
    } catch {
      return ["allowed": false, "reason": .string(error.message)]
    }
  }

  private func authorize(_ spec: JSONObject, _ user: UserInfo) throws(StatusError) {
    if let attributes = spec.object("nonResourceAttributes") {
      return try options.authorizer.authorize(
        path: attributes.string("path") ?? "", verb: attributes.string("verb") ?? "", user)
    }
    let attributes = spec.object("resourceAttributes") ?? JSONObject()
    func text(_ field: String) -> String? {
      attributes.string(field).flatMap { $0.isEmpty ? nil : $0 }
    }
    let resource = GroupVersionResource(
      group: text("group") ?? "", version: text("version") ?? "", resource: text("resource") ?? "")
    try options.authorizer.authorize(
      RequestTarget(
        user: user, resource: resource, namespace: text("namespace"), name: text("name") ?? "",
        subresource: text("subresource")), verb: text("verb") ?? "")
  }

  private static func user(of spec: JSONObject) -> UserInfo {
    var user = UserInfo(
      name: spec.string("user") ?? "", uid: spec.string("uid") ?? "",
      groups: spec.array("groups").compactMap(\.stringValue))
    for (key, values) in spec.object("extra") ?? JSONObject() {
      user.extra[key] = (values.arrayValue ?? []).compactMap(\.stringValue)
    }
    return user
  }

  private func checkAttributes(_ spec: JSONObject, _ errors: inout FieldErrors) {
    switch (spec.object("resourceAttributes"), spec.object("nonResourceAttributes")) {
    case (nil, nil):
      errors.invalid(
        "spec.resourceAttributes", .null,
        "exactly one of nonResourceAttributes or resourceAttributes must be specified")
    case (_?, let other?):
      errors.invalid(
        "spec.nonResourceAttributes", .object(other),
        "cannot be specified in combination with resourceAttributes")
    default: break
    }
  }

  private func checkLocal(_ spec: JSONObject, _ target: RequestTarget, _ errors: inout FieldErrors) {
    if let other = spec.object("nonResourceAttributes") {
      errors.invalid(
        "spec.nonResourceAttributes", .object(other), "disallowed on this kind of request")
    }
    let namespace = spec.object("resourceAttributes")?.string("namespace") ?? ""
    if namespace != target.namespace ?? "" {
      errors.invalid(
        "spec.resourceAttributes.namespace", .string(namespace), "must match metadata.namespace")
    }
  }

  /// The status of a `SelfSubjectRulesReview`: the rules of an authorizer that lists none are those that allow all.
  func rulesStatus(of question: JSONObject, _ user: UserInfo) throws(StatusError) -> JSON {
    guard let namespace = question.object("spec")?.string("namespace"), !namespace.isEmpty else {
      throw .badRequest("no namespace on request")
    }
    return [
      "resourceRules": [["verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]]],
      "nonResourceRules": [["verbs": ["*"], "nonResourceURLs": ["*"]]], "incomplete": false,
    ]
  }
}
