import APIMachinery
import CEL

/// Checks a value by the rules of its schema.
///
/// What a rule complains of is only warned of where the value has not changed: a rule that came later does not stop a
/// change elsewhere.
///
/// Kubernetes: `apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go`, with its texts; ratcheting as of
/// `CRDValidationRatcheting`.
struct RuleValidator {
  private(set) var errors: [FieldError] = []
  private(set) var warnings: [String] = []
  /// What the rules of this object may still cost.
  private var budget: Int

  init(budget: Int = CELProgram.objectBudget) {
    self.budget = budget
  }

  /// The value that a value is compared with to tell whether it has changed.
  private struct Correlation {
    /// The value and what it was before; `nil` where the parts cannot be told apart.
    var current: (value: JSON, old: JSON)?
    /// The nearest value around it that was there before.
    var parent: (value: JSON, old: JSON)?

    var isUnchanged: Bool {
      guard let pair = current ?? parent else { return false }
      return pair.value == pair.old
    }

    func below(_ value: JSON, _ old: JSON?) -> Correlation {
      guard let current else { return self }
      return Correlation(current: old.map { (value, $0) }, parent: current)
    }
  }

  /// Checks a value and what it is made of.
  ///
  /// - Parameters:
  ///   - old: The value before; `nil` when there is none.
  ///   - path: Where the value stands: `spec.ports[0]`; empty for the whole object.
  ///   - toleratesUnchanged: Whether a complaint about what has not changed is only a warning.
  mutating func validate(
    _ value: JSON, _ rules: SchemaRules, old: JSON?, path: String = "", toleratesUnchanged: Bool = true
  ) {
    let correlation = Correlation(current: toleratesUnchanged ? old.map { (value, $0) } : nil)
    walk(value, rules, old: old, correlation, path)
  }

  private mutating func walk(
    _ value: JSON, _ rules: SchemaRules, old: JSON?, _ correlation: Correlation, _ path: String
  ) {
    if value.isNull || budget < 0 { return }
    run(rules, value, old: old.flatMap { $0.isNull ? nil : $0 }, correlation, path)
    switch value {
    case .array(let elements):
      guard let items = rules.items else { return }
      let partners = old?.arrayValue.map { ListPartners($0, rules.schema) }
      for (position, element) in elements.enumerated() {
        let partner = partners?.partner(of: element)
        walk(element, items, old: partner, correlation.below(element, partner), "\(path)[\(position)]")
      }
    case .object(let object): members(object, rules, old: old?.objectValue, correlation, path)
    default: break
    }
  }

  private mutating func members(
    _ object: JSONObject, _ rules: SchemaRules, old: JSONObject?, _ correlation: Correlation, _ path: String
  ) {
    let isAtomic = rules.schema.isAtomicMap
    for (key, value) in object {
      let before = old?[key]
      let below = correlation.below(value, isAtomic ? nil : before)
      if let property = rules.properties[key] {
        walk(value, property, old: before, below, StructuralValidator.path(path, key))
      } else if let values = rules.values {
        walk(value, values, old: before, below, "\(path)[\(key)]")
      }
    }
  }

  // MARK: The rules of one value

  private static let outOfBudget =
    "validation failed due to running out of cost budget, no further validation rules will be run"

  private mutating func run(
    _ rules: SchemaRules, _ value: JSON, old: JSON?, _ correlation: Correlation, _ path: String
  ) {
    if rules.rules.isEmpty { return }
    let place = Place(path: path, type: rules.schema.type?.rawValue ?? "", value: value)
    let plain: CELBindings
    let optional: CELBindings
    do throws(CELError) {
      (plain, optional) = try Self.bindings(value, old, rules.type)
    } catch {
      return add(place.invalid("\(error)"))
    }
    for rule in rules.rules {
      if let problem = rule.problem {
        add(place.invalid("rule compile error: \(problem)"))
        continue
      }
      guard let program = rule.program else { continue }
      if rule.usesOldSelf, old == nil, !rule.rule.hasOptionalOldSelf { continue }
      let bindings = rule.rule.hasOptionalOldSelf ? optional : plain
      guard let holds = evaluate(program, rule, bindings, place) else { continue }
      if !holds, let message = message(of: rule, bindings, place) {
        report(place.failure(message, rule), isWarning: !rule.usesOldSelf && correlation.isUnchanged)
      }
      if budget < 0 { return }
    }
  }

