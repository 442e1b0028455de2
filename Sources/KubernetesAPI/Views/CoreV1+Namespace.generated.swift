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

  /// What is wanted of the namespace.
  public var spec: NamespaceSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// How far the namespace is in its life.
  public var status: NamespaceStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// What is wanted of a namespace.
///
/// Kubernetes: `v1 NamespaceSpec`.
public struct NamespaceSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Who has work to do before the namespace may go.
  public var finalizers: [String] {
    get { fields[list: "finalizers"] }
    set { fields[list: "finalizers"] = newValue }
  }
}

/// How far a namespace is in its life.
///
/// Kubernetes: `v1 NamespaceStatus`.
public struct NamespaceStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Aspects of the state, one entry a type.
  public var conditions: [NamespaceCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// Active or Terminating.
  public var phase: String? {
    get { fields[optional: "phase"] }
    set { fields[optional: "phase"] = newValue }
  }
}

/// One aspect of the end of a namespace.
///
/// Kubernetes: `v1 NamespaceCondition`.
public struct NamespaceCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// When the status last changed.
  public var lastTransitionTime: Timestamp? {
    get { fields[optional: "lastTransitionTime"] }
    set { fields[optional: "lastTransitionTime"] = newValue }
  }

  /// Why the condition has its status, in words for people.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// Why the condition has its status, in one word for programs.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  /// Whether it holds: True, False or Unknown.
  public var status: String {
    get { fields[required: "status", empty: ""] }
    set { fields[required: "status", empty: ""] = newValue }
  }

  /// The aspect of the state.
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}
