// Generated from Sources/KubernetesAPI/Schemas/AdmissionregistrationV1+MutatingAdmissionPolicy.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Changes to the objects of requests, where a binding says so.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 MutatingAdmissionPolicy`.
public struct MutatingAdmissionPolicy: Resource {
  public static let definition = ResourceDefinition(
    group: "admissionregistration.k8s.io", version: "v1", kind: "MutatingAdmissionPolicy", plural:
    "mutatingadmissionpolicies", categories: ["api-extensions"], scope: .cluster)

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The requests and the changes.
  public var spec: MutatingAdmissionPolicySpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }
}

/// Changes to the objects of requests.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 MutatingAdmissionPolicySpec`.
public struct MutatingAdmissionPolicySpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What happens when an expression fails: the request is refused (Fail), or left as it is (Ignore).
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

  /// The changes, one after the other.
  public var mutations: [PolicyMutation] {
    get { fields[list: "mutations"] }
    set { fields[list: "mutations"] = newValue }
  }

  /// The kind of the objects that parameterize the policy.
  public var paramKind: ParamKind? {
    get { fields[optional: "paramKind"] }
    set { fields[optional: "paramKind"] = newValue }
  }

  /// Whether the policy is asked again when a later one has changed the object.
  public var reinvocationPolicy: String? {
    get { fields[optional: "reinvocationPolicy"] }
    set { fields[optional: "reinvocationPolicy"] = newValue }
  }

  /// Expressions that others can use.
  public var variables: [PolicyVariable] {
    get { fields[list: "variables"] }
    set { fields[list: "variables"] = newValue }
  }
}

/// A change to an object, in one of two forms.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 Mutation`.
public struct PolicyMutation: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// An object to be merged in as server-side apply does.
  public var applyConfiguration: ApplyConfigurationExpression? {
    get { fields[optional: "applyConfiguration"] }
    set { fields[optional: "applyConfiguration"] = newValue }
  }

  /// Operations of a JSON patch.
  public var jsonPatch: JSONPatchExpression? {
    get { fields[optional: "jsonPatch"] }
    set { fields[optional: "jsonPatch"] = newValue }
  }

  /// Which of the two is given.
  public var patchType: String {
    get { fields[required: "patchType", empty: ""] }
    set { fields[required: "patchType", empty: ""] = newValue }
  }
}

/// An object to be merged in as server-side apply does.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 ApplyConfiguration`.
public struct ApplyConfigurationExpression: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// In CEL: Object{spec: Object.spec{replicas: 3}}.
  public var expression: String? {
    get { fields[optional: "expression"] }
    set { fields[optional: "expression"] = newValue }
  }
}

/// Operations of a JSON patch.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 JSONPatch`.
public struct JSONPatchExpression: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// In CEL: a list of JSONPatch{op: 'add', path: '/spec/replicas', value: 3}.
  public var expression: String? {
    get { fields[optional: "expression"] }
    set { fields[optional: "expression"] = newValue }
  }
}

/// Puts a policy into force, for some requests and with parameters.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding`.
public struct MutatingAdmissionPolicyBinding: Resource {
  public static let definition = ResourceDefinition(
    group: "admissionregistration.k8s.io", version: "v1", kind: "MutatingAdmissionPolicyBinding", plural:
    "mutatingadmissionpolicybindings", categories: ["api-extensions"], scope: .cluster)

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The policy, the requests and the parameters.
  public var spec: MutatingAdmissionPolicyBindingSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }
}

/// How a policy is put into force.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBindingSpec`.
public struct MutatingAdmissionPolicyBindingSpec: ObjectView {
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
  public var policyName: String? {
    get { fields[optional: "policyName"] }
    set { fields[optional: "policyName"] = newValue }
  }
}
