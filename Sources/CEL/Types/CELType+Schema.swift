public import APIMachinery

extension CELType {
  /// The type that a structural OpenAPI v3 schema gives a value in expressions; `nil` when expressions cannot see it:
  /// what the schema says nothing about is not reachable.
  ///
  /// Kubernetes: `apiserver/pkg/cel/common/schemas.go`, also for the sizes that costs are estimated from.
  ///
  /// - Parameters:
  ///   - schema: The schema as JSON.
  ///   - isResourceRoot: Whether it is that of a whole object, whose `apiVersion`, `kind` and `metadata` with `name`
  ///     and `generateName` are always reachable.
  ///   - name: What messages call an object of the schema.
  public convenience init?(schema: JSON, isResourceRoot: Bool = false, name: String = "object") {
    guard let made = SchemaTypes.type(of: schema, isRoot: isResourceRoot, name: name) else { return nil }
    self.init(
      made.kind, name: made.name, parameters: made.parameters, fields: made.fields,
      maxElements: made.maxElements, minSerializedSize: made.minSerializedSize, semantics: made.semantics)
  }
}

/// Types of schemas.
private enum SchemaTypes {
  /// The bytes of the largest request.
  static let requestSize: Int64 = 3 * 1024 * 1024

  static func type(of schema: JSON, isRoot: Bool, name: String) -> CELType? {
    if schema["x-kubernetes-int-or-string"]?.boolValue == true { return intOrString(schema) }
    let isRoot = isRoot || schema["x-kubernetes-embedded-resource"]?.boolValue == true
    switch schema["type"]?.stringValue {
    case "array": return list(schema, name)
    case "object":
      return schema.additionalProperties.map { map(schema, of: $0, name) } ?? object(schema, isRoot, name)
    case "string": return string(schema)
    case "boolean": return .bool
    case "number": return .double
    case "integer": return .int
    default: return isRoot ? object(schema, isRoot, name) : nil
    }
  }

  private static func intOrString(_ schema: JSON) -> CELType {
    let length = schema["maxLength"]?.intValue.map { max(0, $0) * 4 } ?? requestSize - 2
    return CELType(.dyn, name: "dyn", maxElements: UInt64(length), minSerializedSize: 1)
  }

  private static func list(_ schema: JSON, _ name: String) -> CELType? {
    guard let items = schema["items"], let element = type(of: items, isRoot: false, name: name + ".@idx")
    else {
      return nil
    }
    let bound = (requestSize - 2) / (element.minSerializedSize + 1)
    return CELType(
      .list, name: "list", parameters: [element], maxElements: limit(schema["maxItems"], bound),
      minSerializedSize: 2, semantics: semantics(schema))
  }

  private static func semantics(_ schema: JSON) -> CELType.ListSemantics {
    switch schema["x-kubernetes-list-type"]?.stringValue {
    case "set": .set
    case "map": .map(keys: schema["x-kubernetes-list-map-keys"]?.arrayValue?.compactMap(\.stringValue) ?? [])
    default: .atomic
    }
  }

  private static func map(_ schema: JSON, of values: JSON, _ name: String) -> CELType? {
    guard let element = type(of: values, isRoot: false, name: name + ".@elem") else { return nil }
    let bound = (requestSize - 2) / (element.minSerializedSize + 6)
    return CELType(
      .map, name: "map", parameters: [.string, element], maxElements: limit(schema["maxProperties"], bound),
      minSerializedSize: 2)
  }

  private static func limit(_ declared: JSON?, _ bound: Int64) -> UInt64 {
    UInt64(max(0, declared?.intValue ?? bound))
  }

  private static func object(_ schema: JSON, _ isRoot: Bool, _ name: String) -> CELType {
    var properties = schema["properties"]?.objectValue ?? JSONObject()
    if isRoot { completeRoot(&properties) }
    let required = Set(schema["required"]?.arrayValue?.compactMap(\.stringValue) ?? [])
    var fields: [String: CELType.Field] = [:]
    var size: Int64 = 2
    for (property, schema) in properties {
      let identifier = PropertyName.escaped(property)
      guard let type = type(of: schema, isRoot: false, name: "\(name).\(identifier ?? property)") else {
        continue
      }
      if let identifier { fields[identifier] = .init(property: property, type: type) }
      if required.contains(property), schema["default"] == nil {
        size += Int64(property.utf8.count) + type.minSerializedSize + 4
      }
    }
    return CELType(.object, name: name, fields: fields, minSerializedSize: size)
  }

  private static func completeRoot(_ properties: inout JSONObject) {
    properties["kind"] = ["type": "string"]
    properties["apiVersion"] = ["type": "string"]
    var metadata = properties["metadata"]?["properties"]?.objectValue ?? JSONObject()
    for field in ["name", "generateName"] where metadata[field] == nil {
      metadata[field] = ["type": "string"]
    }
    properties["metadata"] = ["type": "object", "properties": .object(metadata)]
  }

  private static func string(_ schema: JSON) -> CELType {
    let length = schema["maxLength"]?.intValue.map { max(0, $0) }
    switch schema["format"]?.stringValue {
    case "byte":
      return CELType(
        .bytes, name: "bytes", maxElements: UInt64(length ?? requestSize - 2), minSerializedSize: 2)
    case "duration":
      return CELType(.duration, name: CELType.duration.name, maxElements: 32, minSerializedSize: 3)
    case "date":
      return CELType(.timestamp, name: CELType.timestamp.name, maxElements: 12, minSerializedSize: 12)
    case "date-time":
      return CELType(.timestamp, name: CELType.timestamp.name, maxElements: 32, minSerializedSize: 21)
    default: break
    }
    let enumeration = schema["enum"]?.arrayValue?.compactMap { $0.stringValue.map { Int64($0.utf8.count) } }
    // The length of a schema counts code points, of which one takes up to four bytes.
    let elements = length.map { $0 * 4 } ?? enumeration?.max() ?? requestSize - 2
    return CELType(.string, name: "string", maxElements: UInt64(elements), minSerializedSize: 2)
  }
}

extension JSON {
  /// The schema of the values of a map, if this is the schema of one.
  fileprivate var additionalProperties: JSON? {
    guard let schema = self["additionalProperties"], schema.objectValue != nil else { return nil }
    return schema
  }
}
