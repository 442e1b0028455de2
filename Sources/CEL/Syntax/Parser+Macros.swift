extension Parser {
  /// The macro that a call stands for; `nil` when it is a call of a function.
  ///
  /// CEL: `langdef.md`, section Macros, and cel-go's `ext.TwoVarComprehensions` and `cel.OptionalTypes`.
  mutating func macro(
    _ name: String, _ target: Expression?, _ arguments: [Expression], at offset: Int
  ) throws(Stop) -> Expression? {
    guard let target else { return name == "has" && arguments.count == 1 ? try has(arguments[0]) : nil }
    switch (name, arguments.count) {
    case ("optMap", 2), ("optFlatMap", 2):
      let variable = try variable(arguments[0])
      let kind = Expression.Kind.optionalMap(
        target, name: variable, body: arguments[1], isFlat: name == "optFlatMap")
      return Expression(kind, at: offset)
    case ("all", 2), ("exists", 2), ("exists_one", 2), ("existsOne", 2), ("filter", 2), ("map", 2):
      return try walk(operation(name), target, arguments, names: 1, hasFilter: false, at: offset)
    case ("map", 3):
      return try walk(.map, target, arguments, names: 1, hasFilter: true, at: offset)
    case ("all", 3), ("exists", 3), ("existsOne", 3), ("exists_one", 3), ("transformList", 3),
      ("transformMap", 3), ("transformMapEntry", 3):
      return try walk(operation(name), target, arguments, names: 2, hasFilter: false, at: offset)
    case ("transformList", 4), ("transformMap", 4), ("transformMapEntry", 4):
      return try walk(operation(name), target, arguments, names: 2, hasFilter: true, at: offset)
    default: return nil
    }
  }

  private func operation(_ name: String) -> Expression.Comprehension.Operation {
    name == "exists_one" ? .existsOne : .init(rawValue: name) ?? .all
  }

  private mutating func has(_ argument: Expression) throws(Stop) -> Expression {
    guard case .select(let operand, let field, false) = argument.kind else {
      issues.append((argument.offset, "invalid argument to has() macro"))
      throw Stop()
    }
    return Expression(.presence(operand, field: field), at: argument.offset)
  }

  private mutating func walk(
    _ operation: Expression.Comprehension.Operation, _ range: Expression, _ arguments: [Expression],
    names: Int, hasFilter: Bool, at offset: Int
  ) throws(Stop) -> Expression {
    let first = try variable(arguments[0])
    let second = names == 2 ? try variable(arguments[1]) : nil
    if first == second {
      issues.append((arguments[1].offset, "duplicate variable name: \(first)"))
      throw Stop()
    }
    guard let body = arguments.last else { throw Stop() }
    let filter = hasFilter ? arguments[names] : nil
    return Expression(
      .comprehension(
        .init(
          operation: operation, range: range, first: first, second: second, filter: filter, body: body)),
      at: offset)
  }

  private mutating func variable(_ expression: Expression) throws(Stop) -> String {
    guard case .name(let name) = expression.kind else {
      issues.append((expression.offset, "argument must be a simple name"))
      throw Stop()
    }
    if name == "__result__" || name == "@result" {
      issues.append((expression.offset, "iteration variable overwrites accumulator variable"))
      throw Stop()
    }
    return name
  }
}
