import APIMachinery
import CEL

/// Compiles the rules of a schema that is declared, and refuses those that are broken or may cost too much.
///
/// Kubernetes: `apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go` and `cel_validation.go`.
struct RuleDeclarationValidator {
  /// What a rule may be estimated to cost, however many values it is asked about.
  static let ruleLimit: UInt64 = 10_000_000
  /// What all rules of a schema may be estimated to cost.
  static let schemaLimit: UInt64 = 100_000_000

  private var total: UInt64 = 0
  /// The rules that contribute most, at most four.
  private var expensive: [(path: String, cost: UInt64)] = []

  private init() {}

  /// Checks the rules of a schema that is structural.
  static func validate(root schema: StructuralSchema, _ errors: inout FieldErrors) {
    guard schema.hasRules else { return }
    var validator = RuleDeclarationValidator()
    let type = CELType(schema: schema, isResourceRoot: true, name: "selfType")
    validator.validate(schema, Scope(type: type, cardinality: 1), &errors)
    validator.checkTotal(&errors)
  }

  private struct Scope {
    /// The type of `self`; `nil` for what expressions cannot see.
    var type: CELType?
    /// How many values there can be at most; `nil` when no schema around says so.
    var cardinality: UInt64?
    /// The list whose elements cannot be found again in the version before.
    var uncorrelatable: String?

    /// The scope of the parts of a value.
    func below(_ type: CELType?, most: UInt64?) -> Scope {
      var scope = self
      scope.type = type
      scope.cardinality = cardinality.flatMap { cardinality in most.map { cardinality.saturatingProduct($0) }
      }
      return scope
    }
  }

  private mutating func validate(_ schema: StructuralSchema, _ scope: Scope, _ errors: inout FieldErrors) {
    guard schema.hasRules else { return }
    if case .schema(let values) = schema.additionalProperties {
      let most = schema.validation.maximumProperties.map { UInt64(max(0, $0)) }
      errors.push("additionalProperties")
      validate(values, scope.below(scope.type?.element, most: most), &errors)
      errors.pop()
    }
    for (name, property) in schema.properties.all {
      errors.push("properties")
      errors.push(key: name)
      let type = scope.type.flatMap { SchemaRules.type(of: name, property, in: $0) }
      validate(property, scope.below(type, most: 1), &errors)
      errors.pop()
      errors.pop()
    }
    if let items = schema.items {
      var below = scope.below(
        scope.type?.element, most: schema.validation.maximumItems.map { UInt64(max(0, $0)) })
      if below.uncorrelatable == nil, !schema.listType.isMap { below.uncorrelatable = errors.path }
      errors.push("items")
      validate(items, below, &errors)
      errors.pop()
    }
    checkRules(schema, scope, &errors)
  }

  private mutating func checkRules(
    _ schema: StructuralSchema, _ scope: Scope, _ errors: inout FieldErrors
  ) {
    if schema.rules.isEmpty { return }
    guard let type = scope.type else {
      return errors.internalError(
        "x-kubernetes-validations",
        "internal error: failed to construct type information for x-kubernetes-validations rules: unable to convert "
          + "structural schema to CEL declarations")
    }
    for (index, rule) in schema.rules.enumerated() {
      errors.push("x-kubernetes-validations")
      errors.push(index: index)
      check(CompiledRule(rule, self: type, schema), type, scope, &errors)
      errors.pop()
      errors.pop()
    }
  }

  private mutating func check(
    _ rule: CompiledRule, _ type: CELType, _ scope: Scope, _ errors: inout FieldErrors
  ) {
    let cost = rule.program?.estimatedCost.max ?? 0
    observe(
      cost.saturatingProduct(scope.cardinality ?? type.mostOccurrences), "rule", "estimated rule cost",
      &errors)
    if let problem = rule.problem { errors.invalid("rule", rule.rule.json, problem) }
    if let problem = rule.messageProblem {
      errors.invalid("messageExpression", rule.rule.json, problem)
    } else if let message = rule.message {
      observe(message.estimatedCost.max, "messageExpression", "estimated messageExpression cost", &errors)
    }
    if rule.usesOldSelf {
      if let path = scope.uncorrelatable {
        errors.invalid(
          "rule", .string(rule.rule.rule),
          "oldSelf cannot be used on the uncorrelatable portion of the schema within \(path)")
      }
    } else if rule.rule.hasOptionalOldSelf, rule.problem == nil {
      errors.invalid("optionalOldSelf", true, "may not be set if oldSelf is not used in rule")
    }
  }

  // MARK: Costs

  private mutating func observe(
    _ cost: UInt64, _ field: String, _ name: String, _ errors: inout FieldErrors
  ) {
    if cost > Self.ruleLimit {
      errors.forbidden(field, Self.message(name, cost, limit: Self.ruleLimit))
    }
    total = total.saturatingSum(cost)
    if cost < Self.schemaLimit / 100 { return }
    let place = expensive.firstIndex { $0.cost < cost } ?? expensive.count
    expensive.insert(("\(errors.path).\(field)", cost), at: place)
    if expensive.count > 4 { expensive.removeLast() }
  }

  private func checkTotal(_ errors: inout FieldErrors) {
    guard total > Self.schemaLimit else { return }
    for rule in expensive {
      errors.append(
        FieldError(
          code: .forbidden, field: rule.path,
          message:
            "Forbidden: contributed to estimated rule cost total exceeding cost limit for entire OpenAPIv3 schema"
        ))
    }
    errors.forbidden(
      nil,
      Self.message(
        "x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema", total,
        limit: Self.schemaLimit))
  }

  private static func message(_ name: String, _ cost: UInt64, limit: UInt64) -> String {
    let factor = Double(cost) / Double(limit)
    let shown = factor > 100 ? "more than 100x" : decimal(factor, places: factor < 1.5 ? 6 : 1) + "x"
    return
      "\(name) exceeds budget by factor of \(shown) (try simplifying the rule, or adding maxItems, maxProperties, "
      + "and maxLength where arrays, maps, and strings are declared)"
  }

  private static func decimal(_ value: Double, places: Int) -> String {
    var decimal = ExactDecimal(value)
    decimal.round(toPlaces: places)
    return decimal.text(places: places)
  }
}

extension ListType {
  fileprivate var isMap: Bool { if case .map = self { true } else { false } }
}

extension StructuralRule {
  /// The rule as messages about it show it.
  fileprivate var json: JSON {
    [
      "Rule": .string(rule), "Message": .string(message), "MessageExpression": .string(messageExpression),
      "Reason": reason.isEmpty ? .null : .string(reason), "FieldPath": .string(fieldPath),
      "OptionalOldSelf": hasOptionalOldSelf ? true : .null,
    ]
  }
}
