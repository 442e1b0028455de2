/// Reads an expression by recursive descent.
///
/// CEL: `langdef.md`, section Syntax; the limits are cel-go's: 100,000 code points and 250 levels of nesting of each
/// rule of the grammar.
struct Parser {
  static let sizeLimit = 100_000
  static let depthLimit = 250

  private let source: CELSource
  private let tokens: [Token]
  private var position = 0
  private var depth = 0
  var issues: [(offset: Int, message: String)]

  /// Ends the reading at the first mistake, which has been noted.
  struct Stop: Error {}

  /// Reads the whole text as one expression.
  static func parse(_ source: CELSource) throws(CELError) -> Expression {
    if source.scalars.count > sizeLimit {
      let size = source.scalars.count
      throw source.error([
        CELIssue(
          line: 1, column: 0,
          message: "expression code point size exceeds limit: size: \(size), limit \(sizeLimit)")
      ])
    }
    var parser = Parser(source)
    let expression = try? parser.whole()
    guard let expression, parser.issues.isEmpty else {
      throw source.error(parser.issues.map { source.issue(at: $0.offset, $0.message) })
    }
    return expression
  }

  private init(_ source: CELSource) {
    self.source = source
    var lexer = Lexer(source)
    tokens = lexer.tokens()
    issues = lexer.issues
  }

  private mutating func whole() throws(Stop) -> Expression {
    let expression = try self.expression()
    guard case .end = current.kind else {
      let isLast = position + 1 < tokens.count && tokens[position + 1].kind == .end
      issues.append(
        (
          current.offset,
          "Syntax error: \(isLast ? "extraneous" : "mismatched") input '\(current.text)' expecting <EOF>"
        ))
      throw Stop()
    }
    return expression
  }

  // MARK: Words

  private var current: Token { tokens[position] }

  private func isAt(_ symbol: String) -> Bool { current.kind == .symbol(symbol) }

  private mutating func take(_ symbol: String) -> Bool {
    if !isAt(symbol) { return false }
    position += 1
    return true
  }

  private mutating func expect(_ symbol: String) throws(Stop) {
    if take(symbol) { return }
    guard current.kind == .end, openBrackets == 1, [")", "]", "}"].contains(symbol) else {
      throw mismatch("'\(symbol)'")
    }
    issues.append((current.offset, "Syntax error: missing '\(symbol)' at '<EOF>'"))
    throw Stop()
  }

  /// How many brackets before this place are not closed.
  private var openBrackets: Int {
    tokens[..<position].reduce(0) { depth, token in
      guard case .symbol(let symbol) = token.kind else { return depth }
      return depth + ("([{".contains(symbol) ? 1 : ")]}".contains(symbol) ? -1 : 0)
    }
  }

  private mutating func identifier() throws(Stop) -> String {
    guard case .identifier(let name) = current.kind else { throw mismatch("IDENTIFIER") }
    position += 1
    return name
  }

  private mutating func mismatch(_ expected: String) -> Stop {
    let text = current.text
    issues.append((current.offset, "Syntax error: mismatched input '\(text)' expecting \(expected)"))
    return Stop()
  }

  private mutating func descend() throws(Stop) {
    depth += 1
    if depth > Self.depthLimit {
      issues.append((current.offset, "expression recursion limit exceeded: \(Self.depthLimit)"))
      throw Stop()
    }
  }

  // MARK: Operators

  mutating func expression() throws(Stop) -> Expression {
    try descend()
    defer { depth -= 1 }
    let condition = try or()
    let offset = current.offset
    guard take("?") else { return condition }
    let first = try or()
    try expect(":")
    let second = try expression()
    return call("_?_:_", [condition, first, second], at: offset)
  }

  private mutating func or() throws(Stop) -> Expression {
    var terms = [try and()]
    var offsets: [Int] = []
    while isAt("||") {
      offsets.append(current.offset)
      position += 1
      terms.append(try and())
    }
    return balanced("_||_", terms[...], offsets[...])
  }

  private mutating func and() throws(Stop) -> Expression {
    var terms = [try relation()]
    var offsets: [Int] = []
    while isAt("&&") {
      offsets.append(current.offset)
      position += 1
      terms.append(try relation())
    }
    return balanced("_&&_", terms[...], offsets[...])
  }

