import APIMachinery

extension SchemaDeclarationValidator {
  /// Checks `x-kubernetes-list-type` and its keys.
  func checkListType(_ schema: JSONObject, _ errors: inout FieldErrors) {
    let listType = schema.string("x-kubernetes-list-type")
    let keys = schema.array("x-kubernetes-list-map-keys")
    let items = schema.object("items")
    if let listType { checkListType(listType, schema, items, &errors) }
    if !keys.isEmpty, listType != "map" {
      let words = "must be map if x-kubernetes-list-map-keys is non-empty"
      if let listType {
        errors.invalid("x-kubernetes-list-type", .string(listType), words)
      } else {
        errors.required("x-kubernetes-list-type", words)
      }
    }
    if listType == "set" || listType == "map", items?["nullable"] == true {
      errors.forbidden(
        "items.nullable", "cannot be nullable when x-kubernetes-list-type is \(listType ?? "")")
    }
    if listType == "map" { checkMap(keys, items, &errors) }
  }

  private func checkListType(
    _ listType: String, _ schema: JSONObject, _ items: JSONObject?, _ errors: inout FieldErrors
  ) {
    let type = schema.string("type") ?? ""
    let words = "must be array if x-kubernetes-list-type is specified"
    if type.isEmpty {
      errors.required("type", words)
    } else if type != "array" {
      errors.invalid("type", .string(type), words)
    } else if listType == "set" {
      checkSetItems(items, &errors)
    }
    if !["atomic", "set", "map"].contains(listType) {
      errors.notSupported("x-kubernetes-list-type", .string(listType), ["atomic", "set", "map"])
    }
  }

  private func checkSetItems(_ items: JSONObject?, _ errors: inout FieldErrors) {
    let words = "must be atomic as item of a list with x-kubernetes-list-type=set"
    switch items?.string("type") {
    case "array":
      if let inner = items?.string("x-kubernetes-list-type"), inner != "atomic" {
        errors.invalid("items.x-kubernetes-list-type", .string(inner), words)
      }
    case "object" where items?.string("x-kubernetes-map-type") != "atomic":
      errors.invalid("items.x-kubernetes-map-type", items?["x-kubernetes-map-type"], words)
    default: break
    }
  }

  private func checkMap(_ keys: [JSON], _ items: JSONObject?, _ errors: inout FieldErrors) {
    let field = "x-kubernetes-list-map-keys"
    if keys.isEmpty { errors.required(field, "must not be empty if x-kubernetes-list-type is map") }
    guard let items else {
      return errors.required("items", "must have a schema if x-kubernetes-list-type is map")
    }
    guard items["type"] == "object" else {
      return errors.invalid(
        "items.type", items["type"] ?? "", "must be object if parent array's x-kubernetes-list-type is map")
    }
    let required = items.array("required")
    for (index, key) in keys.enumerated() {
      let name = key.stringValue ?? ""
      if keys[..<index].contains(key) {
        errors.invalid(field, .array(keys), "must not contain duplicate entries")
      }
      guard let property = items.object("properties")?.object(name) else {
        errors.invalid(field, .array(keys), "entries must all be names of item properties")
        continue
      }
      let place = "items.properties[\(name)]"
      if property["type"] == "array" || property["type"] == "object" {
        errors.invalid(
          "\(place).type", items["type"],
          "must be a scalar type if parent array's x-kubernetes-list-type is map")
      }
      if !required.contains(key), property["default"] == nil {
        errors.required(
          "\(place).default",
          "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property"
        )
      }
      if property["nullable"] == true {
        errors.forbidden(
          "\(place).nullable", "this property is in x-kubernetes-list-map-keys, so it cannot be nullable")
      }
    }
  }

  // MARK: Completeness

