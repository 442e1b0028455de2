public import APIMachinery

extension CELType {
  /// The type that the declaration of a kind gives its objects in expressions. Where a type stands in itself, its value
  /// may be anything.
  ///
  /// Kubernetes: `apiserver/pkg/cel/openapi`, which reads the OpenAPI documents of the kinds.
  public convenience init(kind: ObjectSchema) {
    var kinds = KindTypes()
    let made = kinds.object(kind)
    self.init(
      made.kind, name: made.name, fields: made.fields, maxElements: made.maxElements,
      minSerializedSize: made.minSerializedSize)
  }
}

/// Types of declared kinds.
private struct KindTypes {
  /// The types around the present one.
  private var open: [ObjectIdentifier] = []

  mutating func object(_ schema: ObjectSchema) -> CELType {
    open.append(ObjectIdentifier(schema))
    defer { open.removeLast() }
    var fields: [String: CELType.Field] = [:]
    for field in schema.fields {
      guard let name = PropertyName.escaped(field.name) else { continue }
      fields[name] = .init(property: field.name, type: type(field.type))
    }
    return CELType(.object, name: schema.name, fields: fields, minSerializedSize: 2)
  }

  private mutating func type(_ schema: TypeSchema) -> CELType {
    switch schema {
    case .string, .duration, .quantity: .string
    case .integer: .int
    case .number: .double
    case .boolean: .bool
    case .timestamp, .microTime: .timestamp
    case .bytes: .bytes
    case .intOrString, .any: .dyn
    case .object(let object): open.contains(ObjectIdentifier(object)) ? .dyn : self.object(object)
    case .array(let element): .list(type(element))
    case .map(let value): .map(.string, type(value))
    case .merged(let type, _, _): self.type(type)
    }
  }
}
