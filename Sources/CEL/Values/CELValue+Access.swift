import APIMachinery

extension CELValue {
  /// The number of elements of a list or a map.
  var elementCount: Int? {
    switch self {
    case .list(let elements): elements.count
    case .jsonList(let elements, _): elements.count
    case .map(let map): map.count
    case .jsonMap(let members, _): members.count
    default: nil
    }
  }

  /// An element of a list.
  ///
  /// - Precondition: This is a list, and the position is in it.
  @inline(__always)
  func element(at position: Int) throws(CELError) -> CELValue {
    switch self {
    case .list(let elements): return elements[position]
    case .jsonList(let elements, let type): return try CELValue(elements[position], as: type.element)
    default: preconditionFailure("only a list has elements")
    }
  }

  /// An entry of a map.
  ///
  /// - Precondition: This is a map, and the position is in it.
  func entry(at position: Int) throws(CELError) -> (key: CELValue, value: CELValue) {
    switch self {
    case .map(let map): return map.entries[position]
    case .jsonMap(let members, let type):
      let (name, value) = members[position]
      if type.kind == .object {
        let field = type.fields.values.first { $0.property == name }
        return (.string(PropertyName.escaped(name) ?? name), try CELValue(value, as: field?.type ?? .dyn))
      }
      return (.string(name), try CELValue(value, as: type.element))
    default: preconditionFailure("only a map has entries")
    }
  }

  /// The elements of a list; `nil` for anything else.
  func elements() throws(CELError) -> [CELValue]? {
    switch self {
    case .list(let elements): return elements
    case .jsonList(let elements, let type):
      var made: [CELValue] = []
      made.reserveCapacity(elements.count)
      for element in elements { made.append(try CELValue(element, as: type.element)) }
      return made
    default: return nil
    }
  }

  /// The member of a map, an object or a value of a library that an expression calls `name`; `nil` when it is missing.
  ///
  /// - Throws: When this has no members at all.
  func member(_ name: String) throws(CELError) -> CELValue? {
    switch self {
    case .jsonMap(let members, let type):
      if type.kind == .object {
        guard let field = type.fields[name], let value = members[field.property] else { return nil }
        return try CELValue(value, as: field.type)
      }
      guard let value = members[name] else { return nil }
      return try CELValue(value, as: type.element)
    case .map(let map): return map.value(of: .string(name))
    case .object(let object): return try object.field(name)
    default: throw .noSuchOverload
    }
  }

  /// What stands at a position of a list or under a key of a map; `nil` when there is nothing.
  func found(at key: CELValue) throws(CELError) -> CELValue? {
    switch self {
    case .list, .jsonList:
      guard let position = key.position else {
        throw .evaluation("unsupported index type '\(key.type)' in list")
      }
      return position >= 0 && position < elementCount ?? 0 ? try element(at: Int(position)) : nil
    case .map(let map): return map.value(of: key)
    case .jsonMap, .object:
      guard case .string(let name) = key else {
        if case .object = self { throw .noSuchOverload }
        return nil
      }
      return try member(name)
    default: throw .noSuchOverload
    }
  }

  /// What an index stands for.
  private var position: Int64? {
    switch self {
    case .int(let value): value
    case .uint(let value): Int64(exactly: value)
    case .double(let value): Int64(exactly: value)
    default: nil
    }
  }

  /// What stands at a position of a list or under a key of a map.
  func indexed(by key: CELValue) throws(CELError) -> CELValue {
    if let found = try found(at: key) { return found }
    switch self {
    case .list, .jsonList: throw .evaluation("index out of bounds: \(key.text)")
    default: throw .noSuchKey(key)
    }
  }

  /// Whether this list has an element equal to a value, or this map a key.
  func contains(_ value: CELValue) throws(CELError) -> Bool {
    switch self {
    case .list(let elements): return elements.contains { $0 == value }
    case .jsonList(let elements, let type):
      if case .string(let text) = value, type.element.kind == .string || type.element.kind == .dyn {
        for case .string(let element) in elements where element.hasSameBytes(as: text) { return true }
        return false
      }
      for element in elements where try CELValue(element, as: type.element) == value { return true }
      return false
    case .map, .jsonMap: return try found(at: value) != nil
    default: throw .noSuchOverload
    }
  }
}
