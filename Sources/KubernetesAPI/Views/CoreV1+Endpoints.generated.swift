// Generated from Sources/KubernetesAPI/Schemas/CoreV1+Endpoints.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// The addresses behind a service, all in one object; EndpointSlice has taken its place.
///
/// Kubernetes: `v1 Endpoints`.
public struct Endpoints: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "Endpoints", plural: "endpoints", singular: "endpoints", shortNames:
    ["ep"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var subsets: [EndpointSubset] {
    get { fields[list: "subsets"] }
    set { fields[list: "subsets"] = newValue }
  }
}

/// Kubernetes: `v1 EndpointSubset`.
public struct EndpointSubset: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var addresses: [EndpointAddress] {
    get { fields[list: "addresses"] }
    set { fields[list: "addresses"] = newValue }
  }

  public var notReadyAddresses: [EndpointAddress] {
    get { fields[list: "notReadyAddresses"] }
    set { fields[list: "notReadyAddresses"] = newValue }
  }

  public var ports: [EndpointPort] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }
}

/// Kubernetes: `v1 EndpointAddress`.
public struct EndpointAddress: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var hostname: String? {
    get { fields[optional: "hostname"] }
    set { fields[optional: "hostname"] = newValue }
  }

  public var ip: String {
    get { fields[required: "ip", empty: ""] }
    set { fields[required: "ip", empty: ""] = newValue }
  }

  public var nodeName: String? {
    get { fields[optional: "nodeName"] }
    set { fields[optional: "nodeName"] = newValue }
  }

  public var targetRef: ObjectReference? {
    get { fields[optional: "targetRef"] }
    set { fields[optional: "targetRef"] = newValue }
  }
}

/// Kubernetes: `v1 EndpointPort`.
public struct EndpointPort: ObjectView {
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

  public var port: Int {
    get { fields[required: "port", empty: 0] }
    set { fields[required: "port", empty: 0] = newValue }
  }

  public var `protocol`: String? {
    get { fields[optional: "protocol"] }
    set { fields[optional: "protocol"] = newValue }
  }
}
