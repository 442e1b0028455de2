/// Reads the tokens of a template into nodes.
struct GoTemplateParser {
  private let source: [UInt8]
  private let tokens: [GoTemplateToken]
  private var index = 0
  private var loopDepth = 0
  private(set) var definitions: [String: [GoTemplate.Node]] = [:]

  init(_ text: String) throws(GoTemplateError) {
    source = Array(text.utf8)
    var lexer = GoTemplateLexer(source)
    tokens = try lexer.run()
  }

  mutating func parseTemplate() throws(GoTemplateError) -> [GoTemplate.Node] {
    let (nodes, end) = try parseNodes()
    if let end { throw failure("unexpected {{\(end)}}") }
    return nodes
  }

  /// Nodes up to `end`, `else` or the end of the text; the keyword that ended them is taken.
  private mutating func parseNodes() throws(GoTemplateError) -> ([GoTemplate.Node], end: String?) {
    var nodes: [GoTemplate.Node] = []
    while index < tokens.count {
      if case .text(let text) = tokens[index].kind {
        nodes.append(.text(text))
        index += 1
        continue
      }
      index += 1
      guard case .name(let word)? = peek?.kind else {
        nodes.append(.action(try parsePipeline("command")))
        try close("command")
        continue
      }
      switch word {
      case "end", "else":
        index += 1
        if word == "end" { try close("end") }
        return (nodes, word)
      case "define": try parseDefinition()
      default: nodes.append(try parseAction(word))
      }
    }
    return (nodes, nil)
  }

  private mutating func parseAction(_ word: String) throws(GoTemplateError) -> GoTemplate.Node {
    switch word {
    case "if", "with":
      index += 1
      return .choice(try parseChoice(word))
    case "range":
      index += 1
      loopDepth += 1
      defer { loopDepth -= 1 }
      return .range(try parseChoice(word))
    case "template": return try parseTemplateCall()
    case "block": return try parseBlock()
    case "break", "continue":
      index += 1
      guard loopDepth > 0 else { throw failure("{{\(word)}} outside {{range}}") }
      try close(word)
      return word == "break" ? .breakLoop : .continueLoop
    default:
      let pipeline = try parsePipeline("command")
      try close("command")
      return .action(pipeline)
    }
  }

  private mutating func parseChoice(_ word: String) throws(GoTemplateError) -> GoTemplate.Choice {
    var choice = GoTemplate.Choice(pipeline: try parsePipeline(word), body: [], setsDot: word == "with")
    try close(word)
    let (body, end) = try parseNodes()
    choice.body = body
    guard let end else { throw failure("unexpected EOF") }
    if end == "else" { choice.otherwise = try parseElse(of: word) }
    return choice
  }

  /// What follows `{{else`: the end of the action, or another `if` or `with` that ends with this one.
  private mutating func parseElse(of word: String) throws(GoTemplateError) -> [GoTemplate.Node] {
    if case .name(let next)? = peek?.kind, next == word, word != "range" {
      index += 1
      return [.choice(try parseChoice(word))]
    }
    try close("else")
    let (nodes, end) = try parseNodes()
    guard end == "end" else { throw failure(end == nil ? "unexpected EOF" : "expected end; found {{else}}") }
    return nodes
  }

  private mutating func parseDefinition() throws(GoTemplateError) {
    index += 1
    let name = try takeString("define clause")
    try close("define clause")
    definitions[name] = try parseBody("define clause")
  }

  private mutating func parseBody(_ context: String) throws(GoTemplateError) -> [GoTemplate.Node] {
    let (nodes, end) = try parseNodes()
    guard end == "end" else {
      throw failure(end == nil ? "unexpected EOF" : "unexpected {{else}} in \(context)")
    }
    return nodes
  }

  private mutating func parseTemplateCall() throws(GoTemplateError) -> GoTemplate.Node {
    let position = tokens[index].position
    index += 1
    let name = try takeString("template clause")
    let argument = peek?.kind == .close ? nil : try parsePipeline("template clause")
    try close("template clause")
    return .template(name, argument, position)
  }

  private mutating func parseBlock() throws(GoTemplateError) -> GoTemplate.Node {
    let position = tokens[index].position
    index += 1
    let name = try takeString("block clause")
    let argument = try parsePipeline("block clause")
    try close("block clause")
    let body = try parseBody("block clause")
    if definitions[name] == nil { definitions[name] = body }
    return .template(name, argument, position)
  }
}

// MARK: - Pipelines

extension GoTemplateParser {
  private mutating func parsePipeline(_ context: String) throws(GoTemplateError) -> GoTemplate.Pipeline {
    var pipeline = GoTemplate.Pipeline()
    try parseDeclaration(into: &pipeline, context)
    while true {
      pipeline.commands.append(try parseCommand(context))
      guard peek?.kind == .pipe else { return pipeline }
      index += 1
    }
  }

