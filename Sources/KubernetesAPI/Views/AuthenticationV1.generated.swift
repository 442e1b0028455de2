// Generated from Sources/KubernetesAPI/Schemas/AuthenticationV1.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Asks who a bearer token belongs to.
///
/// Kubernetes: `authentication.k8s.io/v1 TokenReview`.
public struct TokenReview: Resource {
  public static let definition = ResourceDefinition(
    group: "authentication.k8s.io", version: "v1", kind: "TokenReview", plural: "tokenreviews", scope:
    .cluster, verbs: ["create"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var spec: TokenReviewSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: TokenReviewStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `authentication.k8s.io/v1 TokenReviewSpec`.
public struct TokenReviewSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var audiences: [String] {
    get { fields[list: "audiences"] }
    set { fields[list: "audiences"] = newValue }
  }

  public var token: String {
    get { fields[required: "token", empty: ""] }
    set { fields[required: "token", empty: ""] = newValue }
  }
}

/// Kubernetes: `authentication.k8s.io/v1 TokenReviewStatus`.
public struct TokenReviewStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var audiences: [String] {
    get { fields[list: "audiences"] }
    set { fields[list: "audiences"] = newValue }
  }

  public var authenticated: Bool? {
    get { fields[optional: "authenticated"] }
    set { fields[optional: "authenticated"] = newValue }
  }

  public var error: String? {
    get { fields[optional: "error"] }
    set { fields[optional: "error"] = newValue }
  }

  public var user: UserInfo? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }
}

/// Kubernetes: `authentication.k8s.io/v1 UserInfo`.
public struct UserInfo: ObjectView {
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

  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }

  public var username: String? {
    get { fields[optional: "username"] }
    set { fields[optional: "username"] = newValue }
  }
}

/// Asks for a token of a service account.
///
/// Kubernetes: `authentication.k8s.io/v1 TokenRequest`.
public struct TokenRequest: Resource {
  public static let definition = ResourceDefinition(
    group: "authentication.k8s.io", version: "v1", kind: "TokenRequest", plural: "", verbs: [])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var spec: TokenRequestSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: TokenRequestStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `authentication.k8s.io/v1 TokenRequestSpec`.
public struct TokenRequestSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var audiences: [String] {
    get { fields[list: "audiences"] }
    set { fields[list: "audiences"] = newValue }
  }

  public var boundObjectRef: BoundObjectReference? {
    get { fields[optional: "boundObjectRef"] }
    set { fields[optional: "boundObjectRef"] = newValue }
  }

  public var expirationSeconds: Int? {
    get { fields[optional: "expirationSeconds"] }
    set { fields[optional: "expirationSeconds"] = newValue }
  }
}

/// Kubernetes: `authentication.k8s.io/v1 BoundObjectReference`.
public struct BoundObjectReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var apiVersion: String? {
    get { fields[optional: "apiVersion"] }
    set { fields[optional: "apiVersion"] = newValue }
  }

  public var kind: String? {
    get { fields[optional: "kind"] }
    set { fields[optional: "kind"] = newValue }
  }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }
}

/// Kubernetes: `authentication.k8s.io/v1 TokenRequestStatus`.
public struct TokenRequestStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var expirationTimestamp: Timestamp? {
    get { fields[optional: "expirationTimestamp"] }
    set { fields[optional: "expirationTimestamp"] = newValue }
  }

  public var token: String? {
    get { fields[optional: "token"] }
    set { fields[optional: "token"] = newValue }
  }
}

/// Asks who the caller is.
///
/// Kubernetes: `authentication.k8s.io/v1 SelfSubjectReview`.
public struct SelfSubjectReview: Resource {
  public static let definition = ResourceDefinition(
    group: "authentication.k8s.io", version: "v1", kind: "SelfSubjectReview", plural: "selfsubjectreviews",
    scope: .cluster, verbs: ["create"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var status: SelfSubjectReviewStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `authentication.k8s.io/v1 SelfSubjectReviewStatus`.
public struct SelfSubjectReviewStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var userInfo: UserInfo? {
    get { fields[optional: "userInfo"] }
    set { fields[optional: "userInfo"] = newValue }
  }
}
