/// An IPv4 address: 32 bits, ordered as numbers.
public struct IPv4Address: Hashable, Comparable, Sendable {
  /// The address as a number, the first octet in the highest byte.
  public var rawValue: UInt32

  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable public init(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) {
    rawValue = UInt32(a) << 24 | UInt32(b) << 16 | UInt32(c) << 8 | UInt32(d)
  }

  /// Reads dotted decimal text, strictly: four octets, no leading zeros, nothing around them.
  ///
  /// Kubernetes: `k8s.io/utils/net` refuses octets with leading zeros, because some read them as octal.
  public init(_ text: some StringProtocol) throws(AddressingError) {
    guard let value = Self.value(of: text.utf8) else {
      throw AddressingError(.invalidAddress, "\"\(text)\" is not an IPv4 address (like 10.0.0.1)")
    }
    rawValue = value
  }

  @inlinable public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The four octets.
  public var octets: [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: rawValue >> $0) }
  }

  /// The address `offset` places further; `nil` beyond either end of the address space.
  public func advanced(by offset: Int) -> IPv4Address? {
    UInt32(exactly: Int(rawValue) + offset).map { IPv4Address(rawValue: $0) }
  }

  /// The number that the bytes of a text stand for; `nil` when they are no address.
  static func value(of bytes: some Sequence<UInt8>) -> UInt32? {
    // Going through the bytes of any kind of text costs fifteen times as much.
    bytes.withContiguousStorageIfAvailable(number) ?? Array(bytes).withUnsafeBufferPointer(number)
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    var octet: UInt32 = 0
    var digits = 0
    var dots = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if digits > 0 && octet == 0 { return nil }
        octet = octet * 10 + UInt32(byte - UInt8(ascii: "0"))
        digits += 1
        if octet > 255 { return nil }
      case UInt8(ascii: "."):
        if digits == 0 || dots == 3 { return nil }
        (value, octet, digits, dots) = (value << 8 | octet, 0, 0, dots + 1)
      default:
        return nil
      }
    }
    return dots == 3 && digits > 0 ? value << 8 | octet : nil
  }
}

extension IPv4Address: CustomStringConvertible {
  public var description: String {
    String(unsafeUninitializedCapacity: 15) { buffer in
      var count = 0
      func append(_ byte: UInt8) {
        buffer[count] = byte
        count += 1
      }
      for shift in stride(from: 24, through: 0, by: -8) {
        let octet = UInt8(truncatingIfNeeded: rawValue >> shift)
        if octet >= 100 { append(UInt8(ascii: "0") + octet / 100) }
        if octet >= 10 { append(UInt8(ascii: "0") + octet / 10 % 10) }
        append(UInt8(ascii: "0") + octet % 10)
        if shift > 0 { append(UInt8(ascii: ".")) }
      }
      return count
    }
  }
}
