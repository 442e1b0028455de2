import APIMachinery

/// Finds the type of each part of an expression, and which overloads its calls can mean.
///
/// cel-go: `checker/checker.go`, with its messages.
struct Checker {
  private let environment: CELEnvironment
  private let source: CELSource
  private var mapping = TypeMapping()
  private var locals: [(name: String, type: CELType)] = []
  private var issues: [CELIssue] = []
  private var visited: [Expression] = []

  /// Checks an expression and writes the types on its nodes.
  static func check(
    _ expression: Expression, _ source: CELSource, in environment: CELEnvironment
  ) throws(CELError) {
    var checker = Checker(environment: environment, source: source)
    checker.check(expression)
    if !checker.issues.isEmpty { throw source.error(checker.issues) }
    for node in checker.visited { node.type = checker.mapping.resolve(node.type, final: true) }
  }

  private init(environment: CELEnvironment, source: CELSource) {
    self.environment = environment
    self.source = source
  }

  private mutating func report(_ expression: Expression, _ message: String) {
    issues.append(source.issue(at: expression.offset, message))
  }

  private func type(of expression: Expression) -> CELType { mapping.resolve(expression.type) }

  // MARK: Nodes

  private mutating func check(_ node: Expression) {
    visited.append(node)
    switch node.kind {
    case .literal(let value): node.type = value.type
    case .name(let name): checkName(node, name)
    case .select(let operand, let field, let isOptional): checkSelect(node, operand, field, isOptional)
    case .presence(let operand, let field):
      check(operand)
      _ = fieldType(node, operand, field)
      node.type = .bool
    case .call(let call): checkCall(node, call)
    case .list(let elements): checkList(node, elements)
    case .map(let entries): checkMap(node, entries)
    case .comprehension(let comprehension): checkComprehension(node, comprehension)
    case .optionalMap(let target, let name, let body, let isFlat):
      checkOptionalMap(node, target, name, body, isFlat)
    case .message(let name, let fields): checkMessage(node, name, fields)
    }
  }

  private mutating func checkName(_ node: Expression, _ name: String) {
    if let type = typeOfVariable(name) {
      node.type = type
    } else if let type = Declarations.typeNames[name] {
      node.type = .type(type)
      node.typeValue = type
    } else {
      node.type = .error
      report(node, "undeclared reference to '\(name)' (in container '')")
    }
  }

  private func typeOfVariable(_ name: String) -> CELType? {
    locals.last { $0.name == name }?.type ?? environment.type(of: name)
  }

  /// A dotted name, when the node is one.
  private func qualifiedName(_ node: Expression) -> String? {
    switch node.kind {
    case .name(let name): name
    case .select(let operand, let field, false): qualifiedName(operand).map { "\($0).\(field)" }
    default: nil
    }
  }

  private mutating func checkSelect(
    _ node: Expression, _ operand: Expression, _ field: String, _ isOptional: Bool
  ) {
    if let name = qualifiedName(node), let type = Declarations.typeNames[name] {
      node.kind = .name(name)
      node.type = .type(type)
      node.typeValue = type
      return
    }
    if let name = qualifiedName(node), let type = environment.type(of: name), !isLocal(rootName(name)) {
      // A variable whose name has dots goes before a field.
      node.kind = .name(name)
      node.type = type
      return
    }
    check(operand)
    let isChained = type(of: operand).kind == .optional
    let found = fieldType(node, operand, field)
    node.type = (isOptional || isChained) && found.kind != .optional ? .optional(found) : found
  }

  private mutating func fieldType(_ node: Expression, _ operand: Expression, _ field: String) -> CELType {
    var target = type(of: operand)
    if target.kind == .optional { target = target.element }
    switch target.kind {
    case .dyn, .error, .parameter: return .dyn
    case .map: return target.element
    case .object:
      if let found = target.fields[field] { return found.type }
      if target.isOpen { return .dyn }
      report(node, "undefined field '\(field)'")
    default: report(node, "type '\(target)' does not support field selection")
    }
    return .error
  }

