// Generated from Sources/KubernetesAPI/Schemas/AuthorizationV1.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Asks whether a user may do something.
///
/// Kubernetes: `authorization.k8s.io/v1 SubjectAccessReview`.
public struct SubjectAccessReview: Resource {
  public static let definition = ResourceDefinition(
    group: "authorization.k8s.io", version: "v1", kind: "SubjectAccessReview", plural: "subjectaccessreviews",
    scope: .cluster, verbs: ["create"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Who wants to do what.
  public var spec: SubjectAccessReviewSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// Whether it is allowed.
  public var status: SubjectAccessReviewStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Who wants to do what.
///
/// Kubernetes: `authorization.k8s.io/v1 SubjectAccessReviewSpec`.
public struct SubjectAccessReviewSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Further facts about the user.
  public var extra: FieldMap<[String]> {
    get { fields[values: "extra"] }
    set { fields[values: "extra"] = newValue }
  }

  /// The groups of the user.
  public var groups: [String] {
    get { fields[list: "groups"] }
    set { fields[list: "groups"] = newValue }
  }

  /// The request, for a path that is no resource.
  public var nonResourceAttributes: NonResourceAttributes? {
    get { fields[optional: "nonResourceAttributes"] }
    set { fields[optional: "nonResourceAttributes"] = newValue }
  }

  /// The request, for a resource.
  public var resourceAttributes: ResourceAttributes? {
    get { fields[optional: "resourceAttributes"] }
    set { fields[optional: "resourceAttributes"] = newValue }
  }

  /// The identity of the user.
  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }

  /// The name of the user.
  public var user: String? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }
}

/// A request for a path that is no resource.
///
/// Kubernetes: `authorization.k8s.io/v1 NonResourceAttributes`.
public struct NonResourceAttributes: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The path.
  public var path: String? {
    get { fields[optional: "path"] }
    set { fields[optional: "path"] = newValue }
  }

  /// The HTTP verb.
  public var verb: String? {
    get { fields[optional: "verb"] }
    set { fields[optional: "verb"] = newValue }
  }
}

/// A request for a resource.
///
/// Kubernetes: `authorization.k8s.io/v1 ResourceAttributes`.
public struct ResourceAttributes: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The field selector of the request.
  public var fieldSelector: FieldSelectorAttributes? {
    get { fields[optional: "fieldSelector"] }
    set { fields[optional: "fieldSelector"] = newValue }
  }

  /// The API group; * stands for all.
  public var group: String? {
    get { fields[optional: "group"] }
    set { fields[optional: "group"] = newValue }
  }

  /// The label selector of the request.
  public var labelSelector: LabelSelectorAttributes? {
    get { fields[optional: "labelSelector"] }
    set { fields[optional: "labelSelector"] = newValue }
  }

  /// The name of the object; empty stands for all.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// The namespace; empty for none or all.
  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }

  /// The resource; * stands for all.
  public var resource: String? {
    get { fields[optional: "resource"] }
    set { fields[optional: "resource"] = newValue }
  }

  /// The subresource, if any.
  public var subresource: String? {
    get { fields[optional: "subresource"] }
    set { fields[optional: "subresource"] = newValue }
  }

  /// The verb, such as get or create; * stands for all.
  public var verb: String? {
    get { fields[optional: "verb"] }
    set { fields[optional: "verb"] = newValue }
  }

  /// The API version; * stands for all.
  public var version: String? {
    get { fields[optional: "version"] }
    set { fields[optional: "version"] = newValue }
  }
}

/// A field selector, as text or as requirements.
///
/// Kubernetes: `authorization.k8s.io/v1 FieldSelectorAttributes`.
public struct FieldSelectorAttributes: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The selector as text.
  public var rawSelector: String? {
    get { fields[optional: "rawSelector"] }
    set { fields[optional: "rawSelector"] = newValue }
  }

  /// The selector as requirements.
  public var requirements: [FieldSelectorRequirement] {
    get { fields[list: "requirements"] }
    set { fields[list: "requirements"] = newValue }
  }
}

/// A label selector, as text or as requirements.
///
/// Kubernetes: `authorization.k8s.io/v1 LabelSelectorAttributes`.
public struct LabelSelectorAttributes: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The selector as text.
  public var rawSelector: String? {
    get { fields[optional: "rawSelector"] }
    set { fields[optional: "rawSelector"] = newValue }
  }

  /// The selector as requirements.
  public var requirements: [LabelSelectorRequirement] {
    get { fields[list: "requirements"] }
    set { fields[list: "requirements"] = newValue }
  }
}

/// Whether a request is allowed.
///
/// Kubernetes: `authorization.k8s.io/v1 SubjectAccessReviewStatus`.
public struct SubjectAccessReviewStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// It is allowed.
  public var allowed: Bool {
    get { fields[required: "allowed", empty: false] }
    set { fields[required: "allowed", empty: false] = newValue }
  }

  /// It is refused, whatever others say.
  public var denied: Bool? {
    get { fields[optional: "denied"] }
    set { fields[optional: "denied"] = newValue }
  }

  /// What went wrong while the question was answered; the answer may be right all the same.
  public var evaluationError: String? {
    get { fields[optional: "evaluationError"] }
    set { fields[optional: "evaluationError"] = newValue }
  }

  /// Why.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }
}

