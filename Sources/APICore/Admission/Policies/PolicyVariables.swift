import APIMachinery
import CEL
import Synchronization

/// `variables`: the named expressions of a policy, each evaluated once, when it is asked for first.
///
/// Kubernetes: `apiserver/pkg/admission/plugin/cel/composition.go`.
final class PolicyVariables: CELObject {
  private let expressions: [(name: String, expression: PolicyExpression)]
  private let bindings: CELBindings
  private let state = Mutex(State())

  private struct State {
    var values: [String: Result<CELValue, CELError>] = [:]
    var cost = 0
  }

  init(_ expressions: [(name: String, expression: PolicyExpression)], _ bindings: CELBindings) {
    self.expressions = expressions
    self.bindings = bindings
  }

  var celType: CELType { PolicyEnvironment.variablesType([]) }

  func field(_ name: String) throws(CELError) -> CELValue? {
    if let known = state.withLock({ $0.values[name] }) { return try known.get() }
    guard let expression = expressions.last(where: { $0.name == name })?.expression else { return nil }
    let (result, cost) = evaluate(name, expression)
    state.withLock {
      $0.values[name] = result
      $0.cost += cost
    }
    return try result.get()
  }

  private func evaluate(_ name: String, _ expression: PolicyExpression) -> (Result<CELValue, CELError>, Int) {
    let quoted = JSON.string(name).description
    guard let program = expression.program else {
      let problem = expression.problem ?? ""
      return (
        .failure(CELError(.evaluation, "composited variable \(quoted) fails to compile: \(problem)")), 0
      )
    }
    var bindings = bindings
    bindings["variables"] = .object(self)
    let (result, cost) = program.evaluateMeasured(bindings)
    return (
      result.mapError { CELError(.evaluation, "composited variable \(quoted) fails to evaluate: \($0)") },
      cost
    )
  }

  /// What has been spent since it was asked last.
  func takeCost() -> Int {
    state.withLock { state in
      defer { state.cost = 0 }
      return state.cost
    }
  }
}
