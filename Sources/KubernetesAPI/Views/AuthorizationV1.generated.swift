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

  public var spec: SubjectAccessReviewSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: SubjectAccessReviewStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `authorization.k8s.io/v1 SubjectAccessReviewSpec`.
public struct SubjectAccessReviewSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var extra: FieldMap<[String]> {
    get { fields[values: "extra"] }
    set { fields[values: "extra"] = newValue }
  }

  public var groups: [String] {
    get { fields[list: "groups"] }
    set { fields[list: "groups"] = newValue }
  }

  public var nonResourceAttributes: NonResourceAttributes? {
    get { fields[optional: "nonResourceAttributes"] }
    set { fields[optional: "nonResourceAttributes"] = newValue }
  }

  public var resourceAttributes: ResourceAttributes? {
    get { fields[optional: "resourceAttributes"] }
    set { fields[optional: "resourceAttributes"] = newValue }
  }

  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }

  public var user: String? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }
}

/// Kubernetes: `authorization.k8s.io/v1 NonResourceAttributes`.
public struct NonResourceAttributes: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var path: String? {
    get { fields[optional: "path"] }
    set { fields[optional: "path"] = newValue }
  }

  public var verb: String? {
    get { fields[optional: "verb"] }
    set { fields[optional: "verb"] = newValue }
  }
}

/// Kubernetes: `authorization.k8s.io/v1 ResourceAttributes`.
public struct ResourceAttributes: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var fieldSelector: FieldSelectorAttributes? {
    get { fields[optional: "fieldSelector"] }
    set { fields[optional: "fieldSelector"] = newValue }
  }

  public var group: String? {
    get { fields[optional: "group"] }
    set { fields[optional: "group"] = newValue }
  }

  public var labelSelector: LabelSelectorAttributes? {
    get { fields[optional: "labelSelector"] }
    set { fields[optional: "labelSelector"] = newValue }
  }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }

  public var resource: String? {
    get { fields[optional: "resource"] }
    set { fields[optional: "resource"] = newValue }
  }

  public var subresource: String? {
    get { fields[optional: "subresource"] }
    set { fields[optional: "subresource"] = newValue }
  }

  public var verb: String? {
    get { fields[optional: "verb"] }
    set { fields[optional: "verb"] = newValue }
  }

  public var version: String? {
    get { fields[optional: "version"] }
    set { fields[optional: "version"] = newValue }
  }
}

/// Kubernetes: `authorization.k8s.io/v1 FieldSelectorAttributes`.
public struct FieldSelectorAttributes: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var rawSelector: String? {
    get { fields[optional: "rawSelector"] }
    set { fields[optional: "rawSelector"] = newValue }
  }

  public var requirements: [FieldSelectorRequirement] {
    get { fields[list: "requirements"] }
    set { fields[list: "requirements"] = newValue }
  }
}

/// Kubernetes: `authorization.k8s.io/v1 LabelSelectorAttributes`.
public struct LabelSelectorAttributes: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var rawSelector: String? {
    get { fields[optional: "rawSelector"] }
    set { fields[optional: "rawSelector"] = newValue }
  }

  public var requirements: [LabelSelectorRequirement] {
    get { fields[list: "requirements"] }
    set { fields[list: "requirements"] = newValue }
  }
}

/// Kubernetes: `authorization.k8s.io/v1 SubjectAccessReviewStatus`.
public struct SubjectAccessReviewStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var allowed: Bool {
    get { fields[required: "allowed", empty: false] }
    set { fields[required: "allowed", empty: false] = newValue }
  }

  public var denied: Bool? {
    get { fields[optional: "denied"] }
    set { fields[optional: "denied"] = newValue }
  }

  public var evaluationError: String? {
    get { fields[optional: "evaluationError"] }
    set { fields[optional: "evaluationError"] = newValue }
  }

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

  public var spec: SelfSubjectAccessReviewSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: SubjectAccessReviewStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `authorization.k8s.io/v1 SelfSubjectAccessReviewSpec`.
public struct SelfSubjectAccessReviewSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var nonResourceAttributes: NonResourceAttributes? {
    get { fields[optional: "nonResourceAttributes"] }
    set { fields[optional: "nonResourceAttributes"] = newValue }
  }

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

  public var spec: SubjectAccessReviewSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

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

  public var spec: SelfSubjectRulesReviewSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: SubjectRulesReviewStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `authorization.k8s.io/v1 SelfSubjectRulesReviewSpec`.
public struct SelfSubjectRulesReviewSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }
}

/// Kubernetes: `authorization.k8s.io/v1 SubjectRulesReviewStatus`.
public struct SubjectRulesReviewStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var evaluationError: String? {
    get { fields[optional: "evaluationError"] }
    set { fields[optional: "evaluationError"] = newValue }
  }

  public var incomplete: Bool {
    get { fields[required: "incomplete", empty: false] }
    set { fields[required: "incomplete", empty: false] = newValue }
  }

  public var nonResourceRules: [NonResourceRule] {
    get { fields[list: "nonResourceRules"] }
    set { fields[list: "nonResourceRules"] = newValue }
  }

  public var resourceRules: [ResourceRule] {
    get { fields[list: "resourceRules"] }
    set { fields[list: "resourceRules"] = newValue }
  }
}

/// Kubernetes: `authorization.k8s.io/v1 NonResourceRule`.
public struct NonResourceRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var nonResourceURLs: [String] {
    get { fields[list: "nonResourceURLs"] }
    set { fields[list: "nonResourceURLs"] = newValue }
  }

  public var verbs: [String] {
    get { fields[list: "verbs"] }
    set { fields[list: "verbs"] = newValue }
  }
}

/// Kubernetes: `authorization.k8s.io/v1 ResourceRule`.
public struct ResourceRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var apiGroups: [String] {
    get { fields[list: "apiGroups"] }
    set { fields[list: "apiGroups"] = newValue }
  }

  public var resourceNames: [String] {
    get { fields[list: "resourceNames"] }
    set { fields[list: "resourceNames"] = newValue }
  }

  public var resources: [String] {
    get { fields[list: "resources"] }
    set { fields[list: "resources"] = newValue }
  }

  public var verbs: [String] {
    get { fields[list: "verbs"] }
    set { fields[list: "verbs"] = newValue }
  }
}