  /// The variables for rules, and for those to which `oldSelf` may be missing.
  private static func bindings(
    _ value: JSON, _ old: JSON?, _ type: CELType
  ) throws(CELError) -> (plain: CELBindings, optional: CELBindings) {
    let current = try CELValue(value, as: type)
    var before: CELValue?
    if let old { before = try CELValue(old, as: type) }
    var plain: CELBindings = ["self": current]
    plain["oldSelf"] = before
    return (plain, ["self": current, "oldSelf": .optional(CELOptional(before))])
  }

  /// Whether a rule holds; `nil` when that could not be found out, which has been reported.
  private mutating func evaluate(
    _ program: CELProgram, _ rule: CompiledRule, _ bindings: CELBindings, _ place: Place
  ) -> Bool? {
    let (result, cost) = program.evaluateMeasured(bindings)
    guard spend(cost) else {
      add(place.invalid(Self.outOfBudget))
      return nil
    }
    switch result {
    case .success(let value): return value.boolValue ?? false
    case .failure(let error):
      if error.message.hasPrefix("no such overload") {
        let words = "call arguments did not match a supported operator, function or macro signature for rule"
        add(place.invalid("'\(error)': \(words): \(rule.name)"))
      } else if error.code == .costLimitExceeded {
        let words = "no further validation rules will be run due to call cost exceeds limit for rule"
        add(place.invalid("'\(error)': \(words): \(rule.name)"))
        budget = -1
      } else {
        add(place.invalid("\(error) evaluating rule: \(rule.name)"))
      }
      return nil
    }
  }

  /// Takes a cost from the budget; `false`, and nothing is left, when it does not suffice.
  private mutating func spend(_ cost: Int) -> Bool {
    if budget <= 0 || cost > budget {
      budget = -1
      return false
    }
    budget -= cost
    return true
  }

  // MARK: Messages

  /// Kubernetes: `apis/cel/config.go`, `MaxEvaluatedMessageExpressionSizeBytes`.
  static let longestMessage = 5 * 1024

  /// What is said of a rule that does not hold; `nil` when saying it would cost too much, which has been reported.
  private mutating func message(of rule: CompiledRule, _ bindings: CELBindings, _ place: Place) -> String? {
    guard let program = rule.message else { return rule.fixedMessage }
    let (result, cost) = program.evaluateMeasured(bindings)
    guard spend(cost) else {
      report(
        place.invalid(
          "messageExpression evaluation failed due to running out of cost budget, no further validation rules will be run"
        ), isWarning: false)
      return nil
    }
    switch result {
    case .success(let value):
      let text = (value.stringValue ?? "").trimmingBlanks
      let isFit = !text.isEmpty && text.utf8.count <= Self.longestMessage && !text.utf8.contains(10)
      return isFit ? text : rule.fixedMessage
    case .failure(let error):
      guard error.code == .costLimitExceeded else { return rule.fixedMessage }
      add(
        place.invalid(
          "no further validation rules will be run due to call cost exceeds limit for messageExpression: "
            + JSON.string(rule.rule.messageExpression).description))
      budget = -1
      return nil
    }
  }

  private mutating func add(_ error: FieldError) { errors.append(error) }

  private mutating func report(_ error: FieldError, isWarning: Bool) {
    if isWarning { warnings.append(error.text) } else { errors.append(error) }
  }

  /// Where a value stands, and what its schema calls its type.
  private struct Place {
    var path: String
    var type: String
    var value: JSON

    /// `: 5` for a simple value; nothing for objects and lists, which may be long.
    private var shownValue: String { type == "object" || type == "array" ? "" : ": \(value)" }

    func invalid(_ detail: String) -> FieldError {
      FieldError(
        code: .invalid, field: path.isEmpty ? "<nil>" : path,
        message: "Invalid value: \(JSON.string(type)): \(detail)")
    }

    /// What is said of a rule that does not hold.
    ///
    /// Kubernetes: apiextensions `schema/cel/validation.go`: since 1.35 the value is told, and not its type.
    func failure(_ detail: String, _ rule: CompiledRule) -> FieldError {
      var place = self
      if !rule.fieldPath.isEmpty {
        place.path =
          path.isEmpty || rule.fieldPath.hasPrefix("[") ? path + rule.fieldPath : path + "." + rule.fieldPath
      }
      var error = place.invalid(detail)
      error.message = "Invalid value\(shownValue): \(detail)"
      switch rule.rule.reason {
      case "FieldValueForbidden": (error.code, error.message) = (.forbidden, "Forbidden: \(detail)")
      case "FieldValueRequired": (error.code, error.message) = (.required, "Required value: \(detail)")
      case "FieldValueDuplicate":
        (error.code, error.message) = (.duplicate, "Duplicate value\(shownValue)")
      default: break
      }
      return error
    }
  }
}
