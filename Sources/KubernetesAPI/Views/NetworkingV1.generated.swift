// Generated from Sources/KubernetesAPI/Schemas/NetworkingV1.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Rules by which requests from outside reach services.
///
/// Kubernetes: `networking.k8s.io/v1 Ingress`.
public struct Ingress: Resource {
  public static let definition = ResourceDefinition(
    group: "networking.k8s.io", version: "v1", kind: "Ingress", plural: "ingresses", shortNames: ["ing"],
    subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The rules that are wanted.
  public var spec: IngressSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// Where requests come in.
  public var status: IngressStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// How requests reach services.
///
/// Kubernetes: `networking.k8s.io/v1 IngressSpec`.
public struct IngressSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Gets what no rule matches; needed when there are no rules.
  public var defaultBackend: IngressBackend? {
    get { fields[optional: "defaultBackend"] }
    set { fields[optional: "defaultBackend"] = newValue }
  }

  /// The IngressClass, and by it the controller, that serves the rules.
  public var ingressClassName: String? {
    get { fields[optional: "ingressClassName"] }
    set { fields[optional: "ingressClassName"] = newValue }
  }

  /// The rules by host and path.
  public var rules: [IngressRule] {
    get { fields[list: "rules"] }
    set { fields[list: "rules"] = newValue }
  }

  /// The certificates, by host.
  public var tls: [IngressTLS] {
    get { fields[list: "tls"] }
    set { fields[list: "tls"] = newValue }
  }
}

/// Where requests go: to a service or to another resource.
///
/// Kubernetes: `networking.k8s.io/v1 IngressBackend`.
public struct IngressBackend: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// A resource of the namespace; excludes service.
  public var resource: TypedLocalObjectReference? {
    get { fields[optional: "resource"] }
    set { fields[optional: "resource"] = newValue }
  }

  /// A service of the namespace; excludes resource.
  public var service: IngressServiceBackend? {
    get { fields[optional: "service"] }
    set { fields[optional: "service"] = newValue }
  }
}

/// A port of a service.
///
/// Kubernetes: `networking.k8s.io/v1 IngressServiceBackend`.
public struct IngressServiceBackend: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The service.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// Its port.
  public var port: ServiceBackendPort? {
    get { fields[optional: "port"] }
    set { fields[optional: "port"] = newValue }
  }
}

/// A port by name or by number.
///
/// Kubernetes: `networking.k8s.io/v1 ServiceBackendPort`.
public struct ServiceBackendPort: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the port; excludes number.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// Its number; excludes name.
  public var number: Int? {
    get { fields[optional: "number"] }
    set { fields[optional: "number"] = newValue }
  }
}

/// The paths of one host.
///
/// Kubernetes: `networking.k8s.io/v1 IngressRule`.
public struct IngressRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The host's name; its first label may be *. All hosts when not given.
  public var host: String? {
    get { fields[optional: "host"] }
    set { fields[optional: "host"] = newValue }
  }

  /// The paths.
  public var http: HTTPIngressRuleValue? {
    get { fields[optional: "http"] }
    set { fields[optional: "http"] = newValue }
  }
}

/// Backends by path.
///
/// Kubernetes: `networking.k8s.io/v1 HTTPIngressRuleValue`.
public struct HTTPIngressRuleValue: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The paths.
  public var paths: [HTTPIngressPath] {
    get { fields[list: "paths"] }
    set { fields[list: "paths"] = newValue }
  }
}

/// The backend of a path.
///
/// Kubernetes: `networking.k8s.io/v1 HTTPIngressPath`.
public struct HTTPIngressPath: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where the requests go.
  public var backend: IngressBackend {
    get { fields[view: "backend"] }
    set { fields[view: "backend"] = newValue }
    _modify { yield &fields[view: "backend"] }
  }

  /// The path, which begins with a slash.
  public var path: String? {
    get { fields[optional: "path"] }
    set { fields[optional: "path"] = newValue }
  }

  /// How the path is matched.
  public var pathType: String {
    get { fields[required: "pathType", empty: ""] }
    set { fields[required: "pathType", empty: ""] = newValue }
  }
}

