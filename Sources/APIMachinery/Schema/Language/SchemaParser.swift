/// Reads the declarations of one source, without resolving names.
struct SchemaParser {
  private let source: SchemaSource
  private var scanner: SchemaScanner
  private var api: SchemaAPI?
  private var types: [TypeDeclaration] = []

  init(_ source: SchemaSource) {
    self.source = source
    scanner = SchemaScanner(source)
  }

  /// - Complexity: O(*n*) in the bytes of the text.
  static func parse(_ source: SchemaSource) throws(SchemaLanguageError) -> [TypeDeclaration] {
    var parser = SchemaParser(source)
    var tokens: [SchemaToken] = []
    while try parser.scanner.next(into: &tokens) { try parser.declaration(tokens) }
    return parser.types
  }

  private mutating func declaration(_ tokens: [SchemaToken]) throws(SchemaLanguageError) {
    let head = tokens[0]
    if head.isQuoted { throw failure("a declaration cannot start with a text", head) }
    switch head.text {
    case "api": try api(tokens)
    case "type" where tokens.startsType, "kind" where tokens.startsType: try type(tokens)
    case "column" where tokens.count > 1 && tokens[1].isQuoted: try column(tokens)
    default: try field(tokens)
    }
  }

  private mutating func api(_ tokens: [SchemaToken]) throws(SchemaLanguageError) {
    guard tokens.count == 3, let version = GroupVersion(apiVersion: tokens[1].text) else {
      throw failure("expected: api GROUP/VERSION PACKAGE", tokens[0])
    }
    api = SchemaAPI(group: version.group, version: version.version, package: tokens[2].text)
  }

  private mutating func type(_ tokens: [SchemaToken]) throws(SchemaLanguageError) {
    guard let api else { throw failure("a type stands before the api line", tokens[0]) }
    let (modifiers, summary) = try modifiers(tokens[2...], of: tokens[1].text)
    types.append(
      TypeDeclaration(
        source: source.name, line: tokens[0].line, api: api, name: tokens[1].text,
        isKind: tokens[0].text == "kind", modifiers: modifiers, summary: summary))
  }

  private mutating func field(_ tokens: [SchemaToken]) throws(SchemaLanguageError) {
    let name = tokens[0].text
    guard let last = types.indices.last else {
      throw failure("'\(name)' stands outside of a type", tokens[0])
    }
    guard tokens.count > 1, !tokens[1].isQuoted, tokens[1].argument == nil, tokens[0].argument == nil else {
      throw failure("the field has no type", tokens[0], subject: "\(types[last].name).\(name)")
    }
    let (modifiers, summary) = try modifiers(tokens[2...], of: "\(types[last].name).\(name)")
    types[last].fields.append(
      FieldDeclaration(
        line: tokens[0].line, name: name, type: tokens[1].text, modifiers: modifiers, summary: summary))
  }

  private mutating func column(_ tokens: [SchemaToken]) throws(SchemaLanguageError) {
    guard let last = types.indices.last, types[last].isKind else {
      throw failure("a column stands outside of a kind", tokens[0])
    }
    guard tokens.count > 2, !tokens[2].isQuoted else {
      throw failure("the column has no type", tokens[0], subject: types[last].name)
    }
    let (modifiers, summary) = try modifiers(tokens[3...], of: types[last].name)
    var column = PrinterColumn(name: tokens[1].text, type: tokens[2].text, summary: summary)
    for modifier in modifiers {
      switch modifier.name {
      case "path": column.path = modifier.argument
      case "priority": column.priority = modifier.argument.flatMap { Int($0) } ?? 0
      default: throw failure("a column cannot have '\(modifier.name)'", tokens[0], subject: types[last].name)
      }
    }
    types[last].columns.append(column)
  }

  private func modifiers(
    _ tokens: ArraySlice<SchemaToken>, of subject: String
  ) throws(SchemaLanguageError) -> ([SchemaModifier], String) {
    var modifiers: [SchemaModifier] = []
    var summary = ""
    for token in tokens {
      if token.isQuoted {
        summary = summary.isEmpty ? token.text : "\(summary) \(token.text)"
      } else if summary.isEmpty {
        modifiers.append(SchemaModifier(name: token.text, argument: token.argument))
      } else {
        throw failure("'\(token.text)' stands behind the summary", token, subject: subject)
      }
    }
    return (modifiers, summary)
  }

  private func failure(
    _ message: String, _ token: SchemaToken, subject: String = ""
  ) -> SchemaLanguageError {
    scanner.failure(message, subject: subject, line: token.line)
  }
}

extension [SchemaToken] {
  /// True when the second token is a name with a capital letter: no field is called `type` or `kind` and has
  /// such a type.
  fileprivate var startsType: Bool {
    count > 1 && !self[1].isQuoted && (self[1].text.utf8.first.map { $0 >= 65 && $0 <= 90 } ?? false)
  }
}
