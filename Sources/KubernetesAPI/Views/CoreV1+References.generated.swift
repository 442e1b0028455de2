// Generated from Sources/KubernetesAPI/Schemas/CoreV1+References.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Refers to an object of any kind, or to a part of one.
///
/// Kubernetes: `v1 ObjectReference`.
public struct ObjectReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The group and version of the object.
  public var apiVersion: String? {
    get { fields[optional: "apiVersion"] }
    set { fields[optional: "apiVersion"] = newValue }
  }

  /// The part of the object, such as spec.containers{web}.
  public var fieldPath: String? {
    get { fields[optional: "fieldPath"] }
    set { fields[optional: "fieldPath"] = newValue }
  }

  /// The kind of the object.
  public var kind: String? {
    get { fields[optional: "kind"] }
    set { fields[optional: "kind"] = newValue }
  }

  /// The name of the object.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// The namespace of the object.
  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }

  /// The version of the object that is meant.
  public var resourceVersion: String? {
    get { fields[optional: "resourceVersion"] }
    set { fields[optional: "resourceVersion"] = newValue }
  }

  /// The identity of the object.
  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }
}

/// Refers to an object of a known kind in the same namespace.
///
/// Kubernetes: `v1 LocalObjectReference`.
public struct LocalObjectReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the object.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }
}

/// Refers to a Secret in any namespace.
///
/// Kubernetes: `v1 SecretReference`.
public struct SecretReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the Secret.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// The namespace of the Secret.
  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }
}

/// Refers to an object of any kind in the same namespace.
///
/// Kubernetes: `v1 TypedLocalObjectReference`.
public struct TypedLocalObjectReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The API group of the object; empty for the core group.
  public var apiGroup: String? {
    get { fields[optional: "apiGroup"] }
    set { fields[optional: "apiGroup"] = newValue }
  }

  /// The kind of the object.
  public var kind: String {
    get { fields[required: "kind", empty: ""] }
    set { fields[required: "kind", empty: ""] = newValue }
  }

  /// The name of the object.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}

/// Refers to an object of any kind.
///
/// Kubernetes: `v1 TypedObjectReference`.
public struct TypedObjectReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The API group of the object; empty for the core group.
  public var apiGroup: String? {
    get { fields[optional: "apiGroup"] }
    set { fields[optional: "apiGroup"] = newValue }
  }

  /// The kind of the object.
  public var kind: String {
    get { fields[required: "kind", empty: ""] }
    set { fields[required: "kind", empty: ""] = newValue }
  }

  /// The name of the object.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The namespace of the object; by default that of the referring object.
  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }
}