/// A certificate and the hosts it is for.
///
/// Kubernetes: `networking.k8s.io/v1 IngressTLS`.
public struct IngressTLS: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The hosts in the certificate.
  public var hosts: [String] {
    get { fields[list: "hosts"] }
    set { fields[list: "hosts"] = newValue }
  }

  /// The secret with the certificate.
  public var secretName: String? {
    get { fields[optional: "secretName"] }
    set { fields[optional: "secretName"] = newValue }
  }
}

/// Where requests come in.
///
/// Kubernetes: `networking.k8s.io/v1 IngressStatus`.
public struct IngressStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The load balancer's state.
  public var loadBalancer: IngressLoadBalancerStatus? {
    get { fields[optional: "loadBalancer"] }
    set { fields[optional: "loadBalancer"] = newValue }
  }
}

/// The places where a load balancer takes requests.
///
/// Kubernetes: `networking.k8s.io/v1 IngressLoadBalancerStatus`.
public struct IngressLoadBalancerStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The places.
  public var ingress: [IngressLoadBalancerIngress] {
    get { fields[list: "ingress"] }
    set { fields[list: "ingress"] = newValue }
  }
}

/// One place where a load balancer takes requests.
///
/// Kubernetes: `networking.k8s.io/v1 IngressLoadBalancerIngress`.
public struct IngressLoadBalancerIngress: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Its name in DNS, as AWS' load balancers have.
  public var hostname: String? {
    get { fields[optional: "hostname"] }
    set { fields[optional: "hostname"] = newValue }
  }

  /// Its address.
  public var ip: String? {
    get { fields[optional: "ip"] }
    set { fields[optional: "ip"] = newValue }
  }

  /// The state of its ports.
  public var ports: [IngressPortStatus] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }
}

/// The state of a port of a load balancer.
///
/// Kubernetes: `networking.k8s.io/v1 IngressPortStatus`.
public struct IngressPortStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What went wrong with it.
  public var error: String? {
    get { fields[optional: "error"] }
    set { fields[optional: "error"] = newValue }
  }

  /// The port.
  public var port: Int {
    get { fields[required: "port", empty: 0] }
    set { fields[required: "port", empty: 0] = newValue }
  }

  /// The transport protocol.
  public var `protocol`: String {
    get { fields[required: "protocol", empty: ""] }
    set { fields[required: "protocol", empty: ""] = newValue }
  }
}

/// A controller that serves ingresses, and its settings.
///
/// Kubernetes: `networking.k8s.io/v1 IngressClass`.
public struct IngressClass: Resource {
  public static let definition = ResourceDefinition(
    group: "networking.k8s.io", version: "v1", kind: "IngressClass", plural: "ingressclasses", scope:
    .cluster)

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The controller and its settings.
  public var spec: IngressClassSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }
}

/// The controller of a class and its settings.
///
/// Kubernetes: `networking.k8s.io/v1 IngressClassSpec`.
public struct IngressClassSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The controller, as a domain with a path.
  public var controller: String? {
    get { fields[optional: "controller"] }
    set { fields[optional: "controller"] = newValue }
  }

  /// An object with more settings.
  public var parameters: IngressClassParametersReference? {
    get { fields[optional: "parameters"] }
    set { fields[optional: "parameters"] = newValue }
  }
}

/// The object with the settings of a class.
///
/// Kubernetes: `networking.k8s.io/v1 IngressClassParametersReference`.
public struct IngressClassParametersReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The group of its kind; core when empty.
  public var apiGroup: String? {
    get { fields[optional: "apiGroup"] }
    set { fields[optional: "apiGroup"] = newValue }
  }

  /// Its kind.
  public var kind: String {
    get { fields[required: "kind", empty: ""] }
    set { fields[required: "kind", empty: ""] = newValue }
  }

  /// Its name.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// Its namespace, when the scope is Namespace.
  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }

  /// Cluster or Namespace.
  public var scope: String? {
    get { fields[optional: "scope"] }
    set { fields[optional: "scope"] = newValue }
  }
}

