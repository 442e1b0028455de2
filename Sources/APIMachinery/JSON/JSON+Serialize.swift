extension JSON {
  /// The text of this value, without spaces, members in their order.
  ///
  /// Doubles are written as Go writes them, `<`, `>` and `&` stay as they are. A double that is not finite has no
  /// JSON text and becomes `null`; neither parser makes one.
  ///
  /// - Parameter sortedKeys: Whether members are put in the byte order of their keys.
  /// - Complexity: O(*n*) in the size of the text.
  public func serialized(sortedKeys: Bool = false) -> [UInt8] {
    var writer = JSONWriter(sortsKeys: sortedKeys)
    writer.write(self)
    return Array(writer.bytes)
  }

  /// Appends the text of this value to `bytes`.
  public func write(into bytes: inout [UInt8]) {
    var writer = JSONWriter()
    writer.write(self)
    bytes.append(contentsOf: writer.bytes)
  }

  /// The text over several lines, without a newline at its end. kubectl's `-o json` indents by 4 spaces.
  public func prettyPrinted(indent: Int = 4, sortedKeys: Bool = false) -> String {
    var writer = JSONWriter(sortsKeys: sortedKeys, indent: indent)
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension JSON: CustomStringConvertible {
  /// The text of this value, without spaces.
  public var description: String {
    var writer = JSONWriter()
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension JSONObject: CustomStringConvertible {
  /// The text of this object, without spaces.
  public var description: String { JSON.object(self).description }
}
