/// Reads the text of a JSONPath template.
struct JSONPathParser {
  private let source: [UInt8]
  private var position = 0

  init(_ text: String) { source = Array(text.utf8) }

  /// Reads up to the end of the text.
  mutating func parseTemplate() throws(JSONPathError) -> [JSONPath.Node] {
    let nodes = try parseNodes(untilEnd: false)
    if position < source.count { throw failure("not in range, nothing to end") }
    return nodes
  }

  private mutating func parseNodes(untilEnd: Bool) throws(JSONPathError) -> [JSONPath.Node] {
    var nodes: [JSONPath.Node] = []
    while position < source.count {
      if source[position] != UInt8(ascii: "{") {
        nodes.append(.text(takeText()))
        continue
      }
      let start = position
      position += 1
      skipSpaces()
      if takeWord("end") {
        try expect("}")
        guard untilEnd else {
          position = start
          return nodes
        }
        return nodes
      }
      if takeWord("range") {
        let steps = try parseExpression()
        try expect("}")
        nodes.append(.range(steps, body: try parseNodes(untilEnd: true)))
        continue
      }
      try parseExpressions(into: &nodes)
    }
    if untilEnd { throw failure("unterminated range, missing {end}") }
    return nodes
  }

  /// Several expressions may stand in one pair of braces: `{.a .b}`.
  private mutating func parseExpressions(into nodes: inout [JSONPath.Node]) throws(JSONPathError) {
    while true {
      skipSpaces()
      guard let byte = peek else { throw failure("unclosed action") }
      if byte == UInt8(ascii: "}") {
        position += 1
        return
      }
      nodes.append(.expression(try parseExpression()))
    }
  }

  private mutating func takeText() -> String {
    let start = position
    while position < source.count, source[position] != UInt8(ascii: "{") { position += 1 }
    return String(decoding: source[start..<position], as: UTF8.self)
  }
}

// MARK: - Expressions

extension JSONPathParser {
  private mutating func parseExpression() throws(JSONPathError) -> [JSONPath.Step] {
    skipSpaces()
    var steps: [JSONPath.Step] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "$"):
        position += 1
        steps.append(.root)
      case UInt8(ascii: "@"): position += 1
      case UInt8(ascii: "."): try parseDot(into: &steps)
      case UInt8(ascii: "["): steps.append(try parseBrackets())
      case UInt8(ascii: "\""), UInt8(ascii: "'"): steps.append(.literal(.string(try parseQuoted())))
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        steps.append(.literal(try parseNumber()))
      default:
        guard steps.isEmpty, Self.isNameByte(byte) else {
          if steps.isEmpty {
            throw failure("unrecognized character in action: \(Character(Unicode.Scalar(byte)))")
          }
          return steps
        }
        let word = takeName()
        steps.append(word == "true" ? .literal(true) : word == "false" ? .literal(false) : .field(word))
      }
    }
    return steps
  }

  private mutating func parseDot(into steps: inout [JSONPath.Step]) throws(JSONPathError) {
    position += 1
    if peek == UInt8(ascii: ".") {
      position += 1
      steps.append(.descent)
      if peek == UInt8(ascii: "[") { return }
    }
    switch peek {
    case UInt8(ascii: "*"):
      position += 1
      steps.append(.wildcard)
    case UInt8(ascii: "["): break
    case let byte? where Self.isNameByte(byte) || byte == UInt8(ascii: "\\"): steps.append(.field(takeName()))
    default: break
    }
  }

  /// `[0]`, `[-1]`, `[0:2]`, `[*]`, `['a','b']`, `[?(...)]`.
  private mutating func parseBrackets() throws(JSONPathError) -> JSONPath.Step {
    try expect("[")
    skipSpaces()
    if peek == UInt8(ascii: "?") {
      position += 1
      return try parseFilter()
    }
    var items: [JSONPath.Step] = []
    while true {
      items.append(try parseBracketItem())
      skipSpaces()
      if peek == UInt8(ascii: ",") {
        position += 1
        continue
      }
      try expect("]")
      return items.count == 1 ? items[0] : .union(items)
    }
  }

  private mutating func parseBracketItem() throws(JSONPathError) -> JSONPath.Step {
    skipSpaces()
    switch peek {
    case UInt8(ascii: "*"):
      position += 1
      return .wildcard
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .field(try parseQuoted())
    default: return try parseSlice()
    }
  }

  private mutating func parseSlice() throws(JSONPathError) -> JSONPath.Step {
    var parts: [Int?] = [takeInteger()]
    while peek == UInt8(ascii: ":") {
      position += 1
      parts.append(takeInteger())
    }
    if parts.count == 1 {
      guard let index = parts[0] else { throw failure("invalid array index") }
      return .index(index)
    }
    guard parts.count <= 3, (parts.count < 3 ? 1 : parts[2] ?? 1) > 0 else {
      throw failure("invalid array slice")
    }
    return .slice(start: parts[0], end: parts[1], step: parts.count == 3 ? parts[2] ?? 1 : 1)
  }

  private mutating func parseFilter() throws(JSONPathError) -> JSONPath.Step {
    try expect("(")
    let left = try parseExpression()
    skipSpaces()
    var comparison: JSONPath.Comparison?
    if let relation = takeRelation() {
      comparison = JSONPath.Comparison(relation: relation, right: try parseExpression())
      skipSpaces()
    }
    try expect(")")
    skipSpaces()
    try expect("]")
    return .filter(JSONPath.Condition(left: left, comparison: comparison))
  }

  private mutating func takeRelation() -> JSONPath.Relation? {
    for text in ["==", "!=", "<=", ">=", "<", ">"] where hasPrefix(text) {
      position += text.utf8.count
      return JSONPath.Relation(rawValue: text)
    }
    return nil
  }
}

