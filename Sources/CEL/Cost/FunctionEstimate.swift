/// What a call of a function may cost, with the costs of its operands, and how large its result may be.
struct FunctionEstimate {
  typealias Estimate = CELCostEstimate
  typealias Finding = CostEstimator.Finding

  var cost: Estimate
  var size: Estimate?
  var entry: CostEstimator.Entry?

  static func of(_ function: String, _ id: String, _ operands: [Finding]) -> FunctionEstimate {
    let arguments = operands.reduce(Estimate.zero) { $0 + $1.cost }
    if let special = control(id, operands) { return special }
    guard var estimate = library(function, id, operands) ?? standard(id, operands) else {
      return FunctionEstimate(cost: Estimate(1) + arguments)
    }
    estimate.cost = estimate.cost + arguments
    return estimate
  }

  /// The operators that do not need all of their operands.
  private static func control(_ id: String, _ operands: [Finding]) -> FunctionEstimate? {
    switch id {
    case "logical_and", "logical_or":
      let (left, right) = (operands[0].cost, operands[1].cost)
      return FunctionEstimate(cost: Estimate(min: left.min, max: (left + right).max))
    case "conditional":
      let (first, second) = (operands[1], operands[2])
      return FunctionEstimate(
        cost: operands[0].cost + first.cost.union(second.cost),
        size: first.sizeOrUnknown.union(second.sizeOrUnknown), entry: union(first.entry, second.entry))
    default: return nil
    }
  }

  private static func union(_ left: CostEstimator.Entry?, _ right: CostEstimator.Entry?) -> CostEstimator
    .Entry?
  {
    guard let left, let right else { return nil }
    return .init(key: left.key.union(right.key), value: left.value.union(right.value))
  }

  // MARK: The standard functions

  private static func standard(_ id: String, _ operands: [Finding]) -> FunctionEstimate? {
    let sizes = operands.map(\.sizeOrUnknown)
    switch id {
    case "string_to_bytes":
      return .init(
        cost: sizes[0].scaled(0.1),
        size: Estimate(min: sizes[0].min, max: sizes[0].max.saturatingProduct(4)))
    case "bytes_to_string":
      return .init(cost: sizes[0].scaled(0.1), size: Estimate(min: sizes[0].min / 4, max: sizes[0].max))
    case "strings_quote":
      return .init(
        cost: sizes[0].scaled(0.1),
        size: (sizes[0] * Estimate(min: 1, max: 2)) + Estimate(2))
    case "string_format": return .init(cost: sizes[0].scaled(0.1))
    case "starts_with_string", "ends_with_string": return .init(cost: sizes[1].scaled(0.1))
    case "in_list": return .init(cost: sizes[1])
    case "matches", "matches_string": return .init(cost: search(sizes))
    case "contains_string": return .init(cost: sizes[0].scaled(0.1) * sizes[1].scaled(0.1))
    case "add_string", "add_bytes":
      return .init(cost: (sizes[0] + sizes[1]).scaled(0.1), size: sizes[0] + sizes[1])
    case "add_list":
      return .init(
        cost: Estimate(1), size: sizes[0] + sizes[1], entry: union(operands[0].entry, operands[1].entry))
    case "equals", "not_equals": return .init(cost: comparison(sizes))
    default: break
    }
    let isOrder = id.hasPrefix("less") || id.hasPrefix("greater")
    return isOrder && (id.hasSuffix("_string") || id.hasSuffix("_bytes"))
      ? .init(cost: comparison(sizes)) : nil
  }

  private static func comparison(_ sizes: [Estimate]) -> Estimate {
    let most = min(sizes[0].max, sizes[1].max)
    return Estimate(min: most > 0 ? 1 : 0, max: most).scaled(0.1)
  }

  /// The text with one more, times the pattern.
  private static func search(_ sizes: [Estimate]) -> Estimate {
    (sizes[0] + Estimate(1)).scaled(0.1) * sizes[1].scaled(0.25)
  }

  // MARK: The libraries of Kubernetes

