import APIMachinery

/// The `fieldPath` of a rule: `.spec.size`, `.spec['a.b']`.
///
/// Kubernetes: `apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go`, `ValidFieldPath`.
struct RuleFieldPath {
  /// The path as errors name it: `spec.size`, `spec[a.b]`.
  private(set) var text = ""

  private struct Invalid: Error {}

  /// - Throws: When the path is malformed, or names something that the schema does not declare.
  init(_ path: String, in schema: StructuralSchema) throws {
    var rest = path[...]
    var schema = schema
    while let first = rest.first {
      rest.removeFirst()
      switch first {
      case ".":
        let name = rest.prefix { $0 != "." && $0 != "[" && $0 != "]" }
        rest = rest[name.endIndex...]
        try descend(String(name), &schema)
      case "[": try descend(Self.quoted(&rest), &schema)
      default: throw Invalid()
      }
    }
  }

  /// Follows a field of an object, or a key of a map.
  private mutating func descend(_ name: String, _ schema: inout StructuralSchema) throws {
    if !schema.properties.isEmpty {
      guard let below = schema.properties[name] else { throw Invalid() }
      text += text.isEmpty ? name : "." + name
      schema = below
    } else if case .schema(let below) = schema.additionalProperties {
      text += "[\(name)]"
      schema = below
    } else {
      throw Invalid()
    }
  }

  private static let escapes: [Character: Character] = [
    "a": "\u{7}", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{B}", "'": "'",
    "\\": "\\",
  ]

  /// Reads `'name']`.
  private static func quoted(_ rest: inout Substring) throws -> String {
    guard rest.popFirst() == "'" else { throw Invalid() }
    var name = ""
    while let character = rest.popFirst() {
      switch character {
      case "'":
        guard rest.popFirst() == "]" else { throw Invalid() }
        return name
      case "\\":
        guard let escape = rest.popFirst().flatMap({ escapes[$0] }) else { throw Invalid() }
        name.append(escape)
      default: name.append(character)
      }
    }
    throw Invalid()
  }
}
