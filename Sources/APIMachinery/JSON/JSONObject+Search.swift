extension JSONObject {
  /// The place of `key` among the members.
  @inlinable public func position(of key: String) -> Int? {
    let words = StringWords(key)
    return words.isImmediate ? position(of: words) : position(ofLong: key)
  }

  /// The same of a key that most likely stands at `position`.
  func position(of key: String, near position: Int) -> Int? {
    if position < members.count {
      let words = StringWords(members[position].key)
      if words == StringWords(key) { return position }
      if !words.isImmediate, members[position].key.hasBytes(of: key) { return position }
    }
    return self.position(of: key)
  }

  /// The value of `key`, which most likely stands at `position`.
  public func value(of key: String, near position: Int) -> JSON? {
    guard let place = self.position(of: key, near: position) else { return nil }
    return members[place].value
  }

  @inlinable public func contains(_ key: String) -> Bool {
    position(of: key) != nil
  }

  /// The place of a key that stands in its words.
  @usableFromInline func position(of wanted: StringWords) -> Int? {
    firstPosition { $0 == wanted }
  }

  /// The place of a key that does not.
  @inline(never) @usableFromInline func position(ofLong key: String) -> Int? {
    let wanted = StringWords(key)
    guard wanted.isSettled else { return position(of: key.settled) }
    // Most keys are short.
    return withExtendedLifetime(key) { firstPosition { !$0.isImmediate && $0.isSame(as: wanted) } }
  }

  /// ``position(of:)`` without a call for a short key.
  @inline(__always)
  private func place(of key: String) -> Int? {
    let words = StringWords(key)
    return words.isImmediate ? firstPosition { $0 == words } : position(ofLong: key)
  }

  @inline(__always)
  private func firstPosition(where isWanted: (StringWords) -> Bool) -> Int? {
    members.withUnsafeBufferPointer { members in
      guard var member = members.baseAddress else { return nil }
      for position in 0..<members.count {
        if isWanted(StringWords(member.pointee.key)) { return position }
        member += 1
      }
      return nil
    }
  }
}

/// What most members are asked for. None of it is inlined: that would be into thousands of properties.
extension JSONObject {
  /// The object at `key`, if there is one.
  public func object(_ key: String) -> JSONObject? {
    guard let place = place(of: key), case .object(let object) = members[place].value else { return nil }
    return object
  }

  /// The elements of the array at `key`; none if there is no array.
  public func array(_ key: String) -> [JSON] {
    guard let place = place(of: key), case .array(let array) = members[place].value else { return [] }
    return array
  }

  /// The text at `key`, if there is one.
  public func string(_ key: String) -> String? {
    guard let place = place(of: key), case .string(let text) = members[place].value else { return nil }
    return text
  }

  /// The object at `key`; empty when there is none.
  @usableFromInline func objectMember(_ key: String) -> JSONObject {
    guard let place = place(of: key), case .object(let object) = members[place].value else {
      return JSONObject()
    }
    return object
  }

  @usableFromInline func member(_ key: String) -> JSON? {
    guard let place = place(of: key) else { return nil }
    return members[place].value
  }
}
