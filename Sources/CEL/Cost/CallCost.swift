/// What a call of a function costs, by the sizes of what it got and made.
///
/// cel-go: `interpreter/runtimecost.go`; Kubernetes: `library/cost.go`.
struct CallCost: Sendable {
  private enum Rule {
    case fixed(UInt64)
    /// The elements of the first operand, each as long as it is.
    case traversal
    /// Tenths of the length of the first operand.
    case first(tenths: Double)
    case result(tenths: Double)
    case search
    case elements
    case shorter
    case both
    case product
    case sets(walks: UInt64)
    case selector
    case validate
    case containsIP(isText: Bool)
    case containsCIDR(isText: Bool)
  }

  private let rule: Rule

  static let search = CallCost(.search)

  private init(_ rule: Rule) {
    self.rule = rule
  }

  init(_ function: String, _ overloads: [Overload]) {
    let id = overloads.count == 1 ? overloads[0].id : ""
    rule = Self.rule(of: function, id) ?? Self.rule(ofOverload: id)
  }

  private static func rule(of function: String, _ id: String) -> Rule? {
    switch function {
    case "check": .fixed(350_000)
    case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf": .traversal
    case "url", "lowerAscii", "upperAscii", "substring", "trim", "cidr", "isIP", "isCIDR", "quantity",
      "isQuantity", "semver", "isSemver", "jsonpatch.escapeKey":
      .first(tenths: 1)
    case "replace", "split", "ip.isCanonical": .first(tenths: 2)
    case "join": .result(tenths: 2)
    case "find", "findAll", "matches": .search
    case "ip": id == "cidr_ip" ? .fixed(1) : .first(tenths: 1)
    case "containsIP": .containsIP(isText: id == "cidr_contains_ip_string")
    case "containsCIDR": .containsCIDR(isText: id == "cidr_contains_cidr_string")
    case "fieldSelector", "labelSelector": .selector
    case "validate": .validate
    case "sets.contains", "sets.intersects": .sets(walks: 1)
    case "sets.equivalent": .sets(walks: 2)
    default: nil
    }
  }

  private static func rule(ofOverload id: String) -> Rule {
    switch id {
    case "starts_with_string", "ends_with_string", "string_to_bytes", "bytes_to_string", "strings_quote",
      "string_format":
      .first(tenths: 1)
    case "in_list": .elements
    case "less_string", "greater_string", "less_equals_string", "greater_equals_string", "less_bytes",
      "greater_bytes", "less_equals_bytes", "greater_equals_bytes", "equals", "not_equals":
      .shorter
    case "add_string", "add_bytes": .both
    case "contains_string": .product
    default: .fixed(1)
    }
  }

  /// - Complexity: O(1) but for the lengths of texts.
  @inline(__always)
  func of(_ first: CELValue, _ second: CELValue?, _ result: CELValue) -> UInt64 {
    if case .fixed(let cost) = rule { return cost }
    return computed(first, second ?? .null, result)
  }

  private func computed(_ first: CELValue, _ second: CELValue, _ result: CELValue) -> UInt64 {
    switch rule {
    case .fixed(let cost): return cost
    case .traversal: return Self.traversal(first)
    case .first(let tenths): return Self.share(Self.size(first), tenths)
    case .result(let tenths): return Self.share(Self.size(result), tenths)
    case .search: return Self.product(Self.share(1 + Self.size(first), 1), Self.quarters(Self.size(second)))
    case .elements: return Self.size(second)
    case .shorter:
      switch first {
      case .int, .object: return 1
      default: break
      }
      return Self.share(min(Self.size(first), Self.size(second)), 1)
    case .both: return Self.share(Self.size(first) + Self.size(second), 1)
    case .product: return Self.product(Self.share(Self.size(first), 1), Self.share(Self.size(second), 1))
    case .sets(let walks):
      return Self.product(Self.product(Self.size(first), Self.size(second)), walks).saturatingSum(1)
    case .selector:
      let length = Self.size(second)
      return 10 + Self.share(length, 1) + (length + 1) / 2 * 50
    case .validate:
      guard case .object(let object) = first, let format = object as? NamedFormat else { return 1 }
      return Self.product(Self.share(1 + Self.size(second), 1), Self.quarters(UInt64(format.patternLength)))
    case .containsIP(let isText):
      return Self.share(Self.size(first) * 2, 1) + (isText ? Self.share(Self.size(second), 1) : 0)
    case .containsCIDR(let isText):
      return Self.share(Self.size(first) * 2, 1) + Self.share(Self.size(first), 1) + 1
        + (isText ? Self.share(Self.size(second), 1) : 0)
    }
  }

  private static func size(_ value: CELValue) -> UInt64 { value.size ?? 1 }

  private static func share(_ size: UInt64, _ tenths: Double) -> UInt64 {
    UInt64((Double(size) * (tenths * 0.1)).rounded(.up))
  }

  private static func quarters(_ size: UInt64) -> UInt64 { UInt64((Double(size) * 0.25).rounded(.up)) }

  private static func product(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? .max : product
  }

  /// What walking through a value costs.
  private static func traversal(_ value: CELValue) -> UInt64 {
    switch value {
    case .string(let text): return UInt64(Double(text.utf8.count) * 0.1)
    case .bytes(let bytes): return UInt64(Double(bytes.count) * 0.1)
    case .list, .jsonList: return ((try? value.elements()) ?? []).reduce(0) { $0 + traversal($1) }
    case .map, .jsonMap:
      return (0..<(value.elementCount ?? 0)).reduce(0) { sum, position in
        guard let entry = try? value.entry(at: position) else { return sum }
        return sum + traversal(entry.key) + traversal(entry.value)
      }
    default: return 1
    }
  }
}
