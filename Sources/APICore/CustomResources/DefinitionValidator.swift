import APIMachinery

/// Checks the `spec` of a definition.
///
/// Kubernetes: `pkg/apis/apiextensions/validation/validation.go`. What all versions have in common is reported as if it
/// stood beside the versions: `spec.validation.openAPIV3Schema`, since that is how Kubernetes keeps it.
struct DefinitionValidator {
  private let spec: JSONObject
  private let versions: [JSONObject]

  init(_ spec: JSONObject) {
    self.spec = spec
    versions = spec.array("versions").compactMap(\.objectValue)
  }

  func validate(_ errors: inout FieldErrors) {
    checkGroup(&errors)
    checkScope(&errors)
    checkVersions(&errors)
    checkNames(&errors)
    checkContents(&errors)
    checkConversion(&errors)
    if spec["preserveUnknownFields"] == true {
      errors.invalid(
        "preserveUnknownFields", true,
        "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead"
      )
    }
  }

  private func checkGroup(_ errors: inout FieldErrors) {
    let group = spec.string("group") ?? ""
    let problems = NameRules.dns1123Subdomain(group)
    if group.isEmpty {
      errors.required("group")
    } else if !problems.isEmpty {
      errors.invalid("group", .string(group), problems.joined(separator: ","))
    } else if !group.contains(".") {
      errors.invalid("group", .string(group), "should be a domain with at least one dot")
    }
  }

  private func checkScope(_ errors: inout FieldErrors) {
    let scope = spec.string("scope") ?? ""
    if scope.isEmpty {
      errors.required("scope")
    } else if scope != "Cluster", scope != "Namespaced" {
      errors.notSupported("scope", .string(scope), ["Cluster", "Namespaced"])
    }
  }

  // MARK: Versions

  private func checkVersions(_ errors: inout FieldErrors) {
    for (index, version) in versions.enumerated() {
      errors.push("versions")
      errors.push(index: index)
      let name = version.string("name") ?? ""
      let problems = NameRules.dns1035Label(name)
      if !problems.isEmpty { errors.invalid("name", .string(name), problems.joined(separator: ",")) }
      checkDeprecation(version, &errors)
      errors.pop()
      errors.pop()
    }
    let names = versions.map { $0.string("name") ?? "" }
    let shown = spec["versions"] ?? .array([])
    if Set(names).count < names.count {
      errors.invalid("versions", shown, "must contain unique version names")
    }
    if versions.count(where: { $0["storage"] == true }) != 1 {
      errors.invalid("versions", shown, "must have exactly one version marked as storage version")
    }
  }

  private func checkDeprecation(_ version: JSONObject, _ errors: inout FieldErrors) {
    guard let warning = version.string("deprecationWarning") else { return }
    let value = JSON.string(warning)
    if version["deprecated"] != true {
      errors.invalid("deprecationWarning", value, "can only be set for deprecated versions")
    }
    if warning.utf8.count > 256 {
      errors.invalid("deprecationWarning", value, "must be <= 256 characters long")
    }
    if warning.isEmpty { errors.invalid("deprecationWarning", value, "must not be an empty string") }
    if let place = Array(warning.utf8).firstIndex(where: { $0 < 0x20 || $0 == 0x7F }) {
      errors.invalid(
        "deprecationWarning", value,
        "must only contain printable UTF-8 characters; non-printable character found at index \(place)")
    }
  }

  // MARK: Names

  private func checkNames(_ errors: inout FieldErrors) {
    let names = spec.object("names") ?? JSONObject()
    errors.at("names") { errors in
      for field in ["plural", "singular", "kind", "listKind"] where names.string(field).isNilOrEmpty {
        errors.required(field)
      }
      Self.checkNames(names, &errors)
    }
  }

  static func checkNames(_ names: JSONObject, _ errors: inout FieldErrors) {
    for field in ["plural", "singular"] {
      guard let name = names.string(field), !name.isEmpty else { continue }
      let problems = NameRules.dns1035Label(name)
      if !problems.isEmpty { errors.invalid(field, .string(name), problems.joined(separator: ",")) }
    }
    for field in ["kind", "listKind"] {
      guard let name = names.string(field), !name.isEmpty else { continue }
      let problems = NameRules.dns1035Label(name.lowercased())
      if problems.isEmpty { continue }
      errors.invalid(
        field, .string(name),
        "may have mixed case, but should otherwise match: " + problems.joined(separator: ","))
    }
    if let kind = names.string("kind"), !kind.isEmpty, kind == names.string("listKind") {
      errors.invalid("listKind", .string(kind), "kind and listKind may not be the same")
    }
    for field in ["shortNames", "categories"] {
      for (index, name) in names.array(field).enumerated() {
        let problems = NameRules.dns1035Label(name.stringValue ?? "")
        if !problems.isEmpty { errors.invalid("\(field)[\(index)]", name, problems.joined(separator: ",")) }
      }
    }
  }

