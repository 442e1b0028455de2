import APIMachinery

/// The text of `explain`.
///
/// Kubernetes: `kubectl/pkg/explain/v2/templates/plaintext.tmpl`.
struct Explanation {
  private let schemas: OpenAPISchemas
  private let resource: ResourceDefinition
  private let isRecursive: Bool

  init(_ schemas: OpenAPISchemas, _ resource: ResourceDefinition, isRecursive: Bool) {
    self.schemas = schemas
    self.resource = resource
    self.isRecursive = isRecursive
  }

  /// - Throws: ``CommandError`` in kubectl's words when there is no such field.
  func text(_ path: [String]) throws -> String {
    guard var schema = schemas.schema(of: resource.groupVersionKind) else {
      throw CommandError("GVR (\(resource.groupVersionResource)) not found in OpenAPI schema")
    }
    for field in path {
      guard let next = schemas.fields(of: schema)["properties"]?[field] else {
        throw CommandError("field \"\(field)\" does not exist")
      }
      schema = next
    }
    return (path.last.map { field($0, schema) } ?? "") + description(schema) + fields(schema)
  }

  /// What comes first, also before the word that there is no such field.
  var header: String {
    (resource.group.isEmpty ? "" : "GROUP:      \(resource.group)\n")
      + "KIND:       \(resource.kind)\nVERSION:    \(resource.version)\n\n"
  }

  private func field(_ name: String, _ schema: JSON) -> String {
    let values = (schema["enum"]?.arrayValue ?? []).compactMap(\.stringValue)
    let list = values.isEmpty ? "\n" : "ENUM:\n" + values.map { "    \($0)\n" }.joined()
    return "FIELD: \(name) <\(schemas.typeName(of: schema))>\n\(list)\n"
  }

  /// The text of the field, and that of its type.
  private func description(_ schema: JSON) -> String {
    var texts = [
      schema["description"]?.stringValue, schemas.valueType(of: schema)?["description"]?.stringValue,
    ]
    .compactMap(\.self).filter { !$0.isEmpty }
    if texts.isEmpty { texts = ["<empty>"] }
    return "DESCRIPTION:\n" + texts.map { Self.wrapped($0, indent: 4) }.joined() + "    \n"
  }

  private func fields(_ schema: JSON) -> String {
    let owner = schemas.fields(of: schema)
    guard let properties = owner["properties"]?.objectValue, !properties.isEmpty else { return "\n" }
    return "FIELDS:\n" + list(owner, level: 1, parents: []) + "\n"
  }

  private func list(_ owner: JSON, level: Int, parents: [String]) -> String {
    let indent = String(repeating: "  ", count: level)
    return (owner["properties"]?.objectValue ?? [:]).sortedByKey().map { name, schema in
      let required = Self.isRequired(name, in: owner) ? " -required-" : ""
      let type = schemas.typeName(of: schema)
      let head = "\(indent)\(name)\t<\(type)>\(required)\n" + enumeration(schema, indent: indent)
      guard isRecursive else {
        let text = schema["description"]?.stringValue ?? "<no description>"
        return head + Self.wrapped(text, indent: 4) + "\n"
      }
      guard !parents.contains(type) else { return head }
      return head + list(schemas.fields(of: schema), level: level + 1, parents: parents + [type])
    }.joined()
  }

  /// The first four values.
  private func enumeration(_ schema: JSON, indent: String) -> String {
    let values = (schema["enum"]?.arrayValue ?? []).compactMap(\.stringValue)
    guard !values.isEmpty else { return "" }
    let shown = values.prefix(4) + (values.count > 4 ? ["...."] : [])
    return "\(indent)enum: \(shown.joined(separator: ", "))\n"
  }

  private static func isRequired(_ field: String, in schema: JSON) -> Bool {
    (schema["required"]?.arrayValue ?? []).contains(.string(field))
  }

  /// Lines of at most 80 characters, the indentation among them; lines of the text that start with a space stay.
  static func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var output = ""
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.count + word.count + 1 > 80 - indent {
          output += margin + line + "\n"
          line = ""
        }
        line += line.isEmpty ? String(word) : " \(word)"
      }
      output += margin + line + "\n"
    }
    return output
  }
}
