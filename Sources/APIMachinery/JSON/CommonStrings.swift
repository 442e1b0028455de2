/// The long strings that stand in nearly every Kubernetes object, so that a parsed tree shares them.
///
/// Swift keeps strings of up to 15 bytes inside the value; longer ones cost an allocation each. A literal costs
/// none and is not reference-counted either, so the keys and the usual values of objects come from this table.
struct CommonStrings: Sendable {
  /// The lengths of the strings in the table, in bytes.
  static let lengths = 16...48

  static let table = CommonStrings(all)

  private let mask: Int
  private let fingerprints: [UInt64]
  private let strings: [String]

  private init(_ all: [String]) {
    var capacity = 16
    while capacity < all.count * 4 { capacity *= 2 }
    var fingerprints = [UInt64](repeating: 0, count: capacity)
    var strings = [String](repeating: "", count: capacity)
    for string in all {
      var copy = string
      let bits = copy.withUTF8 { bytes in
        bytes.baseAddress.map { JSONFingerprint($0, count: bytes.count).bits } ?? 0
      }
      var slot = Int(truncatingIfNeeded: bits) & (capacity - 1)
      while fingerprints[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      fingerprints[slot] = bits
      strings[slot] = string
    }
    mask = capacity - 1
    self.fingerprints = fingerprints
    self.strings = strings
  }

  /// The string with these bytes, if the table has it.
  @inline(__always)
  func find(_ bytes: UnsafePointer<UInt8>, count: Int, _ fingerprint: JSONFingerprint) -> String? {
    var slot = Int(truncatingIfNeeded: fingerprint.bits) & mask
    while fingerprints[slot] != 0 {
      if fingerprints[slot] == fingerprint.bits {
        return Self.matches(strings[slot], bytes, count) ? strings[slot] : nil
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func matches(_ string: String, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard string.utf8.count == count else { return false }
    return string.utf8.withContiguousStorageIfAvailable { stored in
      guard let start = stored.baseAddress else { return false }
      var position = 0
      while position &+ 8 < count {
        if ByteWord(start + position).bits != ByteWord(bytes + position).bits { return false }
        position &+= 8
      }
      return ByteWord(start + (count &- 8)).bits == ByteWord(bytes + (count &- 8)).bits
    } ?? false
  }
}
