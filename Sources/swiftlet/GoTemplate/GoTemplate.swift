import APIMachinery

/// A template as `-o go-template` takes it: text with actions in double braces.
///
/// Go: `text/template`, with the functions that kubectl adds (`exists`, `base64decode`). What an object of Kubernetes
/// can meet is there: fields, variables, pipelines, `if`, `range`, `with`, `define`, `template`, `block`, `break`,
/// `continue`, comparisons, `and`, `or`, `not`, `len`, `index`, `slice`, `print`, `printf`, `println`, `html`,
/// `urlquery` and the trimming of space by `{{-` and `-}}`. Integers of an object stay integers, as in
/// kubectl.
struct GoTemplate: Sendable {
  let body: [Node]
  /// The bodies of `define` and `block`.
  let definitions: [String: [Node]]

  /// One part of a template.
  indirect enum Node: Sendable {
    case text(String)
    case action(Pipeline)
    case choice(Choice)
    case range(Choice)
    case template(String, Pipeline?, Position)
    case breakLoop, continueLoop
  }

  /// `if` and `with`, and the two bodies of `range`.
  struct Choice: Sendable {
    var pipeline: Pipeline
    var body: [Node]
    var otherwise: [Node] = []
    /// `with` makes the value the dot.
    var setsDot = false
  }

  /// Commands, each of which gets the result of the one before as its last argument.
  struct Pipeline: Sendable {
    /// `$x :=`, `$i, $x :=`.
    var variables: [String] = []
    var isAssignment = false
    var commands: [Command] = []
  }

  struct Command: Sendable {
    var operands: [Operand]
    var position: Position
    /// The command as it was written, for errors.
    var source: String
  }

  indirect enum Operand: Sendable {
    case dot
    case null
    case literal(GoValue)
    case function(String)
    case variable(String)
    case pipeline(Pipeline)
    /// Fields of another operand: `.a.b`, `$x.a`, `(index . 0).a`; and where they stand, as they were written.
    case fields(Operand, [String], Position, source: String)
  }

  /// A place in the template: lines from 1, columns from 0, as Go counts them.
  struct Position: Sendable {
    var line = 1
    var column = 0
  }

  /// - Throws: ``GoTemplateError`` with the place of what does not parse.
  init(_ text: String) throws(GoTemplateError) {
    var parser = try GoTemplateParser(text)
    body = try parser.parseTemplate()
    definitions = parser.definitions
  }

  /// Fills the template in.
  ///
  /// - Parameter allowsMissing: Whether a field that is not there is `<no value>` instead of an error.
  /// - Throws: ``GoTemplateError`` in the words of Go.
  func render(_ document: JSON, allowsMissing: Bool = true) throws(GoTemplateError) -> String {
    var run = GoTemplateRun(self, GoValue(document), allowsMissing: allowsMissing)
    return try run.output()
  }
}

/// Why a template cannot be read or filled in.
struct GoTemplateError: Error, Hashable, CustomStringConvertible {
  var message: String

  var description: String { message }
}