  // MARK: Schemas, subresources, columns

  private func checkContents(_ errors: inout FieldErrors) {
    for (index, version) in versions.enumerated()
    where version.object("schema")?.object("openAPIV3Schema") == nil {
      errors.required("versions[\(index)].schema.openAPIV3Schema", "schemas are required")
    }
    let hasStatus = versions.contains { $0.object("subresources")?.object("status") != nil }
    each("schema", sharedAs: "validation", &errors) { schema, version, errors in
      guard let schema = schema["openAPIV3Schema"]?.objectValue else { return }
      let isStatusApart = version.map { $0.object("subresources")?.object("status") != nil } ?? hasStatus
      errors.at("openAPIV3Schema") {
        SchemaDeclarationValidator(isStatusApart: isStatusApart).validate(root: schema, &$0)
      }
    }
    each("subresources", sharedAs: "subresources", &errors) { subresources, _, errors in
      if let scale = subresources.objectValue?.object("scale") { Self.checkScale(scale, &errors) }
    }
    each("additionalPrinterColumns", sharedAs: "additionalPrinterColumns", &errors) { columns, _, errors in
      for (index, column) in (columns.arrayValue ?? []).enumerated() {
        errors.at(index: index) { Self.checkColumn(column.objectValue ?? JSONObject(), &$0) }
      }
    }
    each("selectableFields", sharedAs: "selectableFields", &errors) { fields, version, errors in
      let schema = (version ?? versions.first)?.object("schema")?.object("openAPIV3Schema") ?? JSONObject()
      Self.checkSelectable(fields.arrayValue ?? [], StructuralSchema(schema), &errors)
    }
  }

  /// Looks at a field of all versions: once where it is the same in all, else version by version.
  private func each(
    _ field: String, sharedAs shared: String, _ errors: inout FieldErrors,
    _ check: (JSON, JSONObject?, inout FieldErrors) -> Void
  ) {
    guard let first = versions.first?[field], versions.allSatisfy({ $0[field] == first }) else {
      for (index, version) in versions.enumerated() {
        guard let value = version[field] else { continue }
        errors.at("versions") { $0.at(index: index) { $0.at(field) { check(value, version, &$0) } } }
      }
      return
    }
    errors.at(shared) { check(first, nil, &$0) }
  }

  private static func checkScale(_ scale: JSONObject, _ errors: inout FieldErrors) {
    for (field, root) in [("specReplicasPath", ".spec."), ("statusReplicasPath", ".status.")] {
      let name = "scale.\(field)"
      let path = scale.string(field) ?? ""
      if path.isEmpty {
        errors.required(name)
      } else if checkPath(path, name, &errors), !path.hasPrefix(root) {
        errors.invalid(name, .string(path), "should be a json path under \(root.dropLast())")
      }
    }
    guard let path = scale.string("labelSelectorPath"), !path.isEmpty else { return }
    if checkPath(path, "scale.labelSelectorPath", &errors), !path.hasPrefix(".spec."),
      !path.hasPrefix(".status.")
    {
      errors.invalid(
        "scale.labelSelectorPath", .string(path), "should be a json path under either .spec or .status")
    }
  }

  private static func checkPath(_ path: String, _ field: String, _ errors: inout FieldErrors) -> Bool {
    if path.hasPrefix(".") { return true }
    errors.invalid(field, .string(path), "must be a simple json path starting with .")
    return false
  }

  private static let columnTypes = ["boolean", "date", "integer", "number", "string"]
  private static let columnFormats = [
    "byte", "date", "date-time", "double", "float", "int32", "int64", "password",
  ]

