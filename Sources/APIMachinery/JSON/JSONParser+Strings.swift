extension JSONParser {
  /// Parses the key of a member and notes its fingerprint.
  @inline(__always)
  mutating func parseKey() throws(Failure) -> String {
    let start = position &+ 1
    let plainEnd = plainStringEnd(from: start)
    guard plainEnd < end, base[plainEnd] == UInt8(ascii: "\"") else { return try parseRareKey() }
    position = plainEnd &+ 1
    let fingerprint = JSONFingerprint(base + start, count: plainEnd &- start)
    fingerprints.append(fingerprint)
    return makeString(base + start, count: plainEnd &- start, fingerprint)
  }

  /// A key with escapes or characters outside ASCII.
  @inline(never)
  private mutating func parseRareKey() throws(Failure) -> String {
    var key = try parseRareString()
    fingerprints.append(key.withUTF8 { Self.fingerprint($0) })
    return key
  }

  private static func fingerprint(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONFingerprint {
    if let base = bytes.baseAddress { return JSONFingerprint(base, count: bytes.count) }
    var empty: UInt8 = 0
    return JSONFingerprint(&empty, count: 0)
  }

  @inline(__always)
  mutating func parseString() throws(Failure) -> String {
    let start = position &+ 1
    let plainEnd = plainStringEnd(from: start)
    guard plainEnd < end, base[plainEnd] == UInt8(ascii: "\"") else { return try parseRareString() }
    position = plainEnd &+ 1
    let count = plainEnd &- start
    guard CommonStrings.lengths.contains(count) else {
      return String(decoding: UnsafeBufferPointer(start: base + start, count: count), as: UTF8.self)
    }
    return makeString(base + start, count: count, JSONFingerprint(base + start, count: count))
  }

  @inline(__always)
  private func makeString(_ bytes: UnsafePointer<UInt8>, count: Int, _ fingerprint: JSONFingerprint) -> String
  {
    if CommonStrings.lengths.contains(count), let string = common.find(bytes, count: count, fingerprint) {
      return string
    }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// The place of the first byte from `start` that is not plain: a quote, a backslash, a control character or
  /// one outside ASCII; `end` when there is none.
  @inline(__always)
  private func plainStringEnd(from start: Int) -> Int {
    var position = start
    while position &+ 8 <= end {
      let word = ByteWord(base + position)
      let marks =
        word.marks(UInt8(ascii: "\"")) | word.marks(UInt8(ascii: "\\")) | word.controlMarks
        | word.nonASCIIMarks
      if marks != 0 { return position &+ marks.trailingZeroBitCount >> 3 }
      position &+= 8
    }
    while position < end {
      let byte = base[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 || byte >= 0x80 { break }
      position &+= 1
    }
    return position
  }

  /// A string with escapes or characters outside ASCII, or a broken one.
  @inline(never)
  private mutating func parseRareString() throws(Failure) -> String {
    let start = position
    position &+= 1
    var bytes: [UInt8] = []
    while true {
      let from = position
      while position < end, base[position] != UInt8(ascii: "\""), base[position] != UInt8(ascii: "\\"),
        base[position] >= 0x20
      {
        position &+= 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(start: base + from, count: position - from))
      guard position < end else { throw unexpectedEnd() }
      if base[position] < 0x20 { throw unexpected(.string) }
      position &+= 1
      if base[position - 1] == UInt8(ascii: "\"") { break }
      try parseEscape(into: &bytes)
    }
    guard let string = String(validating: bytes, as: UTF8.self) else {
      throw Failure(reason: .invalidUTF8, offset: start + 1)
    }
    return string
  }

  /// Parses what follows a backslash.
  private mutating func parseEscape(into bytes: inout [UInt8]) throws(Failure) {
    guard position < end else { throw unexpectedEnd() }
    switch base[position] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(base[position])
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "u"):
      bytes.append(contentsOf: String(try parseUnicodeEscape()).utf8)
      return
    default: throw unexpected(.escape)
    }
    position &+= 1
  }

  /// Parses `uXXXX`, and a second such escape when the two are a surrogate pair. A lone surrogate becomes U+FFFD,
  /// as Go's decoder has it.
  private mutating func parseUnicodeEscape() throws(Failure) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    let first = try parseHexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, position + 1 < end, base[position] == UInt8(ascii: "\\"),
      base[position + 1] == UInt8(ascii: "u")
    else { return replacement }
    let afterFirst = position
    position += 1
    let second = try parseHexadecimal()
    guard (0xDC00..<0xE000).contains(second) else {
      position = afterFirst
      return replacement
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? replacement
  }

  private mutating func parseHexadecimal() throws(Failure) -> UInt32 {
    position &+= 1
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < end else { throw unexpectedEnd() }
      guard let digit = Character(Unicode.Scalar(base[position])).hexDigitValue, base[position] < 0x80 else {
        throw unexpected(.unicodeEscape)
      }
      value = value << 4 | UInt32(digit)
      position &+= 1
    }
    return value
  }
}
