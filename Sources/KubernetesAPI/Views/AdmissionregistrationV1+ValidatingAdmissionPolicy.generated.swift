// Generated from Sources/KubernetesAPI/Schemas/AdmissionregistrationV1+ValidatingAdmissionPolicy.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Conditions on requests: those that break them are refused, or warned of, where a binding says so.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy`.
public struct ValidatingAdmissionPolicy: Resource {
  public static let definition = ResourceDefinition(
    group: "admissionregistration.k8s.io", version: "v1", kind: "ValidatingAdmissionPolicy", plural:
    "validatingadmissionpolicies", categories: ["api-extensions"], scope: .cluster, subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The requests and the conditions.
  public var spec: ValidatingAdmissionPolicySpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What was noticed about the expressions.
  public var status: ValidatingAdmissionPolicyStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Conditions on requests.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 ValidatingAdmissionPolicySpec`.
public struct ValidatingAdmissionPolicySpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What is written down about each request.
  public var auditAnnotations: [AuditAnnotation] {
    get { fields[list: "auditAnnotations"] }
    set { fields[list: "auditAnnotations"] = newValue }
  }

  /// What happens when an expression fails: the request is refused (Fail), or not (Ignore).
  public var failurePolicy: String? {
    get { fields[optional: "failurePolicy"] }
    set { fields[optional: "failurePolicy"] = newValue }
  }

  /// Conditions that a request must meet for the policy to be about it.
  public var matchConditions: [MatchCondition] {
    get { fields[list: "matchConditions"] }
    set { fields[list: "matchConditions"] = newValue }
  }

  /// The requests that the policy is about.
  public var matchConstraints: MatchResources? {
    get { fields[optional: "matchConstraints"] }
    set { fields[optional: "matchConstraints"] = newValue }
  }

  /// The kind of the objects that parameterize the policy.
  public var paramKind: ParamKind? {
    get { fields[optional: "paramKind"] }
    set { fields[optional: "paramKind"] = newValue }
  }

  /// The conditions.
  public var validations: [PolicyValidation] {
    get { fields[list: "validations"] }
    set { fields[list: "validations"] = newValue }
  }

  /// Expressions that others can use.
  public var variables: [PolicyVariable] {
    get { fields[list: "variables"] }
    set { fields[list: "variables"] = newValue }
  }
}

/// A condition on requests, and what is said of those that break it.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 Validation`.
public struct PolicyValidation: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// In CEL; it may name object, oldObject, request, params, namespaceObject, variables and authorizer.
  public var expression: String {
    get { fields[required: "expression", empty: ""] }
    set { fields[required: "expression", empty: ""] = newValue }
  }

  /// What is said when it is false.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// Makes what is said, before message.
  public var messageExpression: String? {
    get { fields[optional: "messageExpression"] }
    set { fields[optional: "messageExpression"] = newValue }
  }

  /// What kind of refusal it is: Unauthorized, Forbidden, Invalid, RequestEntityTooLarge.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }
}

/// Something that is written down about a request.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 AuditAnnotation`.
public struct AuditAnnotation: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Under which name; the name of the policy stands before it.
  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  /// In CEL: a text, or null for nothing.
  public var valueExpression: String {
    get { fields[required: "valueExpression", empty: ""] }
    set { fields[required: "valueExpression", empty: ""] = newValue }
  }
}

/// What was noticed about a policy.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyStatus`.
public struct ValidatingAdmissionPolicyStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Aspects of the state, one entry a type.
  public var conditions: [Condition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// The generation that the status was computed from.
  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }

  /// What does not fit the types of the resources that the policy names.
  public var typeChecking: TypeChecking? {
    get { fields[optional: "typeChecking"] }
    set { fields[optional: "typeChecking"] = newValue }
  }
}

/// What does not fit the types of the resources that a policy names.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 TypeChecking`.
public struct TypeChecking: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// One entry an expression and kind.
  public var expressionWarnings: [ExpressionWarning] {
    get { fields[list: "expressionWarnings"] }
    set { fields[list: "expressionWarnings"] = newValue }
  }
}

/// What is wrong with an expression.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 ExpressionWarning`.
public struct ExpressionWarning: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where the expression stands.
  public var fieldRef: String {
    get { fields[required: "fieldRef", empty: ""] }
    set { fields[required: "fieldRef", empty: ""] = newValue }
  }

  /// What is wrong with it, kind by kind.
  public var warning: String {
    get { fields[required: "warning", empty: ""] }
    set { fields[required: "warning", empty: ""] = newValue }
  }
}

/// Puts a policy into force, for some requests and with parameters.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding`.
public struct ValidatingAdmissionPolicyBinding: Resource {
  public static let definition = ResourceDefinition(
    group: "admissionregistration.k8s.io", version: "v1", kind: "ValidatingAdmissionPolicyBinding", plural:
    "validatingadmissionpolicybindings", categories: ["api-extensions"], scope: .cluster)

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The policy, the requests and the parameters.
  public var spec: ValidatingAdmissionPolicyBindingSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }
}

/// How a policy is put into force.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBindingSpec`.
public struct ValidatingAdmissionPolicyBindingSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The requests, among those of the policy; all of them when not given.
  public var matchResources: MatchResources? {
    get { fields[optional: "matchResources"] }
    set { fields[optional: "matchResources"] = newValue }
  }

  /// The objects that parameterize the policy.
  public var paramRef: ParamRef? {
    get { fields[optional: "paramRef"] }
    set { fields[optional: "paramRef"] = newValue }
  }

  /// The name of the policy.
  public var policyName: String {
    get { fields[required: "policyName", empty: ""] }
    set { fields[required: "policyName", empty: ""] = newValue }
  }

  /// What happens to requests that break a condition: Deny, Warn, Audit.
  public var validationActions: [String] {
    get { fields[list: "validationActions"] }
    set { fields[list: "validationActions"] = newValue }
  }
}
