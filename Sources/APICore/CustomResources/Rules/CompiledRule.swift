import APIMachinery
import CEL

/// One of `x-kubernetes-validations`, compiled.
///
/// Kubernetes: `apiextensions-apiserver/pkg/apiserver/schema/cel/compilation.go`.
struct CompiledRule: Sendable {
  let rule: StructuralRule
  /// What decides; `nil` for a rule that is empty or broken.
  private(set) var program: CELProgram?
  /// Why the rule cannot be run.
  private(set) var problem: String?
  /// What makes the message.
  private(set) var message: CELProgram?
  private(set) var messageProblem: String?
  /// Where an error is reported, below the value of the rule: `size` for `.size`; empty for the value itself.
  let fieldPath: String

  /// - Parameter type: The type of `self`.
  init(_ rule: StructuralRule, self type: CELType, _ schema: StructuralSchema) {
    self.rule = rule
    fieldPath = (try? RuleFieldPath(rule.fieldPath, in: schema))?.text ?? ""
    if rule.rule.trimmingBlanks.isEmpty { return }
    let environment = CELEnvironment(variables: [
      ("self", type), ("oldSelf", rule.hasOptionalOldSelf ? .optional(type) : type),
    ])
    do throws(CELError) {
      let program = try CELProgram(compiling: rule.rule, in: environment)
      if program.resultType == .bool {
        self.program = program
      } else {
        problem = "cel expression must evaluate to a bool"
      }
    } catch {
      problem = "compilation failed: \(error)"
    }
    if !rule.messageExpression.isEmpty { compileMessage(environment) }
  }

  private mutating func compileMessage(_ environment: CELEnvironment) {
    do throws(CELError) {
      let program = try CELProgram(compiling: rule.messageExpression, in: environment)
      if program.resultType == .string {
        message = program
      } else {
        messageProblem = "messageExpression must evaluate to a string"
      }
    } catch {
      messageProblem = "messageExpression compilation failed: \(error)"
    }
  }

  /// Whether the rule is about a change: it is asked only where there is a value before.
  var usesOldSelf: Bool { program?.usedVariables.contains("oldSelf") ?? false }

  /// The rule as messages about its evaluation name it.
  var name: String { rule.message.isEmpty ? rule.rule.trimmingBlanks : rule.message.trimmingBlanks }

  /// What is said when the rule does not hold and no expression says it.
  var fixedMessage: String {
    rule.message.isEmpty ? "failed rule: \(rule.rule.trimmingBlanks)" : rule.message.trimmingBlanks
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
