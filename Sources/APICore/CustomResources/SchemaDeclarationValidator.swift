import APIMachinery

/// Checks that the schema of a definition is structural: that it says of every value what it is, so that what it does
/// not know can be taken out.
///
/// Kubernetes: `apiserver/schema/validation.go`, `apis/apiextensions/validation/validation.go`.
struct SchemaDeclarationValidator {
  /// Whether the status is written apart from the rest.
  let isStatusApart: Bool

  private enum Level {
    case root, item, field
  }

  /// In what part of a schema a node stands.
  private struct Place {
    var level: Level
    /// Why defaults are not allowed here; `nil` where they are.
    var forbidsDefaults: String?
    var isInMetadata = false
  }

  func validate(root schema: JSONObject, _ errors: inout FieldErrors) {
    if schema["nullable"] == true { errors.forbidden("nullable", "nullable cannot be true at the root") }
    if isStatusApart { checkRoot(schema, &errors) }
    let before = errors.list.count
    validate(schema, Place(level: .root), &errors)
    if errors.list.count == before { checkCompleteness(schema, StructuralSchema(schema), &errors) }
    if errors.list.count == before {
      RuleDeclarationValidator.validate(root: StructuralSchema(schema), &errors)
    }
    if errors.list.count == before { checkDefaults(StructuralSchema(schema), &errors) }
  }

  /// Kubernetes: `allowedFieldsAtRootSchema`.
  private func checkRoot(_ schema: JSONObject, _ errors: inout FieldErrors) {
    let forbidden = [
      "additionalProperties", "allOf", "anyOf", "oneOf", "not", "default", "enum", "$ref", "nullable",
      "maxProperties",
      "minProperties", "x-kubernetes-embedded-resource", "x-kubernetes-int-or-string",
      "x-kubernetes-list-type",
      "x-kubernetes-map-type",
    ]
    guard forbidden.contains(where: schema.contains) else { return }
    errors.invalid(
      nil, .object(schema),
      "only [Description Type Format Title Maximum ExclusiveMaximum Minimum ExclusiveMinimum MaxLength MinLength Pattern "
        + "MaxItems MinItems UniqueItems MultipleOf Required Items Properties ExternalDocs Example XPreserveUnknownFields "
        + "XValidations] fields are allowed at the root of the schema if the status subresource is enabled")
  }

  // MARK: Structure

  private func validate(_ schema: JSONObject, _ place: Place, _ errors: inout FieldErrors) {
    checkUnsupported(schema, place, &errors)
    checkType(schema, place, &errors)
    checkExtensions(schema, &errors)
    checkListType(schema, &errors)
    checkMetadata(schema, place, &errors)
    checkRules(schema, &errors)
    checkPattern(schema, &errors)
    checkJunctors(schema, &errors)
    if let items = schema.object("items") {
      var below = place
      below.level = .item
      errors.at("items") { validate(items, below, &$0) }
    }
    for (name, property) in schema.object("properties") ?? JSONObject() {
      guard case .object(let property) = property else { continue }
      errors.push("properties")
      errors.push(key: name)
      validate(property, self.place(of: name, in: schema, place), &errors)
      errors.pop()
      errors.pop()
    }
    if let element = schema.object("additionalProperties") {
      var below = place
      below.level = .field
      if place.isInMetadata {
        below.forbidsDefaults = "inside additionalProperties applying to object metadata"
      }
      errors.at("additionalProperties") { validate(element, below, &$0) }
    }
  }

  private func place(of name: String, in schema: JSONObject, _ place: Place) -> Place {
    var below = place
    below.level = .field
    let isObject = place.level == .root || schema["x-kubernetes-embedded-resource"] == true
    if isObject, ["apiVersion", "kind", "metadata"].contains(name) {
      below.isInMetadata = true
      if place.level == .root { below.forbidsDefaults = "in top-level \(name)" }
    }
    return below
  }

  private static let types = ["array", "boolean", "integer", "number", "object", "string"]
  private static let unsupported = [
    ("id", "id is not supported"), ("additionalItems", "additionalItems is not supported"),
    ("patternProperties", "patternProperties is not supported"),
    ("definitions", "definitions is not supported"),
    ("dependencies", "dependencies is not supported"), ("$ref", "$ref is not supported"),
  ]

