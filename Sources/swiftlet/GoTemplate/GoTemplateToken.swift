/// A word of an action.
struct GoTemplateToken: Sendable {
  enum Kind: Sendable, Equatable {
    case text(String)
    case open, close
    /// A name: a keyword, a function, `true`, `nil`.
    case name(String)
    /// `.a`
    case field(String)
    case dot
    /// `$x`, with its sign.
    case variable(String)
    case string(String)
    case int(Int64)
    case float(Double)
    case pipe, comma, declare, assign, leftParenthesis, rightParenthesis
  }

  var kind: Kind
  var position: GoTemplate.Position
  /// Where the token stands in the bytes of the template.
  var range: Range<Int>
  /// Whether space stands before it.
  var isSpaced = false
}

/// Cuts a template into tokens.
struct GoTemplateLexer {
  private let source: [UInt8]
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  private(set) var tokens: [GoTemplateToken] = []
  private var trimsNext = false

  init(_ source: [UInt8]) { self.source = source }

  mutating func run() throws(GoTemplateError) -> [GoTemplateToken] {
    while offset < source.count {
      readText()
      if offset < source.count { try readAction() }
    }
    return tokens
  }

  // MARK: Text

  private mutating func readText() {
    let position = place
    var end = offset
    while end < source.count, !has("{{", at: end) { end += 1 }
    var bytes = source[offset..<end]
    if trimsNext { bytes = bytes.drop(while: Self.isSpace) }
    trimsNext = false
    if has("{{-", at: end), end + 3 < source.count, Self.isSpace(source[end + 3]) {
      while let last = bytes.last, Self.isSpace(last) { bytes.removeLast() }
    }
    advance(to: end)
    if bytes.isEmpty { return }
    tokens.append(
      GoTemplateToken(
        kind: .text(String(decoding: bytes, as: UTF8.self)), position: position,
        range: bytes.startIndex..<bytes.endIndex))
  }

  // MARK: Actions

  private mutating func readAction() throws(GoTemplateError) {
    let start = offset
    let position = place
    advance(to: offset + 2)
    if peek == UInt8(ascii: "-"), offset + 1 < source.count, Self.isSpace(source[offset + 1]) {
      advance(to: offset + 2)
    }
    if has("/*", at: offset) { return try skipComment() }
    tokens.append(GoTemplateToken(kind: .open, position: position, range: start..<offset))
    var isSpaced = false
    while true {
      guard let byte = peek else { throw failure("unclosed action") }
      if Self.isSpace(byte) {
        if has("-}}", at: offset + 1) {
          advance(to: offset + 1)
        } else {
          advance(to: offset + 1)
          isSpaced = true
          continue
        }
      }
      if has("-}}", at: offset), isSpaced || Self.isSpace(source[offset - 1]) {
        trimsNext = true
        return closeAction(length: 3)
      }
      if has("}}", at: offset) { return closeAction(length: 2) }
      try readToken(isSpaced: isSpaced)
      isSpaced = false
    }
  }

  private mutating func closeAction(length: Int) {
    tokens.append(GoTemplateToken(kind: .close, position: place, range: offset..<offset + length))
    advance(to: offset + length)
  }

  private mutating func skipComment() throws(GoTemplateError) {
    var end = offset
    while end < source.count, !has("*/", at: end) { end += 1 }
    guard end < source.count else { throw failure("unclosed comment") }
    end += 2
    if end < source.count, Self.isSpace(source[end]), has("-}}", at: end + 1) {
      trimsNext = true
      end += 2
    }
    guard has("}}", at: end) else { throw failure("comment ends before closing delimiter") }
    advance(to: end + 2)
  }

  private mutating func readToken(isSpaced: Bool) throws(GoTemplateError) {
    let (start, position) = (offset, place)
    let kind = try readKind(source[offset])
    tokens.append(
      GoTemplateToken(kind: kind, position: position, range: start..<offset, isSpaced: isSpaced))
  }

