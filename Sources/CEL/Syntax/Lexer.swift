/// Splits the text of an expression into words.
///
/// CEL: `langdef.md`, section Syntax.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private(set) var issues: [(offset: Int, message: String)] = []

  init(_ source: CELSource) {
    scalars = source.scalars
  }

  /// All words up to the end.
  mutating func tokens() -> [Token] {
    var tokens: [Token] = []
    while true {
      skipBlanks()
      let start = position
      guard let kind = next() else { continue }
      tokens.append(Token(kind: kind, offset: start, text: kind == .end ? "<EOF>" : text(from: start)))
      if kind == .end { return tokens }
    }
  }

  private func text(from start: Int) -> String {
    String(String.UnicodeScalarView(scalars[start..<position]))
  }

  private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    position + distance < scalars.count ? scalars[position + distance] : nil
  }

  private mutating func skipBlanks() {
    while let scalar = peek() {
      if scalar == "/", peek(1) == "/" {
        skip { $0 != "\n" }
      } else if scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{C}" {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func next() -> Token.Kind? {
    guard let scalar = peek() else { return .end }
    if let quoted = quoted() { return quoted }
    if scalar.isIdentifierStart { return word() }
    if scalar.isDigit || scalar == "." && peek(1)?.isDigit == true { return number() }
    return symbol()
  }

  private mutating func word() -> Token.Kind {
    let start = position
    while let scalar = peek(), scalar.isIdentifierStart || scalar.isDigit { position += 1 }
    let word = text(from: start)
    return ["true", "false", "null", "in"].contains(word) ? .symbol(word) : .identifier(word)
  }

  private mutating func symbol() -> Token.Kind? {
    let start = position
    let pairs: Set<String> = ["==", "!=", "<=", ">=", "&&", "||"]
    if position + 1 < scalars.count {
      let pair = String(String.UnicodeScalarView(scalars[position...(position + 1)]))
      if pairs.contains(pair) {
        position += 2
        return .symbol(pair)
      }
    }
    let scalar = scalars[position]
    position += 1
    if "<>[]{}().,-!?:+*/%".unicodeScalars.contains(scalar) { return .symbol(String(scalar)) }
    // A lone `&`, `|` or `=` is reported together with what follows it, as a scanner of pairs does.
    if "&|=".unicodeScalars.contains(scalar), peek() != nil, !(peek()?.isIdentifierStart ?? false) {
      position += 1
    }
    issues.append((start, "Syntax error: token recognition error at: '\(Self.escaped(text(from: start)))'"))
    return nil
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  // MARK: Numbers

  private mutating func number() -> Token.Kind {
    let start = position
    if peek() == "0", peek(1) == "x" || peek(1) == "X", peek(2)?.isHexDigit == true {
      position += 2
      skip(\.isHexDigit)
      return integer(start)
    }
    skip(\.isDigit)
    var isDouble = false
    if peek() == ".", peek(1)?.isDigit == true {
      position += 1
      skip(\.isDigit)
      isDouble = true
    }
    if peek() == "e" || peek() == "E" {
      let sign = peek(1) == "+" || peek(1) == "-" ? 2 : 1
      if peek(sign)?.isDigit == true {
        position += sign
        skip(\.isDigit)
        isDouble = true
      }
    }
    return isDouble ? .double(text(from: start)) : integer(start)
  }

  private mutating func integer(_ start: Int) -> Token.Kind {
    let digits = text(from: start)
    guard peek() == "u" || peek() == "U" else { return .int(digits) }
    position += 1
    return .uint(digits)
  }

  private mutating func skip(_ condition: (Unicode.Scalar) -> Bool) {
    while let scalar = peek(), condition(scalar) { position += 1 }
  }

  // MARK: Strings and bytes

  /// A string or bytes, when one begins here: an optional `r` and `b` in any case, then quotes.
  private mutating func quoted() -> Token.Kind? {
    var (length, isRaw, isBytes) = (0, false, false)
    while length < 2, let scalar = peek(length) {
      if !isRaw, scalar == "r" || scalar == "R" {
        isRaw = true
      } else if !isBytes, !isRaw, scalar == "b" || scalar == "B" {
        isBytes = true
      } else {
        break
      }
      length += 1
    }
    guard let quote = peek(length), quote == "\"" || quote == "'" else { return nil }
    let start = position
    position += length
    let isTriple = peek(1) == quote && peek(2) == quote
    position += isTriple ? 3 : 1
    guard let content = content(quote, isTriple: isTriple, isRaw: isRaw) else {
      return unterminated(start)
    }
    var literal = LiteralText(content, isRaw: isRaw, isBytes: isBytes)
    if let problem = literal.decode() {
      issues.append((start, problem))
      return isBytes ? .bytes([]) : .string("")
    }
    return isBytes ? .bytes(literal.bytes) : .string(literal.text)
  }

  /// What stands between the quotes; `nil` when they are not closed.
  private mutating func content(
    _ quote: Unicode.Scalar, isTriple: Bool, isRaw: Bool
  ) -> ArraySlice<Unicode.Scalar>? {
    let start = position
    while let scalar = peek() {
      if scalar == quote, !isTriple || peek(1) == quote && peek(2) == quote {
        let content = scalars[start..<position]
        position += isTriple ? 3 : 1
        return content
      }
      if !isTriple, scalar == "\n" || scalar == "\r" { return nil }
      position += scalar == "\\" && !isRaw ? 2 : 1
    }
    position = min(position, scalars.count)
    return nil
  }

  private mutating func unterminated(_ start: Int) -> Token.Kind? {
    if position < scalars.count { position += 1 }
    issues.append((start, "Syntax error: token recognition error at: '\(Self.escaped(text(from: start)))'"))
    return position < scalars.count ? nil : .end
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { value &- 48 < 10 }
  var isHexDigit: Bool { isDigit || (value | 32) &- 97 < 6 }
  var isIdentifierStart: Bool { (value | 32) &- 97 < 26 || self == "_" }
  /// The value of a hexadecimal digit.
  var hexValue: UInt32? { isDigit ? value - 48 : isHexDigit ? (value | 32) - 87 : nil }
}
