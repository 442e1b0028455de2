/// Functions of lists.
///
/// Kubernetes: `library/lists.go`. `indexOf` and `lastIndexOf` stand with the functions of texts, which share their
/// names.
enum ListFunctions {
  static let unary: [String: FunctionTable.Unary] = [
    "isSorted": isSorted, "sum": sum,
    "min": { (list) throws(CELError) in try extreme(list, "min") { $0 == .less } },
    "max": { (list) throws(CELError) in try extreme(list, "max") { $0 == .greater } },
  ]

  @Sendable static func isSorted(_ list: CELValue) throws(CELError) -> CELValue {
    let elements = try list.demandedElements
    for (first, second) in zip(elements, elements.dropFirst()) {
      guard let order = first.order(second) else { throw .noSuchOverload }
      if order == .greater { return .bool(false) }
    }
    return .bool(true)
  }

  @Sendable static func sum(_ list: CELValue) throws(CELError) -> CELValue {
    let elements = try list.demandedElements
    guard var sum = elements.first else { return zero(list) }
    for element in elements.dropFirst() { sum = try Operators.add(sum, element) }
    return sum
  }

  private static func zero(_ list: CELValue) -> CELValue {
    switch list.type.element.kind {
    case .double: .double(0)
    case .uint: .uint(0)
    case .duration: .duration(CELDuration(nanoseconds: 0))
    default: .int(0)
    }
  }

  private static func extreme(
    _ list: CELValue, _ name: String, _ isBetter: (CELOrder) -> Bool
  ) throws(CELError) -> CELValue {
    let elements = try list.demandedElements
    guard var best = elements.first else { throw .evaluation("\(name) called on empty list") }
    for element in elements.dropFirst() {
      guard let order = element.order(best) else { throw .noSuchOverload }
      if isBetter(order) { best = element }
    }
    return best
  }

  static func index(_ list: CELValue, _ value: CELValue) throws(CELError) -> CELValue {
    let elements = try list.demandedElements
    return .int(elements.firstIndex(of: value).map { Int64($0) } ?? -1)
  }

  static func lastIndex(_ list: CELValue, _ value: CELValue) throws(CELError) -> CELValue {
    let elements = try list.demandedElements
    return .int(elements.lastIndex(of: value).map { Int64($0) } ?? -1)
  }
}

/// Lists as sets.
///
/// cel-go: `ext.Sets`.
enum SetFunctions {
  static let binary: [String: FunctionTable.Binary] = [
    "sets.contains": { (left, right) throws(CELError) in .bool(try contains(left, right)) },
    "sets.equivalent": { (left, right) throws(CELError) in
      if try !contains(left, right) { return .bool(false) }
      return .bool(try contains(right, left))
    },
    "sets.intersects": intersect,
  ]

  @Sendable private static func intersect(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELValue {
    for element in try left.demandedElements where try right.contains(element) { return .bool(true) }
    return .bool(false)
  }

  private static func contains(_ set: CELValue, _ part: CELValue) throws(CELError) -> Bool {
    for element in try part.demandedElements where try !set.contains(element) { return false }
    return true
  }
}

/// Values that may be missing.
///
/// cel-go: `cel.OptionalTypes`. `or` and `orValue`, which need their argument only sometimes, stand with the macros.
enum OptionalFunctions {
  static let unary: [String: FunctionTable.Unary] = [
    "optional.of": { (value) throws(CELError) in .some(value) },
    "optional.ofNonZeroValue": { (value) throws(CELError) in isZero(value) ? .empty : .some(value) },
    "hasValue": { (value) throws(CELError) in .bool(try optional(value).value != nil) },
    "value": { (value) throws(CELError) in
      guard let found = try optional(value).value else { throw .evaluation("optional.none() dereference") }
      return found
    },
  ]

  static func optional(_ value: CELValue) throws(CELError) -> CELOptional {
    guard case .optional(let optional) = value else { throw .noSuchOverload }
    return optional
  }

  private static func isZero(_ value: CELValue) -> Bool {
    switch value {
    case .null: true
    case .bool(let value): !value
    case .int(let value): value == 0
    case .uint(let value): value == 0
    case .double(let value): value == 0
    case .duration(let value): value.nanoseconds == 0
    case .timestamp, .type, .object: false
    case .optional(let optional): optional.value == nil
    default: value.size == 0
    }
  }
}
