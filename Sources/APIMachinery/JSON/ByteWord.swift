/// Eight bytes looked at as one.
///
/// Each test gives a word that is zero when no byte of this one passes it. Bytes above the first that passes may
/// be marked by mistake (a carry of the subtraction), so the words say whether, and where first, not how many.
struct ByteWord {
  var bits: UInt64

  private static let low: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  init(_ pointer: UnsafePointer<UInt8>) {
    bits = UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  /// Marks the bytes that equal `byte`.
  @inline(__always)
  func marks(_ byte: UInt8) -> UInt64 {
    let difference = bits ^ (Self.low &* UInt64(byte))
    return (difference &- Self.low) & ~difference & Self.high
  }

  /// Marks the control characters, 0x00 to 0x1F.
  @inline(__always)
  var controlMarks: UInt64 { (bits &- Self.low &* 0x20) & ~bits & Self.high }

  /// Marks the bytes outside ASCII.
  @inline(__always)
  var nonASCIIMarks: UInt64 { bits & Self.high }
}
