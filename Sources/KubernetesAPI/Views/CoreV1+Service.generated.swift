// Generated from Sources/KubernetesAPI/Schemas/CoreV1+Service.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A stable name and address in front of the pods that a selector finds.
///
/// Kubernetes: `v1 Service`.
public struct Service: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "Service", plural: "services", shortNames: ["svc"], categories: ["all"],
    subresources: ["proxy", "status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How the service is reached, and the pods behind it.
  public var spec: ServiceSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What is known of the service's load balancer.
  public var status: ServiceStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// How a service is reached, and the pods behind it.
///
/// Kubernetes: `v1 ServiceSpec`.
public struct ServiceSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Who can reach the service: the cluster, also through a port of each node, also through a load
  /// balancer; or nobody, for an alias.
  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }

  /// Whether a load balancer's ports get node ports.
  public var allocateLoadBalancerNodePorts: Bool? {
    get { fields[optional: "allocateLoadBalancerNodePorts"] }
    set { fields[optional: "allocateLoadBalancerNodePorts"] = newValue }
  }

  /// The virtual address; given out by the cluster, None for a service without one.
  public var clusterIP: String? {
    get { fields[optional: "clusterIP"] }
    set { fields[optional: "clusterIP"] = newValue }
  }

  /// The virtual addresses, one a family, the first being clusterIP.
  public var clusterIPs: [String] {
    get { fields[list: "clusterIPs"] }
    set { fields[list: "clusterIPs"] = newValue }
  }

  /// Further addresses, not managed by the cluster, that lead to the service.
  public var externalIPs: [String] {
    get { fields[list: "externalIPs"] }
    set { fields[list: "externalIPs"] = newValue }
  }

  /// The DNS name that the service is an alias of, with type ExternalName.
  public var externalName: String? {
    get { fields[optional: "externalName"] }
    set { fields[optional: "externalName"] = newValue }
  }

  /// Whether traffic from outside goes to all nodes' pods, or stays on the node and keeps its source
  /// address.
  public var externalTrafficPolicy: String? {
    get { fields[optional: "externalTrafficPolicy"] }
    set { fields[optional: "externalTrafficPolicy"] = newValue }
  }

  /// The port by which a load balancer sees which nodes have pods.
  public var healthCheckNodePort: Int? {
    get { fields[optional: "healthCheckNodePort"] }
    set { fields[optional: "healthCheckNodePort"] = newValue }
  }

  /// Whether traffic from inside goes to all nodes' pods, or stays on the node.
  public var internalTrafficPolicy: String? {
    get { fields[optional: "internalTrafficPolicy"] }
    set { fields[optional: "internalTrafficPolicy"] = newValue }
  }

  /// The address families, one or two.
  public var ipFamilies: [String] {
    get { fields[list: "ipFamilies"] }
    set { fields[list: "ipFamilies"] = newValue }
  }

  /// Whether the service has one family or two.
  public var ipFamilyPolicy: String? {
    get { fields[optional: "ipFamilyPolicy"] }
    set { fields[optional: "ipFamilyPolicy"] = newValue }
  }

  /// The implementation of the load balancer.
  public var loadBalancerClass: String? {
    get { fields[optional: "loadBalancerClass"] }
    set { fields[optional: "loadBalancerClass"] = newValue }
  }

  /// The address asked for from the load balancer; superseded.
  public var loadBalancerIP: String? {
    get { fields[optional: "loadBalancerIP"] }
    set { fields[optional: "loadBalancerIP"] = newValue }
  }

  /// The addresses from which the load balancer lets traffic in.
  public var loadBalancerSourceRanges: [String] {
    get { fields[list: "loadBalancerSourceRanges"] }
    set { fields[list: "loadBalancerSourceRanges"] = newValue }
  }

  /// The ports of the service.
  public var ports: [ServicePort] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }

  /// Whether pods that are not ready count too.
  public var publishNotReadyAddresses: Bool? {
    get { fields[optional: "publishNotReadyAddresses"] }
    set { fields[optional: "publishNotReadyAddresses"] = newValue }
  }

  /// Labels of the pods behind the service; without any, its endpoints are managed by others.
  public var selector: StringMap {
    get { fields[map: "selector"] }
    set { fields[map: "selector"] = newValue }
  }

  /// Whether a client always reaches the same pod.
  public var sessionAffinity: String? {
    get { fields[optional: "sessionAffinity"] }
    set { fields[optional: "sessionAffinity"] = newValue }
  }

  /// Which pods are preferred: those in the client's zone or on its node.
  public var trafficDistribution: String? {
    get { fields[optional: "trafficDistribution"] }
    set { fields[optional: "trafficDistribution"] = newValue }
  }

  /// Settings of the session affinity.
  public var sessionAffinityConfig: SessionAffinityConfig? {
    get { fields[optional: "sessionAffinityConfig"] }
    set { fields[optional: "sessionAffinityConfig"] = newValue }
  }
}

