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

  public var addressType: String {
    get { fields[required: "addressType", empty: ""] }
    set { fields[required: "addressType", empty: ""] = newValue }
  }

  public var endpoints: [Endpoint] {
    get { fields[list: "endpoints"] }
    set { fields[list: "endpoints"] = newValue }
  }

  public var ports: [EndpointSlicePort] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }
}

/// Kubernetes: `discovery.k8s.io/v1 Endpoint`.
public struct Endpoint: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var addresses: [String] {
    get { fields[list: "addresses"] }
    set { fields[list: "addresses"] = newValue }
  }

  public var conditions: EndpointConditions? {
    get { fields[optional: "conditions"] }
    set { fields[optional: "conditions"] = newValue }
  }

  public var deprecatedTopology: StringMap {
    get { fields[map: "deprecatedTopology"] }
    set { fields[map: "deprecatedTopology"] = newValue }
  }

  public var hints: EndpointHints? {
    get { fields[optional: "hints"] }
    set { fields[optional: "hints"] = newValue }
  }

  public var hostname: String? {
    get { fields[optional: "hostname"] }
    set { fields[optional: "hostname"] = newValue }
  }

  public var nodeName: String? {
    get { fields[optional: "nodeName"] }
    set { fields[optional: "nodeName"] = newValue }
  }

  public var targetRef: ObjectReference? {
    get { fields[optional: "targetRef"] }
    set { fields[optional: "targetRef"] = newValue }
  }

  public var zone: String? {
    get { fields[optional: "zone"] }
    set { fields[optional: "zone"] = newValue }
  }
}

/// Kubernetes: `discovery.k8s.io/v1 EndpointConditions`.
public struct EndpointConditions: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var ready: Bool? {
    get { fields[optional: "ready"] }
    set { fields[optional: "ready"] = newValue }
  }

  public var serving: Bool? {
    get { fields[optional: "serving"] }
    set { fields[optional: "serving"] = newValue }
  }

  public var terminating: Bool? {
    get { fields[optional: "terminating"] }
    set { fields[optional: "terminating"] = newValue }
  }
}

/// Kubernetes: `discovery.k8s.io/v1 EndpointHints`.
public struct EndpointHints: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var forNodes: [ForNode] {
    get { fields[list: "forNodes"] }
    set { fields[list: "forNodes"] = newValue }
  }

  public var forZones: [ForZone] {
    get { fields[list: "forZones"] }
    set { fields[list: "forZones"] = newValue }
  }
}

/// Kubernetes: `discovery.k8s.io/v1 ForNode`.
public struct ForNode: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}

/// Kubernetes: `discovery.k8s.io/v1 ForZone`.
public struct ForZone: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}

/// Kubernetes: `discovery.k8s.io/v1 EndpointPort`.
public struct EndpointSlicePort: ObjectView {
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

  public var port: Int? {
    get { fields[optional: "port"] }
    set { fields[optional: "port"] = newValue }
  }

  public var `protocol`: String? {
    get { fields[optional: "protocol"] }
    set { fields[optional: "protocol"] = newValue }
  }
}
