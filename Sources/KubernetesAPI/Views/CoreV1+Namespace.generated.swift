// Generated from Sources/KubernetesAPI/Schemas/CoreV1+Namespace.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A scope for names: objects in different namespaces may have the same name.
///
/// Kubernetes: `v1 Namespace`.
public struct Namespace: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "Namespace", plural: "namespaces", shortNames: ["ns"], scope: .cluster,
    subresources: ["finalize", "status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var spec: NamespaceSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: NamespaceStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `v1 NamespaceSpec`.
public struct NamespaceSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var finalizers: [String] {
    get { fields[list: "finalizers"] }
    set { fields[list: "finalizers"] = newValue }
  }
}

/// Kubernetes: `v1 NamespaceStatus`.
public struct NamespaceStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var conditions: [NamespaceCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  public var phase: String? {
    get { fields[optional: "phase"] }
    set { fields[optional: "phase"] = newValue }
  }
}

/// Kubernetes: `v1 NamespaceCondition`.
public struct NamespaceCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var lastTransitionTime: Timestamp? {
    get { fields[optional: "lastTransitionTime"] }
    set { fields[optional: "lastTransitionTime"] = newValue }
  }

  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  public var status: String {
    get { fields[required: "status", empty: ""] }
    set { fields[required: "status", empty: ""] = newValue }
  }

  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}
