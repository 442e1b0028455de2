import APIMachinery

/// The operators, except for those that do not evaluate all of their operands.
///
/// CEL: `langdef.md`, section Standard Definitions: integer arithmetic that overflows is an error.
enum Operators {
  static let unary: [String: FunctionTable.Unary] = ["!_": not, "-_": negate, "size": size]

  static let binary: [String: FunctionTable.Binary] = [
    "_+_": add, "_-_": subtract, "_*_": multiply, "_/_": divide, "_%_": modulo, "_==_": equals,
    "_!=_": differs,
    "_<_": less, "_<=_": lessOrEqual, "_>_": greater, "_>=_": greaterOrEqual, "@in": isIn,
  ]

  @Sendable static func not(_ value: CELValue) throws(CELError) -> CELValue {
    .bool(!(try value.demandedBool))
  }

  @Sendable static func negate(_ value: CELValue) throws(CELError) -> CELValue {
    switch value {
    case .int(let value):
      if value == .min { throw .integerOverflow }
      return .int(-value)
    case .double(let value): return .double(-value)
    default: throw .noSuchOverload
    }
  }

  @Sendable static func size(_ value: CELValue) throws(CELError) -> CELValue {
    if case .object = value { throw .noSuchOverload }
    guard let size = value.size else { throw .noSuchOverload }
    return .int(Int64(size))
  }

  // MARK: Arithmetic

  private static func checked(_ result: (partialValue: Int64, overflow: Bool)) throws(CELError) -> CELValue {
    if result.overflow { throw .integerOverflow }
    return .int(result.partialValue)
  }

  private static func checked(_ result: (partialValue: UInt64, overflow: Bool)) throws(CELError) -> CELValue {
    if result.overflow { throw .unsignedOverflow }
    return .uint(result.partialValue)
  }

  private static func duration(_ result: (partialValue: Int64, overflow: Bool)) throws(CELError) -> CELValue {
    if result.overflow { throw .durationOverflow }
    return .duration(CELDuration(nanoseconds: result.partialValue))
  }

  private static func time(_ time: CELTimestamp, _ nanoseconds: Int64) throws(CELError) -> CELValue {
    guard let moved = time.advanced(by: nanoseconds) else { throw .timestampOverflow }
    return .timestamp(moved)
  }

