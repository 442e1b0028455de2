import APIMachinery

/// One evaluation of a template over an object.
struct GoTemplateRun {
  private let template: GoTemplate
  private let root: GoValue
  private let allowsMissing: Bool
  private var variables: [(name: String, value: GoValue)]
  private var text = ""
  private var name = "output"
  private var depth = 0

  /// What a body ended with.
  private enum Flow { case normal, breaks, continues }

  init(_ template: GoTemplate, _ root: GoValue, allowsMissing: Bool) {
    self.template = template
    self.root = root
    self.allowsMissing = allowsMissing
    variables = [("$", root)]
  }

  mutating func output() throws(GoTemplateError) -> String {
    _ = try walk(template.body, root)
    return text
  }

  private mutating func walk(_ nodes: [GoTemplate.Node], _ dot: GoValue) throws(GoTemplateError) -> Flow {
    for node in nodes {
      switch node {
      case .text(let piece): text += piece
      case .action(let pipeline):
        let value = try evaluate(pipeline, dot)
        if pipeline.variables.isEmpty { text += value.output }
      case .choice(let choice):
        let flow = try choose(choice, dot)
        if flow != .normal { return flow }
      case .range(let choice): try loop(choice, dot)
      case .template(let name, let argument, let position): try call(name, argument, position, dot)
      case .breakLoop: return .breaks
      case .continueLoop: return .continues
      }
    }
    return .normal
  }

  private mutating func choose(_ choice: GoTemplate.Choice, _ dot: GoValue) throws(GoTemplateError) -> Flow {
    let scope = variables.count
    defer { variables.removeSubrange(scope...) }
    let value = try evaluate(choice.pipeline, dot)
    if value.isTrue { return try walk(choice.body, choice.setsDot ? value : dot) }
    return try walk(choice.otherwise, dot)
  }

  private mutating func loop(_ choice: GoTemplate.Choice, _ dot: GoValue) throws(GoTemplateError) {
    let scope = variables.count
    defer { variables.removeSubrange(scope...) }
    var pipeline = choice.pipeline
    let names = pipeline.variables
    pipeline.variables = []
    let elements = try Self.elements(of: try evaluate(pipeline, dot), pipeline, name)
    if elements.isEmpty {
      _ = try walk(choice.otherwise, dot)
      return
    }
    for (key, element) in elements {
      let values = names.count == 2 ? [key, element] : [element]
      for (variable, value) in zip(names, values) {
        if pipeline.isAssignment { assign(variable, value) } else { variables.append((variable, value)) }
      }
      let flow = try walk(choice.body, element)
      if !pipeline.isAssignment { variables.removeSubrange(scope...) }
      if flow == .breaks { return }
    }
  }

  private static func elements(
    of value: GoValue, _ pipeline: GoTemplate.Pipeline, _ name: String
  ) throws(GoTemplateError) -> [(key: GoValue, value: GoValue)] {
    switch value {
    case .missing, .null: return []
    case .list(let elements):
      return elements.enumerated().map { (.int(Int64($0.offset)), GoValue($0.element)) }
    case .map(let members): return members.sortedByKey().map { (.string($0.key), GoValue($0.value)) }
    default:
      throw failure("range can't iterate over \(value.text)", pipeline.commands.last, name)
    }
  }

  private mutating func call(
    _ name: String, _ argument: GoTemplate.Pipeline?, _ position: GoTemplate.Position, _ dot: GoValue
  ) throws(GoTemplateError) {
    guard let body = template.definitions[name] else {
      throw GoTemplateError(
        message:
          "template: output:\(position.line):\(position.column): executing \"\(self.name)\" at <{{template"
          + " \"\(name)\"}}>: template \"\(name)\" not defined")
    }
    let inner =
      try argument.map { (pipeline) throws(GoTemplateError) in try evaluate(pipeline, dot) } ?? .missing
    guard depth < 1000 else { throw GoTemplateError(message: "exceeded maximum template depth (1000)") }
    let (outerVariables, outerName) = (variables, self.name)
    (variables, self.name) = ([("$", inner)], name)
    depth += 1
    _ = try walk(body, inner)
    depth -= 1
    (variables, self.name) = (outerVariables, outerName)
  }
}

// MARK: - Values