  private func checkUnsupported(_ schema: JSONObject, _ place: Place, _ errors: inout FieldErrors) {
    let type = schema.string("type") ?? ""
    if !type.isEmpty, !Self.types.contains(type) { errors.notSupported("type", .string(type), Self.types) }
    if type == "null" {
      errors.forbidden("type", "type cannot be set to null, use nullable as an alternative")
    }
    if schema.contains("default"), let reason = place.forbidsDefaults {
      errors.forbidden("default", "must not be set \(reason)")
    }
    for (field, words) in Self.unsupported where schema.contains(field) { errors.forbidden(field, words) }
    if case .array? = schema["items"] {
      errors.forbidden("items", "items must be a schema object and not an array")
    }
    if place.isInMetadata, schema["x-kubernetes-embedded-resource"] == true {
      errors.forbidden("x-kubernetes-embedded-resource", "must not be used inside of resource meta")
    }
    if schema["uniqueItems"] == true {
      errors.forbidden(
        "uniqueItems", "uniqueItems cannot be set to true since the runtime complexity becomes quadratic")
    }
    guard let additional = schema["additionalProperties"] else { return }
    if schema.object("properties")?.isEmpty == false, additional != true {
      errors.forbidden("additionalProperties", "additionalProperties and properties are mutual exclusive")
    }
    if place.level == .root { errors.forbidden("additionalProperties", "must not be used at the root") }
  }

  private func checkType(_ schema: JSONObject, _ place: Place, _ errors: inout FieldErrors) {
    let type = schema.string("type") ?? ""
    let isEmbedded = schema["x-kubernetes-embedded-resource"] == true
    if type == "array", schema["items"] == nil { errors.required("items", "must be specified") }
    if isEmbedded, type != "object" {
      let words = "must be object if x-kubernetes-embedded-resource is true"
      if type.isEmpty { errors.required("type", words) } else { errors.invalid("type", .string(type), words) }
    } else if type.isEmpty, schema["x-kubernetes-int-or-string"] != true,
      schema["x-kubernetes-preserve-unknown-fields"] != true
    {
      switch place.level {
      case .root: errors.required("type", "must not be empty at the root")
      case .item: errors.required("type", "must not be empty for specified array items")
      case .field: errors.required("type", "must not be empty for specified object fields")
      }
    }
    if place.level == .root, !type.isEmpty, type != "object" {
      errors.invalid("type", .string(type), "must be object at the root")
    }
  }

  private func checkExtensions(_ schema: JSONObject, _ errors: inout FieldErrors) {
    let keeps = "x-kubernetes-preserve-unknown-fields"
    let embedded = "x-kubernetes-embedded-resource"
    if schema[keeps] == false { errors.invalid(keeps, false, "must be true or undefined") }
    if schema["x-kubernetes-int-or-string"] == true {
      for field in [keeps, embedded] where schema[field] == true {
        errors.invalid(field, true, "must be false if x-kubernetes-int-or-string is true")
      }
    }
    if schema[embedded] == true {
      if schema["additionalProperties"] != nil {
        errors.forbidden(
          "additionalProperties", "must not be used if x-kubernetes-embedded-resource is set")
      }
      if schema[keeps] != true, schema.object("properties")?.isEmpty != false {
        errors.required(
          "properties",
          "must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields"
        )
      }
    }
    guard let mapType = schema.string("x-kubernetes-map-type") else { return }
    checkTypeIs("object", "x-kubernetes-map-type", schema, &errors)
    if mapType != "atomic", mapType != "granular" {
      errors.notSupported("x-kubernetes-map-type", .string(mapType), ["atomic", "granular"])
    }
  }

  private func checkTypeIs(
    _ wanted: String, _ field: String, _ schema: JSONObject, _ errors: inout FieldErrors
  ) {
    let type = schema.string("type") ?? ""
    if type == wanted { return }
    let words = "must be \(wanted) if \(field) is specified"
    if type.isEmpty { errors.required("type", words) } else { errors.invalid("type", .string(type), words) }
  }

  // MARK: Metadata

