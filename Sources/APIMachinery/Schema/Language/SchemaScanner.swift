/// A word or a quoted text of a declaration.
struct SchemaToken {
  var isQuoted: Bool
  var text: String
  /// What stands in the parentheses right behind a word.
  var argument: String?
  var line: Int
}

/// Splits a text of the schema language into declarations, and these into tokens.
///
/// A declaration is one line; lines indented by four or more spaces continue it. `#` starts a line of comment.
struct SchemaScanner {
  private let bytes: [UInt8]
  private let source: String
  private var position = 0
  private(set) var line = 1

  init(_ source: SchemaSource) {
    bytes = Array(source.text.utf8)
    self.source = source.name
  }

  /// Reads the tokens of the next declaration; false at the end of the text.
  ///
  /// - Complexity: O(*n*) in the bytes of the declaration.
  mutating func next(into tokens: inout [SchemaToken]) throws(SchemaLanguageError) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    while position < bytes.count {
      let start = position
      while position < bytes.count, bytes[position] == .space { position += 1 }
      if position == bytes.count || bytes[position] == .newline || bytes[position] == .hash {
        skipLine()
      } else if position - start < 4, !tokens.isEmpty {
        position = start
        return true
      } else {
        try readLine(into: &tokens)
      }
    }
    return !tokens.isEmpty
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != .newline { position += 1 }
    position += 1
    line += 1
  }

  private mutating func readLine(into tokens: inout [SchemaToken]) throws(SchemaLanguageError) {
    while position < bytes.count, bytes[position] != .newline {
      switch bytes[position] {
      case .space: position += 1
      case .quote: tokens.append(try quoted())
      default: tokens.append(try word())
      }
    }
    skipLine()
  }

  private mutating func quoted() throws(SchemaLanguageError) -> SchemaToken {
    let start = position + 1
    position = start
    while position < bytes.count, bytes[position] != .quote, bytes[position] != .newline { position += 1 }
    guard position < bytes.count, bytes[position] == .quote else {
      throw failure("a text in quotes does not end on its line")
    }
    defer { position += 1 }
    return SchemaToken(isQuoted: true, text: text(start..<position), argument: nil, line: line)
  }

  private mutating func word() throws(SchemaLanguageError) -> SchemaToken {
    let start = position
    while position < bytes.count, bytes[position].isSchemaWord { position += 1 }
    guard position > start else {
      throw failure("cannot read '\(Character(UnicodeScalar(bytes[position])))'")
    }
    var token = SchemaToken(isQuoted: false, text: text(start..<position), argument: nil, line: line)
    if position < bytes.count, bytes[position] == .open { token.argument = try argument(of: token.text) }
    return token
  }

  /// Reads to the parenthesis that closes the one here; it may stand on a later line.
  private mutating func argument(of word: String) throws(SchemaLanguageError) -> String {
    let start = position + 1
    let startLine = line
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case .open: depth += 1
      case .close: depth -= 1
      case .newline: line += 1
      default: break
      }
      position += 1
      if depth == 0 { return text(start..<(position - 1)) }
    }
    line = startLine
    throw failure("the parenthesis after '\(word)' is not closed")
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  func failure(_ message: String, subject: String = "", line: Int? = nil) -> SchemaLanguageError {
    SchemaLanguageError(source: source, line: line ?? self.line, subject: subject, message: message)
  }
}

extension UInt8 {
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let newline = UInt8(ascii: "\n")
  fileprivate static let hash = UInt8(ascii: "#")
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let open = UInt8(ascii: "(")
  fileprivate static let close = UInt8(ascii: ")")

  /// Letters, digits, `_`, `-`, `$`, the brackets of list and map types, and what stands in API versions.
  fileprivate var isSchemaWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "$"):
      true
    default: false
    }
  }
}
