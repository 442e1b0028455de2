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

  public var spec: ServiceSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: ServiceStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `v1 ServiceSpec`.
public struct ServiceSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }

  public var allocateLoadBalancerNodePorts: Bool? {
    get { fields[optional: "allocateLoadBalancerNodePorts"] }
    set { fields[optional: "allocateLoadBalancerNodePorts"] = newValue }
  }

  public var clusterIP: String? {
    get { fields[optional: "clusterIP"] }
    set { fields[optional: "clusterIP"] = newValue }
  }

  public var clusterIPs: [String] {
    get { fields[list: "clusterIPs"] }
    set { fields[list: "clusterIPs"] = newValue }
  }

  public var externalIPs: [String] {
    get { fields[list: "externalIPs"] }
    set { fields[list: "externalIPs"] = newValue }
  }

  public var externalName: String? {
    get { fields[optional: "externalName"] }
    set { fields[optional: "externalName"] = newValue }
  }

  public var externalTrafficPolicy: String? {
    get { fields[optional: "externalTrafficPolicy"] }
    set { fields[optional: "externalTrafficPolicy"] = newValue }
  }

  public var healthCheckNodePort: Int? {
    get { fields[optional: "healthCheckNodePort"] }
    set { fields[optional: "healthCheckNodePort"] = newValue }
  }

  public var internalTrafficPolicy: String? {
    get { fields[optional: "internalTrafficPolicy"] }
    set { fields[optional: "internalTrafficPolicy"] = newValue }
  }

  public var ipFamilies: [String] {
    get { fields[list: "ipFamilies"] }
    set { fields[list: "ipFamilies"] = newValue }
  }

  public var ipFamilyPolicy: String? {
    get { fields[optional: "ipFamilyPolicy"] }
    set { fields[optional: "ipFamilyPolicy"] = newValue }
  }

  public var loadBalancerClass: String? {
    get { fields[optional: "loadBalancerClass"] }
    set { fields[optional: "loadBalancerClass"] = newValue }
  }

  public var loadBalancerIP: String? {
    get { fields[optional: "loadBalancerIP"] }
    set { fields[optional: "loadBalancerIP"] = newValue }
  }

  public var loadBalancerSourceRanges: [String] {
    get { fields[list: "loadBalancerSourceRanges"] }
    set { fields[list: "loadBalancerSourceRanges"] = newValue }
  }

  public var ports: [ServicePort] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }

  public var publishNotReadyAddresses: Bool? {
    get { fields[optional: "publishNotReadyAddresses"] }
    set { fields[optional: "publishNotReadyAddresses"] = newValue }
  }

  public var selector: StringMap {
    get { fields[map: "selector"] }
    set { fields[map: "selector"] = newValue }
  }

  public var sessionAffinity: String? {
    get { fields[optional: "sessionAffinity"] }
    set { fields[optional: "sessionAffinity"] = newValue }
  }

  public var trafficDistribution: String? {
    get { fields[optional: "trafficDistribution"] }
    set { fields[optional: "trafficDistribution"] = newValue }
  }

  public var sessionAffinityConfig: SessionAffinityConfig? {
    get { fields[optional: "sessionAffinityConfig"] }
    set { fields[optional: "sessionAffinityConfig"] = newValue }
  }
}

/// Kubernetes: `v1 ServicePort`.
public struct ServicePort: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var appProtocol: String? {
    get { fields[optional: "appProtocol"] }
    set { fields[optional: "appProtocol"] = newValue }
  }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var nodePort: Int? {
    get { fields[optional: "nodePort"] }
    set { fields[optional: "nodePort"] = newValue }
  }

  public var port: Int {
    get { fields[required: "port", empty: 0] }
    set { fields[required: "port", empty: 0] = newValue }
  }

  public var `protocol`: String? {
    get { fields[optional: "protocol"] }
    set { fields[optional: "protocol"] = newValue }
  }

  public var targetPort: IntOrString? {
    get { fields[optional: "targetPort"] }
    set { fields[optional: "targetPort"] = newValue }
  }
}

/// Kubernetes: `v1 SessionAffinityConfig`.
public struct SessionAffinityConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var clientIP: ClientIPConfig? {
    get { fields[optional: "clientIP"] }
    set { fields[optional: "clientIP"] = newValue }
  }
}

/// Kubernetes: `v1 ClientIPConfig`.
public struct ClientIPConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var timeoutSeconds: Int? {
    get { fields[optional: "timeoutSeconds"] }
    set { fields[optional: "timeoutSeconds"] = newValue }
  }
}

/// Kubernetes: `v1 ServiceStatus`.
public struct ServiceStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var conditions: [Condition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  public var loadBalancer: LoadBalancerStatus? {
    get { fields[optional: "loadBalancer"] }
    set { fields[optional: "loadBalancer"] = newValue }
  }
}

/// Kubernetes: `v1 LoadBalancerStatus`.
public struct LoadBalancerStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var ingress: [LoadBalancerIngress] {
    get { fields[list: "ingress"] }
    set { fields[list: "ingress"] = newValue }
  }
}

/// Kubernetes: `v1 LoadBalancerIngress`.
public struct LoadBalancerIngress: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var hostname: String? {
    get { fields[optional: "hostname"] }
    set { fields[optional: "hostname"] = newValue }
  }

  public var ip: String? {
    get { fields[optional: "ip"] }
    set { fields[optional: "ip"] = newValue }
  }

  public var ipMode: String? {
    get { fields[optional: "ipMode"] }
    set { fields[optional: "ipMode"] = newValue }
  }

  public var ports: [PortStatus] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }
}

/// Kubernetes: `v1 PortStatus`.
public struct PortStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var error: String? {
    get { fields[optional: "error"] }
    set { fields[optional: "error"] = newValue }
  }

  public var port: Int {
    get { fields[required: "port", empty: 0] }
    set { fields[required: "port", empty: 0] = newValue }
  }

  public var `protocol`: String {
    get { fields[required: "protocol", empty: ""] }
    set { fields[required: "protocol", empty: ""] = newValue }
  }
}
