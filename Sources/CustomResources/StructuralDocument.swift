import APIMachinery
import KubernetesAPI

/// The types of Kubernetes' API as structural schemas, as they stand in definitions of custom resources.
///
/// Kubernetes: controller-gen writes them so: without defaults, except those of the keys of lists that are maps, and
/// with the labels and annotations of embedded metadata.
struct StructuralDocument {
  /// The types that the value stands in; one that contains itself is open where it comes again.
  private var enclosing: [String] = []

  /// - Parameter name: The type's name in Go: `PodTemplateSpec`.
  static func schema(ofType name: String) -> JSONObject {
    guard let type = SchemaCatalog.kubernetes.type(named: name) else {
      preconditionFailure("\(name) is no type of Kubernetes' API")
    }
    var document = StructuralDocument()
    return document.object(type)
  }

  private mutating func object(_ type: ObjectSchema, keys: [String] = []) -> JSONObject {
    if type.name == "ObjectMeta" { return Self.metadata }
    if enclosing.contains(type.openAPIName) { return JSONObject.structuralSchema }
    enclosing.append(type.openAPIName)
    defer { enclosing.removeLast() }
    let table = type.table
    var properties = JSONObject(minimumCapacity: table.fields.count)
    for field in table.fields.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      properties.append(field.name, .object(property(field, isKey: keys.contains(field.name))))
    }
    var schema: JSONObject = ["type": "object"]
    if !type.summary.isEmpty { schema["description"] = .string(type.summary) }
    if !properties.isEmpty { schema["properties"] = .object(properties) }
    let required = table.fields.filter(\.isRequired).map(\.name).sorted()
    if !required.isEmpty { schema["required"] = required.json }
    if table.isOpen { schema["x-kubernetes-preserve-unknown-fields"] = true }
    if type.isAtomic { schema["x-kubernetes-map-type"] = "atomic" }
    return schema
  }

  private mutating func property(_ field: FieldSchema, isKey: Bool) -> JSONObject {
    var schema = value(field.type, field.listType)
    if !field.summary.isEmpty { schema["description"] = .string(field.summary) }
    if let minimum = field.minimum { schema["minimum"] = .int(minimum) }
    if let maximum = field.maximum { schema["maximum"] = .int(maximum) }
    if isKey, field.defaultCondition == nil {
      // A key is given or has a default; the names of references are empty texts.
      schema["default"] = field.defaultValue
      if field.defaultValue == nil, !field.isRequired { schema["default"] = "" }
    }
    if field.isAtomic, schema.string("type") == "object" { schema["x-kubernetes-map-type"] = "atomic" }
    return schema
  }

  private mutating func value(_ type: TypeSchema, _ listType: ListType) -> JSONObject {
    switch type {
    case .string: return String.structuralSchema
    case .duration: return ["type": "string"]
    case .integer(let bits): return ["type": "integer", "format": .string("int\(bits)")]
    case .number: return Double.structuralSchema
    case .boolean: return Bool.structuralSchema
    case .timestamp, .microTime: return Timestamp.structuralSchema
    case .quantity: return Quantity.structuralSchema
    case .intOrString: return IntOrString.structuralSchema
    case .bytes: return ByteString.structuralSchema
    case .any: return JSON.structuralSchema
    case .object(let type): return object(type)
    case .map(let element):
      return ["type": "object", "additionalProperties": .object(value(element, .atomic))]
    case .array(let element): return array(element, listType)
    case .merged(let inner, let listType, _): return value(inner, listType)
    }
  }

  private mutating func array(_ element: TypeSchema, _ listType: ListType) -> JSONObject {
    var schema: JSONObject = ["type": "array", "x-kubernetes-list-type": "atomic"]
    switch listType {
    case .atomic: break
    case .set: schema["x-kubernetes-list-type"] = "set"
    case .map(let keys):
      schema["x-kubernetes-list-type"] = "map"
      schema["x-kubernetes-list-map-keys"] = keys.json
      if case .object(let type) = element {
        schema["items"] = .object(object(type, keys: keys))
        return schema
      }
    }
    schema["items"] = .object(value(element, .atomic))
    return schema
  }

  /// Kubernetes: controller-gen's `generateEmbeddedObjectMeta`.
  private static let metadata: JSONObject = [
    "type": "object",
    "properties": [
      "annotations": .object(StringMap.structuralSchema),
      "finalizers": ["type": "array", "items": ["type": "string"]],
      "labels": .object(StringMap.structuralSchema), "name": ["type": "string"],
      "namespace": ["type": "string"],
    ],
  ]
}
