// Generated from Sources/KubernetesAPI/Schemas/CoreV1+References.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Kubernetes: `v1 ObjectReference`.
public struct ObjectReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var apiVersion: String? {
    get { fields[optional: "apiVersion"] }
    set { fields[optional: "apiVersion"] = newValue }
  }

  public var fieldPath: String? {
    get { fields[optional: "fieldPath"] }
    set { fields[optional: "fieldPath"] = newValue }
  }

  public var kind: String? {
    get { fields[optional: "kind"] }
    set { fields[optional: "kind"] = newValue }
  }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }

  public var resourceVersion: String? {
    get { fields[optional: "resourceVersion"] }
    set { fields[optional: "resourceVersion"] = newValue }
  }

  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }
}

/// Kubernetes: `v1 LocalObjectReference`.
public struct LocalObjectReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }
}

/// Kubernetes: `v1 SecretReference`.
public struct SecretReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }
}

/// Kubernetes: `v1 TypedLocalObjectReference`.
public struct TypedLocalObjectReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var apiGroup: String? {
    get { fields[optional: "apiGroup"] }
    set { fields[optional: "apiGroup"] = newValue }
  }

  public var kind: String {
    get { fields[required: "kind", empty: ""] }
    set { fields[required: "kind", empty: ""] = newValue }
  }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 TypedObjectReference`.
public struct TypedObjectReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var apiGroup: String? {
    get { fields[optional: "apiGroup"] }
    set { fields[optional: "apiGroup"] = newValue }
  }

  public var kind: String {
    get { fields[required: "kind", empty: ""] }
    set { fields[required: "kind", empty: ""] = newValue }
  }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }
}