extension GoTemplateRun {
  private mutating func evaluate(_ pipeline: GoTemplate.Pipeline, _ dot: GoValue) throws(GoTemplateError)
    -> GoValue
  {
    var value: GoValue?
    for command in pipeline.commands { value = try evaluate(command, dot, last: value) }
    let result = value ?? .missing
    if let name = pipeline.variables.first {
      if pipeline.isAssignment { assign(name, result) } else { variables.append((name, result)) }
    }
    return result
  }

  private mutating func assign(_ name: String, _ value: GoValue) {
    if let index = variables.lastIndex(where: { $0.name == name }) { variables[index].value = value }
  }

  private mutating func evaluate(
    _ command: GoTemplate.Command, _ dot: GoValue, last: GoValue?
  ) throws(GoTemplateError) -> GoValue {
    guard case .function(let name)? = command.operands.first,
      let function = GoTemplateFunction(rawValue: name)
    else {
      guard command.operands.count == 1, last == nil else {
        throw Self.failure("can't give argument to non-function \(command.source)", command, self.name)
      }
      return try evaluate(command.operands[0], dot, command)
    }
    if function == .and || function == .or {
      return try shortCircuit(function, command, dot, last: last)
    }
    var arguments: [GoValue] = []
    for operand in command.operands.dropFirst() { arguments.append(try evaluate(operand, dot, command)) }
    if let last { arguments.append(last) }
    do throws(GoTemplateError) { return try function.call(arguments) } catch {
      throw Self.failure(error.message, command, self.name)
    }
  }

  /// `and` and `or` look at as few arguments as they need.
  private mutating func shortCircuit(
    _ function: GoTemplateFunction, _ command: GoTemplate.Command, _ dot: GoValue, last: GoValue?
  ) throws(GoTemplateError) -> GoValue {
    var value = last
    for operand in command.operands.dropFirst() {
      let next = try evaluate(operand, dot, command)
      if next.isTrue == (function == .or) { return next }
      if last == nil { value = next }
    }
    guard let value else {
      throw Self.failure(
        "wrong number of args for \(function.rawValue): want at least 1 got 0", command, name)
    }
    return value
  }

  private mutating func evaluate(
    _ operand: GoTemplate.Operand, _ dot: GoValue, _ command: GoTemplate.Command
  ) throws(GoTemplateError) -> GoValue {
    switch operand {
    case .dot: return dot
    case .null: return .null
    case .literal(let value): return value
    case .variable(let name):
      guard let found = variables.last(where: { $0.name == name }) else {
        throw GoTemplateError(
          message: "template: output:\(command.position.line): undefined variable \"\(name)\"")
      }
      return found.value
    case .pipeline(let pipeline): return try evaluate(pipeline, dot)
    case .function(let name):
      guard let function = GoTemplateFunction(rawValue: name) else { return .missing }
      do throws(GoTemplateError) { return try function.call([]) } catch {
        throw Self.failure(error.message, command, self.name)
      }
    case .fields(let base, let names, let position, let source):
      var value = try evaluate(base, dot, command)
      let place = GoTemplate.Command(operands: [], position: position, source: source)
      for field in names { value = try self.field(field, of: value, place) }
      return value
    }
  }

  private func field(
    _ field: String, of value: GoValue, _ command: GoTemplate.Command
  ) throws(GoTemplateError) -> GoValue {
    switch value {
    case .map(let members):
      if let member = members[field] { return GoValue(member) }
      if allowsMissing { return .missing }
      throw Self.failure("map has no entry for key \"\(field)\"", command, name)
    case .missing:
      if allowsMissing { return .missing }
      throw Self.failure("nil data; no entry for key \"\(field)\"", command, name)
    case .null: throw Self.failure("nil pointer evaluating interface {}.\(field)", command, name)
    default: throw Self.failure("can't evaluate field \(field) in type interface {}", command, name)
    }
  }

  private static func failure(
    _ message: String, _ command: GoTemplate.Command?, _ template: String
  ) -> GoTemplateError {
    let position = command?.position ?? GoTemplate.Position()
    let source = command?.source ?? ""
    return GoTemplateError(
      message:
        "template: output:\(position.line):\(position.column): executing \"\(template)\" at <\(source)>:"
        + " \(message)")
  }
}
