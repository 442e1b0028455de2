/// A node of the tree that an expression is read into; the checker writes its findings on it.
///
/// The tree lives only while a program is compiled.
final class Expression {
  var kind: Kind
  /// Where messages point at: for a call its operator or bracket.
  let offset: Int
  /// What the checker found.
  var type = CELType.dyn
  /// The overloads that fit the arguments of a call.
  var overloads: [Overload] = []
  /// A name that stands for a type rather than for a value.
  var typeValue: CELType?

  enum Kind {
    case literal(CELValue)
    case name(String)
    case select(Expression, field: String, isOptional: Bool)
    /// `has(a.b)`
    case presence(Expression, field: String)
    case call(Call)
    case list([ListElement])
    case map([MapEntry])
    case comprehension(Comprehension)
    /// `target.optMap(name, body)`, and `optFlatMap` when the body is optional itself.
    case optionalMap(Expression, name: String, body: Expression, isFlat: Bool)
    /// `Name{field: value}`: Kubernetes has no messages, except for patches of mutating policies.
    case message(String, [MessageField])
  }

  struct Call {
    var function: String
    var target: Expression?
    var arguments: [Expression]

    /// The target, if there is one, and the arguments.
    var operands: [Expression] { target.map { [$0] + arguments } ?? arguments }
  }

  struct ListElement {
    var value: Expression
    var isOptional: Bool
  }

  struct MapEntry {
    var key: Expression
    var value: Expression
    var isOptional: Bool
  }

  struct MessageField {
    var name: String
    var value: Expression
    var isOptional: Bool
  }

  /// A macro that walks over a list or a map.
  struct Comprehension {
    enum Operation: String {
      case all, exists, existsOne, map, filter, transformList, transformMap, transformMapEntry
    }

    var operation: Operation
    var range: Expression
    /// The element, or with two names the index or key.
    var first: String
    /// With two names, the value.
    var second: String?
    /// Which elements are taken.
    var filter: Expression?
    /// What is asked of, or made from, each element.
    var body: Expression
  }

  init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  var isLiteral: Bool { if case .literal = kind { true } else { false } }
}
