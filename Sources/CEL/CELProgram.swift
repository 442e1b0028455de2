/// A compiled expression, to be evaluated as often as wanted, by whom it may be at a time.
///
/// ```swift
/// let environment = CELEnvironment(variables: [("self", type)])
/// let program = try CELProgram(compiling: "self.replicas <= 5", in: environment, expecting: .bool)
/// let value = try program.evaluate(["self": CELValue(json, as: type)])
/// ```
public struct CELProgram: Sendable {
  /// What a single evaluation may cost.
  ///
  /// Kubernetes: `apis/cel/config.go`, `PerCallLimit`.
  public static let callLimit = 1_000_000

  /// What the rules of one object, or the policies of one request, may cost together.
  ///
  /// Kubernetes: `apis/cel/config.go`, `RuntimeCELCostBudget`.
  public static let objectBudget = 10_000_000

  public let expression: String
  /// The type of what the expression evaluates to.
  public let resultType: CELType
  /// The variables that the expression uses.
  public let usedVariables: [String]
  /// What an evaluation costs at least and at most, as far as the sizes of the declared types tell.
  public let estimatedCost: CELCostEstimate
  private let step: Step
  /// What stands in the slots of a frame: a variable, or something local.
  private let layout: [String?]

  /// - Parameters:
  ///   - expression: The text.
  ///   - environment: What it can refer to.
  ///   - expected: The type that it must have.
  /// - Throws: A ``CELError`` with all mistakes, where each stands, and the lines with a mark below.
  public init(
    compiling expression: String, in environment: CELEnvironment, expecting expected: CELType? = nil
  ) throws(CELError) {
    let source = CELSource(expression)
    let tree = try Parser.parse(source)
    try Checker.check(tree, source, in: environment)
    if let expected, tree.type != expected {
      throw CELError(.compilation, "must evaluate to \(expected)")
    }
    var builder = ProgramBuilder(environment)
    let step = builder.step(tree)
    self.expression = expression
    self.step = step
    resultType = tree.type
    layout = builder.layout
    usedVariables = builder.layout.compactMap(\.self)
    estimatedCost = CostEstimator.estimate(tree, in: environment)
  }

  /// The value of the expression.
  ///
  /// - Throws: When a value does not fit, a variable has no value, or the costs exceed the limit.
  public func evaluate(
    _ bindings: CELBindings, costLimit: Int = CELProgram.callLimit
  ) throws(CELError) -> CELValue {
    try measured(bindings, costLimit: costLimit).get()
  }

  /// The value of the expression, together with what finding it has cost, also when it failed.
  public func evaluateMeasured(
    _ bindings: CELBindings, costLimit: Int = CELProgram.callLimit
  ) -> (result: Result<CELValue, CELError>, cost: Int) {
    var cost = 0
    let result = measured(bindings, costLimit: costLimit, cost: &cost)
    return (result, cost)
  }

  private func measured(_ bindings: CELBindings, costLimit: Int) throws(CELError) -> Result<
    CELValue, CELError
  > {
    var cost = 0
    return measured(bindings, costLimit: costLimit, cost: &cost)
  }

  private func measured(
    _ bindings: CELBindings, costLimit: Int, cost: inout Int
  ) -> Result<CELValue, CELError> {
    var frame = Frame(slots: [], limit: UInt64(max(0, costLimit)))
    frame.slots.reserveCapacity(layout.count)
    for name in layout {
      guard let name else {
        frame.slots.append(.null)
        continue
      }
      guard let value = bindings[name] else {
        return .failure(.evaluation("no such attribute(s): \(name)"))
      }
      frame.slots.append(value)
    }
    defer { cost = Int(clamping: frame.cost) }
    do throws(CELError) { return .success(try step(&frame)) } catch { return .failure(error) }
  }
}