  private mutating func readKind(_ byte: UInt8) throws(GoTemplateError) -> GoTemplateToken.Kind {
    switch byte {
    case UInt8(ascii: "|"): return take(.pipe)
    case UInt8(ascii: ","): return take(.comma)
    case UInt8(ascii: "("): return take(.leftParenthesis)
    case UInt8(ascii: ")"): return take(.rightParenthesis)
    case UInt8(ascii: "="): return take(.assign)
    case UInt8(ascii: ":"):
      guard has(":=", at: offset) else { throw failure("expected :=") }
      return take(.declare, 2)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return try readQuoted(byte)
    case UInt8(ascii: "."):
      if offset + 1 < source.count, Self.isNumeric(source[offset + 1]) { return try readNumber() }
      advance(to: offset + 1)
      let name = takeName()
      return name.isEmpty ? .dot : .field(name)
    case UInt8(ascii: "$"):
      advance(to: offset + 1)
      return .variable("$" + takeName())
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): return try readNumber()
    default:
      let name = takeName()
      guard name.isEmpty else { return .name(name) }
      throw failure("unexpected \"\(Character(Unicode.Scalar(byte)))\" in command")
    }
  }

  private mutating func take(_ kind: GoTemplateToken.Kind, _ length: Int = 1) -> GoTemplateToken.Kind {
    advance(to: offset + length)
    return kind
  }

  private mutating func takeName() -> String {
    let start = offset
    while let byte = peek, Self.isNameByte(byte) { advance(to: offset + 1) }
    return String(decoding: source[start..<offset], as: UTF8.self)
  }

  private mutating func readNumber() throws(GoTemplateError) -> GoTemplateToken.Kind {
    let start = offset
    advance(to: offset + 1)
    while let byte = peek, Self.isNameByte(byte) || byte == UInt8(ascii: ".") { advance(to: offset + 1) }
    let text = String(decoding: source[start..<offset], as: UTF8.self).replacing("_", with: "")
    if let value = Int64(text) { return .int(value) }
    if text.hasPrefix("0x"), let value = Int64(text.dropFirst(2), radix: 16) { return .int(value) }
    guard let value = Double(text) else { throw failure("bad number syntax: \"\(text)\"") }
    return .float(value)
  }

  /// A string, a raw string, or a character, which is a number.
  private mutating func readQuoted(_ quote: UInt8) throws(GoTemplateError) -> GoTemplateToken.Kind {
    advance(to: offset + 1)
    var bytes: [UInt8] = []
    while let byte = peek, byte != quote {
      guard byte != UInt8(ascii: "\n") || quote == UInt8(ascii: "`") else { break }
      if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "`") {
        bytes += try takeEscape()
      } else {
        bytes.append(byte)
        advance(to: offset + 1)
      }
    }
    guard peek == quote else {
      let what =
        quote == UInt8(ascii: "`")
        ? "raw quoted string" : quote == UInt8(ascii: "'") ? "character constant" : "quoted string"
      throw failure("unterminated \(what)")
    }
    advance(to: offset + 1)
    let text = String(decoding: bytes, as: UTF8.self)
    guard quote == UInt8(ascii: "'") else { return .string(text) }
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
      throw failure("malformed character constant: '\(text)'")
    }
    return .int(Int64(scalar.value))
  }

  private mutating func takeEscape() throws(GoTemplateError) -> [UInt8] {
    guard offset + 1 < source.count else { throw failure("unterminated quoted string") }
    let letter = source[offset + 1]
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "\\"): 92,
      UInt8(ascii: "\""): 34, UInt8(ascii: "'"): 39, UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8,
      UInt8(ascii: "f"): 12, UInt8(ascii: "v"): 11,
    ]
    if let byte = simple[letter] {
      advance(to: offset + 2)
      return [byte]
    }
    let lengths: [UInt8: Int] = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8]
    guard let length = lengths[letter], offset + 2 + length <= source.count,
      let value = UInt32(
        String(decoding: source[(offset + 2)..<(offset + 2 + length)], as: UTF8.self), radix: 16)
    else { throw failure("invalid syntax in a quoted string") }
    advance(to: offset + 2 + length)
    if length == 2 { return [UInt8(value)] }
    return Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
  }

  // MARK: Bytes

  private var peek: UInt8? { offset < source.count ? source[offset] : nil }
  private var place: GoTemplate.Position { GoTemplate.Position(line: line, column: offset - lineStart) }

  private func has(_ text: StaticString, at position: Int) -> Bool {
    guard position + text.utf8CodeUnitCount <= source.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { source[position + $0] == text.utf8Start[$0] }
  }

  private mutating func advance(to end: Int) {
    while offset < end {
      if source[offset] == UInt8(ascii: "\n") {
        line += 1
        lineStart = offset + 1
      }
      offset += 1
    }
  }

  private func failure(_ message: String) -> GoTemplateError {
    GoTemplateError(message: "template: output:\(line): \(message)")
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...10).contains(byte) || byte == 13 }
  private static func isNumeric(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (65...90).contains(byte) || isNumeric(byte) || byte == 95 || byte >= 128
  }
}
