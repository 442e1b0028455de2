import APIMachinery

extension CELValue: Equatable {
  /// Equality as `==` of the language has it: numbers of different types by their value, values of different kinds
  /// never; sets and maps of objects whatever their order.
  ///
  /// CEL: `langdef.md`, section Equality. Kubernetes: `x-kubernetes-list-type`.
  public static func == (left: CELValue, right: CELValue) -> Bool {
    switch (left, right) {
    case (.null, .null): return true
    case (.bool(let a), .bool(let b)): return a == b
    case (.int(let a), .int(let b)): return a == b
    case (.string(let a), .string(let b)): return a.hasSameBytes(as: b)
    case (.bytes(let a), .bytes(let b)): return a == b
    case (.duration(let a), .duration(let b)): return a == b
    case (.timestamp(let a), .timestamp(let b)): return a == b
    case (.type(let a), .type(let b)): return a.name == b.name
    case (.object(let a), .object(let b)): return a.isEqual(to: b)
    case (.optional(let a), .optional(let b)): return a.value == b.value
    case (.list, .list), (.list, .jsonList), (.jsonList, .list), (.jsonList, .jsonList):
      return equalLists(left, right)
    case (.map, .map), (.map, .jsonMap), (.jsonMap, .map), (.jsonMap, .jsonMap): return equalMaps(left, right)
    default: return left.isNumber && right.isNumber && left.order(right) == .equal
    }
  }

  var isNumber: Bool {
    switch self {
    case .int, .uint, .double: true
    default: false
    }
  }

  private static func equalLists(_ left: CELValue, _ right: CELValue) -> Bool {
    guard let count = left.elementCount, count == right.elementCount else { return false }
    switch left.listType {
    case .set: return equalSets(left, right)
    case .map(let keys): return equalKeyed(left, right, keys)
    case .atomic: break
    }
    for position in 0..<count {
      guard let a = try? left.element(at: position), let b = try? right.element(at: position), a == b else {
        return false
      }
    }
    return true
  }

  /// How the elements of this list are told apart.
  var listType: ListType {
    if case .jsonList(_, let type) = self { type.listType } else { .atomic }
  }

  private static func equalSets(_ left: CELValue, _ right: CELValue) -> Bool {
    guard let elements = try? left.elements() else { return false }
    return elements.allSatisfy { (try? right.contains($0)) == true }
  }

  private static func equalKeyed(_ left: CELValue, _ right: CELValue, _ keys: [String]) -> Bool {
    guard let elements = try? left.elements(), let others = try? right.elements() else { return false }
    var byKey: [[CELKey]: CELValue] = [:]
    for other in others { byKey[other.listKey(keys)] = other }
    return elements.allSatisfy { byKey[$0.listKey(keys)] == $0 }
  }

  /// What tells this element of a list of type `map` from others.
  func listKey(_ keys: [String]) -> [CELKey] {
    guard case .jsonMap(let members, _) = self else { return [] }
    return keys.map { CELKey(json: members[$0] ?? .null) }
  }

  private static func equalMaps(_ left: CELValue, _ right: CELValue) -> Bool {
    guard let count = left.elementCount, count == right.elementCount else { return false }
    if case .jsonMap(let a, let type) = left, case .jsonMap(let b, let other) = right, type === other,
      a == b
    {
      return true
    }
    for position in 0..<count {
      guard let entry = try? left.entry(at: position), let other = try? right.found(at: entry.key),
        entry.value == other
      else { return false }
    }
    return true
  }
}

/// The value of a key of a list of type `map`.
struct CELKey: Hashable {
  var json: JSON
}

// MARK: Order

/// How two values stand to each other.
enum CELOrder {
  case less, equal, greater
  /// One of them is not a number.
  case unordered

  init<Value: Comparable>(_ left: Value, _ right: Value) {
    self = left < right ? .less : left == right ? .equal : left > right ? .greater : .unordered
  }
}

extension CELValue {
  /// The order of two values of one kind, or of two numbers; `nil` when they have none.
  func order(_ other: CELValue) -> CELOrder? {
    switch (self, other) {
    case (.int(let a), .int(let b)): return CELOrder(a, b)
    case (.double(let a), .double(let b)): return CELOrder(a, b)
    case (.uint(let a), .uint(let b)): return CELOrder(a, b)
    case (.string(let a), .string(let b)):
      return a.hasSameBytes(as: b) ? .equal : a.precedesByBytes(b) ? .less : .greater
    case (.bool(let a), .bool(let b)): return a == b ? .equal : b ? .less : .greater
    case (.bytes(let a), .bytes(let b)):
      return a == b ? .equal : a.lexicographicallyPrecedes(b) ? .less : .greater
    case (.timestamp(let a), .timestamp(let b)): return CELOrder(a, b)
    case (.duration(let a), .duration(let b)): return CELOrder(a.nanoseconds, b.nanoseconds)
    case (.int(let a), .uint(let b)): return CELOrder(Int128(a), Int128(b))
    case (.uint(let a), .int(let b)): return CELOrder(Int128(a), Int128(b))
    case (.int(let a), .double(let b)): return Self.order(Int128(a), b)
    case (.uint(let a), .double(let b)): return Self.order(Int128(a), b)
    case (.double(let a), .int(let b)): return Self.order(Int128(b), a).reversed
    case (.double(let a), .uint(let b)): return Self.order(Int128(b), a).reversed
    default: return nil
    }
  }

  private static func order(_ integer: Int128, _ double: Double) -> CELOrder {
    if double.isNaN { return .unordered }
    if double >= 0x1p64 { return .less }
    if double < -0x1p63 { return .greater }
    let whole = Int128(double.rounded(.down))
    if integer != whole { return integer < whole ? .less : .greater }
    return double == double.rounded(.down) ? .equal : .less
  }
}

extension CELOrder {
  fileprivate var reversed: CELOrder {
    switch self {
    case .less: .greater
    case .greater: .less
    default: self
    }
  }
}
