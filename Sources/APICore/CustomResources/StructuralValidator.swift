import APIMachinery

/// Checks a custom resource by its schema.
///
/// On an update, what has not changed is not looked at: a schema that became stricter does not stop a change elsewhere.
///
/// Kubernetes: kube-openapi `pkg/validation/validate`, with its texts; `apiserver/schema/listtype`; ratcheting as of
/// `CRDValidationRatcheting`.
struct StructuralValidator {
  private(set) var errors: [FieldError] = []

  /// Checks a value.
  ///
  /// - Parameters:
  ///   - old: The value at the same place of the version before; `nil` when there is none.
  ///   - path: Where the value stands: `spec.ports[0]`; empty for the whole object.
  mutating func validate(_ value: JSON, _ schema: StructuralSchema, old: JSON? = nil, path: String = "") {
    if let old, old == value { return }
    guard checkType(value, schema, path) else { return }
    checkValue(value, schema.validation, path)
    switch value {
    case .object(let object): validate(object, schema, old: old?.objectValue, path)
    case .array(let elements): validate(elements, schema, old: old?.arrayValue, path)
    default: break
    }
    checkCombinations(value, schema.validation, path)
    if schema.isEmbeddedResource, case .object(let object) = value { checkEmbedded(object, path) }
  }

  // MARK: Structure

  private mutating func validate(
    _ object: JSONObject, _ schema: StructuralSchema, old: JSONObject?, _ path: String
  ) {
    for name in schema.validation.required where !object.contains(name) {
      add(.required, "Required value", at: Self.path(path, name))
    }
    for (key, value) in object {
      if let property = schema.properties[key] {
        validate(value, property, old: old?[key], path: Self.path(path, key))
      } else if case .schema(let element) = schema.additionalProperties {
        validate(value, element, old: old?[key], path: Self.path(path, key))
      }
    }
  }

  private mutating func validate(
    _ elements: [JSON], _ schema: StructuralSchema, old: [JSON]?, _ path: String
  ) {
    guard let items = schema.items else { return }
    let partners = old.map { ListPartners($0, schema) }
    for (position, element) in elements.enumerated() {
      validate(element, items, old: partners?.partner(of: element), path: "\(path)[\(position)]")
    }
    checkDuplicates(elements, schema, path)
  }

  /// Elements of sets and of lists that are maps must be told apart.
  private mutating func checkDuplicates(_ elements: [JSON], _ schema: StructuralSchema, _ path: String) {
    let identities: [JSON?]
    switch schema.listType {
    case .atomic: return
    case .set: identities = elements
    case .map(let keys): identities = elements.map { ListPartners.identity(of: $0, keys, schema.items) }
    }
    var seen: Set<JSON> = []
    for (position, identity) in identities.enumerated() {
      guard let identity, !seen.insert(identity).inserted else { continue }
      add(.duplicate, "Duplicate value: \(identity)", at: "\(path)[\(position)]")
    }
  }

  /// Kubernetes: `apiserver/schema/objectmeta/validation.go`.
  private mutating func checkEmbedded(_ object: JSONObject, _ path: String) {
    for field in ["apiVersion", "kind"] where (object.string(field) ?? "").isEmpty {
      add(.required, "Required value: must not be empty", at: Self.path(path, field))
    }
    if let version = object.string("apiVersion"), !version.isEmpty, GroupVersion(apiVersion: version) == nil {
      add(
        .invalid, "Invalid value: \(JSON.string(version)): unexpected GroupVersion string: \(version)",
        at: Self.path(path, "apiVersion"))
    }
    var problems = FieldErrors()
    let metadata = object.metadataFields
    if let labels = metadata.object("labels") {
      problems.at("labels") { MetadataValidator.validateLabels(labels, &$0) }
    }
    if let annotations = metadata.object("annotations") {
      problems.at("annotations") { MetadataValidator.validateAnnotations(annotations, &$0) }
    }
    for problem in problems.list {
      add(problem.code, problem.message, at: Self.path(Self.path(path, "metadata"), problem.field))
    }
  }

  // MARK: Types

