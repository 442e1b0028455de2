/// The steps of a field path, in the form in which they stand on the wire.
enum PathElement {
  /// `k:{"name":"web"}` for an element of a list that is a map by `keys`; `nil` when it lacks a key that has no default.
  static func key(of element: JSON, keys: [String], node: SchemaNode?) -> String? {
    guard case .object(let object) = element else { return nil }
    if keys.count == 1, case .string(let text)? = value(of: keys[0], in: object, node: node),
      let key = plainKey(keys[0], text)
    {
      return key
    }
    var result = ""
    result.reserveCapacity(48)
    result += "k:{"
    var isFirst = true
    for name in keys.count < 2 ? keys : keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard let value = value(of: name, in: object, node: node) else { continue }
      if !isFirst { result += "," }
      isFirst = false
      quote(name, into: &result)
      result += ":"
      write(value, into: &result)
    }
    if isFirst { return nil }
    result += "}"
    return result
  }

  /// The key of an element that is told by one text, written at once; `nil` when the text has to be escaped.
  private static func plainKey(_ name: String, _ value: String) -> String? {
    guard isPlain(name), isPlain(value) else { return nil }
    return String(unsafeUninitializedCapacity: name.utf8.count + value.utf8.count + 9) { buffer in
      var end = 0
      append("k:{\"", to: buffer, &end)
      append(name, to: buffer, &end)
      append("\":\"", to: buffer, &end)
      append(value, to: buffer, &end)
      append("\"}", to: buffer, &end)
      return end
    }
  }

  private static func append(
    _ text: String, to buffer: UnsafeMutableBufferPointer<UInt8>, _ end: inout Int
  ) {
    end = text.withBytes { buffer[end...].initialize(fromContentsOf: $0) }
  }

  /// What tells an element from others of its list, as ``key(of:keys:node:)`` does, but not written out where there is
  /// one key.
  static func identity(of element: JSON, keys: [String], node: SchemaNode?) -> JSON? {
    guard keys.count == 1 else { return key(of: element, keys: keys, node: node).map { .string($0) } }
    guard case .object(let object) = element else { return nil }
    return value(of: keys[0], in: object, node: node)
  }

  private static func value(of name: String, in object: JSONObject, node: SchemaNode?) -> JSON? {
    if let value = object[name], !value.isNull { return value }
    return node?.object?[name]?.schema.defaultValue
  }

  /// `v:"x"` for an element of a set.
  static func value(_ element: JSON) -> String {
    var result = "v:"
    write(element, into: &result)
    return result
  }

  private static func write(_ value: JSON, into result: inout String) {
    switch value {
    case .string(let string): quote(string, into: &result)
    case .int(let number): result += String(number)
    default: result += value.description
    }
  }

  /// Whether nothing of the text has to be escaped.
  private static func isPlain(_ text: String) -> Bool {
    text.withBytes { bytes in
      guard bytes.count >= 8, let start = bytes.baseAddress else { return bytes.allSatisfy { isPlain($0) } }
      let last = bytes.count - 8
      var position = 0
      while ByteWord(start + position).isPlain {
        if position == last { return true }
        // The last step takes bytes a second time rather than one by one.
        position = min(position + 8, last)
      }
      return false
    }
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func quote(_ text: String, into result: inout String) {
    if isPlain(text) {
      result += "\""
      result += text
      result += "\""
    } else {
      result += JSON.string(text).description
    }
  }

  /// The step as messages write it: `.image`, `[name="web"]`, `[="x"]`.
  static func text(of key: String) -> String {
    let rest = String(key.dropFirst(2))
    switch key.utf8.first {
    case UInt8(ascii: "f"): return "." + rest
    case UInt8(ascii: "k"):
      guard case .object(let keys)? = try? JSON.parse(rest) else { return "[" + rest + "]" }
      return "[" + keys.map { "\($0.key)=\($0.value)" }.joined(separator: ",") + "]"
    case UInt8(ascii: "v"): return "[=" + rest + "]"
    default: return "[" + rest + "]"
    }
  }
}

extension ByteWord {
  /// Whether none of the bytes has to be escaped.
  @inline(__always)
  fileprivate var isPlain: Bool {
    controlMarks | marks(UInt8(ascii: "\"")) | marks(UInt8(ascii: "\\")) == 0
  }
}
