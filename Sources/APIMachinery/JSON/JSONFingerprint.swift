/// A 64-bit fingerprint of a few bytes: cheap, not secret, the same in every process.
struct JSONFingerprint: Sendable, Hashable {
  var bits: UInt64

  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    if count >= 8 {
      var position = 0
      while position &+ 8 < count {
        hash = Self.mix(hash, ByteWord(bytes + position).bits)
        position &+= 8
      }
      hash = Self.mix(hash, ByteWord(bytes + (count &- 8)).bits)
    } else {
      var word: UInt64 = 0
      for position in 0..<count { word = word << 8 | UInt64(bytes[position]) }
      hash = Self.mix(hash, word)
    }
    bits = hash
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
    return product ^ (product >> 32)
  }
}
