extension JSON {
  /// Whether the two are known to be equal without a look at what they hold: equal scalars, and arrays and objects that
  /// are copies of one another and share their storage. False says nothing.
  @inlinable public func isIdentical(to other: JSON) -> Bool {
    switch (self, other) {
    case (.object(let a), .object(let b)): a.isIdentical(to: b)
    case (.array(let a), .array(let b)): a.isIdentical(to: b)
    case (.string(let a), .string(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.bool(let a), .bool(let b)): a == b
    case (.null, .null): true
    default: false
    }
  }
}

extension [JSON] {
  /// Whether the two are copies of one another that share their storage; false says nothing.
  @inlinable public func isIdentical(to other: [JSON]) -> Bool {
    withUnsafeBufferPointer { left in
      other.withUnsafeBufferPointer { left.baseAddress == $0.baseAddress && left.count == $0.count }
    }
  }
}

extension JSONObject {
  /// Changes the value at `position` without copying it.
  @inlinable @discardableResult public mutating func withValue<Result, Failure: Error>(
    at position: Int, _ body: (inout JSON) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var value = take(at: position)
    defer { setValue(value, at: position) }
    return try body(&value)
  }

  /// Changes the object at `key` without copying it. A missing one is made, and one left empty is not stored.
  @inlinable @discardableResult public mutating func withObject<Result, Failure: Error>(
    _ key: String, _ body: (inout JSONObject) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let position = position(of: key) else {
      var object = JSONObject()
      defer { if !object.isEmpty { append(key, .object(object)) } }
      return try body(&object)
    }
    var object = takeObject(at: position)
    defer { setValue(.object(object), at: position) }
    return try body(&object)
  }

  /// Whether the two are copies of one another that share their storage; false says nothing.
  @inlinable public func isIdentical(to other: JSONObject) -> Bool {
    members.withUnsafeBufferPointer { left in
      other.members.withUnsafeBufferPointer { left.baseAddress == $0.baseAddress && left.count == $0.count }
    }
  }

  /// Whether the two have the same key at `position`, and values that are known to be equal; false says nothing.
  ///
  /// Unlike a look at the two values it counts no references.
  package func sharesMember(at position: Int, with other: JSONObject) -> Bool {
    members.withUnsafeBufferPointer { mine in
      other.members.withUnsafeBufferPointer { others in
        position < others.count
          && StringWords(mine[position].key).isSame(as: StringWords(others[position].key))
          && mine[position].value.isIdentical(to: others[position].value)
      }
    }
  }

  /// Whether the two have the same keys in the same order.
  func hasKeys(of other: JSONObject) -> Bool {
    members.withUnsafeBufferPointer { mine in
      other.members.withUnsafeBufferPointer { others in
        mine.count == others.count
          && mine.indices.allSatisfy { StringWords(mine[$0].key).isSame(as: StringWords(others[$0].key)) }
      }
    }
  }

  /// Whether the keys stand in the order of a list of literals that has all of them.
  package func hasKeys(inOrderOf list: [String]) -> Bool {
    members.withUnsafeBufferPointer { members in
      var place = 0
      for position in members.indices {
        let key = StringWords(members[position].key)
        while place < list.count, !key.isSame(as: StringWords(list[place])) { place += 1 }
        if place == list.count { return false }
        place += 1
      }
      return true
    }
  }

  /// Sets `key` to `value` if it is absent.
  @inlinable public mutating func setDefault(_ key: String, _ value: @autoclosure () -> JSON) {
    if !contains(key) { append(key, value()) }
  }
}
