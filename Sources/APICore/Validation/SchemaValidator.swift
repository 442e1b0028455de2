import APIMachinery

/// Checks an object by what its type declares: required fields, allowed values, formats, bounds.
///
/// The types of the values are right: ``ObjectNormalizer`` has read them.
enum SchemaValidator {
  /// Checks the members of an object.
  ///
  /// - Parameter isContent: Which of the object's own members are looked at.
  static func validate(
    _ object: JSONObject, _ type: ObjectNode, _ errors: inout FieldErrors,
    isContent: (_ key: String) -> Bool = { _ in true }
  ) {
    for field in type.required where isMissing(object[field.name], field) { errors.required(field.name) }
    for (key, value) in object where isContent(key) {
      guard let field = type[key] else { continue }
      if field.isConstrained { check(value, field, &errors) }
      guard value.isContainer else { continue }
      errors.push(key)
      validate(value, field.node, &errors)
      errors.pop()
    }
  }

  private static func isMissing(_ value: JSON?, _ field: FieldNode) -> Bool {
    switch value {
    case nil, .null?: true
    case .string(let text)?: text.isEmpty && !mayBeEmpty.contains(field.name)
    case .array(let elements)?: elements.isEmpty && !mayBeEmpty.contains(field.name)
    default: false
    }
  }

  /// Fields that must be written, and may be empty.
  private static let mayBeEmpty: Set<String> = ["value", "message", "topologyKey", "namespace", "endpoints"]

  private static func validate(_ value: JSON, _ node: SchemaNode, _ errors: inout FieldErrors) {
    switch (value, node.kind) {
    case (.object(let object), .object):
      if let type = node.object { validate(object, type, &errors) }
    case (.object(let object), .map):
      guard let element = node.element, element.kind == .object || element.kind == .array else { return }
      for (key, value) in object {
        errors.push(key: key)
        validate(value, element, &errors)
        errors.pop()
      }
    case (.array(let elements), .array):
      guard let element = node.element, element.kind == .object || element.kind == .array else { return }
      for (index, value) in elements.enumerated() {
        errors.push(index: index)
        validate(value, element, &errors)
        errors.pop()
      }
    default: return
    }
  }

  private static func check(_ value: JSON, _ field: FieldNode, _ errors: inout FieldErrors) {
    let schema = field.schema
    switch value {
    case .string(let text):
      if !schema.allowedValues.isEmpty, !schema.allowedValues.contains(text), !text.isEmpty {
        errors.notSupported(field.name, value, schema.allowedValues.sorted())
      }
      if let format = schema.format, !text.isEmpty {
        errors.invalid(field.name, value, each: ValueFormat.errors(format, text))
      }
      if let maximum = schema.maximumLength, text.utf8.count > maximum {
        errors.tooLong(field.name, maximum: maximum)
      }
    case .int(let number): check(number, schema, &errors)
    case .array(let elements): check(elements, field, &errors)
    default: return
    }
  }

  private static func check(_ number: Int64, _ schema: FieldSchema, _ errors: inout FieldErrors) {
    let (low, high) = (schema.minimum ?? .min, schema.maximum ?? .max)
    if low...max(low, high) ~= number { return }
    let detail: String
    if schema.minimum != nil, schema.maximum != nil {
      detail = "must be between \(low) and \(high), inclusive"
    } else if number < low {
      detail = "must be greater than or equal to \(low)"
    } else {
      detail = "must be less than or equal to \(high)"
    }
    errors.invalid(schema.name, .int(number), detail)
  }

  private static func check(_ elements: [JSON], _ field: FieldNode, _ errors: inout FieldErrors) {
    let schema = field.schema
    if let maximum = schema.maximumItems, elements.count > maximum {
      errors.tooMany(field.name, elements.count, maximum: maximum)
    }
    if let minimum = schema.minimumItems, elements.count < minimum, !(schema.isRequired && elements.isEmpty) {
      errors.invalid(field.name, .int(Int64(elements.count)), "must have at least \(minimum) items")
    }
    guard field.node.element?.kind == .string else { return }
    for (index, element) in elements.enumerated() {
      guard case .string(let text) = element else { continue }
      let problems = schema.format.map { ValueFormat.errors($0, text) } ?? []
      let isUnknown = !schema.allowedValues.isEmpty && !schema.allowedValues.contains(text)
      if problems.isEmpty, !isUnknown { continue }
      let place = "\(field.name)[\(index)]"
      errors.invalid(place, element, each: problems)
      if isUnknown { errors.notSupported(place, element, schema.allowedValues.sorted()) }
    }
  }

  // MARK: Immutable fields

  /// Reports fields that are declared immutable and differ. Such a field may be set once.
  static func validateUpdate(
    _ new: JSONObject, old: JSONObject, _ type: ObjectNode, detail: String, _ errors: inout FieldErrors
  ) {
    for field in type.fields {
      guard let before = old[field.name] else { continue }
      if field.schema.isImmutable {
        if new[field.name] != before { errors.invalid(field.name, new[field.name] ?? before, detail) }
      } else if let inner = field.node.object, case .object(let object) = before, field.node.kind == .object,
        inner.hasImmutableFields
      {
        errors.push(field.name)
        validateUpdate(new.object(field.name) ?? JSONObject(), old: object, inner, detail: detail, &errors)
        errors.pop()
      }
    }
  }
}

extension JSON {
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }
}

extension ObjectNode {
  /// Whether a field of the type, though not of the types below it, is immutable.
  fileprivate var hasImmutableFields: Bool { fields.contains { $0.schema.isImmutable } }
}
