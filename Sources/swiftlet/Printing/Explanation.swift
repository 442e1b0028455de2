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
    var (name, isRequired) = ("", false)
    for field in path {
      let parent = schemas.fields(of: schema)
      guard let next = parent["properties"]?[field] else {
        throw CommandError("field \"\(field)\" does not exist")
      }
      isRequired = Self.isRequired(field, in: parent)
      (name, schema) = (field, next)
    }
    return header + (path.isEmpty ? "" : field(name, schema, isRequired)) + description(schema)
      + fields(schema)
  }

  private var header: String {
    (resource.group.isEmpty ? "" : "GROUP:      \(resource.group)\n")
      + "KIND:       \(resource.kind)\nVERSION:    \(resource.version)\n\n"
  }

  private func field(_ name: String, _ schema: JSON, _ isRequired: Bool) -> String {
    "FIELD: \(name) <\(schemas.typeName(of: schema))>\(isRequired ? " -required-" : "")\n"
      + enumeration(schema, indent: "") + "\n"
  }

  private func description(_ schema: JSON) -> String {
    var texts = [schema["description"]?.stringValue ?? ""]
    let inner = schemas.fields(of: schema)["description"]?.stringValue ?? ""
    if !inner.isEmpty, inner != texts[0] { texts.append(inner) }
    texts.removeAll(where: \.isEmpty)
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

  private func enumeration(_ schema: JSON, indent: String) -> String {
    guard let values = schema["enum"]?.arrayValue, !values.isEmpty else { return "" }
    return "\(indent)enum: \(values.compactMap(\.stringValue).joined(separator: ", "))\n"
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
