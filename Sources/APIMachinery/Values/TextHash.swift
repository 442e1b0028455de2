extension String {
  /// A hash of the UTF-8 bytes: another one in every process, so that nobody can choose texts that meet. A third of
  /// what `Hasher` costs for the names of objects.
  ///
  /// - Complexity: O(*n*), eight bytes a step.
  package var textHash: UInt64 {
    var text = self
    return text.withUTF8 { TextHash.of(UnsafeRawBufferPointer($0)) }
  }
}

/// See ``Swift/String/textHash``.
package enum TextHash {
  private static let start = UInt64.random(in: .min ... .max)

  /// Spreads every bit of a word over all of it.
  @inlinable package static func mix(_ word: UInt64) -> UInt64 {
    var word = word &* 0x9E37_79B9_7F4A_7C15
    word ^= word >> 32
    word = word &* 0xD6E8_FEB8_6659_FD93
    return word ^ (word >> 29)
  }

  @inline(__always)
  fileprivate static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let count = bytes.count
    var hash = start ^ UInt64(count)
    // The last step takes bytes a second time rather than one by one.
    if count >= 8 {
      var position = 0
      while position + 8 < count {
        hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        position += 8
      }
      return mix(hash ^ bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    }
    if count >= 4 {
      let low = UInt64(bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
      return mix(hash ^ low ^ UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)) << 32)
    }
    guard count > 0 else { return mix(hash) }
    return mix(hash ^ UInt64(bytes[0]) << 16 ^ UInt64(bytes[count / 2]) << 8 ^ UInt64(bytes[count - 1]))
  }
}
