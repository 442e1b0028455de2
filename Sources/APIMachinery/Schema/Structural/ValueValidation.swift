/// What a schema demands of a value beyond its type.
///
/// Kubernetes: `apiextensions-apiserver/pkg/apiserver/schema ValueValidation`.
public struct ValueValidation: Sendable {
  public var format = ""
  public var minimum: JSON?
  public var isMinimumExclusive = false
  public var maximum: JSON?
  public var isMaximumExclusive = false
  public var multipleOf: JSON?
  public var minimumLength: Int64?
  public var maximumLength: Int64?
  public var pattern: RegularExpression?
  public var minimumItems: Int64?
  public var maximumItems: Int64?
  public var minimumProperties: Int64?
  public var maximumProperties: Int64?
  public var allowedValues: [JSON] = []
  public var required: [String] = []
  public var allOf: [StructuralSchema] = []
  public var anyOf: [StructuralSchema] = []
  public var oneOf: [StructuralSchema] = []
  public var not: StructuralSchema?

  init(_ json: JSONObject) {
    format = json.string("format") ?? ""
    (minimum, maximum, multipleOf) = (json["minimum"], json["maximum"], json["multipleOf"])
    isMinimumExclusive = json["exclusiveMinimum"] == true
    isMaximumExclusive = json["exclusiveMaximum"] == true
    minimumLength = json["minLength"]?.intValue
    maximumLength = json["maxLength"]?.intValue
    pattern = json.string("pattern").flatMap { $0.isEmpty ? nil : try? RegularExpression($0) }
    minimumItems = json["minItems"]?.intValue
    maximumItems = json["maxItems"]?.intValue
    minimumProperties = json["minProperties"]?.intValue
    maximumProperties = json["maxProperties"]?.intValue
    allowedValues = json.array("enum")
    required = json.array("required").compactMap(\.stringValue)
    allOf = Self.schemas(json.array("allOf"))
    anyOf = Self.schemas(json.array("anyOf"))
    oneOf = Self.schemas(json.array("oneOf"))
    not = json.object("not").map { StructuralSchema($0) }
  }

  private static func schemas(_ list: [JSON]) -> [StructuralSchema] {
    list.compactMap { $0.objectValue.map { StructuralSchema($0) } }
  }
}
