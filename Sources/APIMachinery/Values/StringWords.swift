/// A string value as two words, to compare texts without a call and without counting references.
///
/// Swift keeps up to 15 bytes of UTF-8 in the value, longer texts beside it; nearly all keys of Kubernetes objects are
/// short. Two values with the same words are equal whatever they are. What else is used of the layout of 64-bit platforms
/// (`StringObject.swift` of the standard library) is three facts: which bit says that the text stands in the value; that
/// the low 48 bits of another's first word are its length in bytes; and that its bytes follow 32 bytes after the address
/// in the second word if the string was made by Swift, or is a literal. StringWordsTests look at all of them.
///
/// The words of a long text lead to its bytes as long as somebody has the string.
@frozen @usableFromInline struct StringWords: Equatable, Sendable {
  @usableFromInline let low: UInt64
  @usableFromInline let high: UInt64

  @inline(__always) @inlinable init(_ text: String) {
    (low, high) = unsafeBitCast(text, to: (UInt64, UInt64).self)
  }

  @inline(__always) @inlinable static func == (left: StringWords, right: StringWords) -> Bool {
    (left.low ^ right.low) | (left.high ^ right.high) == 0
  }

  /// Whether the text stands in the words: then the words of all texts of the same bytes that do are the same.
  @inline(__always) @inlinable var isImmediate: Bool { high & 0x2000_0000_0000_0000 != 0 }

  /// The length in bytes of a text that does not stand in its words.
  @inline(__always) @inlinable var length: Int { Int(truncatingIfNeeded: low & 0xFFFF_FFFF_FFFF) }

  /// Whether the text stands in its words if it is short, and else where they lead to. Nearly all do; one does not that
  /// was made for a longer text, or by another language.
  @inline(__always) @inlinable var isSettled: Bool {
    isImmediate || (isFollowed && length > Self.immediateLength)
  }

  /// Whether the bytes of a text that does not stand in its words follow after the address in them.
  @inline(__always) @inlinable var isFollowed: Bool {
    low & 0x1000_0000_0000_0000 != 0 && high & 0x1000_0000_0000_0000 == 0
  }

  /// The longest text that can stand in the value, in bytes.
  @inline(__always) @inlinable static var immediateLength: Int { 15 }
}

/// Of settled texts.
extension StringWords {
  /// The bytes of a text that does not stand in its words: sixteen at least.
  @inline(__always)
  var start: UnsafeRawPointer {
    // Not zero, as there are 32 bytes before it.
    UnsafeRawPointer(bitPattern: UInt(high & 0x0FFF_FFFF_FFFF_FFFF) &+ 32).unsafelyUnwrapped
  }

  /// Whether the texts have the same bytes.
  @inline(__always)
  func isSame(as other: StringWords) -> Bool {
    if self == other { return true }
    // Most keys are short, and most others differ in length.
    if isImmediate || other.isImmediate || length != other.length { return false }
    return hasSameBytes(as: other)
  }

  private func hasSameBytes(as other: StringWords) -> Bool {
    let (mine, others, last) = (start, other.start, length - 8)
    var position = 0
    while true {
      let word = mine.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      if word != others.loadUnaligned(fromByteOffset: position, as: UInt64.self) { return false }
      if position == last { return true }
      // The last step takes bytes a second time rather than one by one.
      position = min(position + 8, last)
    }
  }

  /// Whether the bytes of the text come before the other's.
  @inline(__always)
  func precedes(_ other: StringWords) -> Bool {
    let (mine, others) = (leading, other.leading)
    if mine != others { return mine < others }
    // The length, in the last byte, decides between texts of which one begins the other.
    if isImmediate, other.isImmediate { return high.byteSwapped < other.high.byteSwapped }
    return bytesPrecede(other)
  }

  /// The first eight bytes as a number, the first byte being the highest; zeros stand for those that are missing.
  @inline(__always)
  private var leading: UInt64 {
    (isImmediate ? low : start.loadUnaligned(as: UInt64.self)).byteSwapped
  }

  @inline(never)
  private func bytesPrecede(_ other: StringWords) -> Bool {
    withBytes { mine in other.withBytes { Self.precedes(mine, $0) } }
  }

  private static func precedes(_ mine: UnsafeRawBufferPointer, _ others: UnsafeRawBufferPointer) -> Bool {
    let common = min(mine.count, others.count)
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

  @inline(__always)
  private func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    if !isImmediate { return body(UnsafeRawBufferPointer(start: start, count: length)) }
    return withUnsafeBytes(of: self) { body(UnsafeRawBufferPointer(rebasing: $0[..<Int(high >> 56 & 0xF)])) }
  }

  /// The first and the last bytes of the text as two words: all of a short text, sixteen bytes of a long one.
  @inline(__always)
  var ends: (first: UInt64, last: UInt64) {
    if isImmediate { return (low, high) }
    return (
      start.loadUnaligned(as: UInt64.self),
      start.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
    )
  }

  /// A hash of the bytes.
  ///
  /// - Parameter seed: What it starts with.
  @inline(__always)
  func hash(from seed: UInt64) -> UInt64 {
    if isImmediate { return TextHash.mix(TextHash.mix(seed ^ low) ^ high) }
    let (start, last) = (start, length - 8)
    var hash = seed ^ UInt64(length)
    var position = 0
    while position < last {
      hash = TextHash.mix(hash ^ start.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    // The last step takes bytes a second time rather than one by one.
    return TextHash.mix(hash ^ start.loadUnaligned(fromByteOffset: last, as: UInt64.self))
  }
}

extension String {
  /// The same text, where ``StringWords`` look for it.
  @inline(__always) @inlinable var settled: String { StringWords(self).isSettled ? self : moved }

  @inline(never) @usableFromInline var moved: String { String(decoding: Array(utf8), as: UTF8.self) }

  /// Calls `body` with the UTF-8 bytes, which are contiguous in every native string.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }

  /// Whether the UTF-8 bytes are the other's.
  ///
  /// Swift's own `==` and `<` compare by canonical equivalence, Kubernetes by bytes.
  @inline(__always)
  package func hasBytes(of other: String) -> Bool {
    let (mine, others) = (StringWords(self), StringWords(other))
    if mine == others { return true }
    return mine.isImmediate && others.isImmediate ? false : hasLongBytes(of: other)
  }

  private func hasLongBytes(of other: String) -> Bool {
    let (mine, others) = (StringWords(self), StringWords(other))
    guard mine.isSettled, others.isSettled else { return utf8.elementsEqual(other.utf8) }
    return withExtendedLifetime(self) { withExtendedLifetime(other) { mine.isSame(as: others) } }
  }

  /// Whether the UTF-8 bytes come before the other's.
  package func bytewisePrecedes(_ other: String) -> Bool {
    let (mine, others) = (StringWords(self), StringWords(other))
    guard mine.isSettled, others.isSettled else { return settled.bytewisePrecedes(other.settled) }
    return withExtendedLifetime(self) { withExtendedLifetime(other) { mine.precedes(others) } }
  }
}
