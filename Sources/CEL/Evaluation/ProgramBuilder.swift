import APIMachinery

/// Turns a checked tree into closures, each over those of its parts.
///
/// The closures count what they cost as cel-go's `interpreter/runtimecost.go` does: a name and a field cost one, a
/// literal nothing, a list ten, a map thirty, and a function what ``CallCost`` says.
struct ProgramBuilder {
  private let environment: CELEnvironment
  /// What the slots of a frame hold: the value of a variable, or something local.
  private(set) var layout: [String?] = []
  private var locals: [(name: String, slot: Int)] = []

  init(_ environment: CELEnvironment) {
    self.environment = environment
  }

  mutating func step(_ node: Expression) -> Step {
    if let constant = constant(node) { return { (_) throws(CELError) in constant } }
    switch node.kind {
    case .literal(let value): return { (_) throws(CELError) in value }
    case .name(let name): return self.name(node, name)
    case .select(let operand, let field, let isOptional):
      return isOptional ? optionalSelect(operand, field) : select(operand, field)
    case .presence(let operand, let field): return presence(operand, field)
    case .call(let call): return self.call(node, call)
    case .list(let elements): return list(elements)
    case .map(let entries): return map(entries)
    case .comprehension(let walk): return comprehension(walk)
    case .optionalMap(let target, let name, let body, let isFlat):
      return optionalMap(target, name, body, isFlat)
    case .message(_, let fields): return message(node.type, fields)
    }
  }

  // MARK: Constants

  private static let foldable: Set<String> = [
    "bool", "bytes", "double", "duration", "int", "string", "timestamp", "uint",
  ]

  /// The value of a part that is the same in every evaluation; it costs nothing.
  private func constant(_ node: Expression) -> CELValue? {
    switch node.kind {
    case .literal(let value): return value
    case .list(let elements):
      let values = elements.compactMap { $0.isOptional ? nil : constant($0.value) }
      return values.count == elements.count ? .list(values) : nil
    case .map(let entries):
      let values = entries.compactMap { entry -> (key: CELValue, value: CELValue)? in
        guard !entry.isOptional, let key = constant(entry.key), let value = constant(entry.value) else {
          return nil
        }
        return (key, value)
      }
      return values.count == entries.count ? (try? CELMap(values)).map { .map($0) } : nil
    case .call(let call):
      guard call.target == nil, call.arguments.count == 1, Self.foldable.contains(call.function),
        let argument = constant(call.arguments[0]), let function = FunctionTable.unary[call.function]
      else { return nil }
      return try? function(argument)
    default: return nil
    }
  }

  // MARK: Names and fields

  private mutating func name(_ node: Expression, _ name: String) -> Step {
    if let local = locals.last(where: { $0.name == name }) { return read(local.slot) }
    if let type = node.typeValue { return { (_) throws(CELError) in .type(type) } }
    return read(variable(name))
  }

  private mutating func variable(_ name: String) -> Int {
    if let slot = layout.firstIndex(of: name) { return slot }
    layout.append(name)
    return layout.count - 1
  }

  private func read(_ slot: Int) -> Step {
    { (frame) throws(CELError) in
      try frame.charge(1)
      return frame.slots[slot]
    }
  }

  mutating func withLocal(_ name: String, _ make: (inout ProgramBuilder, Int) -> Step) -> Step {
    layout.append(nil)
    locals.append((name, layout.count - 1))
    let made = make(&self, layout.count - 1)
    locals.removeLast()
    return made
  }

  /// What reading something of a computed value costs beyond the reading itself.
  private func baseCost(_ operand: Expression) -> UInt64 {
    switch operand.kind {
    case .name, .select: 0
    case .call(let call): ["_[_]", "_[?_]", "_?_:_"].contains(call.function) ? 0 : 1
    default: 1
    }
  }

  private mutating func select(_ operand: Expression, _ field: String) -> Step {
    let cost = 1 + baseCost(operand)
    let declared = operand.type
    let known = declared.fields[field]
    let operand = step(operand)
    return { (frame) throws(CELError) in
      let value = try operand(&frame)
      try frame.charge(cost)
      if case .jsonMap(let members, let type) = value {
        if type === declared, let known {
          guard let found = members[known.property] else { throw .noSuchKey(.string(field)) }
          return try CELValue(found, as: known.type)
        }
        if type.kind == .map {
          guard let found = members[field] else { throw .noSuchKey(.string(field)) }
          return try CELValue(found, as: type.element)
        }
      }
      return try Self.selected(value, field)
    }
  }

  private static func selected(_ value: CELValue, _ field: String) throws(CELError) -> CELValue {
    if case .optional(let optional) = value {
      return try optional.value?.member(field).map { .some($0) } ?? .empty
    }
    guard let found = try value.member(field) else { throw .noSuchKey(.string(field)) }
    return found
  }

