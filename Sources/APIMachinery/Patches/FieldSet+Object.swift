extension FieldSet {
  /// Whose view of an object a set is made of.
  public enum Form: Sendable {
    /// What an applied configuration names: its leaves.
    case applied
    /// What a write set: its leaves, and the maps that it made.
    case written
  }

  /// The paths of all fields of an object, without those that no manager owns; sorted.
  public init(of object: JSONObject, type: ObjectNode, form: Form) {
    self.init(tree: Self.members(of: object, type: type, form: form))
    Self.strip(&tree)
  }

  /// Takes away what the server alone sets.
  ///
  /// Kubernetes: managedfields `stripFields`.
  static func strip(_ tree: inout JSONObject) {
    tree.removeValue("f:apiVersion")
    tree.removeValue("f:kind")
    guard let position = tree.position(of: "f:metadata"), case .object(var metadata) = tree.take(at: position)
    else { return }
    for name in serverFields { metadata.removeValue(name) }
    metadata.removeValue(mark)
    if metadata.isEmpty {
      tree.removeValue("f:metadata")
    } else {
      tree.setValue(.object(metadata), at: position)
    }
  }

  private static let serverFields = [
    "f:name", "f:namespace", "f:creationTimestamp", "f:selfLink", "f:uid", "f:generation", "f:managedFields",
    "f:resourceVersion", "f:deletionTimestamp", "f:deletionGracePeriodSeconds",
  ]

  /// The paths of the members of an object, or of a map of `element`; sorted.
  private static func members(
    of object: JSONObject, type: ObjectNode?, element: SchemaNode = .untyped, form: Form,
    isMarked: Bool = false
  ) -> JSONObject {
    var result = JSONObject(minimumCapacity: object.count + (isMarked ? 1 : 0))
    if isMarked { result.append(mark, .object(JSONObject())) }
    for position in object.members.indices {
      let field = type?[object.members[position].key]
      let below = Self.below(object.members[position].value, field?.node ?? element, form)
      result.append(field?.ownershipKey ?? "f:" + object.members[position].key, .object(below))
    }
    result.sortByKey()
    return result
  }

  /// The paths below a value, sorted; empty when the value is owned as a whole.
  static func below(_ value: JSON, _ node: SchemaNode, _ form: Form) -> JSONObject {
    switch value {
    case .object(let object) where !node.isAtomic && !object.isEmpty:
      return belowObject(object, node, form)
    case .array(let elements) where !node.isAtomic && !elements.isEmpty:
      return belowArray(elements, node, form)
    default: return JSONObject()
    }
  }

  private static func belowObject(_ object: JSONObject, _ node: SchemaNode, _ form: Form) -> JSONObject {
    if node.kind == .object { return members(of: object, type: node.object, form: form) }
    return members(
      of: object, type: nil, element: node.element ?? .untyped, form: form, isMarked: form == .written)
  }

  private static func belowArray(_ elements: [JSON], _ node: SchemaNode, _ form: Form) -> JSONObject {
    var result = JSONObject(minimumCapacity: elements.count + 1)
    if form == .written { result.append(mark, .object(JSONObject())) }
    switch node.listType {
    case .atomic: return JSONObject()
    case .set:
      for element in elements {
        let key = PathElement.value(element)
        if !result.contains(key) { result.append(key, .object(JSONObject())) }
      }
    case .map(let keys):
      for element in elements {
        guard let key = PathElement.key(of: element, keys: keys, node: node.element), !result.contains(key)
        else { continue }
        result.append(key, .object(belowElement(element, node.element ?? .untyped, form)))
      }
    }
    result.sortByKey()
    return result
  }

  /// The paths below an element that is told by its keys, and a mark where there are any.
  static func belowElement(_ element: JSON, _ node: SchemaNode, _ form: Form) -> JSONObject {
    if case .object(let object) = element, node.kind == .object, !node.isAtomic, !object.isEmpty {
      return members(of: object, type: node.object, form: form, isMarked: true)
    }
    let inside = below(element, node, form)
    return inside.isEmpty ? inside : marked(inside)
  }
}
