import APIMachinery
import CEL

/// What policies of both kinds have in common, compiled.
struct CompiledPolicy: Sendable {
  let name: String
  /// Whether a request is refused when an expression fails.
  let failsClosed: Bool
  let paramKind: GroupVersionKind?
  let matcher: Result<ResourceMatcher, SelectorError>
  let conditions: [(name: String, expression: PolicyExpression)]
  let variables: [(name: String, expression: PolicyExpression)]

  init(_ object: JSONObject) {
    let spec = object.object("spec") ?? JSONObject()
    name = object.metadataFields.string("name") ?? ""
    failsClosed = spec.string("failurePolicy") != "Ignore"
    let paramKind = spec.object("paramKind").map { Self.kind($0) }
    self.paramKind = paramKind
    let constraints = spec.object("matchConstraints") ?? JSONObject()
    do throws(SelectorError) { matcher = .success(try ResourceMatcher(constraints)) } catch {
      matcher = .failure(error)
    }
    let params: CELType? = paramKind == nil ? nil : .dyn
    conditions = spec.array("matchConditions").compactMap(\.objectValue).map { condition in
      let text = (condition.string("expression") ?? "").trimmingBlanks
      return (
        condition.string("name") ?? "",
        PolicyExpression(text, [.bool], in: PolicyEnvironment.make(params: params))
      )
    }
    variables = Self.variables(spec.array("variables"), params: params)
  }

  private static func kind(_ json: JSONObject) -> GroupVersionKind {
    let version = GroupVersion(apiVersion: json.string("apiVersion") ?? "")
    return GroupVersionKind(
      group: version?.group ?? "", version: version?.version ?? "", kind: json.string("kind") ?? "")
  }

  /// The variables, each of which can name those before it.
  static func variables(
    _ list: [JSON], object: CELType = .dyn, params: CELType?
  ) -> [(name: String, expression: PolicyExpression)] {
    var known: [(name: String, type: CELType)] = []
    return list.compactMap(\.objectValue).map { variable in
      let name = variable.string("name") ?? ""
      let environment = PolicyEnvironment.make(object: object, params: params, variables: known)
      let expression = PolicyExpression(variable.string("expression") ?? "", [], in: environment)
      known.append((name, expression.type))
      return (name, expression)
    }
  }

  /// What the other expressions can refer to.
  func environment(hasAuthorizer: Bool = true, allowsPatches: Bool = false) -> CELEnvironment {
    PolicyEnvironment.make(
      params: paramKind == nil ? nil : .dyn, hasAuthorizer: hasAuthorizer,
      variables: variables.map { ($0.name, $0.expression.type) }, allowsPatches: allowsPatches)
  }
}

/// A ValidatingAdmissionPolicy, compiled.
struct ValidatingPolicy: Sendable {
  struct Validation: Sendable {
    let expression: PolicyExpression
    let message: String
    let messageExpression: PolicyExpression?
    let reason: String
  }

  let common: CompiledPolicy
  let validations: [Validation]
  let annotations: [(key: String, expression: PolicyExpression)]

  init(_ object: JSONObject) {
    let common = CompiledPolicy(object)
    let spec = object.object("spec") ?? JSONObject()
    let environment = common.environment()
    let forMessages = common.environment(hasAuthorizer: false)
    validations = spec.array("validations").compactMap(\.objectValue).map { validation in
      let message = validation.string("messageExpression") ?? ""
      return Validation(
        expression: PolicyExpression(validation.string("expression") ?? "", [.bool], in: environment),
        message: (validation.string("message") ?? "").trimmingBlanks,
        messageExpression: message.isEmpty ? nil : PolicyExpression(message, [.string], in: forMessages),
        reason: validation.string("reason") ?? "")
    }
    annotations = spec.array("auditAnnotations").compactMap(\.objectValue).map { annotation in
      let text = (annotation.string("valueExpression") ?? "").trimmingBlanks
      return (annotation.string("key") ?? "", PolicyExpression(text, [.string, .null], in: environment))
    }
    self.common = common
  }
}
