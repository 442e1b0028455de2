/// Writes the fields of a message.
///
/// Protocol Buffers: "Encoding"; a message inside another stands behind its length.
struct ProtobufWriter {
  private(set) var bytes: [UInt8] = []

  mutating func string(_ number: UInt64, _ text: String) {
    tag(number, 2)
    varint(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func bool(_ number: UInt64, _ flag: Bool) {
    tag(number, 0)
    varint(flag ? 1 : 0)
  }

  mutating func int(_ number: UInt64, _ value: Int64) {
    tag(number, 0)
    varint(UInt64(bitPattern: value))
  }

  mutating func double(_ number: UInt64, _ value: Double) {
    tag(number, 1)
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
    }
  }

  mutating func message(_ number: UInt64, _ write: (inout ProtobufWriter) -> Void) {
    var inner = ProtobufWriter()
    write(&inner)
    tag(number, 2)
    varint(UInt64(inner.bytes.count))
    bytes.append(contentsOf: inner.bytes)
  }

  private mutating func tag(_ number: UInt64, _ wireType: UInt64) { varint(number << 3 | wireType) }

  private mutating func varint(_ value: UInt64) {
    var value = value
    while value > 127 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 128)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }
}