  private static func library(_ function: String, _ id: String, _ operands: [Finding]) -> FunctionEstimate? {
    let sizes = operands.map(\.sizeOrUnknown)
    switch function {
    case "check": return .init(cost: Estimate(350_000))
    case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf": return .init(cost: walk(operands[0]))
    case "url": return .init(cost: sizes[0].scaled(0.1), size: sizes[0])
    case "cidr", "isIP", "isCIDR", "quantity", "isQuantity", "semver", "isSemver":
      return .init(cost: sizes[0].scaled(0.1))
    case "ip": return .init(cost: id == "cidr_ip" ? Estimate(1) : sizes[0].scaled(0.1))
    case "ip.isCanonical": return .init(cost: sizes[0].scaled(0.2))
    case "jsonpatch.escapeKey": return .init(cost: sizes[0].scaled(0.1), size: sizes[0])
    case "fieldSelector", "labelSelector":
      return .init(cost: Estimate(10) + sizes[1].scaled(0.1) + sizes[1].scaled(0.5).scaled(50))
    case "validate":
      return .init(cost: sizes[1].scaled(0.1).scaled(Double(NamedFormat.longestPattern) * 0.25))
    case "_==_" where operands[0].type == operands[1].type:
      return equality(of: operands[0].type, sizes: operands.map(\.size))
    case "lowerAscii", "upperAscii", "substring", "trim":
      return .init(cost: sizes[0].scaled(0.1), size: sizes[0])
    case "replace": return .init(cost: sizes[0].scaled(0.2), size: replaced(sizes))
    case "split": return .init(cost: sizes[0].scaled(0.2), size: Estimate(min: 0, max: sizes[0].max))
    case "join": return join(operands)
    case "find", "findAll": return .init(cost: search(sizes), size: Estimate(min: 0, max: sizes[0].max))
    case "sets.contains", "sets.intersects": return .init(cost: sizes[0] * sizes[1] + Estimate(1))
    case "sets.equivalent": return .init(cost: sizes[0] * sizes[1] * Estimate(2) + Estimate(1))
    case "containsIP": return .init(cost: contains(sizes[1], isText: id == "cidr_contains_ip_string"))
    case "containsCIDR":
      let cost = contains(sizes[1], isText: id == "cidr_contains_cidr_string")
      return .init(cost: cost + Estimate(min: 4, max: 16).scaled(0.1) + Estimate(1))
    default: return nil
    }
  }

  /// The comparison of two values of a library; `nil` for other types.
  private static func equality(of type: CELType, sizes: [Estimate?]) -> FunctionEstimate? {
    guard type.kind == .opaque else { return nil }
    switch type.name {
    case "kubernetes.NamedFormat":
      return .init(cost: Estimate(min: 1, max: NamedFormat.longestName).scaled(0.1))
    case "kubernetes.URL":
      return .init(cost: Estimate(min: 1, max: sizes[1]?.max ?? 1).scaled(0.1))
    default: return .init(cost: Estimate(1))
    }
  }

  /// Each element, and if these are texts also their length.
  private static func walk(_ list: Finding) -> Estimate {
    guard let element = list.type.parameters.first else { return list.sizeOrUnknown.scaled(0.1) }
    var cost = Estimate(1)
    if element.kind == .string || element.kind == .bytes { cost = cost + elementSize(list).scaled(0.1) }
    return list.sizeOrUnknown * cost
  }

  private static func elementSize(_ list: Finding) -> Estimate {
    list.declared?.parameters.first.map { Estimate(min: 0, max: $0.maxElements) } ?? .unknown
  }

  private static func join(_ operands: [Finding]) -> FunctionEstimate {
    let count = operands[0].sizeOrUnknown
    var size = count * elementSize(operands[0])
    if operands.count > 1 {
      let gaps = Estimate(min: count.min > 0 ? count.min - 1 : 0, max: count.max > 0 ? count.max - 1 : 0)
      size = size + operands[1].sizeOrUnknown * gaps
    }
    return .init(cost: size.scaled(0.1), size: size)
  }

  private static func contains(_ other: Estimate, isText: Bool) -> Estimate {
    let base = Estimate(min: 8, max: 32).scaled(0.1)
    return isText ? base + other.scaled(0.1) : base
  }

  /// The shortest and the longest text that a replacement can make.
  private static func replaced(_ sizes: [Estimate]) -> Estimate {
    let (text, old, new) = (sizes[0], sizes[1], sizes[2])
    var (count, kept) = (Estimate.zero, Estimate.zero)
    if old.min == 0 {
      count.max = text.max.saturatingSum(1)
      kept.max = text.max
    } else if new.max <= old.min {
      kept.max = text.max
    } else {
      count.max = (text.max - text.max % old.min) / old.min + (text.max % old.min == 0 ? 0 : 1)
    }
    if old.max == 0 {
      count.min = text.min.saturatingSum(1)
      kept.min = text.min
    } else if old.max <= new.min {
      kept.min = text.min
    } else {
      count.min = text.min / old.max + (text.min % old.max == 0 ? 0 : 1)
    }
    return count * new + kept
  }
}
