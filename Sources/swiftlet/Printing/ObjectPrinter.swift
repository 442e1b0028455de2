import APIMachinery

/// Writes whole objects in the formats that need nothing from the server.
struct ObjectPrinter {
  let format: OutputFormat
  /// Whether templates may name what is not there.
  var allowsMissing = true
  var showsManagedFields = false
  /// Whether a table of custom columns begins with their names.
  var showsHeaders = true

  /// - Parameter isSingle: True when one object was asked for by name: it is written alone, not in a `List`.
  func text(_ objects: [DynamicObject], isSingle: Bool) throws -> String {
    switch format {
    case .json: document(objects, isSingle).prettyPrinted(sortedKeys: true) + "\n"
    case .yaml: YAML.text(of: document(objects, isSingle))
    case .name: objects.map { Self.name(of: $0) + "\n" }.joined()
    case .jsonPath(let path):
      try path.render(document(objects, isSingle).inKeyOrder, allowsMissing: allowsMissing)
    case .jsonPathAsJSON(let path):
      JSON.array(try path.find(in: document(objects, isSingle), allowsMissing: allowsMissing))
        .prettyPrinted(sortedKeys: true) + "\n"
    case .goTemplate(let template, let source):
      try filled(template, source, document(objects, isSingle))
    case .customColumns(let columns): try table(objects, columns)
    case .table: ""
    }
  }

  /// `deployment.apps/web`, `pod/web`.
  static func name(of object: DynamicObject) -> String {
    let group = GroupVersion(apiVersion: object.apiVersion)?.group ?? ""
    let kind = object.kind.lowercased()
    return "\(group.isEmpty ? kind : "\(kind).\(group)")/\(object.metadata.name ?? "")"
  }

  private func document(_ objects: [DynamicObject], _ isSingle: Bool) -> JSON {
    if isSingle, let only = objects.first { return shown(only).json }
    return [
      "apiVersion": "v1", "items": .array(objects.map { shown($0).json }), "kind": "List",
      "metadata": ["resourceVersion": ""],
    ]
  }

  /// Kubernetes: `cli-runtime/printers GoTemplatePrinter`: a failure is told with the template.
  private func filled(_ template: GoTemplate, _ source: String, _ document: JSON) throws -> String {
    do { return try template.render(document, allowsMissing: allowsMissing) } catch {
      throw CommandError("error executing template \(GoQuote.quoted(source)): \(error)")
    }
  }

  /// kubectl leaves `managedFields` out unless asked for them.
  private func shown(_ object: DynamicObject) -> DynamicObject {
    if showsManagedFields { return object }
    var object = object
    object.metadata.fields["managedFields"] = nil
    return object
  }

  private func table(_ objects: [DynamicObject], _ columns: [OutputFormat.CustomColumn]) throws -> String {
    let rows = try objects.map { object in
      try columns.map { column in
        let found = try column.path.find(in: object.json)
        return found.isEmpty ? "<none>" : found.map(Self.cell).joined(separator: ",")
      }
    }
    return TextColumns.layOut((showsHeaders ? [columns.map(\.header)] : []) + rows)
  }

  private static func cell(_ value: JSON) -> String {
    switch value {
    case .string(let text): text
    case .null: "<none>"
    default: GoValue(value).text
    }
  }
}