  private mutating func checkList(_ node: Expression, _ elements: [Expression.ListElement]) {
    var joined: CELType?
    for element in elements {
      check(element.value)
      joined = join(joined, elementType(element.value, element.isOptional), at: element.value)
    }
    node.type = .list(joined ?? mapping.fresh())
  }

  private mutating func checkMap(_ node: Expression, _ entries: [Expression.MapEntry]) {
    var (key, value): (CELType?, CELType?)
    for entry in entries {
      check(entry.key)
      key = join(key, type(of: entry.key), at: entry.key)
      check(entry.value)
      value = join(value, elementType(entry.value, entry.isOptional), at: entry.value)
    }
    node.type = .map(key ?? mapping.fresh(), value ?? mapping.fresh())
  }

  private mutating func elementType(_ node: Expression, _ isOptional: Bool) -> CELType {
    let found = type(of: node)
    if !isOptional || found.isDynamic { return found }
    if found.kind == .optional { return found.element }
    report(node, "expected type 'optional_type(dyn)' but found '\(found)'")
    return .error
  }

  /// The one type that elements must have.
  private mutating func join(_ joined: CELType?, _ next: CELType, at node: Expression) -> CELType {
    guard let joined else { return next }
    if mapping.fit([next], [joined]) { return joined.isDynamic ? joined : next.isDynamic ? next : joined }
    if mapping.fit([joined], [next]) { return next }
    report(node, "expected type '\(mapping.resolve(joined))' but found '\(mapping.resolve(next))'")
    return .error
  }

  // MARK: Calls

  private mutating func checkCall(_ node: Expression, _ call: Expression.Call) {
    if let target = call.target, let name = qualifiedName(target),
      let overloads = environment.overloads("\(name).\(call.function)"), typeOfVariable(rootName(name)) == nil
    {
      let function = "\(name).\(call.function)"
      node.kind = .call(.init(function: function, target: nil, arguments: call.arguments))
      call.arguments.forEach { check($0) }
      resolve(node, function, overloads, call.arguments, isMember: false)
      return
    }
    call.operands.forEach { check($0) }
    guard let overloads = environment.overloads(call.function) else {
      report(node, "undeclared reference to '\(call.function)' (in container '')")
      node.type = .error
      return
    }
    resolve(node, call.function, overloads, call.operands, isMember: call.target != nil)
  }

  private func isLocal(_ name: String) -> Bool { locals.contains { $0.name == name } }

  private func rootName(_ name: String) -> String { String(name.prefix { $0 != "." }) }

  private mutating func resolve(
    _ node: Expression, _ function: String, _ overloads: [Overload], _ operands: [Expression], isMember: Bool
  ) {
    let types = operands.map { type(of: $0) }
    if types.contains(where: { $0.kind == .error }) {
      node.type = .error
      return
    }
    var result: CELType?
    for overload in overloads where overload.isMember == isMember && overload.parameters.count == types.count
    {
      let instance = mapping.instance(overload)
      guard mapping.fit(types, instance.parameters) else { continue }
      node.overloads.append(overload)
      let found = mapping.resolve(instance.result)
      result = result.map { $0.isDynamic || $0 == found ? $0 : .dyn } ?? found
    }
    if result == nil { noMatchingOverload(node, function, types, isMember: isMember) }
    checkLiteral(function, operands)
    node.type = result ?? .error
  }

  /// Refuses texts that can be seen to be no time, duration or pattern.
  ///
  /// Kubernetes: `environment/base.go` adds these validators of cel-go.
  private mutating func checkLiteral(_ function: String, _ operands: [Expression]) {
    guard let argument = operands.last, case .literal(.string(let text)) = argument.kind else { return }
    let isValid =
      switch function {
      case "duration": CELDuration(text) != nil
      case "timestamp": CELTimestamp(text) != nil
      case "matches": (try? RegularExpression(text)) != nil
      default: true
      }
    if !isValid { report(argument, "invalid \(function) argument") }
  }

  private mutating func noMatchingOverload(
    _ node: Expression, _ function: String, _ types: [CELType], isMember: Bool
  ) {
    let names = types.map(\.description)
    let signature =
      isMember
      ? "\(names[0]).(\(names.dropFirst().joined(separator: ", ")))" : "(\(names.joined(separator: ", ")))"
    report(node, "found no matching overload for '\(function)' applied to '\(signature)'")
  }

