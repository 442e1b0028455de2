/// The schema of a custom resource, as `openAPIV3Schema` declares it: one node a value.
///
/// It is read once, when the kind is served. What it has of structure becomes an ``ObjectSchema`` like that of a
/// built-in kind (``objectSchema(named:openAPIName:)``), which patches, field ownership and selection follow; pruning,
/// defaults and validation follow the node itself.
///
/// Kubernetes: `apiextensions-apiserver/pkg/apiserver/schema Structural`.
public final class StructuralSchema: Sendable {
  public enum ValueType: String, Sendable {
    case string, integer, number, boolean, array, object
  }

  /// What holds of the members of an object that `properties` does not name.
  public enum AdditionalProperties: Sendable {
    case none
    /// `additionalProperties: true`: values of any type, and nothing below them.
    case any
    case schema(StructuralSchema)
  }

  /// `nil` when any type is allowed.
  public let type: ValueType?
  public let summary: String
  /// The value of a property that is not given.
  public let defaultValue: JSON?
  public let isNullable: Bool
  /// The schema of the elements of an array.
  public let items: StructuralSchema?
  public let properties: StructuralProperties
  public let additionalProperties: AdditionalProperties
  /// `x-kubernetes-preserve-unknown-fields`
  public let preservesUnknownFields: Bool
  /// `x-kubernetes-embedded-resource`
  public let isEmbeddedResource: Bool
  /// `x-kubernetes-int-or-string`
  public let isIntOrString: Bool
  /// `x-kubernetes-list-type`, with the keys of a map
  public let listType: ListType
  /// `x-kubernetes-map-type: atomic`
  public let isAtomicMap: Bool
  /// What holds of the value beyond its type.
  public let validation: ValueValidation
  /// `x-kubernetes-validations`
  public let rules: [StructuralRule]
  /// Whether a default stands in this node or below it.
  public let hasDefaults: Bool
  /// Whether a rule stands in this node or below it.
  public let hasRules: Bool

  /// Reads a schema. What is no part of a structural schema is not read; it was refused when the kind was declared.
  public init(_ json: JSONObject) {
    type = json.string("type").flatMap { ValueType(rawValue: $0) }
    summary = json.string("description") ?? ""
    defaultValue = json["default"]
    isNullable = json["nullable"] == true
    items = json.object("items").map { StructuralSchema($0) }
    properties = StructuralProperties(json.object("properties") ?? JSONObject())
    additionalProperties = Self.additionalProperties(json["additionalProperties"])
    preservesUnknownFields = json["x-kubernetes-preserve-unknown-fields"] == true
    isEmbeddedResource = json["x-kubernetes-embedded-resource"] == true
    isIntOrString = json["x-kubernetes-int-or-string"] == true
    listType = Self.listType(json)
    isAtomicMap = json["x-kubernetes-map-type"] == "atomic"
    validation = ValueValidation(json)
    rules = json.array("x-kubernetes-validations").compactMap { $0.objectValue.map { StructuralRule($0) } }
    var below = properties.all.map(\.schema) + [items].compactMap(\.self)
    if case .schema(let schema) = additionalProperties { below.append(schema) }
    hasDefaults = json["default"] != nil || below.contains(where: \.hasDefaults)
    hasRules = !json.array("x-kubernetes-validations").isEmpty || below.contains(where: \.hasRules)
  }

  private static func additionalProperties(_ json: JSON?) -> AdditionalProperties {
    switch json {
    case .object(let schema)?: .schema(StructuralSchema(schema))
    case true?: .any
    default: .none
    }
  }

  private static func listType(_ json: JSONObject) -> ListType {
    switch json.string("x-kubernetes-list-type") {
    case "set": .set
    case "map": .map(keys: json.array("x-kubernetes-list-map-keys").compactMap(\.stringValue))
    default: .atomic
    }
  }
}

/// The properties of an object, in the order of their declaration.
public struct StructuralProperties: Sendable {
  public let all: [(name: String, schema: StructuralSchema)]
  private let positions: [String: Int]

  init(_ json: JSONObject) {
    all = json.compactMap { member in member.value.objectValue.map { (member.key, StructuralSchema($0)) } }
    positions = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })
  }

  public var isEmpty: Bool { all.isEmpty }

  public subscript(name: String) -> StructuralSchema? { positions[name].map { all[$0].schema } }
}

/// One of `x-kubernetes-validations`.
public struct StructuralRule: Sendable, Hashable {
  public var rule: String
  public var message: String
  public var messageExpression: String
  /// `FieldValueInvalid` and its like; empty for the usual one.
  public var reason: String
  public var fieldPath: String
  public var hasOptionalOldSelf: Bool

  init(_ json: JSONObject) {
    rule = json.string("rule") ?? ""
    message = json.string("message") ?? ""
    messageExpression = json.string("messageExpression") ?? ""
    reason = json.string("reason") ?? ""
    fieldPath = json.string("fieldPath") ?? ""
    hasOptionalOldSelf = json["optionalOldSelf"] == true
  }
}
