extension String {
  /// A hash of the UTF-8 bytes: another one in every process, so that nobody can choose texts that meet. A third of
  /// what `Hasher` costs for the names of objects.
  ///
  /// - Complexity: O(*n*), eight bytes a step.
  package var textHash: UInt64 { textHash(from: TextHash.start) }

  /// The same of this text behind others.
  ///
  /// - Parameter seed: The hash of those before it.
  @inline(__always)
  package func textHash(from seed: UInt64) -> UInt64 {
    let words = StringWords(self)
    return words.isImmediate ? words.hash(from: seed) : longTextHash(from: seed)
  }

  private func longTextHash(from seed: UInt64) -> UInt64 {
    let words = StringWords(self)
    guard words.isSettled else { return moved.textHash(from: seed) }
    return withExtendedLifetime(self) { words.hash(from: seed) }
  }
}

/// See ``Swift/String/textHash``.
package enum TextHash {
  fileprivate static let start = UInt64.random(in: .min ... .max)

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
}
