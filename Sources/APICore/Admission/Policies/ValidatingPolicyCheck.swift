import APIMachinery
import CEL

/// One policy and one request.
struct ValidatingPolicyCheck {
  typealias Denial = ValidatingPolicyAdmission.Denial

  private let policy: ValidatingPolicy
  private let service: APIService
  /// What is noted for an audit, by key, with all values that differ.
  private var notes: [(key: String, values: [String])] = []
  private var denials: [Denial] = []

  init(_ policy: ValidatingPolicy, _ service: APIService) {
    self.policy = policy
    self.service = service
  }

  /// What the policy has against a request, where its bindings say that it is to be refused.
  func denials(_ bindings: [PolicyBinding], _ request: inout AdmissionRequest) -> [Denial] {
    var check = self
    check.run(bindings, &request)
    for note in check.notes {
      request.annotate("\(policy.common.name)/\(note.key)", note.values.joined(separator: ", "))
    }
    return check.denials
  }

  private mutating func run(_ bindings: [PolicyBinding], _ request: inout AdmissionRequest) {
    let version: String
    do throws(StatusError) {
      switch policy.common.matcher {
      case .failure(let error): return fail(error.message, nil)
      case .success(let matcher):
        guard let found = try matcher.match(request, in: service) else { return }
        version = found
      }
    } catch {
      return fail(error.message, nil)
    }
    for binding in bindings {
      do throws(PolicyProblem) {
        guard try binding.matches(request, in: service).get() else { continue }
        for params in try service.parameters(of: binding, policy.common.paramKind, for: request) {
          evaluate(binding, params, version, &request)
        }
      } catch {
        fail(error.message, binding)
      }
    }
  }

  /// A policy or a binding that cannot be run.
  private mutating func fail(_ message: String, _ binding: PolicyBinding?) {
    guard policy.common.failsClosed else { return }
    let what = binding == nil ? "policy" : "binding"
    denials.append(
      Denial(
        policy: policy.common.name, binding: binding?.name, message: "failed to configure \(what): \(message)"
      ))
  }

  // MARK: One binding, one object of parameters

  private mutating func evaluate(
    _ binding: PolicyBinding, _ params: JSONObject?, _ version: String, _ request: inout AdmissionRequest
  ) {
    let authorizer = PolicyAuthorizer(authorizer: service.options.authorizer, user: request.user)
    let namespace = request.namespace.isEmpty ? nil : service.namespaceObject(request.namespace)
    let input = PolicyInput(
      request, version: version, namespace: namespace, params: params, policy.common, authorizer)
    var run = PolicyRun(input)
    switch run.meets(policy.common.conditions.map(\.expression)) {
    case .success(false): return
    case .success(true): break
    case .failure(let problem): return decide(problem.message, "", 0, isError: true, binding, &request)
    }
    do throws(PolicyRun.OutOfBudget) {
      try validate(&run, binding, &request)
      var notes = PolicyRun(input)
      try annotate(&notes, binding)
    } catch {
      decide(error.message, "", 0, isError: true, binding, &request)
    }
  }

  private mutating func validate(
    _ run: inout PolicyRun, _ binding: PolicyBinding, _ request: inout AdmissionRequest
  ) throws(PolicyRun.OutOfBudget) {
    var results: [Result<CELValue, PolicyProblem>] = []
    for validation in policy.validations { results.append(try run.evaluate(validation.expression)) }
    for (index, (validation, result)) in zip(policy.validations, results).enumerated() {
      switch result {
      case .failure(let problem): decide(problem.message, "", index, isError: true, binding, &request)
      case .success(let value):
        if value.boolValue == true { continue }
        decide(message(of: validation, &run), validation.reason, index, isError: false, binding, &request)
      }
    }
  }

  /// What is said of a condition that does not hold.
  private func message(of validation: ValidatingPolicy.Validation, _ run: inout PolicyRun) -> String {
    if let expression = validation.messageExpression, let made = try? run.evaluate(expression) {
      let text = ((try? made.get())?.stringValue ?? "").trimmingBlanks
      let isFit = text.utf8.count <= RuleValidator.longestMessage && !text.utf8.contains(10)
      if !text.isEmpty, isFit { return text }
    }
    if !validation.message.isEmpty { return validation.message }
    return "failed expression: \(validation.expression.text.trimmingBlanks)"
  }

  private mutating func decide(
    _ message: String, _ reason: String, _ index: Int, isError: Bool, _ binding: PolicyBinding,
    _ request: inout AdmissionRequest
  ) {
    if isError, !policy.common.failsClosed { return }
    let name = policy.common.name
    for action in binding.actions {
      switch action {
      case "Deny":
        denials.append(Denial(policy: name, binding: binding.name, message: message, reason: reason))
      case "Warn":
        request.warn(
          "Validation failed for ValidatingAdmissionPolicy '\(name)' with binding '\(binding.name)': \(message)"
        )
      case "Audit":
        let failure: JSON = [
          [
            "message": .string(message), "policy": .string(name), "binding": .string(binding.name),
            "expressionIndex": .int(Int64(index)),
            "validationActions": .array(binding.actions.map { .string($0) }),
          ]
        ]
        request.annotate("validation.policy.admission.k8s.io/validation_failure", failure.description)
      default: break
      }
    }
  }

  // MARK: Notes

  /// Kubernetes: `maxAuditAnnotationValueLength`.
  private static let longestNote = 10 * 1024

  private mutating func annotate(
    _ run: inout PolicyRun, _ binding: PolicyBinding
  ) throws(PolicyRun.OutOfBudget) {
    for (key, expression) in policy.annotations {
      switch try run.evaluate(expression) {
      case .failure(let problem):
        guard policy.common.failsClosed else { continue }
        denials.append(Denial(policy: policy.common.name, binding: binding.name, message: problem.message))
      case .success(let value):
        let text = (value.stringValue ?? "").trimmingBlanks
        if !text.isEmpty { note(key, String(decoding: text.utf8.prefix(Self.longestNote), as: UTF8.self)) }
      }
    }
  }

  private mutating func note(_ key: String, _ value: String) {
    guard let place = notes.firstIndex(where: { $0.key == key }) else { return notes.append((key, [value])) }
    if !notes[place].values.contains(value) { notes[place].values.append(value) }
  }
}
