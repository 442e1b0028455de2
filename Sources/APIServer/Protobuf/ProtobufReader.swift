/// Reads the fields of a message.
struct ProtobufReader {
  /// Why bytes are no message.
  struct Malformed: Error {}

  enum Value {
    case varint(UInt64)
    case bytes(ArraySlice<UInt8>)
    case fixed64(UInt64)
    case fixed32(UInt32)
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The next field; `nil` at the end.
  mutating func next() throws(Malformed) -> (number: Int, value: Value)? {
    if rest.isEmpty { return nil }
    let tag = try varint()
    let number = Int(truncatingIfNeeded: tag >> 3)
    switch tag & 7 {
    case 0: return (number, .varint(try varint()))
    case 1: return (number, .fixed64(try fixed(8)))
    case 2:
      let length = try varint()
      guard length <= UInt64(rest.count) else { throw Malformed() }
      let bytes = rest.prefix(Int(length))
      rest = rest.dropFirst(Int(length))
      return (number, .bytes(bytes))
    case 5: return (number, .fixed32(UInt32(truncatingIfNeeded: try fixed(4))))
    default: throw Malformed()
    }
  }

  private mutating func varint() throws(Malformed) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard let byte = rest.popFirst() else { throw Malformed() }
      if shift < 64 { value |= UInt64(byte & 127) << shift }
      if byte < 128 { return value }
    }
    throw Malformed()
  }

  private mutating func fixed(_ count: Int) throws(Malformed) -> UInt64 {
    guard rest.count >= count else { throw Malformed() }
    var value: UInt64 = 0
    for (position, byte) in rest.prefix(count).enumerated() { value |= UInt64(byte) << UInt64(8 * position) }
    rest = rest.dropFirst(count)
    return value
  }
}
