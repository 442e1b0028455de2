extension FieldSet {
  /// Whose view of an object a set is made of.
  public enum Form: Sendable {
    /// What an applied configuration names: its leaves.
    case applied
    /// What a write set: its leaves, and the maps that it made.
    case written
  }

  /// The paths of all fields of an object, without those that no manager owns.
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
    guard case .object(var metadata)? = tree["f:metadata"] else { return }
    for name in serverFields { metadata.removeValue(name) }
    metadata.removeValue(mark)
    if metadata.isEmpty { tree.removeValue("f:metadata") } else { tree["f:metadata"] = .object(metadata) }
  }

  private static let serverFields = [
    "f:name", "f:namespace", "f:creationTimestamp", "f:selfLink", "f:uid", "f:generation", "f:managedFields",
    "f:resourceVersion", "f:deletionTimestamp", "f:deletionGracePeriodSeconds",
  ]

  static func members(of object: JSONObject, type: ObjectNode?, form: Form) -> JSONObject {
    var result = JSONObject(minimumCapacity: object.count)
    for (key, value) in object {
      if let field = type?[key] {
        result.append(field.ownershipKey, .object(below(value, field.node, form)))
      } else {
        result.append("f:" + key, .object(below(value, .untyped, form)))
      }
    }
    return result
  }

  /// The paths below a value; empty when the value is owned as a whole.
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
    var result = JSONObject(minimumCapacity: object.count + 1)
    if form == .written { result.append(mark, .object(JSONObject())) }
    for (key, value) in object {
      result.append("f:" + key, .object(below(value, node.element ?? .untyped, form)))
    }
    return result
  }

  private static func belowArray(_ elements: [JSON], _ node: SchemaNode, _ form: Form) -> JSONObject {
    var result = JSONObject(minimumCapacity: elements.count)
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
        let inside = below(element, node.element ?? .untyped, form)
        result.append(key, .object(inside.isEmpty ? inside : withMark(inside)))
      }
    }
    return result
  }

  private static func withMark(_ object: JSONObject) -> JSONObject {
    var result = JSONObject(minimumCapacity: object.count + 1)
    result.append(mark, .object(JSONObject()))
    for (key, value) in object where key != mark { result.append(key, value) }
    return result
  }
}
