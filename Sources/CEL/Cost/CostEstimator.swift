/// Estimates what an expression costs from the sizes that its types allow.
///
/// cel-go: `checker/cost.go`; Kubernetes: the size estimator of `apiextensions-apiserver/.../schema/cel/compilation.go`.
struct CostEstimator {
  typealias Estimate = CELCostEstimate

  /// What is known of a part of an expression.
  struct Finding {
    var cost: Estimate
    /// The size that follows from the expression itself.
    var size: Estimate?
    /// The sizes of the keys and values of a list or map that the expression makes.
    var entry: Entry?
    /// The declared type, for what is reached from a variable by fields, indices and walks.
    var declared: CELType?
    var type: CELType
    /// The size that a variable of a macro gets from what the macro walks over.
    var local: Estimate?

    /// The size as far as it is known.
    var knownSize: Estimate? {
      if let size { return size }
      if let declared { return Estimate(min: 0, max: declared.maxElements) }
      return type.isFixedSize ? Estimate(1) : local
    }

    var sizeOrUnknown: Estimate { knownSize ?? .unknown }
  }

  struct Entry {
    var key: Estimate
    var value: Estimate
  }

  private let environment: CELEnvironment
  private var locals: [(name: String, finding: Finding)] = []

  static func estimate(_ node: Expression, in environment: CELEnvironment) -> CELCostEstimate {
    var estimator = CostEstimator(environment: environment)
    return estimator.find(node).cost
  }

  private init(environment: CELEnvironment) {
    self.environment = environment
  }

  // MARK: Nodes

  private mutating func find(_ node: Expression) -> Finding {
    switch node.kind {
    case .literal(let value):
      return Finding(cost: .zero, size: Estimate(value.size ?? 1), type: node.type)
    case .name(let name): return self.name(node, name)
    case .select(let operand, let field, let isOptional): return select(node, operand, field, isOptional)
    case .presence(let operand, _): return Finding(cost: find(operand).cost, type: .bool)
    case .call(let call): return self.call(node, call)
    case .list(let elements): return list(node, elements)
    case .map(let entries): return map(node, entries)
    case .comprehension(let walk): return comprehension(node, walk)
    case .optionalMap(let target, let name, let body, _): return optionalMap(node, target, name, body)
    case .message(_, let fields):
      return Finding(cost: fields.reduce(Estimate(40)) { $0 + find($1.value).cost }, type: node.type)
    }
  }

  private func name(_ node: Expression, _ name: String) -> Finding {
    if let local = locals.last(where: { $0.name == name }) {
      var finding = local.finding
      finding.cost = Estimate(1)
      return finding
    }
    return Finding(cost: Estimate(1), declared: environment.type(of: name), type: node.type)
  }

  private mutating func select(
    _ node: Expression, _ operand: Expression, _ field: String, _ isOptional: Bool
  ) -> Finding {
    let found = find(operand)
    let isCharged = isOptional || [.map, .object, .parameter].contains(operand.type.kind)
    let declared =
      found.declared?.fields[field]?.type ?? (found.declared?.kind == .map ? found.declared?.element : nil)
    return Finding(cost: found.cost + Estimate(isCharged ? 1 : 0), declared: declared, type: node.type)
  }

  private mutating func list(_ node: Expression, _ elements: [Expression.ListElement]) -> Finding {
    var cost = Estimate(10)
    var value: Estimate?
    for element in elements {
      let found = find(element.value)
      cost = cost + found.cost
      value = value?.union(found.sizeOrUnknown) ?? found.sizeOrUnknown
    }
    return Finding(
      cost: cost, size: Estimate(UInt64(elements.count)),
      entry: Entry(key: Estimate(1), value: value ?? .zero),
      type: node.type)
  }

  private mutating func map(_ node: Expression, _ entries: [Expression.MapEntry]) -> Finding {
    var cost = Estimate(30)
    var (key, value): (Estimate?, Estimate?)
    for entry in entries {
      let (foundKey, foundValue) = (find(entry.key), find(entry.value))
      cost = cost + foundKey.cost + foundValue.cost
      key = key?.union(foundKey.sizeOrUnknown) ?? foundKey.sizeOrUnknown
      value = value?.union(foundValue.sizeOrUnknown) ?? foundValue.sizeOrUnknown
    }
    return Finding(
      cost: cost, size: Estimate(UInt64(entries.count)),
      entry: Entry(key: key ?? .zero, value: value ?? .zero),
      type: node.type)
  }

