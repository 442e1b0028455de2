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

  /// The token.
  public var spec: TokenReviewSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// Who it belongs to.
  public var status: TokenReviewStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// A token, and who asks.
///
/// Kubernetes: `authentication.k8s.io/v1 TokenReviewSpec`.
public struct TokenReviewSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Those who would accept the token; the API server when not given.
  public var audiences: [String] {
    get { fields[list: "audiences"] }
    set { fields[list: "audiences"] = newValue }
  }

  /// The token.
  public var token: String {
    get { fields[required: "token", empty: ""] }
    set { fields[required: "token", empty: ""] = newValue }
  }
}

/// Who a token belongs to.
///
/// Kubernetes: `authentication.k8s.io/v1 TokenReviewStatus`.
public struct TokenReviewStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Those of the audiences asked for that the token is meant for.
  public var audiences: [String] {
    get { fields[list: "audiences"] }
    set { fields[list: "audiences"] = newValue }
  }

  /// Whether the token is valid.
  public var authenticated: Bool? {
    get { fields[optional: "authenticated"] }
    set { fields[optional: "authenticated"] = newValue }
  }

  /// Why the token could not be checked.
  public var error: String? {
    get { fields[optional: "error"] }
    set { fields[optional: "error"] = newValue }
  }

  /// Who it belongs to.
  public var user: UserInfo? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }
}

/// A user.
///
/// Kubernetes: `authentication.k8s.io/v1 UserInfo`.
public struct UserInfo: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Further facts from the authenticator.
  public var extra: FieldMap<[String]> {
    get { fields[values: "extra"] }
    set { fields[values: "extra"] = newValue }
  }

  /// The groups of the user.
  public var groups: [String] {
    get { fields[list: "groups"] }
    set { fields[list: "groups"] = newValue }
  }

  /// The identity of the user.
  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }

  /// The name of the user.
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

  /// The token wanted.
  public var spec: TokenRequestSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// The token.
  public var status: TokenRequestStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// The token that is wanted.
///
/// Kubernetes: `authentication.k8s.io/v1 TokenRequestSpec`.
public struct TokenRequestSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Those that the token is meant for.
  public var audiences: [String] {
    get { fields[list: "audiences"] }
    set { fields[list: "audiences"] = newValue }
  }

  /// The object that the token goes with.
  public var boundObjectRef: BoundObjectReference? {
    get { fields[optional: "boundObjectRef"] }
    set { fields[optional: "boundObjectRef"] = newValue }
  }

  /// How long the token is to be valid.
  public var expirationSeconds: Int? {
    get { fields[optional: "expirationSeconds"] }
    set { fields[optional: "expirationSeconds"] = newValue }
  }
}

/// The object that a token goes with.
///
/// Kubernetes: `authentication.k8s.io/v1 BoundObjectReference`.
public struct BoundObjectReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The group and version of the object.
  public var apiVersion: String? {
    get { fields[optional: "apiVersion"] }
    set { fields[optional: "apiVersion"] = newValue }
  }

  /// The kind of the object: Pod, Secret or Node.
  public var kind: String? {
    get { fields[optional: "kind"] }
    set { fields[optional: "kind"] = newValue }
  }

  /// The name of the object.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// The identity of the object.
  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }
}

/// A token.
///
/// Kubernetes: `authentication.k8s.io/v1 TokenRequestStatus`.
public struct TokenRequestStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// When it expires.
  public var expirationTimestamp: Timestamp? {
    get { fields[optional: "expirationTimestamp"] }
    set { fields[optional: "expirationTimestamp"] = newValue }
  }

  /// The token.
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

  /// Who the caller is.
  public var status: SelfSubjectReviewStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Who the caller is.
///
/// Kubernetes: `authentication.k8s.io/v1 SelfSubjectReviewStatus`.
public struct SelfSubjectReviewStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The user.
  public var userInfo: UserInfo? {
    get { fields[optional: "userInfo"] }
    set { fields[optional: "userInfo"] = newValue }
  }
}
