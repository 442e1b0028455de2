import APIMachinery

/// Selectable fields of a kind that stand in the same object, so that it is looked for once.
struct SelectableFields: Sendable {
  /// The path of the object: `spec`; empty for the whole.
  let path: [String]
  /// The fields by their whole paths, with their keys in the object.
  private(set) var fields: [(path: String, key: String, kind: Kind)] = []

  /// What a field says.
  enum Kind: Sendable {
    /// A text, as most do.
    case text
    /// A Boolean that is `false` where it is absent.
    case flag
    /// One of several.
    case scalar
  }

  /// The fields in their order, neighbours that stand in the same object together.
  ///
  /// - Parameter isCustom: Whether the kind is declared by a definition: a Boolean that is absent is not `false`
  ///   there.
  static func all(_ paths: [String], of type: ObjectNode, isCustom: Bool) -> [SelectableFields] {
    var all: [SelectableFields] = []
    for path in paths {
      var names = path.split(separator: ".").map(String.init)
      let kind: Kind = isCustom ? .scalar : Self.kind(of: names, in: type)
      guard let key = names.popLast() else { continue }
      if all.last?.path != names { all.append(SelectableFields(path: names)) }
      all[all.count - 1].fields.append((path, key, kind))
    }
    return all
  }

  private init(path: [String]) { self.path = path }

  private static func kind(of path: [String], in root: ObjectNode) -> Kind {
    var node: ObjectNode? = root
    var kind: SchemaNode.Kind?
    for name in path {
      let field = node?[name]
      node = field?.node.object
      kind = field?.node.kind
    }
    switch kind {
    case .string: return .text
    case .boolean: return .flag
    default: return .scalar
    }
  }

  /// What a field says as selectors compare it; `nil` when it says nothing.
  ///
  /// - Parameter holder: The object at ``path``, if there is one.
  static func value(_ key: String, _ kind: Kind, in holder: JSONObject?) -> String? {
    if kind == .text { return holder?.string(key) }
    return switch holder?[key] {
    case .string(let text)?: text
    case .bool(let flag)?: flag ? "true" : "false"
    case .int(let number)?: String(number)
    default: kind == .flag ? "false" : nil
    }
  }
}