  /// A chain of the same logical operator as a tree without long branches.
  private func balanced(
    _ function: String, _ terms: ArraySlice<Expression>, _ offsets: ArraySlice<Int>
  ) -> Expression {
    if terms.count == 1 { return terms[terms.startIndex] }
    let half = offsets.startIndex + (offsets.count - 1) / 2
    let middle = terms.startIndex + (half - offsets.startIndex) + 1
    return call(
      function,
      [
        balanced(function, terms[..<middle], offsets[..<half]),
        balanced(function, terms[middle...], offsets[(half + 1)...]),
      ], at: offsets[half])
  }

  private mutating func relation() throws(Stop) -> Expression {
    try chain(["<", "<=", ">", ">=", "==", "!=", "in"]) { (parser) throws(Stop) in try parser.sum() }
  }

  private mutating func sum() throws(Stop) -> Expression {
    try chain(["+", "-"]) { (parser) throws(Stop) in try parser.product() }
  }

  private mutating func product() throws(Stop) -> Expression {
    try chain(["*", "/", "%"]) { (parser) throws(Stop) in try parser.unary() }
  }

  private mutating func chain(
    _ operators: Set<String>, _ operand: (inout Parser) throws(Stop) -> Expression
  ) throws(Stop) -> Expression {
    let outer = depth
    defer { depth = outer }
    var left = try operand(&self)
    while case .symbol(let symbol) = current.kind, operators.contains(symbol) {
      try descend()
      let offset = current.offset
      position += 1
      let right = try operand(&self)
      left = call(symbol == "in" ? "@in" : "_\(symbol)_", [left, right], at: offset)
    }
    return left
  }

  private mutating func unary() throws(Stop) -> Expression {
    let offset = current.offset
    for symbol in ["!", "-"] where isAt(symbol) {
      var count = 0
      while take(symbol) { count += 1 }
      if symbol == "-", count % 2 == 1, let literal = try negativeLiteral(at: offset) { return literal }
      let operand = try member()
      return count % 2 == 0 ? operand : call("\(symbol)_", [operand], at: offset)
    }
    return try member()
  }

  /// A number right behind a minus: a literal of its own, so that the smallest integer can be written.
  private mutating func negativeLiteral(at offset: Int) throws(Stop) -> Expression? {
    switch current.kind {
    case .int(let digits):
      position += 1
      return try members(of: integer("-" + digits, at: offset))
    case .double(let text):
      position += 1
      return try members(of: double("-" + text, at: offset))
    default: return nil
    }
  }

  // MARK: Members

  private mutating func member() throws(Stop) -> Expression { try members(of: try primary()) }

  private mutating func members(of operand: Expression) throws(Stop) -> Expression {
    let outer = depth
    defer { depth = outer }
    var operand = operand
    while true {
      let offset = current.offset
      if take(".") {
        try descend()
        operand = try selection(of: operand, at: offset)
      } else if take("[") {
        try descend()
        let isOptional = take("?")
        let index = try expression()
        try expect("]")
        operand = call(isOptional ? "_[?_]" : "_[_]", [operand, index], at: offset)
      } else {
        return operand
      }
    }
  }

  private mutating func selection(of operand: Expression, at offset: Int) throws(Stop) -> Expression {
    let isOptional = take("?")
    let field = try identifier()
    let bracket = current.offset
    if isOptional || !take("(") {
      return Expression(.select(operand, field: field, isOptional: isOptional), at: offset)
    }
    let arguments = try self.arguments()
    return try macro(field, operand, arguments, at: bracket)
      ?? Expression(.call(.init(function: field, target: operand, arguments: arguments)), at: bracket)
  }

  private mutating func arguments() throws(Stop) -> [Expression] {
    var arguments: [Expression] = []
    if take(")") { return arguments }
    repeat { arguments.append(try expression()) } while take(",")
    try expect(")")
    return arguments
  }

  // MARK: Primaries

  private static let expectedPrimary =
    "{'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, "
    + "IDENTIFIER}"

  private mutating func primary() throws(Stop) -> Expression {
    let token = current
    switch token.kind {
    case .symbol("("):
      position += 1
      let inner = try expression()
      try expect(")")
      return inner
    case .symbol("["): return try list()
    case .symbol("{"): return try map()
    case .symbol("."), .identifier: return try name()
    default: break
    }
    guard let literal = try literal() else { throw mismatch(Self.expectedPrimary) }
    return literal
  }