  private mutating func optionalSelect(_ operand: Expression, _ field: String) -> Step {
    let operand = step(operand)
    return { (frame) throws(CELError) in
      let value = try operand(&frame)
      try frame.charge(1)
      if case .optional = value { return try Self.selected(value, field) }
      return try value.member(field).map { .some($0) } ?? .empty
    }
  }

  private mutating func presence(_ operand: Expression, _ field: String) -> Step {
    let operand = step(operand)
    return { (frame) throws(CELError) in
      let value = try operand(&frame)
      if case .optional(let optional) = value { return .bool(try optional.value?.member(field) != nil) }
      return .bool(try value.member(field) != nil)
    }
  }

  // MARK: Lists and maps

  private mutating func list(_ elements: [Expression.ListElement]) -> Step {
    let steps = elements.map { (step: step($0.value), isOptional: $0.isOptional) }
    return { (frame) throws(CELError) in
      var made: [CELValue] = []
      made.reserveCapacity(steps.count)
      for element in steps {
        let value = try element.step(&frame)
        if element.isOptional {
          if let value = try OptionalFunctions.optional(value).value { made.append(value) }
        } else {
          made.append(value)
        }
      }
      try frame.charge(10)
      return .list(made)
    }
  }

  private mutating func map(_ entries: [Expression.MapEntry]) -> Step {
    let steps = entries.map { (key: step($0.key), value: step($0.value), isOptional: $0.isOptional) }
    return { (frame) throws(CELError) in
      var made: [(key: CELValue, value: CELValue)] = []
      for entry in steps {
        let key = try entry.key(&frame)
        let value = try entry.value(&frame)
        if entry.isOptional {
          if let value = try OptionalFunctions.optional(value).value { made.append((key, value)) }
        } else {
          made.append((key, value))
        }
      }
      try frame.charge(30)
      return .map(try CELMap(made))
    }
  }

  private mutating func message(_ type: CELType, _ fields: [Expression.MessageField]) -> Step {
    let steps = fields.map { (name: $0.name, step: step($0.value), isOptional: $0.isOptional) }
    return { (frame) throws(CELError) in
      var made: [(name: String, value: CELValue)] = []
      for field in steps {
        let value = try field.step(&frame)
        if field.isOptional {
          if let value = try OptionalFunctions.optional(value).value { made.append((field.name, value)) }
        } else {
          made.append((field.name, value))
        }
      }
      try frame.charge(40)
      return .object(CELMessage(type, made))
    }
  }

  // MARK: Calls

  private mutating func call(_ node: Expression, _ call: Expression.Call) -> Step {
    let operands = call.operands
    switch call.function {
    case "_&&_": return logical(operands, isAnd: true)
    case "_||_": return logical(operands, isAnd: false)
    case "_?_:_": return conditional(operands)
    case "_[_]", "_[?_]": return index(operands, isOptional: call.function == "_[?_]")
    case "or", "orValue": return optionalOr(operands, isValue: call.function == "orValue")
    case "matches", "find", "findAll": if let step = search(call) { return step }
    case "@in" where node.overloads.count == 1 && node.overloads[0].id == "in_list":
      if let list = constant(operands[1]) { return isIn(operands[0], list) }
    default: break
    }
    return function(call, CallCost(call.function, node.overloads))
  }

  private mutating func function(_ call: Expression.Call, _ cost: CallCost) -> Step {
    let steps = call.operands.map { step($0) }
    let name = call.function
    switch steps.count {
    case 0:
      if let constant = FunctionTable.constants[name] {
        return { (frame) throws(CELError) in
          try frame.charge(1)
          return constant
        }
      }
    case 1: if let function = FunctionTable.unary[name] { return unary(function, steps[0], cost) }
    case 2: if let function = FunctionTable.binary[name] { return binary(function, steps[0], steps[1], cost) }
    case 3:
      if let function = FunctionTable.ternary[name] {
        let (first, second, third) = (steps[0], steps[1], steps[2])
        return { (frame) throws(CELError) in
          let (a, b, c) = (try first(&frame), try second(&frame), try third(&frame))
          let result = try function(a, b, c)
          try frame.charge(cost.of(a, b, result))
          return result
        }
      }
    default:
      if let function = FunctionTable.quaternary[name], steps.count == 4 {
        return { (frame) throws(CELError) in
          let (a, b) = (try steps[0](&frame), try steps[1](&frame))
          let result = try function(a, b, try steps[2](&frame), try steps[3](&frame))
          try frame.charge(cost.of(a, b, result))
          return result
        }
      }
    }
    return { (_) throws(CELError) in throw .noSuchOverload }
  }

