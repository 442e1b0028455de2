/// Makes schemas of declarations: resolves the names of types and gives modifiers their meaning.
struct SchemaLinker {
  private let declarations: [TypeDeclaration]
  private let schemas: [ObjectSchema]
  /// All types of a name: those of `declarations`, else those of the catalogue beneath.
  private var candidates: [String: [(package: String, schema: ObjectSchema)]] = [:]
  private let base: SchemaCatalog

  init(_ declarations: [TypeDeclaration], on base: SchemaCatalog) throws(SchemaLanguageError) {
    self.declarations = declarations
    self.base = base
    schemas = declarations.map { declaration in
      ObjectSchema(
        name: declaration.name, openAPIName: "\(declaration.api.package).\(declaration.name)",
        summary: declaration.summary, isAtomic: declaration.has("atomic"))
    }
    for (declaration, schema) in zip(declarations, schemas) {
      let package = declaration.api.package
      if candidates[declaration.name]?.contains(where: { $0.package == package }) == true {
        throw declaration.failure("the type is declared twice")
      }
      candidates[declaration.name, default: []].append((package, schema))
    }
  }

  /// - Complexity: O(*n*) in the number of fields.
  func link() throws(SchemaLanguageError) -> SchemaCatalog {
    var kinds: [KindSchema] = []
    for (declaration, schema) in zip(declarations, schemas) {
      var fields = declaration.isKind ? objectFields : []
      for field in declaration.fields { fields.append(try self.field(field, of: declaration)) }
      try check(fields, of: declaration)
      schema.seal(fields: fields, isOpen: declaration.has("open"))
      if declaration.isKind { kinds.append(try KindSchema(declaration, schema)) }
    }
    return SchemaCatalog(kinds: kinds, types: schemas)
  }

  /// What every object has.
  private var objectFields: [FieldSchema] {
    var fields = [
      FieldSchema(
        name: "apiVersion", type: .string,
        summary: "The group and version of the API that the object is written in."),
      FieldSchema(name: "kind", type: .string, summary: "The kind of the object."),
    ]
    if let metadata = candidates["ObjectMeta"]?.first?.schema ?? base.type(named: "ObjectMeta") {
      fields.append(
        FieldSchema(
          name: "metadata", type: .object(metadata),
          summary: "The name, the labels and what else every object has."))
    }
    return fields
  }

  private func check(_ fields: [FieldSchema], of declaration: TypeDeclaration) throws(SchemaLanguageError) {
    var seen: Set<String> = []
    for field in fields {
      if let condition = field.defaultCondition, !seen.contains(condition.field) {
        throw declaration.failure(
          "'\(field.name)' depends on '\(condition.field)', which is not declared before it")
      }
      guard seen.insert(field.name).inserted else {
        throw declaration.failure("the field '\(field.name)' is declared twice")
      }
    }
  }

  // MARK: Types

  private func field(
    _ field: FieldDeclaration, of declaration: TypeDeclaration
  ) throws(SchemaLanguageError) -> FieldSchema {
    guard let type = type(Substring(field.type), in: declaration.api.package) else {
      throw declaration.failure("the type '\(field.type)' is not known", field: field)
    }
    var schema = FieldSchema(name: field.name, type: type, summary: field.summary)
    if case .object(let object) = type { schema.isAtomic = object.isAtomic }
    for modifier in field.modifiers {
      guard schema.apply(modifier) else {
        let text = modifier.argument.map { "\(modifier.name)(\($0))" } ?? modifier.name
        throw declaration.failure("'\(text)' does not fit a field of type \(field.type)", field: field)
      }
    }
    return schema
  }

  private func type(_ text: Substring, in package: String) -> TypeSchema? {
    if text.utf8.last == UInt8(ascii: "]") {
      if text.utf8.first == UInt8(ascii: "[") {
        return type(text.dropFirst().dropLast(), in: package).map { .array($0) }
      }
      if text.hasPrefix("map[") { return type(text.dropFirst(4).dropLast(), in: package).map { .map($0) } }
      return nil
    }
    return Self.scalars[String(text)] ?? named(String(text), in: package).map { .object($0) }
  }

  private static let scalars: [String: TypeSchema] = [
    "string": .string, "int32": .integer(bits: 32), "int64": .integer(bits: 64), "number": .number,
    "bool": .boolean, "time": .timestamp, "microtime": .microTime, "duration": .duration,
    "quantity": .quantity, "int-or-string": .intOrString, "bytes": .bytes, "any": .any, "object": .map(.any),
  ]

  /// The type `name` as a package sees it: its own first, else the only one that has the name.
  private func named(_ name: String, in package: String) -> ObjectSchema? {
    guard let found = candidates[name] else { return base.type(named: name) }
    if let own = found.first(where: { $0.package == package }) { return own.schema }
    return found.count == 1 ? found[0].schema : nil
  }
}

extension TypeDeclaration {
  func has(_ modifier: String) -> Bool { modifiers.contains { $0.name == modifier } }
}