/// A port of a service.
///
/// Kubernetes: `v1 ServicePort`.
public struct ServicePort: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The application protocol, such as http or kubernetes.io/h2c, as a hint to implementations.
  public var appProtocol: String? {
    get { fields[optional: "appProtocol"] }
    set { fields[optional: "appProtocol"] = newValue }
  }

  /// The name of the port, unique in the service; needed when there are several.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// The port of each node, for the types NodePort and LoadBalancer; given out by the cluster.
  public var nodePort: Int? {
    get { fields[optional: "nodePort"] }
    set { fields[optional: "nodePort"] = newValue }
  }

  /// The port of the service.
  public var port: Int {
    get { fields[required: "port", empty: 0] }
    set { fields[required: "port", empty: 0] = newValue }
  }

  /// The transport protocol of the port.
  public var `protocol`: String? {
    get { fields[optional: "protocol"] }
    set { fields[optional: "protocol"] = newValue }
  }

  /// The port of the pods, by number or by name; the same as port when not given.
  public var targetPort: IntOrString? {
    get { fields[optional: "targetPort"] }
    set { fields[optional: "targetPort"] = newValue }
  }
}

/// Settings of session affinity.
///
/// Kubernetes: `v1 SessionAffinityConfig`.
public struct SessionAffinityConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Settings for affinity by the client's address.
  public var clientIP: ClientIPConfig? {
    get { fields[optional: "clientIP"] }
    set { fields[optional: "clientIP"] = newValue }
  }
}

/// Settings for affinity by the client's address.
///
/// Kubernetes: `v1 ClientIPConfig`.
public struct ClientIPConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How long a client that is silent stays with its pod.
  public var timeoutSeconds: Int? {
    get { fields[optional: "timeoutSeconds"] }
    set { fields[optional: "timeoutSeconds"] = newValue }
  }
}

/// What is known of a service's load balancer.
///
/// Kubernetes: `v1 ServiceStatus`.
public struct ServiceStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Aspects of the state, one entry a type.
  public var conditions: [Condition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// The load balancer.
  public var loadBalancer: LoadBalancerStatus? {
    get { fields[optional: "loadBalancer"] }
    set { fields[optional: "loadBalancer"] = newValue }
  }
}

/// The state of a load balancer.
///
/// Kubernetes: `v1 LoadBalancerStatus`.
public struct LoadBalancerStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The points at which it takes traffic.
  public var ingress: [LoadBalancerIngress] {
    get { fields[list: "ingress"] }
    set { fields[list: "ingress"] = newValue }
  }
}

/// A point at which a load balancer takes traffic.
///
/// Kubernetes: `v1 LoadBalancerIngress`.
public struct LoadBalancerIngress: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Its DNS name.
  public var hostname: String? {
    get { fields[optional: "hostname"] }
    set { fields[optional: "hostname"] = newValue }
  }

  /// Its address.
  public var ip: String? {
    get { fields[optional: "ip"] }
    set { fields[optional: "ip"] = newValue }
  }

  /// VIP when traffic comes with the balancer's address as destination, Proxy when with the node's or
  /// pod's.
  public var ipMode: String? {
    get { fields[optional: "ipMode"] }
    set { fields[optional: "ipMode"] = newValue }
  }

  /// The state of its ports.
  public var ports: [PortStatus] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }
}

/// The state of a port of a load balancer.
///
/// Kubernetes: `v1 PortStatus`.
public struct PortStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What is wrong with the port, in one word.
  public var error: String? {
    get { fields[optional: "error"] }
    set { fields[optional: "error"] = newValue }
  }

  /// The port.
  public var port: Int {
    get { fields[required: "port", empty: 0] }
    set { fields[required: "port", empty: 0] = newValue }
  }

  /// The transport protocol of the port.
  public var `protocol`: String {
    get { fields[required: "protocol", empty: ""] }
    set { fields[required: "protocol", empty: ""] = newValue }
  }
}