  /// `$x :=`, `$x =`, `$i, $x :=`.
  private mutating func parseDeclaration(
    into pipeline: inout GoTemplate.Pipeline, _ context: String
  ) throws(GoTemplateError) {
    guard case .variable(let first)? = peek?.kind, index + 1 < tokens.count else { return }
    switch tokens[index + 1].kind {
    case .declare, .assign:
      pipeline.variables = [first]
      pipeline.isAssignment = tokens[index + 1].kind == .assign
      index += 2
    case .comma:
      guard context == "range" else { throw failure("too many declarations in \(context)") }
      guard index + 3 < tokens.count, case .variable(let second) = tokens[index + 2].kind,
        tokens[index + 3].kind == .declare || tokens[index + 3].kind == .assign
      else { throw failure("range can only initialize variables") }
      pipeline.variables = [first, second]
      pipeline.isAssignment = tokens[index + 3].kind == .assign
      index += 4
    default: return
    }
  }

  private mutating func parseCommand(_ context: String) throws(GoTemplateError) -> GoTemplate.Command {
    let start = index
    var operands: [GoTemplate.Operand] = []
    while let token = peek {
      switch token.kind {
      case .close, .pipe, .rightParenthesis:
        guard !operands.isEmpty else { throw failure("missing value for \(context)") }
        let bytes = source[tokens[start].range.lowerBound..<tokens[index - 1].range.upperBound]
        return GoTemplate.Command(
          operands: operands, position: tokens[start].position, source: String(decoding: bytes, as: UTF8.self)
        )
      default: operands.append(try parseOperand())
      }
    }
    throw failure("unclosed action")
  }

  private mutating func parseOperand() throws(GoTemplateError) -> GoTemplate.Operand {
    let start = tokens[index]
    var operand = try parseTerm()
    var fields: [String] = []
    // Go's errors name the place of the second field of a chain.
    var position = start.position
    if case .field(let name) = start.kind { (operand, fields) = (.dot, [name]) }
    while let next = peek, !next.isSpaced, case .field(let name) = next.kind {
      if next.position.line == start.position.line, position.column == start.position.column {
        position = next.position
      }
      fields.append(name)
      index += 1
    }
    if fields.isEmpty { return operand }
    let bytes = source[start.range.lowerBound..<tokens[index - 1].range.upperBound]
    return .fields(operand, fields, position, source: String(decoding: bytes, as: UTF8.self))
  }

  private mutating func parseTerm() throws(GoTemplateError) -> GoTemplate.Operand {
    let token = tokens[index]
    index += 1
    switch token.kind {
    case .dot: return .dot
    case .field: return .dot
    case .variable(let name): return .variable(name)
    case .string(let text): return .literal(.string(text))
    case .int(let value): return .literal(.int(value))
    case .float(let value): return .literal(.float(value))
    case .name("true"): return .literal(.bool(true))
    case .name("false"): return .literal(.bool(false))
    case .name("nil"): return .null
    case .name(let name):
      guard GoTemplateFunction(rawValue: name) != nil else {
        throw failure("function \"\(name)\" not defined", at: token)
      }
      return .function(name)
    case .leftParenthesis:
      let pipeline = try parsePipeline("parenthesized pipeline")
      guard peek?.kind == .rightParenthesis else { throw failure("unclosed left paren") }
      index += 1
      return .pipeline(pipeline)
    default: throw failure("unexpected \(written(token)) in operand", at: token)
    }
  }
}

// MARK: - Tokens

extension GoTemplateParser {
  private var peek: GoTemplateToken? { index < tokens.count ? tokens[index] : nil }

  private mutating func close(_ context: String) throws(GoTemplateError) {
    guard let token = peek else { throw failure("unclosed action") }
    guard token.kind == .close else { throw failure("unexpected \(written(token)) in \(context)") }
    index += 1
  }

  private mutating func takeString(_ context: String) throws(GoTemplateError) -> String {
    guard let token = peek, case .string(let text) = token.kind else {
      throw failure("unexpected \(peek.map(written) ?? "EOF") in \(context)")
    }
    index += 1
    return text
  }

  private func written(_ token: GoTemplateToken) -> String {
    "<\(String(decoding: source[token.range], as: UTF8.self))>"
  }

  private func failure(_ message: String, at token: GoTemplateToken? = nil) -> GoTemplateError {
    let line = (token ?? peek ?? tokens.last)?.position.line ?? 1
    return GoTemplateError(message: "template: output:\(line): \(message)")
  }
}
