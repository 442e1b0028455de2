/// A modifier of a declaration: a word, perhaps with an argument.
struct SchemaModifier {
  var name: String
  var argument: String?

  /// The words of the argument.
  var words: [String] {
    (argument ?? "").utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      .map { String(Substring($0)) }
  }
}

/// A type or kind as it is declared, before the names in it are resolved.
struct TypeDeclaration {
  var source: String
  var line: Int
  var api: SchemaAPI
  var name: String
  var isKind: Bool
  var modifiers: [SchemaModifier]
  var summary: String
  var fields: [FieldDeclaration] = []
  var columns: [PrinterColumn] = []

  func failure(_ message: String, field: FieldDeclaration? = nil) -> SchemaLanguageError {
    SchemaLanguageError(
      source: source, line: field?.line ?? line, subject: field.map { "\(name).\($0.name)" } ?? name,
      message: message)
  }
}

/// The group, the version and the prefix of OpenAPI names that the types after an `api` line have.
struct SchemaAPI {
  var group: String
  var version: String
  var package: String
}

/// A field as it is declared.
struct FieldDeclaration {
  var line: Int
  var name: String
  var type: String
  var modifiers: [SchemaModifier]
  var summary: String
}