// MARK: - Tokens

extension JSONPathParser {
  private var peek: UInt8? { position < source.count ? source[position] : nil }

  private func failure(_ message: String) -> JSONPathError {
    JSONPathError(message: "error parsing jsonpath \(String(decoding: source, as: UTF8.self)), \(message)")
  }

  private mutating func skipSpaces() {
    while let byte = peek,
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
    {
      position += 1
    }
  }

  private func hasPrefix(_ text: String) -> Bool { source[position...].starts(with: text.utf8) }

  private mutating func expect(_ text: String) throws(JSONPathError) {
    skipSpaces()
    guard hasPrefix(text) else { throw failure("expected \(text) at offset \(position)") }
    position += text.utf8.count
  }

  /// Takes a whole word that a space or a closing brace follows.
  private mutating func takeWord(_ word: String) -> Bool {
    guard hasPrefix(word) else { return false }
    let after = position + word.utf8.count
    guard after < source.count, [UInt8(ascii: " "), UInt8(ascii: "}")].contains(source[after]) else {
      return false
    }
    position = after
    return true
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"), 0x80...:
      true
    default: false
    }
  }

  private mutating func takeName() -> String {
    var name: [UInt8] = []
    while let byte = peek {
      if byte == UInt8(ascii: "\\"), position + 1 < source.count {
        name.append(source[position + 1])
        position += 2
      } else if Self.isNameByte(byte) {
        name.append(byte)
        position += 1
      } else {
        break
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func takeInteger() -> Int? {
    skipSpaces()
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    let value = Int(String(decoding: source[start..<position], as: UTF8.self))
    skipSpaces()
    return value
  }

  private mutating func parseNumber() throws(JSONPathError) -> JSON {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
    {
      position += 1
    }
    let text = String(decoding: source[start..<position], as: UTF8.self)
    if let integer = Int64(text) { return .int(integer) }
    guard let double = Double(text) else { throw failure("cannot parse \(text) as a number") }
    return .double(double)
  }

  private mutating func parseQuoted() throws(JSONPathError) -> String {
    let quote = source[position]
    position += 1
    var text: [UInt8] = []
    while let byte = peek {
      position += 1
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), let escaped = peek else {
        text.append(byte)
        continue
      }
      position += 1
      switch escaped {
      case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "r"): text.append(UInt8(ascii: "\r"))
      default: text.append(escaped)
      }
    }
    throw failure("unterminated quoted string")
  }
}
