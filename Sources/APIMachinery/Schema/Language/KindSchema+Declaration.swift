extension KindSchema {
  /// Makes a kind of its declaration.
  init(_ declaration: TypeDeclaration, _ schema: ObjectSchema) throws(SchemaLanguageError) {
    self.init(
      definition: ResourceDefinition(
        group: declaration.api.group, version: declaration.api.version, kind: declaration.name,
        plural: declaration.name.lowercased() + "s"),
      schema: schema, columns: Self.columns(declaration.columns))
    for modifier in declaration.modifiers {
      guard apply(modifier) else {
        throw declaration.failure("a kind cannot have '\(modifier.name)'")
      }
    }
  }

  /// The declared columns, after the name unless they say where it stands.
  private static func columns(_ declared: [PrinterColumn]) -> [PrinterColumn] {
    if declared.contains(where: { $0.name == "Name" }) { return declared }
    let name = PrinterColumn(
      name: "Name", format: "name", summary: "The object's name, unique in its namespace.",
      path: ".metadata.name")
    let creation = PrinterColumn(
      name: "Created At", type: "date", summary: "When the object was made.",
      path: ".metadata.creationTimestamp")
    return [name] + (declared.isEmpty ? [creation] : declared)
  }

  private mutating func apply(_ modifier: SchemaModifier) -> Bool {
    let argument = modifier.argument ?? ""
    switch modifier.name {
    case "plural": definition.plural = argument
    case "singular": definition.singular = argument
    case "short": definition.shortNames = modifier.words
    case "categories": definition.categories = modifier.words
    case "cluster": definition.scope = .cluster
    case "subresources": definition.subresources = modifier.words
    case "verbs": definition.verbs = modifier.words
    case "select": selectableFields = modifier.words
    case "aliases": kindAliases = modifier.words
    case "scale":
      let paths = modifier.words
      guard paths.count >= 2 else { return false }
      scale = ScalePaths(
        specReplicas: paths[0], statusReplicas: paths[1], selector: paths.count > 2 ? paths[2] : nil)
    case "swift", "atomic", "open": break
    default: return false
    }
    return true
  }
}
