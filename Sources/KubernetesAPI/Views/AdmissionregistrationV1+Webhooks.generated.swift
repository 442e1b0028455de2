// Generated from Sources/KubernetesAPI/Schemas/AdmissionregistrationV1+Webhooks.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Web servers that are asked about requests, and may change what is asked for.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 MutatingWebhookConfiguration`.
public struct MutatingWebhookConfiguration: Resource {
  public static let definition = ResourceDefinition(
    group: "admissionregistration.k8s.io", version: "v1", kind: "MutatingWebhookConfiguration", plural:
    "mutatingwebhookconfigurations", categories: ["api-extensions"], scope: .cluster)

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The servers, and the requests that each is asked about.
  public var webhooks: [MutatingWebhook] {
    get { fields[list: "webhooks"] }
    set { fields[list: "webhooks"] = newValue }
  }
}

/// A web server that may change the objects of requests.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 MutatingWebhook`.
public struct MutatingWebhook: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The versions of AdmissionReview that the server understands, the best first.
  public var admissionReviewVersions: [String] {
    get { fields[list: "admissionReviewVersions"] }
    set { fields[list: "admissionReviewVersions"] = newValue }
  }

  /// How the server is called.
  public var clientConfig: AdmissionWebhookClientConfig {
    get { fields[view: "clientConfig"] }
    set { fields[view: "clientConfig"] = newValue }
    _modify { yield &fields[view: "clientConfig"] }
  }

  /// What happens when the server cannot be asked: the request is refused (Fail), or not (Ignore).
  public var failurePolicy: String? {
    get { fields[optional: "failurePolicy"] }
    set { fields[optional: "failurePolicy"] = newValue }
  }

  /// Conditions that a request must meet for the server to be asked.
  public var matchConditions: [MatchCondition] {
    get { fields[list: "matchConditions"] }
    set { fields[list: "matchConditions"] = newValue }
  }

  /// Whether a rule also means other versions of the resources that it names (Equivalent) or not (Exact).
  public var matchPolicy: String? {
    get { fields[optional: "matchPolicy"] }
    set { fields[optional: "matchPolicy"] = newValue }
  }

  /// The name, with at least two dots.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
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

  /// Whether the server is asked again when another one changes the object after it.
  public var reinvocationPolicy: String? {
    get { fields[optional: "reinvocationPolicy"] }
    set { fields[optional: "reinvocationPolicy"] = newValue }
  }

  /// The requests that the server is asked about.
  public var rules: [RuleWithOperations] {
    get { fields[list: "rules"] }
    set { fields[list: "rules"] = newValue }
  }

  /// Whether asking changes anything elsewhere; on a dry run nothing that does is asked.
  public var sideEffects: String {
    get { fields[required: "sideEffects", empty: ""] }
    set { fields[required: "sideEffects", empty: ""] = newValue }
  }

  /// How long the server may take.
  public var timeoutSeconds: Int? {
    get { fields[optional: "timeoutSeconds"] }
    set { fields[optional: "timeoutSeconds"] = newValue }
  }
}

/// Web servers that are asked about requests, and may refuse them.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration`.
public struct ValidatingWebhookConfiguration: Resource {
  public static let definition = ResourceDefinition(
    group: "admissionregistration.k8s.io", version: "v1", kind: "ValidatingWebhookConfiguration", plural:
    "validatingwebhookconfigurations", categories: ["api-extensions"], scope: .cluster)

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The servers, and the requests that each is asked about.
  public var webhooks: [ValidatingWebhook] {
    get { fields[list: "webhooks"] }
    set { fields[list: "webhooks"] = newValue }
  }
}

/// A web server that may refuse requests.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 ValidatingWebhook`.
public struct ValidatingWebhook: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The versions of AdmissionReview that the server understands, the best first.
  public var admissionReviewVersions: [String] {
    get { fields[list: "admissionReviewVersions"] }
    set { fields[list: "admissionReviewVersions"] = newValue }
  }

  /// How the server is called.
  public var clientConfig: AdmissionWebhookClientConfig {
    get { fields[view: "clientConfig"] }
    set { fields[view: "clientConfig"] = newValue }
    _modify { yield &fields[view: "clientConfig"] }
  }

  /// What happens when the server cannot be asked: the request is refused (Fail), or not (Ignore).
  public var failurePolicy: String? {
    get { fields[optional: "failurePolicy"] }
    set { fields[optional: "failurePolicy"] = newValue }
  }

  /// Conditions that a request must meet for the server to be asked.
  public var matchConditions: [MatchCondition] {
    get { fields[list: "matchConditions"] }
    set { fields[list: "matchConditions"] = newValue }
  }

  /// Whether a rule also means other versions of the resources that it names (Equivalent) or not (Exact).
  public var matchPolicy: String? {
    get { fields[optional: "matchPolicy"] }
    set { fields[optional: "matchPolicy"] = newValue }
  }

  /// The name, with at least two dots.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
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

  /// The requests that the server is asked about.
  public var rules: [RuleWithOperations] {
    get { fields[list: "rules"] }
    set { fields[list: "rules"] = newValue }
  }

  /// Whether asking changes anything elsewhere; on a dry run nothing that does is asked.
  public var sideEffects: String {
    get { fields[required: "sideEffects", empty: ""] }
    set { fields[required: "sideEffects", empty: ""] = newValue }
  }

  /// How long the server may take.
  public var timeoutSeconds: Int? {
    get { fields[optional: "timeoutSeconds"] }
    set { fields[optional: "timeoutSeconds"] = newValue }
  }
}

/// Requests by what they do to what.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 RuleWithOperations`.
public struct RuleWithOperations: ObjectView {
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

/// How a web server is called: by a URL or through a service.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 WebhookClientConfig`.
public struct AdmissionWebhookClientConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The certificate authorities that the server's certificate is checked by, in PEM.
  public var caBundle: ByteString? {
    get { fields[optional: "caBundle"] }
    set { fields[optional: "caBundle"] = newValue }
  }

  /// The service in front of the server.
  public var service: WebhookServiceReference? {
    get { fields[optional: "service"] }
    set { fields[optional: "service"] = newValue }
  }

  /// The address of the server: https://host:port/path.
  public var url: String? {
    get { fields[optional: "url"] }
    set { fields[optional: "url"] = newValue }
  }
}

/// A service that is called over HTTPS.
///
/// Kubernetes: `admissionregistration.k8s.io/v1 ServiceReference`.
public struct WebhookServiceReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The service's name.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The service's namespace.
  public var namespace: String {
    get { fields[required: "namespace", empty: ""] }
    set { fields[required: "namespace", empty: ""] = newValue }
  }

  /// The path of the request.
  public var path: String? {
    get { fields[optional: "path"] }
    set { fields[optional: "path"] = newValue }
  }

  /// The service's port.
  public var port: Int? {
    get { fields[optional: "port"] }
    set { fields[optional: "port"] = newValue }
  }
}