  private mutating func literal() throws(Stop) -> Expression? {
    let token = current
    position += 1
    switch token.kind {
    case .int(let digits): return try integer(digits, at: token.offset)
    case .uint(let digits): return try unsigned(digits, at: token.offset)
    case .double(let text): return try double(text, at: token.offset)
    case .string(let text): return Expression(.literal(.string(text)), at: token.offset)
    case .bytes(let bytes): return Expression(.literal(.bytes(bytes)), at: token.offset)
    case .symbol("true"): return Expression(.literal(.bool(true)), at: token.offset)
    case .symbol("false"): return Expression(.literal(.bool(false)), at: token.offset)
    case .symbol("null"): return Expression(.literal(.null), at: token.offset)
    default:
      position -= 1
      return nil
    }
  }

  private mutating func invalid(_ what: String, at offset: Int) -> Stop {
    issues.append((offset, "invalid \(what) literal"))
    return Stop()
  }

  private mutating func integer(_ text: String, at offset: Int) throws(Stop) -> Expression {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative ? text.dropFirst() : text[...]
    let isHex = digits.hasPrefix("0x") || digits.hasPrefix("0X")
    let sign = isNegative ? "-" : ""
    let value = isHex ? Int64(sign + digits.dropFirst(2), radix: 16) : Int64(sign + digits)
    guard let value else { throw invalid("int", at: offset) }
    return Expression(.literal(.int(value)), at: offset)
  }

  private mutating func unsigned(_ text: String, at offset: Int) throws(Stop) -> Expression {
    let isHex = text.hasPrefix("0x") || text.hasPrefix("0X")
    guard let value = isHex ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text) else {
      throw invalid("uint", at: offset)
    }
    return Expression(.literal(.uint(value)), at: offset)
  }

  private mutating func double(_ text: String, at offset: Int) throws(Stop) -> Expression {
    guard let value = Double(text), value.isFinite else { throw invalid("double", at: offset) }
    return Expression(.literal(.double(value)), at: offset)
  }

  private mutating func list() throws(Stop) -> Expression {
    let offset = current.offset
    position += 1
    var elements: [Expression.ListElement] = []
    while !isAt("]"), elements.isEmpty || current.kind != .end {
      let isOptional = take("?")
      elements.append(.init(value: try expression(), isOptional: isOptional))
      if !take(",") { break }
    }
    try expect("]")
    return Expression(.list(elements), at: offset)
  }

  private mutating func map() throws(Stop) -> Expression {
    let offset = current.offset
    position += 1
    var entries: [Expression.MapEntry] = []
    while !isAt("}"), entries.isEmpty || current.kind != .end {
      let isOptional = take("?")
      let key = try expression()
      try expect(":")
      entries.append(.init(key: key, value: try expression(), isOptional: isOptional))
      if !take(",") { break }
    }
    try expect("}")
    return Expression(.map(entries), at: offset)
  }

  private static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let",
    "loop",
    "package", "namespace", "null", "return", "true", "var", "void", "while",
  ]

  private mutating func name() throws(Stop) -> Expression {
    let offset = current.offset
    let isRooted = take(".")
    let name = try identifier()
    if Self.reserved.contains(name) {
      issues.append((offset, "reserved identifier: \(name)"))
      throw Stop()
    }
    let bracket = current.offset
    if take("(") {
      let arguments = try self.arguments()
      if !isRooted, let macro = try macro(name, nil, arguments, at: bracket) { return macro }
      return call(name, arguments, at: bracket)
    }
    if isAt("{") || isMessageName { return try message(name, at: offset) }
    return Expression(.name(name), at: offset)
  }

  /// Whether a dotted name and then a brace follow, as in `Object.spec{...}`.
  private var isMessageName: Bool {
    var place = position
    while place + 1 < tokens.count, tokens[place].kind == .symbol("."),
      case .identifier = tokens[place + 1].kind
    { place += 2 }
    return place > position && tokens[place].kind == .symbol("{")
  }

  private mutating func message(_ first: String, at offset: Int) throws(Stop) -> Expression {
    var name = first
    while take(".") { name += "." + (try identifier()) }
    try expect("{")
    var fields: [Expression.MessageField] = []
    while !isAt("}") {
      let isOptional = take("?")
      let field = try identifier()
      try expect(":")
      fields.append(.init(name: field, value: try expression(), isOptional: isOptional))
      if !take(",") { break }
    }
    try expect("}")
    return Expression(.message(name, fields), at: offset)
  }

  func call(_ function: String, _ arguments: [Expression], at offset: Int) -> Expression {
    Expression(.call(.init(function: function, target: nil, arguments: arguments)), at: offset)
  }
}
