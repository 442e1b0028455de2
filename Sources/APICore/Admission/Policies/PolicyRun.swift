import APIMachinery
import CEL

/// Evaluates expressions of a policy for one request, and counts what that costs.
///
/// Kubernetes: `apiserver/pkg/admission/plugin/cel/activation.go`.
struct PolicyRun {
  let input: PolicyInput
  /// What the expressions may still cost.
  private(set) var budget = CELProgram.objectBudget

  /// An end of the whole run, whatever the other expressions say.
  struct OutOfBudget: Error {
    let message =
      "validation failed due to running out of cost budget, no further validation rules will be run"
  }

  init(_ input: PolicyInput) {
    self.input = input
  }

  /// The value of an expression, or why it has none.
  mutating func evaluate(_ expression: PolicyExpression) throws(OutOfBudget) -> Result<
    CELValue, PolicyProblem
  > {
    guard let program = expression.program else {
      return .failure(PolicyProblem("compilation error: \(expression.problem ?? "")"))
    }
    let (result, cost) = program.evaluateMeasured(input.bindings)
    let all = cost + input.variables.takeCost()
    if all > budget {
      budget = -1
      throw OutOfBudget()
    }
    budget -= all
    return result.mapError { PolicyProblem("expression '\(expression.text)' resulted in error: \($0)") }
  }

  /// Whether the request meets the conditions.
  ///
  /// Kubernetes: `webhook/matchconditions/matcher.go`: one that is false decides, even when others fail.
  mutating func meets(_ conditions: [PolicyExpression]) -> Result<Bool, PolicyProblem> {
    var problems: [String] = []
    for condition in conditions {
      do throws(OutOfBudget) {
        switch try evaluate(condition) {
        case .success(let value): if value.boolValue == false { return .success(false) }
        case .failure(let problem): problems.append(problem.message)
        }
      } catch {
        return .failure(PolicyProblem(error.message))
      }
    }
    if problems.isEmpty { return .success(true) }
    return .failure(
      PolicyProblem(problems.count == 1 ? problems[0] : "[\(problems.joined(separator: ", "))]"))
  }
}

/// Why a policy could not decide.
struct PolicyProblem: Error {
  var message: String

  init(_ message: String) {
    self.message = message
  }
}
