import APIMachinery

/// The types of the API as schemas of OpenAPI.
///
/// Kubernetes: `x-kubernetes-*` extensions of the published specification; kubectl reads `explain` texts and the merge
/// keys of strategic merge patch from them.
struct OpenAPISchemas {
  /// Where the document has its schemas: `#/components/schemas/` (version 3) or `#/definitions/` (version 2).
  let prefix: String
  private(set) var schemas: [(name: String, schema: JSON)] = []
  private var seen: Set<String> = []

  init(prefix: String) { self.prefix = prefix }

  /// Adds the type of a kind, its list and all types below them.
  mutating func add(_ served: ServedResource) {
    let kind = served.definition.groupVersionKind
    if let custom = served.custom { add(custom, served) } else { add(served.type, kind: kind) }
    let listName = served.type.openAPIName + "List"
    guard served.definition.verbs.contains("list"), seen.insert(listName).inserted else { return }
    var listKind = kind
    listKind.kind = served.listKind
    schemas.append(
      (
        listName,
        [
          "type": "object", "description": .string("\(served.listKind) is a list of \(kind.kind) objects."),
          "required": ["items"],
          "properties": [
            "apiVersion": Self.apiVersionField, "kind": Self.kindField,
            "items": [
              "type": "array", "description": "The objects.", "items": reference(served.type.openAPIName),
            ], "metadata": wrapped("io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta", "Metadata of the list."),
          ], "x-kubernetes-group-version-kind": [Self.json(listKind)],
        ]
      ))
    addScalar("io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta", Self.listMeta)
  }

  private mutating func add(_ custom: CustomKind, _ served: ServedResource) {
    guard seen.insert(served.type.openAPIName).inserted, let metadata = served.metadataType else { return }
    add(metadata)
    let words = "The name, the labels and what else every object has."
    let schema = CustomOpenAPI(
      isVersionThree: prefix.hasPrefix("#/components"), metadata: wrapped(metadata.openAPIName, words))
    schemas.append(
      (served.type.openAPIName, schema.schema(custom.document, served.definition.groupVersionKind)))
  }