  @Sendable static func add(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELValue {
    switch (left, right) {
    case (.int(let a), .int(let b)): return try checked(a.addingReportingOverflow(b))
    case (.string(let a), .string(let b)): return .string(a + b)
    case (.double(let a), .double(let b)): return .double(a + b)
    case (.uint(let a), .uint(let b)): return try checked(a.addingReportingOverflow(b))
    case (.bytes(let a), .bytes(let b)): return .bytes(a + b)
    case (.duration(let a), .duration(let b)):
      return try duration(a.nanoseconds.addingReportingOverflow(b.nanoseconds))
    case (.timestamp(let a), .duration(let b)): return try time(a, b.nanoseconds)
    case (.duration(let a), .timestamp(let b)): return try time(b, a.nanoseconds)
    default: return try concatenate(left, right)
    }
  }

  /// Lists one after the other; sets united, and lists of type `map` merged, as Kubernetes has it.
  private static func concatenate(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELValue {
    switch left.listType {
    case .set: return try unite(left, right)
    case .map(let keys): return try merge(left, right, keys)
    case .atomic: break
    }
    if case .jsonList(let a, let type) = left, case .jsonList(let b, let other) = right, type === other {
      return .jsonList(a + b, type)
    }
    return .list(try left.demandedElements + right.demandedElements)
  }

  private static func unite(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELValue {
    guard case .jsonList(let elements, let type) = left else { throw .noSuchOverload }
    var added: [CELValue] = []
    for element in try right.demandedElements where try !left.contains(element) { added.append(element) }
    return try joined(elements, added, type)
  }

  private static func merge(
    _ left: CELValue, _ right: CELValue, _ keys: [String]
  ) throws(CELError) -> CELValue {
    guard case .jsonList(var elements, let type) = left else { throw .noSuchOverload }
    var places: [[CELKey]: Int] = [:]
    for (place, element) in try left.demandedElements.enumerated() { places[element.listKey(keys)] = place }
    var added: [CELValue] = []
    for element in try right.demandedElements {
      if let place = places[element.listKey(keys)], place < elements.count {
        elements[place] = try element.json()
      } else {
        added.append(element)
      }
    }
    return try joined(elements, added, type)
  }

  private static func joined(
    _ elements: [JSON], _ added: [CELValue], _ type: CELType
  ) throws(CELError) -> CELValue {
    var elements = elements
    for value in added { elements.append(try value.json()) }
    return .jsonList(elements, type)
  }

  @Sendable static func subtract(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELValue {
    switch (left, right) {
    case (.int(let a), .int(let b)): return try checked(a.subtractingReportingOverflow(b))
    case (.double(let a), .double(let b)): return .double(a - b)
    case (.uint(let a), .uint(let b)): return try checked(a.subtractingReportingOverflow(b))
    case (.duration(let a), .duration(let b)):
      return try duration(a.nanoseconds.subtractingReportingOverflow(b.nanoseconds))
    case (.timestamp(let a), .duration(let b)):
      if b.nanoseconds == .min { throw .timestampOverflow }
      return try time(a, -b.nanoseconds)
    case (.timestamp(let a), .timestamp(let b)):
      guard let difference = a.nanoseconds(since: b) else { throw .durationOverflow }
      return .duration(CELDuration(nanoseconds: difference))
    default: throw .noSuchOverload
    }
  }

  @Sendable static func multiply(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELValue {
    switch (left, right) {
    case (.int(let a), .int(let b)): return try checked(a.multipliedReportingOverflow(by: b))
    case (.double(let a), .double(let b)): return .double(a * b)
    case (.uint(let a), .uint(let b)): return try checked(a.multipliedReportingOverflow(by: b))
    default: throw .noSuchOverload
    }
  }

  @Sendable static func divide(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELValue {
    switch (left, right) {
    case (.int(let a), .int(let b)):
      if b == 0 { throw .divisionByZero }
      return try checked(a.dividedReportingOverflow(by: b))
    case (.uint(let a), .uint(let b)):
      if b == 0 { throw .divisionByZero }
      return .uint(a / b)
    case (.double(let a), .double(let b)): return .double(a / b)
    default: throw .noSuchOverload
    }
  }

  @Sendable static func modulo(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELValue {
    switch (left, right) {
    case (.int(let a), .int(let b)):
      if b == 0 { throw .modulusByZero }
      return try checked(a.remainderReportingOverflow(dividingBy: b))
    case (.uint(let a), .uint(let b)):
      if b == 0 { throw .modulusByZero }
      return .uint(a % b)
    default: throw .noSuchOverload
    }
  }

  // MARK: Relations

  @Sendable static func equals(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELValue {
    .bool(left == right)
  }

  @Sendable static func differs(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELValue {
    .bool(left != right)
  }

  @inline(__always)
  private static func order(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELOrder {
    guard let order = left.order(right) else { throw .noSuchOverload }
    if order == .unordered { throw .evaluation("NaN values cannot be ordered") }
    return order
  }

  @Sendable static func less(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELValue {
    .bool(try order(left, right) == .less)
  }

  @Sendable static func lessOrEqual(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELValue {
    .bool(try order(left, right) != .greater)
  }

  @Sendable static func greater(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELValue {
    .bool(try order(left, right) == .greater)
  }

  @Sendable static func greaterOrEqual(_ left: CELValue, _ right: CELValue) throws(CELError) -> CELValue {
    .bool(try order(left, right) != .less)
  }

  @Sendable static func isIn(_ value: CELValue, _ container: CELValue) throws(CELError) -> CELValue {
    .bool(try container.contains(value))
  }
}