  private static func checkColumn(_ column: JSONObject, _ errors: inout FieldErrors) {
    if column.string("name").isNilOrEmpty { errors.required("name") }
    let type = column.string("type") ?? ""
    let types = "must be one of \(columnTypes.joined(separator: ","))"
    if type.isEmpty {
      errors.required("type", types)
    } else if !columnTypes.contains(type) {
      errors.invalid("type", .string(type), types)
    }
    if let format = column.string("format"), !format.isEmpty, !columnFormats.contains(format) {
      errors.invalid(
        "format", .string(format), "must be one of \(columnFormats.joined(separator: ","))")
    }
    let path = column.string("jsonPath") ?? ""
    if path.isEmpty {
      errors.required("JSONPath")
    } else if checkPath(path, "JSONPath", &errors) {
      do throws(JSONPathError) { _ = try JSONPath(relaxed: path) } catch {
        errors.invalid("JSONPath", .string(path), "\(error)")
      }
    }
  }

  private static func checkSelectable(
    _ fields: [JSON], _ schema: StructuralSchema, _ errors: inout FieldErrors
  ) {
    var seen: Set<String> = []
    for (index, field) in fields.enumerated() {
      let path = field["jsonPath"]?.stringValue ?? ""
      errors.push(index: index)
      defer { errors.pop() }
      if path.isEmpty {
        errors.required("jsonPath")
        continue
      }
      let names = path.split(separator: ".").map(String.init)
      guard path.hasPrefix("."), let target = schema.property(at: names[...]) else {
        errors.invalid(
          "jsonPath", .string(path), "is an invalid path: does not refer to a valid field")
        continue
      }
      if names.first == "metadata" {
        errors.invalid(nil, .string(path), "must not point to fields in metadata")
      }
      if target.type != .string, target.type != .boolean, target.type != .integer {
        errors.invalid(
          nil, .string(path),
          "must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed."
        )
      }
      if !seen.insert(path).inserted { errors.duplicate(nil, .string(path)) }
    }
    if seen.count > 8 { errors.tooMany(nil, seen.count, maximum: 8) }
  }

  // MARK: Conversion

  private func checkConversion(_ errors: inout FieldErrors) {
    guard let conversion = spec.object("conversion") else { return }
    let strategy = conversion.string("strategy") ?? ""
    errors.at("conversion") { errors in
      if strategy.isEmpty { return errors.required("strategy") }
      if strategy != "None", strategy != "Webhook" {
        return errors.notSupported("strategy", .string(strategy), ["None", "Webhook"])
      }
      let webhook = conversion.object("webhook")
      if strategy == "Webhook" {
        checkWebhook(webhook ?? JSONObject(), &errors)
      } else if webhook?.object("clientConfig") != nil {
        errors.forbidden("webhookClientConfig", "should not be set when strategy is not set to Webhook")
      } else if webhook?.array("conversionReviewVersions").isEmpty == false {
        errors.forbidden("conversionReviewVersions", "should not be set when strategy is not set to Webhook")
      }
    }
  }

  private func checkWebhook(_ webhook: JSONObject, _ errors: inout FieldErrors) {
    if let config = webhook.object("clientConfig") {
      let (url, service) = (config.string("url"), config.object("service"))
      if (url == nil) == (service == nil) {
        errors.required("webhookClientConfig", "exactly one of url or service is required")
      } else if let url, !url.hasPrefix("https://") {
        errors.invalid("webhookClientConfig.url", .string(url), "'https' is the only allowed URL scheme")
      }
      for field in ["name", "namespace"] where service != nil && service?.string(field).isNilOrEmpty == true {
        errors.required("webhookClientConfig.service.\(field)", "service \(field) is required")
      }
    } else {
      errors.required("webhookClientConfig", "required when strategy is set to Webhook")
    }
    let versions = webhook.array("conversionReviewVersions").compactMap(\.stringValue)
    if versions.isEmpty { return errors.required("conversionReviewVersions") }
    for (index, version) in versions.enumerated() where versions[..<index].contains(version) {
      errors.invalid("conversionReviewVersions[\(index)]", .string(version), "duplicate version")
    }
    if !versions.contains("v1"), !versions.contains("v1beta1") {
      errors.invalid(
        "conversionReviewVersions", .array(versions.map { .string($0) }),
        "must include at least one of v1, v1beta1")
    }
  }
}

extension StructuralSchema {
  /// The schema of a field below this one.
  func property(at path: ArraySlice<String>) -> StructuralSchema? {
    guard let first = path.first else { return self }
    return properties[first]?.property(at: path.dropFirst())
  }
}
