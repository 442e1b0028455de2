// Generated from Sources/KubernetesAPI/Schemas/DiscoveryV1+EndpointSlice.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A part of the addresses behind a service.
///
/// Kubernetes: `discovery.k8s.io/v1 EndpointSlice`.
public struct EndpointSlice: Resource {
  public static let definition = ResourceDefinition(
    group: "discovery.k8s.io", version: "v1", kind: "EndpointSlice", plural: "endpointslices")

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The family of all addresses of the slice.
  public var addressType: String {
    get { fields[required: "addressType", empty: ""] }
    set { fields[required: "addressType", empty: ""] = newValue }
  }

  /// The addresses, a thousand at most.
  public var endpoints: [Endpoint] {
    get { fields[list: "endpoints"] }
    set { fields[list: "endpoints"] = newValue }
  }

  /// The ports of all addresses; a port without a number stands for all ports.
  public var ports: [EndpointSlicePort] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }
}

/// One pod behind a service.
///
/// Kubernetes: `discovery.k8s.io/v1 Endpoint`.
public struct Endpoint: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Its addresses, which stand for the same pod.
  public var addresses: [String] {
    get { fields[list: "addresses"] }
    set { fields[list: "addresses"] = newValue }
  }

  /// Whether it takes traffic.
  public var conditions: EndpointConditions? {
    get { fields[optional: "conditions"] }
    set { fields[optional: "conditions"] = newValue }
  }

  /// The place of the endpoint, in the older form.
  public var deprecatedTopology: StringMap {
    get { fields[map: "deprecatedTopology"] }
    set { fields[map: "deprecatedTopology"] = newValue }
  }

  /// Who should send traffic to it.
  public var hints: EndpointHints? {
    get { fields[optional: "hints"] }
    set { fields[optional: "hints"] = newValue }
  }

  /// Its host name in DNS.
  public var hostname: String? {
    get { fields[optional: "hostname"] }
    set { fields[optional: "hostname"] = newValue }
  }

  /// The node that it is on.
  public var nodeName: String? {
    get { fields[optional: "nodeName"] }
    set { fields[optional: "nodeName"] = newValue }
  }

  /// The object that has the addresses.
  public var targetRef: ObjectReference? {
    get { fields[optional: "targetRef"] }
    set { fields[optional: "targetRef"] = newValue }
  }

  /// The zone that it is in.
  public var zone: String? {
    get { fields[optional: "zone"] }
    set { fields[optional: "zone"] = newValue }
  }
}

/// Whether an endpoint takes traffic.
///
/// Kubernetes: `discovery.k8s.io/v1 EndpointConditions`.
public struct EndpointConditions: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// It takes traffic; when not given, it does.
  public var ready: Bool? {
    get { fields[optional: "ready"] }
    set { fields[optional: "ready"] = newValue }
  }

  /// It would take traffic if it were not being ended.
  public var serving: Bool? {
    get { fields[optional: "serving"] }
    set { fields[optional: "serving"] = newValue }
  }

  /// It is being ended.
  public var terminating: Bool? {
    get { fields[optional: "terminating"] }
    set { fields[optional: "terminating"] = newValue }
  }
}

/// Who should send traffic to an endpoint.
///
/// Kubernetes: `discovery.k8s.io/v1 EndpointHints`.
public struct EndpointHints: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The nodes.
  public var forNodes: [ForNode] {
    get { fields[list: "forNodes"] }
    set { fields[list: "forNodes"] = newValue }
  }

  /// The zones.
  public var forZones: [ForZone] {
    get { fields[list: "forZones"] }
    set { fields[list: "forZones"] = newValue }
  }
}

/// A node that an endpoint is meant for.
///
/// Kubernetes: `discovery.k8s.io/v1 ForNode`.
public struct ForNode: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The node.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}

/// A zone that an endpoint is meant for.
///
/// Kubernetes: `discovery.k8s.io/v1 ForZone`.
public struct ForZone: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The zone.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}

/// A port of the endpoints of a slice.
///
/// Kubernetes: `discovery.k8s.io/v1 EndpointPort`.
public struct EndpointSlicePort: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The application protocol, such as http or kubernetes.io/h2c, as a hint to implementations.
  public var appProtocol: String? {
    get { fields[optional: "appProtocol"] }
    set { fields[optional: "appProtocol"] = newValue }
  }

  /// The name of the service's port, unique in the slice.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// The port; all ports when not given.
  public var port: Int? {
    get { fields[optional: "port"] }
    set { fields[optional: "port"] = newValue }
  }

  /// The transport protocol of the port.
  public var `protocol`: String? {
    get { fields[optional: "protocol"] }
    set { fields[optional: "protocol"] = newValue }
  }
}
