/// Bytes that stand on the wire in base64, such as the data of a Secret.
public struct ByteString: Sendable, Hashable {
  public var bytes: [UInt8]

  public init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// The bytes of a text in UTF-8.
  public init(text: String) {
    bytes = Array(text.utf8)
  }

  /// The bytes as text; `nil` when they are not UTF-8.
  public var text: String? { String(validating: bytes, as: UTF8.self) }
}

extension ByteString {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The bytes in base64 with padding (RFC 4648, section 4).
  public var base64: String {
    String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { buffer in
      var out = 0
      for start in stride(from: 0, to: bytes.count, by: 3) {
        let count = min(3, bytes.count - start)
        var word: UInt32 = 0
        for offset in 0..<3 { word = word << 8 | (offset < count ? UInt32(bytes[start + offset]) : 0) }
        for place in 0..<4 {
          let digit = Int(word >> UInt32(18 - 6 * place) & 63)
          buffer[out] = place <= count ? Self.alphabet[digit] : UInt8(ascii: "=")
          out += 1
        }
      }
      return out
    }
  }

  /// Reads base64 with padding; line breaks between the characters are skipped, as Go does.
  public init?(base64 text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 4 * 3)
    var (word, digits, padding): (UInt32, Int, Int) = (0, 0, 0)
    for byte in text.utf8 where byte != 0x0A && byte != 0x0D {
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = Self.value(of: byte) else { return nil }
      word = word << 6 | value
      digits += 1
      if digits % 4 == 0 {
        bytes += [
          UInt8(truncatingIfNeeded: word >> 16), UInt8(truncatingIfNeeded: word >> 8),
          UInt8(truncatingIfNeeded: word),
        ]
      }
    }
    switch (digits % 4, padding) {
    case (0, 0): break
    case (2, 2): bytes.append(UInt8(truncatingIfNeeded: word >> 4))
    case (3, 1): bytes += [UInt8(truncatingIfNeeded: word >> 10), UInt8(truncatingIfNeeded: word >> 2)]
    default: return nil
    }
    self.bytes = bytes
  }

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 97 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 48 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}

extension ByteString: JSONConvertible {
  public init?(json: JSON) {
    guard case .string(let text) = json else { return nil }
    self.init(base64: text)
  }

  public var json: JSON { .string(base64) }
}