  // MARK: Macros

  private mutating func comprehension(_ node: Expression, _ walk: Expression.Comprehension) -> Finding {
    let range = find(walk.range)
    let depth = locals.count
    let isMap = walk.range.type.kind == .map
    let key = Finding(
      cost: .zero, declared: isMap ? range.declared?.parameters.first : nil,
      type: isMap ? walk.range.type.parameters[0] : .int, local: range.entry?.key)
    let value = Finding(
      cost: .zero, declared: range.declared?.parameters.last,
      type: walk.range.type.element, local: range.entry?.value)
    if let second = walk.second {
      locals += [(walk.first, key), (second, value)]
    } else {
      locals.append((walk.first, isMap ? key : value))
    }
    let first = locals[depth].finding
    let filter = walk.filter.map { find($0).cost } ?? .zero
    let body = find(walk.body)
    locals.removeSubrange(depth...)
    return finding(node, walk, range, element: first, filter: filter, body: body)
  }

  /// The costs of the general loops that the macros stand for: the start, each round, and the result.
  private func finding(
    _ node: Expression, _ walk: Expression.Comprehension, _ range: Finding, element: Finding,
    filter: Estimate,
    body: Finding
  ) -> Finding {
    let count = range.sizeOrUnknown
    var (start, round, result): (UInt64, Estimate, UInt64)
    var made = Finding(cost: .zero, size: count, type: node.type)
    switch walk.operation {
    case .all, .exists:
      let condition: UInt64 = walk.operation == .all ? 2 : 3
      (start, result) = (0, 1)
      round = Estimate(condition) + Estimate(min: 1, max: body.cost.max.saturatingSum(1))
      made.size = Estimate(1)
    case .existsOne:
      (start, round, result) = (0, body.cost + Estimate(min: 1, max: 2), 2)
      made.size = Estimate(1)
    case .filter:
      (start, round, result) = (10, body.cost + Estimate(min: 1, max: 13), 1)
      made.entry = Entry(key: Estimate(1), value: Estimate(min: 0, max: element.sizeOrUnknown.max))
    case .map, .transformList:
      let step = Estimate(12) + body.cost
      (start, round, result) = (10, walk.filter == nil ? step : filter + step.union(Estimate(1)), 1)
      made.entry = Entry(key: Estimate(1), value: Estimate(min: 0, max: body.sizeOrUnknown.max))
    case .transformMap, .transformMapEntry:
      let step = Estimate(walk.operation == .transformMap ? 3 : 2) + body.cost
      (start, round, result) = (30, walk.filter == nil ? step : filter + step.union(Estimate(1)), 1)
    }
    made.cost = range.cost + Estimate(start) + count * round + Estimate(result)
    return made
  }

  private mutating func optionalMap(
    _ node: Expression, _ target: Expression, _ name: String, _ body: Expression
  ) -> Finding {
    let found = find(target)
    locals.append((name, Finding(cost: .zero, declared: found.declared, type: target.type.element)))
    let made = find(body)
    locals.removeLast()
    let taken = Estimate(12) + found.cost + made.cost
    return Finding(cost: found.cost + Estimate(1) + taken.union(Estimate(1)), type: node.type)
  }

  // MARK: Calls

  private mutating func call(_ node: Expression, _ call: Expression.Call) -> Finding {
    let operands = call.operands.map { find($0) }
    if call.function == "dyn", let operand = operands.first {
      var finding = operand
      finding.cost = operand.cost + Estimate(1)
      finding.size = operand.knownSize
      finding.declared = nil
      finding.type = node.type
      return finding
    }
    var made = Finding(cost: .zero, type: node.type)
    var cost: Estimate?
    for overload in node.overloads {
      let estimate = FunctionEstimate.of(call.function, overload.id, operands)
      cost = cost?.union(estimate.cost) ?? estimate.cost
      if let size = estimate.size { made.size = made.size?.union(size) ?? size }
      made.entry = estimate.entry ?? made.entry
      switch overload.id {
      case "index_list", "index_map":
        made.declared = operands[0].declared?.parameters.last
        made.size = operands[0].entry?.value
      default: break
      }
    }
    made.cost = cost ?? .zero
    return made
  }
}

extension CELType {
  /// Whether all values take the same place.
  fileprivate var isFixedSize: Bool {
    switch kind {
    case .bool, .int, .uint, .double, .duration, .timestamp: true
    case .optional: element.isFixedSize
    default: false
    }
  }
}