  private func checkMetadata(_ schema: JSONObject, _ place: Place, _ errors: inout FieldErrors) {
    guard place.level == .root || schema["x-kubernetes-embedded-resource"] == true else { return }
    let properties = schema.object("properties") ?? JSONObject()
    for (name, type) in [("kind", "string"), ("apiVersion", "string"), ("metadata", "object")] {
      guard case .object(let property)? = properties[name], property["type"] != .string(type) else {
        continue
      }
      errors.invalid("properties[\(name)].type", property["type"] ?? "", "must be \(type)")
    }
    guard place.level == .root, let metadata = properties.object("metadata") else { return }
    let names = metadata.object("properties")?.keys ?? []
    let rest = metadata.keys.filter { !["type", "description", "properties", "default"].contains($0) }
    if !rest.isEmpty || names.contains(where: { $0 != "name" && $0 != "generateName" }) {
      errors.forbidden(
        "properties[metadata]",
        "must not specify anything other than name and generateName, but metadata is implicitly specified")
    }
  }

  // MARK: Patterns

  private func checkPattern(_ schema: JSONObject, _ errors: inout FieldErrors) {
    guard let pattern = schema.string("pattern"), !pattern.isEmpty else { return }
    do throws(RegularExpressionError) { _ = try RegularExpression(pattern) } catch {
      errors.invalid(
        "pattern", .string(pattern), "must be a valid regular expression, but isn't: \(error)")
    }
  }

  // MARK: Value validation

  /// `allOf`, `anyOf`, `oneOf` and `not` may demand more of values; what values there are is said outside of them.
  private func checkJunctors(_ schema: JSONObject, _ errors: inout FieldErrors) {
    for (name, index, nested) in Self.nested(in: schema) where !Self.isIntOrString(schema, name) {
      if name == "allOf", index == 0, Self.isIntOrString(nested, "anyOf"), nested.count == 1 { continue }
      errors.push(name)
      if let index { errors.push(index: index) }
      checkNested(nested, &errors)
      if index != nil { errors.pop() }
      errors.pop()
    }
  }

  private static func nested(in schema: JSONObject) -> [(name: String, index: Int?, schema: JSONObject)] {
    var found: [(name: String, index: Int?, schema: JSONObject)] = []
    for name in ["anyOf", "allOf", "oneOf"] {
      for (index, nested) in schema.array(name).enumerated() {
        if let nested = nested.objectValue { found.append((name, index, nested)) }
      }
    }
    if let nested = schema.object("not") { found.append(("not", nil, nested)) }
    return found
  }

  private static func isIntOrString(_ schema: JSONObject, _ junctor: String) -> Bool {
    junctor == "anyOf" && schema["anyOf"] == [["type": "integer"], ["type": "string"]]
  }

  private static let forbiddenInside: [(field: String, words: String)] = [
    ("type", "must be empty to be structural"),
    ("additionalProperties", "must be undefined to be structural"),
    ("default", "must be undefined to be structural"), ("title", "must be empty to be structural"),
    ("description", "must be empty to be structural"), ("nullable", "must be false to be structural"),
    ("externalDocs", "must be undefined to be structural"),
    ("x-kubernetes-preserve-unknown-fields", "must be false to be structural"),
    ("x-kubernetes-embedded-resource", "must be false to be structural"),
    ("x-kubernetes-int-or-string", "must be false to be structural"),
    ("x-kubernetes-list-map-keys", "must be empty to be structural"),
    ("x-kubernetes-list-type", "must be undefined to be structural"),
    ("x-kubernetes-map-type", "must be undefined to be structural"),
    ("x-kubernetes-validations", "must be empty to be structural"),
  ]

  private func checkNested(_ schema: JSONObject, _ errors: inout FieldErrors) {
    for (field, words) in Self.forbiddenInside where schema.contains(field) && schema[field] != false {
      errors.forbidden(field, words)
    }
    checkPattern(schema, &errors)
    checkJunctors(schema, &errors)
    if let items = schema.object("items") { errors.at("items") { checkNested(items, &$0) } }
    for (name, property) in schema.object("properties") ?? JSONObject() {
      guard case .object(let property) = property else { continue }
      if name == "metadata" {
        errors.forbidden("properties[metadata]", "must not be specified in a nested context")
      }
      errors.at("properties[\(name)]") { checkNested(property, &$0) }
    }
  }
}