  private func unary(_ function: @escaping FunctionTable.Unary, _ operand: @escaping Step, _ cost: CallCost)
    -> Step
  {
    { (frame) throws(CELError) in
      let value = try operand(&frame)
      let result = try function(value)
      try frame.charge(cost.of(value, nil, result))
      return result
    }
  }

  private func binary(
    _ function: @escaping FunctionTable.Binary, _ left: @escaping Step, _ right: @escaping Step,
    _ cost: CallCost
  ) -> Step {
    { (frame) throws(CELError) in
      let (a, b) = (try left(&frame), try right(&frame))
      let result = try function(a, b)
      try frame.charge(cost.of(a, b, result))
      return result
    }
  }

  /// `in` a list that is written out, which cel-go makes a set of and does not charge.
  private mutating func isIn(_ operand: Expression, _ list: CELValue) -> Step {
    let operand = step(operand)
    return { (frame) throws(CELError) in .bool(try list.contains(try operand(&frame))) }
  }

  /// A search for a pattern that is written out: it is read once.
  private mutating func search(_ call: Expression.Call) -> Step? {
    let operands = call.operands
    guard operands.count == 2, let pattern = constant(operands[1]),
      let regex = try? TextFunctions.regex(pattern)
    else { return nil }
    let operand = step(operands[0])
    let cost = CallCost.search
    let name = call.function
    return { (frame) throws(CELError) in
      let text = try operand(&frame)
      try frame.charge(cost.of(text, pattern, .null))
      switch name {
      case "matches": return .bool(regex.matches(try text.demandedText))
      case "find": return try TextFunctions.find(text, regex)
      default: return try TextFunctions.findAll(text, regex, .int(-1))
      }
    }
  }

  // MARK: Operators that do not need all of their operands

  /// `&&` and `||`: when one side decides, an error of the other one does not matter.
  private mutating func logical(_ operands: [Expression], isAnd: Bool) -> Step {
    let (left, right) = (step(operands[0]), step(operands[1]))
    return { (frame) throws(CELError) in
      let problem: CELError
      do throws(CELError) {
        if try left(&frame).demandedBool != isAnd { return .bool(!isAnd) }
        return .bool(try right(&frame).demandedBool)
      } catch {
        if error.code == .costLimitExceeded { throw error }
        problem = error
      }
      // Either side may have failed; the right one, run again, can only decide when the left one did.
      guard case .bool(let value) = try? right(&frame), value != isAnd else { throw problem }
      return .bool(!isAnd)
    }
  }

  private mutating func conditional(_ operands: [Expression]) -> Step {
    let (condition, first, second) = (step(operands[0]), step(operands[1]), step(operands[2]))
    return { (frame) throws(CELError) in
      try condition(&frame).demandedBool ? try first(&frame) : try second(&frame)
    }
  }

  private mutating func index(_ operands: [Expression], isOptional: Bool) -> Step {
    let cost = 1 + (isOptional ? 0 : baseCost(operands[0]))
    let (operand, key) = (step(operands[0]), step(operands[1]))
    return { (frame) throws(CELError) in
      let value = try operand(&frame)
      let key = try key(&frame)
      try frame.charge(cost)
      if case .optional(let optional) = value {
        return try optional.value?.found(at: key).map { .some($0) } ?? .empty
      }
      return isOptional ? try value.found(at: key).map { .some($0) } ?? .empty : try value.indexed(by: key)
    }
  }

  private mutating func optionalOr(_ operands: [Expression], isValue: Bool) -> Step {
    let (operand, other) = (step(operands[0]), step(operands[1]))
    return { (frame) throws(CELError) in
      let value = try operand(&frame)
      let optional = try OptionalFunctions.optional(value)
      try frame.charge(1)
      if let found = optional.value { return isValue ? found : value }
      return try other(&frame)
    }
  }

  private mutating func optionalMap(
    _ target: Expression, _ name: String, _ body: Expression, _ isFlat: Bool
  ) -> Step {
    let operand = step(target)
    return withLocal(name) { builder, slot in
      let body = builder.step(body)
      return { (frame) throws(CELError) in
        let before = frame.cost
        let optional = try OptionalFunctions.optional(try operand(&frame))
        // The macro stands for `has a value ? of(body) : none`, in which the target is read a second time.
        let cost = frame.cost - before + 1
        try frame.charge(1)
        guard let value = optional.value else {
          try frame.charge(1)
          return .empty
        }
        try frame.charge(cost)
        frame.slots[slot] = value
        let made = try body(&frame)
        if isFlat { return made }
        try frame.charge(1)
        return .some(made)
      }
    }
  }
}