  // MARK: Macros

  private mutating func checkComprehension(_ node: Expression, _ walk: Expression.Comprehension) {
    check(walk.range)
    let range = type(of: walk.range)
    var (index, value): (CELType, CELType) = (.dyn, .dyn)
    switch range.kind {
    case .list: (index, value) = (.int, range.element)
    case .map: (index, value) = (range.parameters[0], range.element)
    case .dyn, .error, .parameter: break
    default:
      report(
        walk.range,
        "expression of type '\(range)' cannot be range of a comprehension (must be list, map, or dynamic)")
    }
    let depth = locals.count
    if let second = walk.second {
      locals += [(walk.first, index), (second, value)]
    } else {
      locals.append((walk.first, range.kind == .map ? index : value))
    }
    if let filter = walk.filter { check(filter) }
    check(walk.body)
    locals.removeSubrange(depth...)
    node.type = result(of: walk, node, key: index, element: range.kind == .map ? index : value)
  }

  private mutating func result(
    of walk: Expression.Comprehension, _ node: Expression, key: CELType, element: CELType
  ) -> CELType {
    let body = type(of: walk.body)
    let made: CELType
    switch walk.operation {
    case .all, .exists:
      require(walk.body, node, walk.operation == .all ? "_&&_" : "_||_") { [.bool, $0] }
      return .bool
    case .existsOne:
      require(walk.body, node, "_?_:_") { [$0, .int, .int] }
      return .bool
    case .filter:
      require(walk.body, node, "_?_:_") { [$0, .list(element), .list(element)] }
      return .list(element)
    case .map, .transformList: made = .list(body)
    case .transformMap: made = .map(key, body)
    case .transformMapEntry:
      if !body.isDynamic, body.kind != .map, body.kind != .parameter {
        noMatchingOverload(node, "cel.@mapInsert", [.dynMap, body], isMember: false)
      }
      made = body.kind == .map ? body : .dynMap
    }
    if let filter = walk.filter { require(filter, node, "_?_:_") { [$0, made, made] } }
    return made
  }

  /// Demands a truth value, as the call that a macro stands for does.
  private mutating func require(
    _ condition: Expression, _ node: Expression, _ function: String, _ operands: (CELType) -> [CELType]
  ) {
    let found = type(of: condition)
    if found.kind == .error || mapping.fit([found], [.bool]) { return }
    noMatchingOverload(node, function, operands(found), isMember: false)
  }

  private mutating func checkOptionalMap(
    _ node: Expression, _ target: Expression, _ name: String, _ body: Expression, _ isFlat: Bool
  ) {
    check(target)
    let found = type(of: target)
    if !found.isDynamic, found.kind != .optional {
      noMatchingOverload(node, "hasValue", [found], isMember: true)
    }
    locals.append((name, found.kind == .optional ? found.element : .dyn))
    check(body)
    locals.removeLast()
    let made = type(of: body)
    if isFlat, !made.isDynamic, made.kind != .optional {
      noMatchingOverload(node, "_?_:_", [.bool, made, .optional(.dyn)], isMember: false)
    }
    node.type = isFlat ? (made.kind == .optional ? made : .optional(.dyn)) : .optional(made)
  }

  private mutating func checkMessage(
    _ node: Expression, _ name: String, _ fields: [Expression.MessageField]
  ) {
    for field in fields { check(field.value) }
    guard let type = environment.messageType(name) else {
      node.type = .error
      return report(node, "undeclared reference to '\(name)' (in container '')")
    }
    node.type = type
    for field in fields {
      guard let wanted = type.fields[field.name]?.type else {
        if !type.isOpen { report(field.value, "undefined field '\(field.name)'") }
        continue
      }
      let found = elementType(field.value, field.isOptional)
      if found.kind == .error || mapping.fit([found], [wanted]) { continue }
      report(
        field.value,
        "expected type of field '\(field.name)' is '\(wanted)' but provided type is '\(found)'")
    }
  }
}
