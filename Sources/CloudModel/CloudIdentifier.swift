/// The ids that EC2 gives: a prefix, a zero and sixteen hexadecimal digits.
///
/// An id follows from the client token of the request that made the thing, so that a request sent twice makes it
/// once, as EC2's client tokens promise, and no id is drawn out of thin air.
public enum CloudIdentifier {
  /// `i-0123456789abcdef0`
  public static func instance(token: String) -> String { "i-0" + hex(token) }

  /// `eni-0123456789abcdef0`
  public static func networkInterface(token: String) -> String { "eni-0" + hex(token) }

  /// An id of another kind: `subnet`, `vpc`, `sg`, `eni-attach`.
  public static func other(_ prefix: String, token: String) -> String { prefix + "-0" + hex(token) }

  /// A version 4 lookalike UUID of a token, for names such as those of Auto Scaling groups.
  public static func uuid(token: String) -> String {
    let start = sum(token)
    let (high, low) = (mixed(start), mixed(sum("/low", from: start)))
    return String(unsafeUninitializedCapacity: 36) { buffer in
      var end = 0
      for position in 0..<32 {
        switch position {
        case 8, 12, 16, 20:
          buffer[end] = UInt8(ascii: "-")
          end += 1
        default: break
        }
        buffer[end] = digit(position & 15, of: position < 16 ? high : low)
        end += 1
      }
      return end
    }
  }

  /// Sixteen digits: FNV-1a of 64 bits with a final mix, so that near tokens give far ids.
  static func hex(_ token: String) -> String {
    let hash = mixed(sum(token))
    return String(unsafeUninitializedCapacity: 16) { buffer in
      for position in 0..<16 { buffer[position] = digit(position, of: hash) }
      return 16
    }
  }

  private static func sum(_ text: String, from start: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    var text = text
    return text.withUTF8 { $0.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } }
  }

  private static func mixed(_ sum: UInt64) -> UInt64 {
    var hash = (sum ^ (sum >> 33)) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ (hash >> 33)
  }

  /// A hexadecimal digit of a hash, the highest at 0.
  private static func digit(_ position: Int, of hash: UInt64) -> UInt8 {
    let value = UInt8(truncatingIfNeeded: hash >> UInt64(60 - 4 * position)) & 15
    return value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }
}
