extension Selector {
  /// Reads the text form: `a=b,c==d,e!=f,g in (h,i),j notin (k),l,!m,n>1,o<2`.
  ///
  /// An empty text selects everything. An empty value is a value: `a=`, `a in (,b)`.
  public init(parsing text: String) throws(SelectorError) {
    var parser = SelectorParser(text)
    self.init(try parser.parse())
  }
}

/// A recursive-descent parser of label selectors, with the messages of Kubernetes' one.
struct SelectorParser {
  private enum Token: Equatable {
    case end, open, close, comma, not, equals, doubleEquals, notEquals, greater, less
    case word(String)

    var text: String {
      switch self {
      case .end: ""
      case .open: "("
      case .close: ")"
      case .comma: ","
      case .not: "!"
      case .equals: "="
      case .doubleEquals: "=="
      case .notEquals: "!="
      case .greater: ">"
      case .less: "<"
      case .word(let text): text
      }
    }
  }

  private var tokens: [Token] = []
  private var position = 0

  init(_ text: String) {
    var bytes = text.utf8[...]
    while let token = Self.nextToken(&bytes) { tokens.append(token) }
  }

  mutating func parse() throws(SelectorError) -> [Selector.Requirement] {
    var requirements: [Selector.Requirement] = []
    while current != .end {
      guard isWord(current) || current == .not else {
        throw found("!, identifier, or 'end of string'")
      }
      do {
        requirements.append(try parseRequirement())
      } catch {
        throw SelectorError(message: "unable to parse requirement: \(error.message)")
      }
      if current == .end { break }
      guard current == .comma else { throw found("',' or 'end of string'") }
      position += 1
      guard isWord(current) || current == .not else { throw found("identifier after ','") }
    }
    return requirements
  }

  // MARK: Grammar

  private mutating func parseRequirement() throws(SelectorError) -> Selector.Requirement {
    let isNegated = current == .not
    if isNegated { position += 1 }
    guard case .word(let key) = current else { throw found("identifier") }
    position += 1
    let wrong = NameRules.labelKey(key)
    if !wrong.isEmpty {
      throw SelectorError(message: Selector.Requirement.invalid("<nil>", key, wrong))
    }
    if current == .end || current == .comma || isNegated {
      return Selector.Requirement(key: key, operator: isNegated ? .doesNotExist : .exists)
    }
    let operation = try parseOperator()
    let values: [String]
    switch operation {
    case .in, .notIn: values = try parseValues()
    default: values = [try parseValue()]
    }
    return try Selector.Requirement(key: key, operator: operation, values: values).validated()
  }

  private mutating func parseOperator() throws(SelectorError) -> Selector.Operator {
    let operation: Selector.Operator
    switch current {
    case .word("in"): operation = .in
    case .word("notin"): operation = .notIn
    case .equals: operation = .equals
    case .doubleEquals: operation = .doubleEquals
    case .notEquals: operation = .notEquals
    case .greater: operation = .greaterThan
    case .less: operation = .lessThan
    default: throw found("in, notin, =, ==, !=, gt, lt")
    }
    position += 1
    return operation
  }

  private mutating func parseValue() throws(SelectorError) -> String {
    switch current {
    case .end, .comma: return ""
    case .word(let value):
      position += 1
      return value
    default: throw found("identifier")
    }
  }

  /// Parses `(a,,b)`: a value that is missing between commas is the empty one.
  private mutating func parseValues() throws(SelectorError) -> [String] {
    guard current == .open else {
      throw SelectorError(message: "found '\(current.text)' expected: '('")
    }
    position += 1
    guard isWord(current) || current == .comma || current == .close else {
      throw found("',', ')' or identifier")
    }
    var values: [String] = []
    while true {
      if case .word(let value) = current {
        values.append(value)
        position += 1
        guard current == .comma || current == .close else { throw found("',' or ')'") }
      } else {
        values.append("")
      }
      if current == .close { break }
      guard current == .comma else { throw found("',', or identifier") }
      position += 1
    }
    position += 1
    return values
  }

  // MARK: Tokens

  private var current: Token { position < tokens.count ? tokens[position] : .end }

  private func isWord(_ token: Token) -> Bool {
    if case .word = token { true } else { false }
  }

  private func found(_ expected: String) -> SelectorError {
    SelectorError(message: "found '\(current.text)', expected: \(expected)")
  }

  private static func nextToken(_ bytes: inout Substring.UTF8View) -> Token? {
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    guard let first = bytes.first else { return nil }
    if let token = symbol(first) {
      bytes.removeFirst()
      guard bytes.first == UInt8(ascii: "="), token == .equals || token == .not else { return token }
      bytes.removeFirst()
      return token == .equals ? .doubleEquals : .notEquals
    }
    let word = bytes.prefix { !isSpace($0) && symbol($0) == nil }
    bytes = bytes[word.endIndex...]
    return .word(String(Substring(word)))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }

  private static func symbol(_ byte: UInt8) -> Token? {
    switch byte {
    case UInt8(ascii: "="): .equals
    case UInt8(ascii: "!"): .not
    case UInt8(ascii: "("): .open
    case UInt8(ascii: ")"): .close
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: "<"): .less
    default: nil
    }
  }
}
