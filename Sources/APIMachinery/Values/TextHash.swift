extension String {
  /// A hash of the UTF-8 bytes: another one in every process, so that nobody can choose texts that meet. A third of
  /// what `Hasher` costs for the names of objects.
  ///
  /// - Complexity: O(*n*), eight bytes a step.
  package var textHash: UInt64 {
    let words = StringWords(self)
    if words.isImmediate { return TextHash.of(words) }
    if isMisplaced { return TextHash.of(StringWords(immediate)) }
    return withBytes { TextHash.of(UnsafeRawBufferPointer($0)) }
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

  /// The hash that a dictionary asks for: another one for each seed, so that to copy one table into another is not to meet
  /// at every slot.
  static func mix(_ word: UInt64, seed: Int) -> Int {
    Int(truncatingIfNeeded: mix(word ^ UInt64(truncatingIfNeeded: seed)))
  }

  @inline(__always)
  fileprivate static func of(_ words: StringWords) -> UInt64 {
    mix(mix(start ^ words.low) ^ words.high)
  }

  /// - Precondition: There are more than eight bytes.
  @inline(__always)
  fileprivate static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let count = bytes.count
    var hash = start ^ UInt64(count)
    var position = 0
    while position + 8 < count {
      hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    // The last step takes bytes a second time rather than one by one.
    return mix(hash ^ bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
  }
}