  private mutating func add(_ type: ObjectNode, kind: GroupVersionKind? = nil) {
    guard seen.insert(type.openAPIName).inserted else { return }
    let place = schemas.count
    schemas.append((type.openAPIName, .null))
    var properties = JSONObject()
    for field in type.fields.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      properties.append(field.name, property(field))
    }
    var schema: JSONObject = ["type": "object"]
    if !type.summary.isEmpty { schema["description"] = .string(type.summary) }
    if !type.required.isEmpty { schema["required"] = .array(type.required.map { .string($0.name) }) }
    if !properties.isEmpty { schema["properties"] = .object(properties) }
    if type.isOpen { schema["x-kubernetes-preserve-unknown-fields"] = true }
    if let kind { schema["x-kubernetes-group-version-kind"] = [Self.json(kind)] }
    schemas[place].schema = .object(schema)
  }

  // MARK: Fields

  private mutating func property(_ field: FieldNode) -> JSON {
    var schema = value(field.node, description: field.schema.summary)
    if let value = field.schema.defaultValue, field.schema.defaultCondition == nil {
      schema["default"] = value
    }
    if !field.schema.allowedValues.isEmpty {
      schema["enum"] = .array(field.schema.allowedValues.map { .string($0) })
    }
    if let minimum = field.schema.minimum { schema["minimum"] = .int(minimum) }
    if let maximum = field.schema.maximum { schema["maximum"] = .int(maximum) }
    addExtensions(field, to: &schema)
    return .object(schema)
  }

  private func addExtensions(_ field: FieldNode, to schema: inout JSONObject) {
    let strategy = field.schema.patchStrategy
    let names = [strategy.merges ? "merge" : nil, strategy.retainsKeys ? "retainKeys" : nil].compactMap { $0 }
    if !names.isEmpty { schema["x-kubernetes-patch-strategy"] = .string(names.joined(separator: ",")) }
    if let key = strategy.mergeKey { schema["x-kubernetes-patch-merge-key"] = .string(key) }
    guard field.node.kind == .array else {
      if field.schema.isAtomic { schema["x-kubernetes-map-type"] = "atomic" }
      return
    }
    switch field.node.listType {
    case .atomic: schema["x-kubernetes-list-type"] = "atomic"
    case .set: schema["x-kubernetes-list-type"] = "set"
    case .map(let keys):
      schema["x-kubernetes-list-type"] = "map"
      schema["x-kubernetes-list-map-keys"] = .array(keys.map { .string($0) })
    }
  }

  private mutating func value(_ node: SchemaNode, description: String) -> JSONObject {
    var schema: JSONObject
    switch node.kind {
    case .string, .duration: schema = ["type": "string"]
    case .int32: schema = ["type": "integer", "format": "int32"]
    case .int64: schema = ["type": "integer", "format": "int64"]
    case .number: schema = ["type": "number", "format": "double"]
    case .boolean: schema = ["type": "boolean"]
    case .bytes: schema = ["type": "string", "format": "byte"]
    case .any: schema = ["x-kubernetes-preserve-unknown-fields": true, "type": "object"]
    case .timestamp: return scalar("io.k8s.apimachinery.pkg.apis.meta.v1.Time", Self.time, description)
    case .microTime: return scalar("io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime", Self.time, description)
    case .quantity: return scalar("io.k8s.apimachinery.pkg.api.resource.Quantity", Self.quantity, description)
    case .intOrString:
      return scalar("io.k8s.apimachinery.pkg.util.intstr.IntOrString", Self.intOrString, description)
    case .object:
      guard let type = node.object else { return ["type": "object"] }
      add(type)
      return wrapped(type.openAPIName, description).objectValue ?? JSONObject()
    case .array:
      schema = ["type": "array", "items": .object(element(node.element))]
    case .map:
      schema = ["type": "object", "additionalProperties": .object(element(node.element))]
    }
    if !description.isEmpty { schema["description"] = .string(description) }
    return schema
  }

  private mutating func element(_ node: SchemaNode?) -> JSONObject {
    guard let node else { return ["type": "object"] }
    return value(node, description: "")
  }

  private mutating func scalar(_ name: String, _ schema: JSON, _ description: String) -> JSONObject {
    addScalar(name, schema)
    return wrapped(name, description).objectValue ?? JSONObject()
  }

  private mutating func addScalar(_ name: String, _ schema: JSON) {
    if seen.insert(name).inserted { schemas.append((name, schema)) }
  }

  private func reference(_ name: String) -> JSON { ["$ref": .string(prefix + name)] }

  /// A reference with a description beside it, which version 3 allows through `allOf` alone.
  private func wrapped(_ name: String, _ description: String) -> JSON {
    let isThree = prefix.hasPrefix("#/components")
    if description.isEmpty { return isThree ? ["allOf": [reference(name)]] : reference(name) }
    if isThree { return ["description": .string(description), "allOf": [reference(name)]] }
    return ["description": .string(description), "$ref": .string(prefix + name)]
  }

  // MARK: Pieces

  static func json(_ kind: GroupVersionKind) -> JSON {
    ["group": .string(kind.group), "version": .string(kind.version), "kind": .string(kind.kind)]
  }

  private static let apiVersionField: JSON = [
    "type": "string", "description": "The version of the API that the object is written in.",
  ]
  private static let kindField: JSON = ["type": "string", "description": "The kind of the object."]
  private static let time: JSON = [
    "type": "string", "format": "date-time", "description": "A time in RFC 3339.",
  ]
  private static let quantity: JSON = [
    "type": "string", "description": "A number with a suffix: 100m, 1536Mi, 1e3.",
  ]
  private static let intOrString: JSON = [
    "type": "string", "format": "int-or-string", "description": "A number, or a text such as a percentage.",
  ]
  private static let listMeta: JSON = [
    "type": "object", "description": "Metadata of a list.",
    "properties": [
      "continue": ["type": "string", "description": "The token for the next page."],
      "remainingItemCount": [
        "type": "integer", "format": "int64", "description": "How many objects follow.",
      ], "resourceVersion": ["type": "string", "description": "The revision at which the list was true."],
      "selfLink": ["type": "string"],
    ],
  ]
}
