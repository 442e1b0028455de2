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

  /// Groups of addresses that have the same ports.
  public var subsets: [EndpointSubset] {
    get { fields[list: "subsets"] }
    set { fields[list: "subsets"] = newValue }
  }
}

/// Addresses that have the same ports.
///
/// Kubernetes: `v1 EndpointSubset`.
public struct EndpointSubset: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Addresses that are ready.
  public var addresses: [EndpointAddress] {
    get { fields[list: "addresses"] }
    set { fields[list: "addresses"] = newValue }
  }

  /// Addresses that are not ready.
  public var notReadyAddresses: [EndpointAddress] {
    get { fields[list: "notReadyAddresses"] }
    set { fields[list: "notReadyAddresses"] = newValue }
  }

  /// The ports of the addresses.
  public var ports: [EndpointPort] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }
}

/// One address behind a service.
///
/// Kubernetes: `v1 EndpointAddress`.
public struct EndpointAddress: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The host name of the address.
  public var hostname: String? {
    get { fields[optional: "hostname"] }
    set { fields[optional: "hostname"] = newValue }
  }

  /// The address.
  public var ip: String {
    get { fields[required: "ip", empty: ""] }
    set { fields[required: "ip", empty: ""] = newValue }
  }

  /// The node that it is on.
  public var nodeName: String? {
    get { fields[optional: "nodeName"] }
    set { fields[optional: "nodeName"] = newValue }
  }

  /// The object that has the address.
  public var targetRef: ObjectReference? {
    get { fields[optional: "targetRef"] }
    set { fields[optional: "targetRef"] = newValue }
  }
}

/// A port of the addresses.
///
/// Kubernetes: `v1 EndpointPort`.
public struct EndpointPort: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The application protocol, such as http or kubernetes.io/h2c, as a hint to implementations.
  public var appProtocol: String? {
    get { fields[optional: "appProtocol"] }
    set { fields[optional: "appProtocol"] = newValue }
  }

  /// The name of the service's port.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// The port.
  public var port: Int {
    get { fields[required: "port", empty: 0] }
    set { fields[required: "port", empty: 0] = newValue }
  }

  /// The transport protocol of the port.
  public var `protocol`: String? {
    get { fields[optional: "protocol"] }
    set { fields[optional: "protocol"] = newValue }
  }
}
