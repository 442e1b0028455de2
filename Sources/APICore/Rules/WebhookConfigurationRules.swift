import APIMachinery

/// What configurations of admission webhooks demand.
///
/// Kubernetes: `pkg/apis/admissionregistration/validation/validation.go`.
struct WebhookConfigurationRules: ResourceRules {
  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let webhooks = object.array("webhooks").compactMap(\.objectValue)
    let compiled = AdmissionWebhook.all(object)
    for (index, webhook) in webhooks.enumerated() {
      errors.push("webhooks")
      errors.push(index: index)
      let name = webhook.string("name") ?? ""
      validateName(name, &errors)
      if webhooks[..<index].contains(where: { $0.string("name") == name }) {
        errors.duplicate("name", .string(name))
      }
      validate(webhook: webhook, &errors)
      validate(conditions: compiled[index].conditions.conditions, &errors)
      errors.pop()
      errors.pop()
    }
  }

  private func validateName(_ name: String, _ errors: inout FieldErrors) {
    if name.isEmpty { return errors.required("name") }
    let problems = NameRules.dns1123Subdomain(name)
    if !problems.isEmpty { return errors.invalid("name", .string(name), problems.joined(separator: ",")) }
    if name.split(separator: ".").count < 3 {
      errors.invalid(
        "name", .string(name), "should be a domain with at least three segments separated by dots")
    }
  }

  private func validate(webhook: JSONObject, _ errors: inout FieldErrors) {
    validate(reviewVersions: webhook.array("admissionReviewVersions"), &errors)
    validate(client: webhook.object("clientConfig") ?? JSONObject(), &errors)
    if webhook.string("sideEffects").isNilOrEmpty {
      errors.required("sideEffects", "must specify one of None, NoneOnDryRun")
    }
    if let seconds = webhook["timeoutSeconds"]?.intValue, !(1...30).contains(seconds) {
      errors.invalid("timeoutSeconds", .int(seconds), "the timeout value must be between 1 and 30 seconds")
    }
    var found = FieldErrors()
    var constraints = webhook
    constraints["resourceRules"] = webhook["rules"]
    PolicySpecValidator.validate(resources: constraints, &found)
    let path = errors.path
    for var error in found.list {
      error.field = "\(path).\(error.field.replacingPrefix("resourceRules", with: "rules"))"
      errors.append(error)
    }
  }

  private func validate(reviewVersions versions: [JSON], _ errors: inout FieldErrors) {
    let known = AdmissionWebhook.reviewVersions.joined(separator: ", ")
    if versions.isEmpty {
      return errors.required("admissionReviewVersions", "must specify one of \(known)")
    }
    for (index, version) in versions.enumerated() where versions[..<index].contains(version) {
      errors.invalid("admissionReviewVersions[\(index)]", version, "duplicate version")
    }
    if !versions.contains(where: { AdmissionWebhook.reviewVersions.contains($0.stringValue ?? "") }) {
      errors.invalid("admissionReviewVersions", .array(versions), "must include at least one of \(known)")
    }
  }

  private func validate(client: JSONObject, _ errors: inout FieldErrors) {
    errors.at("clientConfig") { errors in
      switch (client.string("url"), client.object("service")) {
      case (let url?, nil): validate(url: url, &errors)
      case (nil, let service?): errors.at("service") { validate(service: service, &$0) }
      default: errors.required(nil, "exactly one of url or service is required")
      }
    }
  }

  /// Kubernetes: `apiserver/pkg/util/webhook.ValidateWebhookURL`.
  private func validate(url: String, _ errors: inout FieldErrors) {
    let form = "; desired format: https://host[:port]/path"
    guard let end = url.firstRange(of: "://") else {
      return errors.invalid("url", .string(url), "url must be a valid URL: missing protocol scheme" + form)
    }
    if url[..<end.lowerBound] != "https" {
      errors.invalid("url", .string(url), "'https' is the only allowed URL scheme" + form)
    }
    let rest = url[end.upperBound...]
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if host.isEmpty { errors.invalid("url", .string(url), "host must be specified" + form) }
    if host.contains("@") {
      errors.invalid("url", .string(url), "user information is not permitted in the URL")
    }
    if rest.contains("#") { errors.invalid("url", .string(url), "fragments are not permitted in the URL") }
    if rest.contains("?") {
      errors.invalid("url", .string(url), "query parameters are not permitted in the URL")
    }
  }

  private func validate(service: JSONObject, _ errors: inout FieldErrors) {
    if service.string("name").isNilOrEmpty { errors.required("name", "service name is required") }
    if service.string("namespace").isNilOrEmpty {
      errors.required("namespace", "service namespace is required")
    }
    if let port = service["port"]?.intValue, !(1...65535).contains(port) {
      errors.invalid(
        "port", .int(port), "port is not valid: must be between 1 and 65535, inclusive")
    }
    if let path = service.string("path"), !path.isEmpty, !path.hasPrefix("/") {
      errors.invalid("path", .string(path), "must start with a '/'")
    }
  }

  private func validate(
    conditions: [(name: String, expression: PolicyExpression)], _ errors: inout FieldErrors
  ) {
    for (index, condition) in conditions.enumerated() {
      errors.push("matchConditions")
      errors.push(index: index)
      PolicySpecValidator.validate(
        condition, isRepeated: conditions[..<index].contains { $0.name == condition.name }, &errors)
      errors.pop()
      errors.pop()
    }
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
