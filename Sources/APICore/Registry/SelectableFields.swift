import APIMachinery

/// Selectable fields of a kind that stand in the same object, so that it is looked for once.
struct SelectableFields: Sendable {
  /// The path of the object: `spec`; empty for the whole.
  let path: [String]
  /// The fields by their whole paths, with their keys in the object.
  private(set) var fields: [(path: String, key: String, isBoolean: Bool)] = []

  /// The fields in their order, neighbours that stand in the same object together.
  ///
  /// - Parameter isCustom: Whether the kind is declared by a definition: a Boolean that is absent is not `false`
  ///   there.
  static func all(_ paths: [String], of type: ObjectNode, isCustom: Bool) -> [SelectableFields] {
    var all: [SelectableFields] = []
    for path in paths {
      var names = path.split(separator: ".").map(String.init)
      let isBoolean = !isCustom && isBoolean(names, in: type)
      guard let key = names.popLast() else { continue }
      if all.last?.path != names { all.append(SelectableFields(path: names)) }
      all[all.count - 1].fields.append((path, key, isBoolean))
    }
    return all
  }

  private init(path: [String]) { self.path = path }

  private static func isBoolean(_ path: [String], in root: ObjectNode) -> Bool {
    var node: ObjectNode? = root
    var kind: SchemaNode.Kind?
    for name in path {
      let field = node?[name]
      node = field?.node.object
      kind = field?.node.kind
    }
    return kind == .boolean
  }
}
