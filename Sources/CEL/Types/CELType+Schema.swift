public import APIMachinery

extension CELType {
  /// The type that a structural schema gives a value in expressions; `nil` when expressions cannot see it: what the
  /// schema says nothing about is not reachable.
  ///
  /// Kubernetes: `apiserver/pkg/cel/common/schemas.go`, also for the sizes that costs are estimated from.
  ///
  /// - Parameters:
  ///   - schema: The schema.
  ///   - isResourceRoot: Whether it is that of a whole object, whose `apiVersion`, `kind` and `metadata` with `name`
  ///     and `generateName` are always reachable.
  ///   - name: What messages call an object of the schema.
  public convenience init?(schema: StructuralSchema, isResourceRoot: Bool = false, name: String = "object") {
    guard let made = SchemaTypes.type(of: schema, isRoot: isResourceRoot, name: name) else { return nil }
    self.init(
      made.kind, name: made.name, parameters: made.parameters, fields: made.fields,
      maxElements: made.maxElements, minSerializedSize: made.minSerializedSize, listType: made.listType)
  }

  /// How many values of this type the largest request can hold.
  ///
  /// Kubernetes: `apiextensions-apiserver/.../schema/cel/compilation.go`, `MaxCardinality`.
  public var mostOccurrences: UInt64 { UInt64(SchemaTypes.requestSize / (minSerializedSize + 1)) }
}

/// Types of schemas.
private enum SchemaTypes {
  /// The bytes of the largest request.
  static let requestSize: Int64 = 3 * 1024 * 1024

  static func type(of schema: StructuralSchema, isRoot: Bool, name: String) -> CELType? {
    if schema.isIntOrString { return intOrString(schema) }
    let isRoot = isRoot || schema.isEmbeddedResource
    switch schema.type {
    case .array?: return list(schema, name)
    case .object?:
      if case .schema(let values) = schema.additionalProperties { return map(schema, of: values, name) }
      return object(schema, isRoot, name)
    case .string?: return string(schema.validation)
    case .boolean?: return .bool
    case .number?: return .double
    case .integer?: return .int
    case nil: return isRoot ? object(schema, isRoot, name) : nil
    }
  }

  private static func intOrString(_ schema: StructuralSchema) -> CELType {
    let length = schema.validation.maximumLength.map { max(0, $0) * 4 } ?? requestSize - 2
    return CELType(.dyn, name: "dyn", maxElements: UInt64(length), minSerializedSize: 1)
  }

  private static func list(_ schema: StructuralSchema, _ name: String) -> CELType? {
    guard let items = schema.items, let element = type(of: items, isRoot: false, name: name + ".@idx") else {
      return nil
    }
    let bound = (requestSize - 2) / (element.minSerializedSize + 1)
    return CELType(
      .list, name: "list", parameters: [element], maxElements: limit(schema.validation.maximumItems, bound),
      minSerializedSize: 2, listType: schema.listType)
  }

  private static func map(_ schema: StructuralSchema, of values: StructuralSchema, _ name: String) -> CELType?
  {
    guard let element = type(of: values, isRoot: false, name: name + ".@elem") else { return nil }
    let bound = (requestSize - 2) / (element.minSerializedSize + 6)
    return CELType(
      .map, name: "map", parameters: [.string, element],
      maxElements: limit(schema.validation.maximumProperties, bound), minSerializedSize: 2)
  }

  private static func limit(_ declared: Int64?, _ bound: Int64) -> UInt64 {
    UInt64(max(0, declared ?? bound))
  }

  private static func object(_ schema: StructuralSchema, _ isRoot: Bool, _ name: String) -> CELType {
    let required = Set(schema.validation.required)
    var fields: [String: CELType.Field] = [:]
    var size: Int64 = 2
    for (property, schema) in schema.properties.all {
      let identifier = PropertyName.escaped(property)
      let type =
        isRoot && property == "metadata"
        ? metadata(schema, name) : type(of: schema, isRoot: false, name: "\(name).\(identifier ?? property)")
      guard let type else { continue }
      if let identifier { fields[identifier] = .init(property: property, type: type) }
      if required.contains(property), schema.defaultValue == nil {
        size += Int64(property.utf8.count) + type.minSerializedSize + 4
      }
    }
    if isRoot {
      for field in ["kind", "apiVersion"] { fields[field] = text(field) }
      if fields["metadata"] == nil {
        fields["metadata"] = .init(property: "metadata", type: metadata(nil, name))
      }
    }
    return CELType(.object, name: name, fields: fields, minSerializedSize: size)
  }

  private static func metadata(_ schema: StructuralSchema?, _ name: String) -> CELType {
    var fields = schema.map { object($0, false, "").fields } ?? [:]
    for field in ["name", "generateName"] where fields[field] == nil { fields[field] = text(field) }
    return CELType(.object, name: name + ".metadata", fields: fields, minSerializedSize: 2)
  }

  private static func text(_ field: String) -> CELType.Field {
    .init(
      property: field,
      type: CELType(.string, name: "string", maxElements: UInt64(requestSize - 2), minSerializedSize: 2))
  }

  private static func string(_ validation: ValueValidation) -> CELType {
    let length = validation.maximumLength.map { max(0, $0) }
    switch validation.format {
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
    let longest = validation.allowedValues.compactMap { $0.stringValue.map { Int64($0.utf8.count) } }.max()
    // The length of a schema counts code points, of which one takes up to four bytes.
    let elements = length.map { $0 * 4 } ?? longest ?? requestSize - 2
    return CELType(.string, name: "string", maxElements: UInt64(elements), minSerializedSize: 2)
  }
}
