/// A string value as two words, to compare texts that stand in the value itself without a call.
///
/// Swift keeps up to 15 bytes of UTF-8 in the value, longer texts beside it; nearly all keys of Kubernetes objects are
/// short. Two values with the same words are equal whatever they are. What else is used of the layout of 64-bit platforms
/// (`StringObject.swift` of the standard library) is two facts: which bit says that the text stands in the value, and
/// that the low 48 bits of another's first word are its length in bytes. StringWordsTests look at both.
@frozen @usableFromInline struct StringWords: Equatable, Sendable {
  @usableFromInline let low: UInt64
  @usableFromInline let high: UInt64

  @inline(__always) @inlinable init(_ text: String) {
    (low, high) = unsafeBitCast(text, to: (UInt64, UInt64).self)
  }

  @inline(__always) @inlinable static func == (left: StringWords, right: StringWords) -> Bool {
    (left.low ^ right.low) | (left.high ^ right.high) == 0
  }

  /// Whether the text stands in the words: then the words of all equal texts that do are the same, if it is ASCII.
  @inline(__always) @inlinable var isImmediate: Bool { high & 0x2000_0000_0000_0000 != 0 }

  /// Whether two texts that do not stand in their words have as many bytes.
  @inline(__always) @inlinable func hasLength(of other: StringWords) -> Bool {
    (low ^ other.low) & 0xFFFF_FFFF_FFFF == 0
  }

  /// The longest text that can stand in the value, in bytes.
  @usableFromInline static let immediateLength = 15
}

extension String {
  /// Whether the text does not stand in the value though it is short enough: the string was made for a longer one.
  @inline(__always) @inlinable var isMisplaced: Bool {
    !StringWords(self).isImmediate && utf8.count <= StringWords.immediateLength
  }

  /// The same short text, in the value itself.
  @inline(never) @usableFromInline var immediate: String { String(decoding: Array(utf8), as: UTF8.self) }

  /// Whether the UTF-8 bytes are those of the other text.
  ///
  /// - Precondition: Both have the same number of them, sixteen at least.
  @inline(__always)
  func hasSameBytes(as other: String) -> Bool {
    withBytes { left in
      other.withBytes { right in
        let (mine, others) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
        var position = 0
        while true {
          let word = mine.loadUnaligned(fromByteOffset: position, as: UInt64.self)
          if word != others.loadUnaligned(fromByteOffset: position, as: UInt64.self) { return false }
          if position == mine.count - 8 { return true }
          // The last step takes bytes a second time rather than one by one.
          position = Swift.min(position + 8, mine.count - 8)
        }
      }
    }
  }

  /// Calls `body` with the UTF-8 bytes, which are contiguous in every native string.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }

  /// Whether the UTF-8 bytes come before the other's.
  ///
  /// Swift's own `<` compares by canonical equivalence, Kubernetes by bytes.
  @inline(__always) @inlinable package func bytewisePrecedes(_ other: String) -> Bool {
    let (left, right) = (StringWords(self), StringWords(other))
    guard left.isImmediate, right.isImmediate else { return bytesPrecede(other) }
    // The first byte is the lowest one; the length, in the last, decides between texts of which one begins the other.
    if left.low != right.low { return left.low.byteSwapped < right.low.byteSwapped }
    return left.high.byteSwapped < right.high.byteSwapped
  }

  @usableFromInline package func bytesPrecede(_ other: String) -> Bool {
    withBytes { left in other.withBytes { right in Self.precedes(left, right) } }
  }

  private static func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    let (mine, others) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
    let common = Swift.min(mine.count, others.count)
    var position = 0
    while position + 8 <= common {
      let word = mine.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let other = others.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      if word != other { return word.byteSwapped < other.byteSwapped }
      position += 8
    }
    while position < common {
      if mine[position] != others[position] { return mine[position] < others[position] }
      position += 1
    }
    return mine.count < others.count
  }
}
