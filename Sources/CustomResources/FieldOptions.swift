public import APIMachinery

/// A number in a schema: `minimum: 1`, `maximum: 0.5`.
public struct SchemaNumber: Sendable, Hashable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  let json: JSON

  public init(integerLiteral value: Int64) { json = .int(value) }
  public init(floatLiteral value: Double) { json = .double(value) }
}

/// The form of a text, by the names that OpenAPI has for them.
///
/// Kubernetes: "Validation" of custom resource definitions: formats that it does not know say nothing.
public struct TextFormat: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral {
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }

  public static let dateTime: TextFormat = "date-time"
  public static let date: TextFormat = "date"
  public static let duration: TextFormat = "duration"
  public static let byte: TextFormat = "byte"
  public static let uri: TextFormat = "uri"
  public static let email: TextFormat = "email"
  public static let hostname: TextFormat = "hostname"
  public static let ipv4: TextFormat = "ipv4"
  public static let ipv6: TextFormat = "ipv6"
  public static let cidr: TextFormat = "cidr"
  public static let mac: TextFormat = "mac"
  public static let uuid: TextFormat = "uuid"
  public static let password: TextFormat = "password"
}

/// A rule in the Common Expression Language, which `self` and, on an update, `oldSelf` must obey.
///
/// Kubernetes: `x-kubernetes-validations`. The rule is written down as it is; the API reads it when the definition is
/// applied.
public struct CELRule: Sendable, Hashable {
  let fields: JSONObject

  /// - Parameters:
  ///   - rule: The expression: `self.minReplicas <= self.replicas`.
  ///   - message: What is said when it does not hold.
  ///   - messageExpression: An expression that makes the message; wins over `message`.
  ///   - reason: `FieldValueInvalid`, `FieldValueForbidden`, `FieldValueRequired` or `FieldValueDuplicate`.
  ///   - fieldPath: The field that is blamed: `.spec.replicas`.
  ///   - optionalOldSelf: Whether a rule on `oldSelf` is looked at when there is no old value, too.
  public init(
    _ rule: String, message: String? = nil, messageExpression: String? = nil, reason: String? = nil,
    fieldPath: String? = nil, optionalOldSelf: Bool = false
  ) {
    var fields: JSONObject = ["rule": .string(rule)]
    fields["message"] = message.map { .string($0) }
    fields["messageExpression"] = messageExpression.map { .string($0) }
    fields["reason"] = reason.map { .string($0) }
    fields["fieldPath"] = fieldPath.map { .string($0) }
    if optionalOldSelf { fields["optionalOldSelf"] = true }
    self.fields = fields
  }

  /// The value stays as it is.
  public static let immutable = CELRule("self == oldSelf", message: "Value is immutable")
}

/// What a schema demands of a field beyond its type: the arguments of `@Field`.
public struct FieldOptions: Sendable, Hashable {
  let fields: JSONObject
  let elements: JSONObject?
  let rules: [CELRule]

  /// - Parameters:
  ///   - minimum: The least number.
  ///   - maximum: The greatest number.
  ///   - exclusiveMinimum: Whether `minimum` itself is too small.
  ///   - exclusiveMaximum: Whether `maximum` itself is too great.
  ///   - multipleOf: A number of which the value is a multiple.
  ///   - minLength: The least number of characters of a text.
  ///   - maxLength: The greatest number of characters of a text.
  ///   - pattern: A regular expression in RE2's syntax; `^` and `$` make it match the whole text.
  ///   - format: The form of a text.
  ///   - enum: The only texts that are allowed.
  ///   - minItems: The least number of elements of a list.
  ///   - maxItems: The greatest number of elements of a list.
  ///   - minProperties: The least number of members of a map.
  ///   - maxProperties: The greatest number of members of a map.
  ///   - listType: How server-side apply merges a list; it replaces it when nothing is said.
  ///   - isAtomic: Whether server-side apply replaces an object or a map as a whole.
  ///   - isImmutable: Whether a value that is given stays.
  ///   - isNullable: Whether the value may be `null`.
  ///   - isEmbeddedResource: Whether the value is an object of the API, with `apiVersion`, `kind` and `metadata`.
  ///   - preservesUnknownFields: Whether members that are not declared are kept.
  ///   - elements: What is demanded of the elements of a list or the values of a map.
  ///   - rules: Rules on the value.
  public init(
    minimum: SchemaNumber? = nil, maximum: SchemaNumber? = nil, exclusiveMinimum: Bool = false,
    exclusiveMaximum: Bool = false, multipleOf: SchemaNumber? = nil, minLength: Int? = nil,
    maxLength: Int? = nil, pattern: String? = nil, format: TextFormat? = nil, `enum`: [String] = [],
    minItems: Int? = nil, maxItems: Int? = nil, minProperties: Int? = nil, maxProperties: Int? = nil,
    listType: ListType? = nil, isAtomic: Bool = false, isImmutable: Bool = false, isNullable: Bool = false,
    isEmbeddedResource: Bool = false, preservesUnknownFields: Bool = false, elements: FieldOptions? = nil,
    rules: [CELRule] = []
  ) {
    var fields = JSONObject()
    (fields["minimum"], fields["maximum"]) = (minimum?.json, maximum?.json)
    if exclusiveMinimum { fields["exclusiveMinimum"] = true }
    if exclusiveMaximum { fields["exclusiveMaximum"] = true }
    fields["multipleOf"] = multipleOf?.json
    (fields["minLength"], fields["maxLength"]) = (minLength?.json, maxLength?.json)
    (fields["pattern"], fields["format"]) = (pattern?.json, format?.rawValue.json)
    if !`enum`.isEmpty { fields["enum"] = `enum`.json }
    (fields["minItems"], fields["maxItems"]) = (minItems?.json, maxItems?.json)
    (fields["minProperties"], fields["maxProperties"]) = (minProperties?.json, maxProperties?.json)
    if let listType { Self.write(listType, into: &fields) }
    if isAtomic { fields["x-kubernetes-map-type"] = "atomic" }
    if isNullable { fields["nullable"] = true }
    if isEmbeddedResource { fields["x-kubernetes-embedded-resource"] = true }
    if preservesUnknownFields { fields["x-kubernetes-preserve-unknown-fields"] = true }
    self.fields = fields
    self.rules = (isImmutable ? [.immutable] : []) + rules
    self.elements = elements.map { $0.applied(to: JSONObject()) }
  }

  private static func write(_ listType: ListType, into fields: inout JSONObject) {
    switch listType {
    case .atomic: fields["x-kubernetes-list-type"] = "atomic"
    case .set: fields["x-kubernetes-list-type"] = "set"
    case .map(let keys):
      fields["x-kubernetes-list-map-keys"] = keys.json
      fields["x-kubernetes-list-type"] = "map"
    }
  }

  /// The schema of a type with what is demanded beyond it.
  func applied(to schema: JSONObject) -> JSONObject {
    var result = schema
    for (key, value) in fields { result[key] = value }
    if let elements {
      let place = schema.contains("additionalProperties") ? "additionalProperties" : "items"
      result.withObject(place) { below in
        for (key, value) in elements { below[key] = value }
      }
    }
    result.addRules(rules)
    return result
  }
}

extension JSONObject {
  /// Adds rules to a schema, after those of its type.
  mutating func addRules(_ rules: [CELRule]) {
    if rules.isEmpty { return }
    let present = self["x-kubernetes-validations"]?.arrayValue ?? []
    self["x-kubernetes-validations"] = .array(present + rules.map { .object($0.fields) })
  }
}
