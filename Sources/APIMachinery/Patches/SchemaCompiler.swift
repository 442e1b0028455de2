/// Makes schema nodes of declarations. Types that refer to one another, or to themselves, get one node each.
public struct SchemaCompiler: Sendable {
  private var nodes: [ObjectIdentifier: ObjectNode] = [:]

  public init() {}

  /// The node of a type and of every type that it refers to.
  public mutating func compile(_ schema: ObjectSchema) -> ObjectNode {
    if let node = nodes[ObjectIdentifier(schema)] { return node }
    let node = ObjectNode(name: schema.name, openAPIName: schema.openAPIName, summary: schema.summary)
    nodes[ObjectIdentifier(schema)] = node
    let table = schema.table
    let fields = table.fields.map { FieldNode(schema: $0, node: compile($0.type, of: $0)) }
    node.seal(fields: fields, isOpen: table.isOpen)
    return node
  }

  private mutating func compile(_ type: TypeSchema, of field: FieldSchema?) -> SchemaNode {
    switch type {
    case .object(let schema):
      let isAtomic = field?.isAtomic == true || Self.atomicTypes.contains(schema.name)
      return SchemaNode(kind: .object, object: compile(schema), isAtomic: isAtomic)
    case .array(let element):
      let listType = field?.listType ?? .atomic
      return SchemaNode(
        kind: .array, element: compile(element, of: nil), listType: listType, isAtomic: listType == .atomic)
    case .map(let element):
      return SchemaNode(kind: .map, element: compile(element, of: nil), isAtomic: field?.isAtomic == true)
    case .merged(.array(let element), let listType, let isAtomic):
      return SchemaNode(
        kind: .array, element: compile(element, of: nil), listType: listType, isAtomic: isAtomic)
    case .merged(.object(let schema), _, let isAtomic):
      return SchemaNode(kind: .object, object: compile(schema), isAtomic: isAtomic)
    case .merged(.map(let element), _, let isAtomic):
      return SchemaNode(kind: .map, element: compile(element, of: nil), isAtomic: isAtomic)
    case .merged(let type, _, _): return compile(type, of: field)
    default: return SchemaNode(kind: Self.scalar(type))
    }
  }

  private static func scalar(_ type: TypeSchema) -> SchemaNode.Kind {
    switch type {
    case .string: .string
    case .integer(let bits): bits == 32 ? .int32 : .int64
    case .number: .number
    case .boolean: .boolean
    case .timestamp: .timestamp
    case .microTime: .microTime
    case .duration: .duration
    case .quantity: .quantity
    case .intOrString: .intOrString
    case .bytes: .bytes
    default: .any
    }
  }

  /// The types that are replaced as a whole wherever they stand.
  ///
  /// Kubernetes: `+structType=atomic` in `k8s.io/api`.
  private static let atomicTypes: Set<String> = [
    "ConfigMapKeySelector", "LabelSelector", "LocalObjectReference", "NodeSelector", "NodeSelectorTerm",
    "ObjectFieldSelector", "ObjectReference", "OwnerReference", "ResourceFieldSelector", "ScopeSelector",
    "ScopedResourceSelectorRequirement", "SecretKeySelector", "SecretReference", "TypedLocalObjectReference",
    "EndpointAddress", "EndpointPort", "TopologySelectorTerm",
  ]
}
