/// A JSONPath template as kubectl reads it: text with expressions in braces.
///
/// Kubernetes: `client-go/util/jsonpath`: `{.items[*].metadata.name}`, `{range .items[*]}{.metadata.name}{"\n"}{end}`,
/// `{.status.conditions[?(@.type=="Ready")].status}`, `{..image}`, `['a','b']`, `[0:2]`, `\.` for a dot in a key.
public struct JSONPath: Sendable, Hashable {
  let nodes: [Node]

  /// One part of a template.
  indirect enum Node: Sendable, Hashable {
    case text(String)
    /// Each list of steps starts at the current value; what several expressions in one pair of braces find is joined.
    case expression([Step])
    case range([Step], body: [Node])
  }

  /// One step of an expression, from each value found so far to others.
  indirect enum Step: Sendable, Hashable {
    /// `$`: back to the whole document.
    case root
    /// A literal: `"text"` or a number.
    case literal(JSON)
    case field(String)
    /// Each value of an object or an array.
    case wildcard
    case slice(start: Int?, end: Int?, step: Int)
    case index(Int)
    /// Several steps, their results one after the other.
    case union([Step])
    case filter(Condition)
    /// All values at any depth, before the next step.
    case descent
  }

  /// What `[?(...)]` asks of an element.
  struct Condition: Sendable, Hashable {
    var left: [Step]
    /// `nil` asks whether `left` exists.
    var comparison: (Comparison)?
  }

  struct Comparison: Sendable, Hashable {
    var relation: Relation
    var right: [Step]
  }

  enum Relation: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// Reads a template; text outside of braces stands for itself.
  ///
  /// - Throws: ``JSONPathError`` naming what is wrong and where.
  public init(template: String) throws(JSONPathError) {
    var parser = JSONPathParser(template)
    nodes = try parser.parseTemplate()
  }

  /// Reads a single expression as the `--sort-by` and custom-column flags take it: `.metadata.name`,
  /// `metadata.name` or `{.metadata.name}`.
  ///
  /// Kubernetes: `kubectl/pkg/cmd/get RelaxedJSONPathExpression`.
  public init(relaxed expression: String) throws(JSONPathError) {
    var text = expression[...]
    if text.hasPrefix("{"), text.hasSuffix("}") { text = text.dropFirst().dropLast() }
    if text.hasPrefix(".") || text.hasPrefix("$") || text.hasPrefix("[") {
      try self.init(template: "{\(text)}")
    } else {
      try self.init(template: "{.\(text)}")
    }
  }
}

/// Why a JSONPath could not be read or followed.
public struct JSONPathError: Error, Hashable, Sendable, CustomStringConvertible {
  public var message: String

  public init(message: String) { self.message = message }

  public var description: String { message }
}
