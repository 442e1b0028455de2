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
  public static func other(_ prefix: String, token: String) -> String { "\(prefix)-0" + hex(token) }

  /// A version 4 lookalike UUID of a token, for names such as those of Auto Scaling groups.
  public static func uuid(token: String) -> String {
    let digits = hex(token) + hex("\(token)/low")
    let cuts = [8, 12, 16, 20, 32]
    var parts: [Substring] = []
    var rest = digits[...]
    for (index, cut) in cuts.enumerated() {
      let length = cut - (index == 0 ? 0 : cuts[index - 1])
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }

  /// Sixteen digits: FNV-1a of 64 bits with a final mix, so that near tokens give far ids.
  static func hex(_ token: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in token.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    hash ^= hash >> 33
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