/// Which traffic pods may have.
///
/// Kubernetes: `networking.k8s.io/v1 NetworkPolicy`.
public struct NetworkPolicy: Resource {
  public static let definition = ResourceDefinition(
    group: "networking.k8s.io", version: "v1", kind: "NetworkPolicy", plural: "networkpolicies", shortNames:
    ["netpol"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The pods and their traffic.
  public var spec: NetworkPolicySpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }
}

/// The pods of a policy and the traffic that it allows them.
///
/// Kubernetes: `networking.k8s.io/v1 NetworkPolicySpec`.
public struct NetworkPolicySpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Allowed traffic from the pods.
  public var egress: [NetworkPolicyEgressRule] {
    get { fields[list: "egress"] }
    set { fields[list: "egress"] = newValue }
  }

  /// Allowed traffic to the pods.
  public var ingress: [NetworkPolicyIngressRule] {
    get { fields[list: "ingress"] }
    set { fields[list: "ingress"] = newValue }
  }

  /// Chooses the pods; an empty one chooses all of the namespace.
  public var podSelector: LabelSelector? {
    get { fields[optional: "podSelector"] }
    set { fields[optional: "podSelector"] = newValue }
  }

  /// The directions that the policy is about: Ingress always, Egress when there are egress rules, unless
  /// given.
  public var policyTypes: [String] {
    get { fields[list: "policyTypes"] }
    set { fields[list: "policyTypes"] = newValue }
  }
}

/// Traffic that pods may get.
///
/// Kubernetes: `networking.k8s.io/v1 NetworkPolicyIngressRule`.
public struct NetworkPolicyIngressRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where it may come from; from anywhere when empty.
  public var from: [NetworkPolicyPeer] {
    get { fields[list: "from"] }
    set { fields[list: "from"] = newValue }
  }

  /// The ports it may come to; all when empty.
  public var ports: [NetworkPolicyPort] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }
}

/// Traffic that pods may send.
///
/// Kubernetes: `networking.k8s.io/v1 NetworkPolicyEgressRule`.
public struct NetworkPolicyEgressRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The ports it may go to; all when empty.
  public var ports: [NetworkPolicyPort] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }

  /// Where it may go; anywhere when empty.
  public var to: [NetworkPolicyPeer] {
    get { fields[list: "to"] }
    set { fields[list: "to"] = newValue }
  }
}

/// A port or a range of ports.
///
/// Kubernetes: `networking.k8s.io/v1 NetworkPolicyPort`.
public struct NetworkPolicyPort: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The last port of the range that begins with port.
  public var endPort: Int? {
    get { fields[optional: "endPort"] }
    set { fields[optional: "endPort"] = newValue }
  }

  /// The port, by number or by name; all when not given.
  public var port: IntOrString? {
    get { fields[optional: "port"] }
    set { fields[optional: "port"] = newValue }
  }

  /// TCP, UDP or SCTP.
  public var `protocol`: String? {
    get { fields[optional: "protocol"] }
    set { fields[optional: "protocol"] = newValue }
  }
}

/// The other side of the traffic.
///
/// Kubernetes: `networking.k8s.io/v1 NetworkPolicyPeer`.
public struct NetworkPolicyPeer: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Addresses; excludes the other two.
  public var ipBlock: IPBlock? {
    get { fields[optional: "ipBlock"] }
    set { fields[optional: "ipBlock"] = newValue }
  }

  /// Chooses namespaces; all their pods, without a podSelector.
  public var namespaceSelector: LabelSelector? {
    get { fields[optional: "namespaceSelector"] }
    set { fields[optional: "namespaceSelector"] = newValue }
  }

  /// Chooses pods, in the policy's namespace or in the chosen ones.
  public var podSelector: LabelSelector? {
    get { fields[optional: "podSelector"] }
    set { fields[optional: "podSelector"] = newValue }
  }
}

/// Addresses of a CIDR block but for some.
///
/// Kubernetes: `networking.k8s.io/v1 IPBlock`.
public struct IPBlock: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The block.
  public var cidr: String {
    get { fields[required: "cidr", empty: ""] }
    set { fields[required: "cidr", empty: ""] = newValue }
  }

  /// Blocks within it that are not meant.
  public var except: [String] {
    get { fields[list: "except"] }
    set { fields[list: "except"] = newValue }
  }
}
