import APIMachinery

extension JSON {
  /// Changes the values at a path of member names; lists on the way are gone through element by element.
  ///
  /// - Parameters:
  ///   - creates: Whether members that are missing are made, as objects.
  ///   - body: Gets the value, `null` for one that was made, and changes it.
  mutating func visit(_ path: ArraySlice<String>, creates: Bool, _ body: (inout JSON) throws -> Void) rethrows
  {
    guard let name = path.first else { return try body(&self) }
    switch self {
    case .array(var elements):
      self = .null
      for index in elements.indices { try elements[index].visit(path, creates: creates, body) }
      self = .array(elements)
    case .object(var members):
      guard members.contains(name) || creates else { return }
      self = .null
      var child = members[name] ?? .null
      if child.isNull, path.count > 1 { child = .object([:]) }
      try child.visit(path.dropFirst(), creates: creates, body)
      members[name] = child
      self = .object(members)
    default: return
    }
  }
}

extension DynamicObject {
  /// `spec/template/metadata/labels`.
  mutating func visit(_ path: String, creates: Bool = false, _ body: (inout JSON) throws -> Void) rethrows {
    var json = JSON.object(fields)
    try json.visit(path.split(separator: "/").map(String.init)[...], creates: creates, body)
    if let changed = json.objectValue { fields = changed }
  }
}
