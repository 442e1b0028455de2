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
    var hash = start ^ UInt64(bytes.count)
    var position = 0
    while position + 8 <= bytes.count {
      hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    var rest: UInt64 = 1
    while position < bytes.count {
      rest = rest << 8 | UInt64(bytes[position])
      position += 1
    }
    return mix(hash ^ rest)
  }
}
