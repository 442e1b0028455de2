extension Selector {
  /// What one label must be like.
  public struct Requirement: Sendable, Hashable {
    public let key: String
    public let `operator`: Operator
    /// The values in byte order, without repetition.
    public let values: [String]
    /// The number to compare with, for `gt` and `lt`.
    @usableFromInline let bound: Int64?

    /// Makes a requirement without checking it; see ``validated()``.
    public init(key: String, operator: Operator, values: [String] = []) {
      self.key = key
      self.operator = `operator`
      self.values = values.count > 1 ? Self.sortedWithoutRepetition(values) : values
      switch `operator` {
      case .greaterThan, .lessThan: bound = values.first.flatMap { Int64($0) }
      default: bound = nil
      }
    }

    private static func sortedWithoutRepetition(_ values: [String]) -> [String] {
      var unique: [String] = []
      for value in values.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      where unique.last != value {
        unique.append(value)
      }
      return unique
    }
  }

  public enum Operator: String, Sendable, Hashable {
    case `in`
    case notIn = "notin"
    case equals = "="
    case doubleEquals = "=="
    case notEquals = "!="
    case exists
    case doesNotExist = "!"
    case greaterThan = "gt"
    case lessThan = "lt"
  }
}

extension Selector.Requirement {
  func matches(_ labels: StringMap) -> Bool {
    guard let position = labels.fields.position(of: key),
      case .string(let value) = labels.fields.members[position].value
    else { return isFulfilled(by: nil) }
    return isFulfilled(by: value)
  }

  /// Whether the requirement holds for a label with this value; `nil` when there is no such label.
  @inlinable public func isFulfilled(by value: String?) -> Bool {
    guard let value else {
      switch `operator` {
      case .notIn, .notEquals, .doesNotExist: return true
      default: return false
      }
    }
    switch `operator` {
    case .in, .equals, .doubleEquals: return values.contains(value)
    case .notIn, .notEquals: return !values.contains(value)
    case .exists: return true
    case .doesNotExist: return false
    case .greaterThan: return compare(value) { $0 > $1 }
    case .lessThan: return compare(value) { $0 < $1 }
    }
  }

  @usableFromInline func compare(_ value: String, _ isOrdered: (Int64, Int64) -> Bool) -> Bool {
    guard let bound, let number = Int64(value) else { return false }
    return isOrdered(number, bound)
  }

  /// The requirement itself, when its key and values are acceptable.
  ///
  /// Kubernetes: `labels.NewRequirement`.
  public func validated() throws(SelectorError) -> Self {
    var errors = NameRules.labelKey(key)
    if !errors.isEmpty { errors = [Self.invalid("key", key, errors)] }
    errors += valueCountErrors
    for (index, value) in values.enumerated() {
      if bound == nil, `operator` == .greaterThan || `operator` == .lessThan {
        let rule = "for 'Gt', 'Lt' operators, the value must be an integer"
        errors.append(Self.invalid("values[\(index)]", value, [rule]))
      }
      let wrong = NameRules.labelValue(value)
      if !wrong.isEmpty { errors.append(Self.invalid("values[\(index)][\(key)]", value, wrong)) }
    }
    guard let first = errors.first else { return self }
    throw SelectorError(message: errors.count == 1 ? first : "[\(errors.joined(separator: ", "))]")
  }

  private var valueCountErrors: [String] {
    let rule: String
    switch `operator` {
    case .in, .notIn:
      if !values.isEmpty { return [] }
      rule = "for 'in', 'notin' operators, values set can't be empty"
    case .equals, .doubleEquals, .notEquals:
      if values.count == 1 { return [] }
      rule = "exact-match compatibility requires one single value"
    case .exists, .doesNotExist:
      if values.isEmpty { return [] }
      rule = "values set must be empty for exists and does not exist"
    case .greaterThan, .lessThan:
      if values.count == 1 { return [] }
      rule = "for 'Gt', 'Lt' operators, exactly one value is required"
    }
    let list = values.map { JSON.string($0).description }.joined(separator: ", ")
    return ["values: Invalid value: []string\(values.isEmpty ? "(nil)" : "{\(list)}"): \(rule)"]
  }

  static func invalid(_ path: String, _ value: String, _ errors: [String]) -> String {
    "\(path): Invalid value: \(JSON.string(value)): \(errors.joined(separator: "; "))"
  }
}

extension Selector.Requirement: CustomStringConvertible {
  public var description: String {
    let list = values.joined(separator: ",")
    return switch `operator` {
    case .in: "\(key) in (\(list))"
    case .notIn: "\(key) notin (\(list))"
    case .equals, .doubleEquals, .notEquals: "\(key)\(`operator`.rawValue)\(list)"
    case .exists: key
    case .doesNotExist: "!\(key)"
    case .greaterThan: "\(key)>\(list)"
    case .lessThan: "\(key)<\(list)"
    }
  }
}
