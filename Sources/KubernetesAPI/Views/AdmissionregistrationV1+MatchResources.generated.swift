// Generated from Sources/KubernetesAPI/Schemas/AdmissionregistrationV1+MatchResources.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// The requests that a policy is about.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 MatchResources`.
public struct MatchResources: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Requests that are left out.
  public var excludeResourceRules: [NamedRuleWithOperations] {
    get { fields[list: "excludeResourceRules"] }
    set { fields[list: "excludeResourceRules"] = newValue }
  }

  /// Whether a rule also means other versions of the resources that it names (Equivalent) or not (Exact).
  public var matchPolicy: String? {
    get { fields[optional: "matchPolicy"] }
    set { fields[optional: "matchPolicy"] = newValue }
  }

  /// Chooses requests by the labels of the namespace of the object, or of the object if it is a
  /// namespace.
  public var namespaceSelector: LabelSelector? {
    get { fields[optional: "namespaceSelector"] }
    set { fields[optional: "namespaceSelector"] = newValue }
  }

  /// Chooses requests by the labels of the object, before or after.
  public var objectSelector: LabelSelector? {
    get { fields[optional: "objectSelector"] }
    set { fields[optional: "objectSelector"] = newValue }
  }

  /// Requests that are meant: any of these.
  public var resourceRules: [NamedRuleWithOperations] {
    get { fields[list: "resourceRules"] }
    set { fields[list: "resourceRules"] = newValue }
  }
}

/// Requests by what they do to what.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 NamedRuleWithOperations`.
public struct NamedRuleWithOperations: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The groups of the resources; * for all.
  public var apiGroups: [String] {
    get { fields[list: "apiGroups"] }
    set { fields[list: "apiGroups"] = newValue }
  }

  /// The versions of the resources; * for all.
  public var apiVersions: [String] {
    get { fields[list: "apiVersions"] }
    set { fields[list: "apiVersions"] = newValue }
  }

  /// What is done: CREATE, UPDATE, DELETE, CONNECT; * for all.
  public var operations: [String] {
    get { fields[list: "operations"] }
    set { fields[list: "operations"] = newValue }
  }

  /// The names of the objects; all when empty.
  public var resourceNames: [String] {
    get { fields[list: "resourceNames"] }
    set { fields[list: "resourceNames"] = newValue }
  }

  /// The resources: pods, pods/log, pods/*, * for all resources, */scale, */* for all and their
  /// subresources.
  public var resources: [String] {
    get { fields[list: "resources"] }
    set { fields[list: "resources"] = newValue }
  }

  /// Whether resources of the cluster, in namespaces, or both are meant.
  public var scope: String? {
    get { fields[optional: "scope"] }
    set { fields[optional: "scope"] = newValue }
  }
}

/// A condition on requests, as an expression.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 MatchCondition`.
public struct MatchCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// In CEL; it may name object, oldObject, request, authorizer and params.
  public var expression: String {
    get { fields[required: "expression", empty: ""] }
    set { fields[required: "expression", empty: ""] = newValue }
  }

  /// The name of the condition, for messages.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}

/// The kind of the objects that parameterize a policy.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 ParamKind`.
public struct ParamKind: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The group and version of the kind.
  public var apiVersion: String? {
    get { fields[optional: "apiVersion"] }
    set { fields[optional: "apiVersion"] = newValue }
  }

  /// The kind.
  public var kind: String? {
    get { fields[optional: "kind"] }
    set { fields[optional: "kind"] = newValue }
  }
}

/// The objects that parameterize a policy for one binding.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 ParamRef`.
public struct ParamRef: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the only one; not together with selector.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// Where they are; when empty, in the namespace of the object that a request is about.
  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }

  /// What happens when there is none: the binding does nothing (Allow), or the policy fails (Deny).
  public var parameterNotFoundAction: String? {
    get { fields[optional: "parameterNotFoundAction"] }
    set { fields[optional: "parameterNotFoundAction"] = newValue }
  }

  /// Chooses them by labels; not together with name.
  public var selector: LabelSelector? {
    get { fields[optional: "selector"] }
    set { fields[optional: "selector"] = newValue }
  }
}

/// An expression with a name, for other expressions of a policy.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 Variable`.
public struct PolicyVariable: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// In CEL; it may name the variables before it.
  public var expression: String {
    get { fields[required: "expression", empty: ""] }
    set { fields[required: "expression", empty: ""] = newValue }
  }

  /// The name: other expressions write variables.NAME.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}