  /// Whether the value is of the type; reports it if not.
  private mutating func checkType(_ value: JSON, _ schema: StructuralSchema, _ path: String) -> Bool {
    if value.isNull, schema.isNullable { return false }
    let name: String
    if schema.isIntOrString {
      if case .string = value { return true }
      if value.isInteger { return true }
      name = "integer,string"
    } else {
      guard let type = schema.type, !value.isOf(type) else { return true }
      name = type.rawValue
    }
    let given = value.typeName
    add(
      .typeInvalid, "Invalid value: \"\(given)\": \(path) in body must be of type \(name): \"\(given)\"",
      at: path)
    return false
  }

  // MARK: allOf, anyOf, oneOf, not

  private mutating func checkCombinations(_ value: JSON, _ validation: ValueValidation, _ path: String) {
    let place = JSON.string(path).description
    if !validation.anyOf.isEmpty {
      let trials = validation.anyOf.map { Self.errors(value, $0, path) }
      if !trials.contains(where: \.isEmpty) {
        addWhole("\(place) must validate at least one schema (anyOf)")
        errors += Self.best(trials)
      }
    }
    if !validation.oneOf.isEmpty {
      let trials = validation.oneOf.map { Self.errors(value, $0, path) }
      let valid = trials.count { $0.isEmpty }
      if valid != 1 {
        let found = valid == 0 ? "Found none valid" : "Found \(valid) valid alternatives"
        addWhole("\(place) must validate one and only one schema (oneOf). \(found)")
        if valid == 0 { errors += Self.best(trials) }
      }
    }
    if !validation.allOf.isEmpty {
      let trials = validation.allOf.map { Self.errors(value, $0, path) }
      let valid = trials.count { $0.isEmpty }
      errors += trials.flatMap(\.self)
      if valid < trials.count {
        addWhole("\(place) must validate all the schemas (allOf)\(valid == 0 ? ". None validated" : "")")
      }
    }
    if let schema = validation.not, Self.errors(value, schema, path).isEmpty {
      addWhole("\(place) must not validate the schema (not)")
    }
  }

  private static func errors(_ value: JSON, _ schema: StructuralSchema, _ path: String) -> [FieldError] {
    var validator = StructuralValidator()
    validator.validate(value, schema, path: path)
    return validator.errors
  }

  /// The errors of the alternative that the value comes nearest to.
  private static func best(_ trials: [[FieldError]]) -> [FieldError] {
    trials.min { $0.count < $1.count } ?? []
  }

  /// An error that names no field, as kube-openapi reports that alternatives do not hold.
  private mutating func addWhole(_ text: String) {
    add(.invalid, "Invalid value: \"\": \(text)", at: "<nil>")
  }

  mutating func add(_ code: FieldError.Code, _ message: String, at path: String) {
    errors.append(FieldError(code: code, field: path.isEmpty ? "<nil>" : path, message: message))
  }

  static func path(_ path: String, _ key: String) -> String { path.isEmpty ? key : path + "." + key }
}

extension JSON {
  /// Whether the value is a whole number, however it is written.
  var isInteger: Bool {
    switch self {
    case .int: true
    case .double(let number): number == number.rounded() && number.isFinite
    default: false
    }
  }

  fileprivate func isOf(_ type: StructuralSchema.ValueType) -> Bool {
    switch (type, self) {
    case (.string, .string), (.boolean, .bool), (.array, .array), (.object, .object), (.number, .int),
      (.number, .double):
      true
    case (.integer, _): isInteger
    default: false
    }
  }
}

/// Finds the element of an old list that an element of a new one goes on from.
struct ListPartners {
  private let old: [JSON]
  private let keys: [String]?
  private let items: StructuralSchema?

  init(_ old: [JSON], _ schema: StructuralSchema) {
    self.old = old
    items = schema.items
    if case .map(let keys) = schema.listType { self.keys = keys } else { keys = nil }
  }

  /// - Returns: `nil` for an element that is new, and in lists whose elements are not told apart.
  func partner(of element: JSON) -> JSON? {
    guard let keys, let identity = Self.identity(of: element, keys, items) else { return nil }
    return old.first { Self.identity(of: $0, keys, items) == identity }
  }

  /// The values of the keys, with their defaults; `nil` for what is no object.
  static func identity(of element: JSON, _ keys: [String], _ items: StructuralSchema?) -> JSON? {
    guard case .object(let object) = element else { return nil }
    var identity = JSONObject(minimumCapacity: keys.count)
    for key in keys {
      if let value = object[key] ?? items?.properties[key]?.defaultValue { identity.append(key, value) }
    }
    return .object(identity)
  }
}