/// Asks whether the caller may do something.
///
/// Kubernetes: `authorization.k8s.io/v1 SelfSubjectAccessReview`.
public struct SelfSubjectAccessReview: Resource {
  public static let definition = ResourceDefinition(
    group: "authorization.k8s.io", version: "v1", kind: "SelfSubjectAccessReview", plural:
    "selfsubjectaccessreviews", scope: .cluster, verbs: ["create"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the caller wants to do.
  public var spec: SelfSubjectAccessReviewSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// Whether it is allowed.
  public var status: SubjectAccessReviewStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// What the caller wants to do.
///
/// Kubernetes: `authorization.k8s.io/v1 SelfSubjectAccessReviewSpec`.
public struct SelfSubjectAccessReviewSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The request, for a path that is no resource.
  public var nonResourceAttributes: NonResourceAttributes? {
    get { fields[optional: "nonResourceAttributes"] }
    set { fields[optional: "nonResourceAttributes"] = newValue }
  }

  /// The request, for a resource.
  public var resourceAttributes: ResourceAttributes? {
    get { fields[optional: "resourceAttributes"] }
    set { fields[optional: "resourceAttributes"] = newValue }
  }
}

/// Asks whether a user may do something in one namespace.
///
/// Kubernetes: `authorization.k8s.io/v1 LocalSubjectAccessReview`.
public struct LocalSubjectAccessReview: Resource {
  public static let definition = ResourceDefinition(
    group: "authorization.k8s.io", version: "v1", kind: "LocalSubjectAccessReview", plural:
    "localsubjectaccessreviews", verbs: ["create"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Who wants to do what in the namespace.
  public var spec: SubjectAccessReviewSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// Whether it is allowed.
  public var status: SubjectAccessReviewStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Asks what the caller may do in a namespace.
///
/// Kubernetes: `authorization.k8s.io/v1 SelfSubjectRulesReview`.
public struct SelfSubjectRulesReview: Resource {
  public static let definition = ResourceDefinition(
    group: "authorization.k8s.io", version: "v1", kind: "SelfSubjectRulesReview", plural:
    "selfsubjectrulesreviews", scope: .cluster, verbs: ["create"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The namespace.
  public var spec: SelfSubjectRulesReviewSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What the caller may do.
  public var status: SubjectRulesReviewStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// The namespace that is asked about.
///
/// Kubernetes: `authorization.k8s.io/v1 SelfSubjectRulesReviewSpec`.
public struct SelfSubjectRulesReviewSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The namespace.
  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }
}

/// What a caller may do.
///
/// Kubernetes: `authorization.k8s.io/v1 SubjectRulesReviewStatus`.
public struct SubjectRulesReviewStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What went wrong while the question was answered; the answer may be right all the same.
  public var evaluationError: String? {
    get { fields[optional: "evaluationError"] }
    set { fields[optional: "evaluationError"] = newValue }
  }

  /// Whether some rules could not be listed.
  public var incomplete: Bool {
    get { fields[required: "incomplete", empty: false] }
    set { fields[required: "incomplete", empty: false] = newValue }
  }

  /// Rules about paths that are no resources.
  public var nonResourceRules: [NonResourceRule] {
    get { fields[list: "nonResourceRules"] }
    set { fields[list: "nonResourceRules"] = newValue }
  }

  /// Rules about resources.
  public var resourceRules: [ResourceRule] {
    get { fields[list: "resourceRules"] }
    set { fields[list: "resourceRules"] = newValue }
  }
}

/// A rule about paths.
///
/// Kubernetes: `authorization.k8s.io/v1 NonResourceRule`.
public struct NonResourceRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The paths; a * at the end stands for any.
  public var nonResourceURLs: [String] {
    get { fields[list: "nonResourceURLs"] }
    set { fields[list: "nonResourceURLs"] = newValue }
  }

  /// The HTTP verbs.
  public var verbs: [String] {
    get { fields[list: "verbs"] }
    set { fields[list: "verbs"] = newValue }
  }
}

/// A rule about resources.
///
/// Kubernetes: `authorization.k8s.io/v1 ResourceRule`.
public struct ResourceRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The API groups; * stands for all.
  public var apiGroups: [String] {
    get { fields[list: "apiGroups"] }
    set { fields[list: "apiGroups"] = newValue }
  }

  /// The names; empty stands for all.
  public var resourceNames: [String] {
    get { fields[list: "resourceNames"] }
    set { fields[list: "resourceNames"] = newValue }
  }

  /// The resources; * stands for all.
  public var resources: [String] {
    get { fields[list: "resources"] }
    set { fields[list: "resources"] = newValue }
  }

  /// The verbs; * stands for all.
  public var verbs: [String] {
    get { fields[list: "verbs"] }
    set { fields[list: "verbs"] = newValue }
  }
}