  /// Checks that what `allOf` and its like name is declared outside of them.
  ///
  /// Kubernetes: `apiserver/schema/complete.go`.
  func checkCompleteness(_ schema: JSONObject, _ structure: StructuralSchema, _ errors: inout FieldErrors) {
    for name in ["allOf", "anyOf", "oneOf"] {
      for (index, nested) in schema.array(name).enumerated() {
        guard let nested = nested.objectValue else { continue }
        complete(nested, structure, "\(errors.path).\(name)[\(index)]", &errors)
      }
    }
    if let nested = schema.object("not") { complete(nested, structure, "\(errors.path).not", &errors) }
    for (name, property) in schema.object("properties") ?? JSONObject() {
      guard case .object(let property) = property, let below = structure.properties[name] else { continue }
      errors.at("properties[\(name)]") { checkCompleteness(property, below, &$0) }
    }
    if let items = schema.object("items"), let below = structure.items {
      errors.at("items") { checkCompleteness(items, below, &$0) }
    }
    if let element = schema.object("additionalProperties"),
      case .schema(let below) = structure.additionalProperties
    {
      errors.at("additionalProperties") { checkCompleteness(element, below, &$0) }
    }
  }

  private func complete(
    _ nested: JSONObject, _ structure: StructuralSchema, _ origin: String, _ errors: inout FieldErrors
  ) {
    for (name, property) in nested.object("properties") ?? JSONObject() {
      guard case .object(let property) = property else { continue }
      let place = "\(origin).properties[\(name)]"
      if let below = structure.properties[name] {
        errors.at("properties[\(name)]") { complete(property, below, place, &$0) }
      } else if case .schema = structure.additionalProperties {
        continue
      } else {
        errors.required("properties[\(name)]", "because it is defined in \(place)")
      }
    }
    if let items = nested.object("items") {
      if let below = structure.items {
        errors.at("items") { complete(items, below, "\(origin).items", &$0) }
      } else {
        errors.required("items", "because it is defined in \(origin).items")
      }
    }
    for name in ["allOf", "anyOf", "oneOf"] {
      for (index, inner) in nested.array(name).enumerated() {
        guard let inner = inner.objectValue else { continue }
        complete(inner, structure, "\(origin).\(name)[\(index)]", &errors)
      }
    }
    if let inner = nested.object("not") { complete(inner, structure, "\(origin).not", &errors) }
  }

  // MARK: Defaults

  /// Checks that each default is a value that its schema takes.
  ///
  /// Kubernetes: `apiserver/schema/defaulting/validation.go`.
  func checkDefaults(_ schema: StructuralSchema, _ errors: inout FieldErrors) {
    guard schema.hasDefaults else { return }
    if let value = schema.defaultValue { checkDefault(value, schema, &errors) }
    for (name, property) in schema.properties.all {
      errors.at("properties[\(name)]") { checkDefaults(property, &$0) }
    }
    if let items = schema.items { errors.at("items") { checkDefaults(items, &$0) } }
    if case .schema(let element) = schema.additionalProperties {
      errors.at("additionalProperties") { checkDefaults(element, &$0) }
    }
  }

  private func checkDefault(_ value: JSON, _ schema: StructuralSchema, _ errors: inout FieldErrors) {
    if case .object(let object) = value {
      var pruner = StructuralNormalizer(metadataType: nil, fillsDefaults: false)
      _ = try? pruner.normalize(value: .object(object), schema)
      if !pruner.unknownFields.isEmpty {
        errors.invalid("default", value, "must not have unknown fields")
      }
    }
    var normalizer = StructuralNormalizer(metadataType: nil)
    let complete = try? normalizer.normalize(value: value, schema)
    var validator = StructuralValidator()
    validator.validate(complete ?? value, schema, path: "default")
    for error in validator.errors {
      let field = error.field == "<nil>" ? errors.path : "\(errors.path).\(error.field)"
      let message = error.message.replacing("default in body", with: "\(errors.path).default in body")
      errors.append(FieldError(code: error.code, field: field, message: message))
    }
    if validator.errors.isEmpty, let rules = SchemaRules(schema, isObject: false) {
      var validator = RuleValidator()
      let value = complete ?? value
      validator.validate(value, rules, old: value, path: "\(errors.path).default", toleratesUnchanged: false)
      for error in validator.errors { errors.append(error) }
    }
  }
}
