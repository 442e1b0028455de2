// Generated from Sources/KubernetesAPI/Schemas/CoreV1+ResourceQuota.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// The sum of resources that a namespace may use.
///
/// Kubernetes: `v1 ResourceQuota`.
public struct ResourceQuota: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "ResourceQuota", plural: "resourcequotas", shortNames: ["quota"],
    subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The amounts that may be used.
  public var spec: ResourceQuotaSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// The amounts that are used.
  public var status: ResourceQuotaStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// The amounts that a namespace may use.
///
/// Kubernetes: `v1 ResourceQuotaSpec`.
public struct ResourceQuotaSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The greatest sums, by resource.
  public var hard: ResourceList {
    get { fields[values: "hard"] }
    set { fields[values: "hard"] = newValue }
  }

  /// Chooses the objects that count, by scope and value.
  public var scopeSelector: ScopeSelector? {
    get { fields[optional: "scopeSelector"] }
    set { fields[optional: "scopeSelector"] = newValue }
  }

  /// Scopes that objects must be in to count.
  public var scopes: [String] {
    get { fields[list: "scopes"] }
    set { fields[list: "scopes"] = newValue }
  }
}

/// Chooses objects by scope and value.
///
/// Kubernetes: `v1 ScopeSelector`.
public struct ScopeSelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Requirements, all of which must be met.
  public var matchExpressions: [ScopedResourceSelectorRequirement] {
    get { fields[list: "matchExpressions"] }
    set { fields[list: "matchExpressions"] = newValue }
  }
}

/// One requirement on a scope.
///
/// Kubernetes: `v1 ScopedResourceSelectorRequirement`.
public struct ScopedResourceSelectorRequirement: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How the scope is compared with the values.
  public var `operator`: String {
    get { fields[required: "operator", empty: ""] }
    set { fields[required: "operator", empty: ""] = newValue }
  }

  /// The scope, such as PriorityClass.
  public var scopeName: String {
    get { fields[required: "scopeName", empty: ""] }
    set { fields[required: "scopeName", empty: ""] = newValue }
  }

  /// The values; none for Exists and DoesNotExist.
  public var values: [String] {
    get { fields[list: "values"] }
    set { fields[list: "values"] = newValue }
  }
}

/// The amounts that a namespace uses.
///
/// Kubernetes: `v1 ResourceQuotaStatus`.
public struct ResourceQuotaStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The greatest sums in force, by resource.
  public var hard: ResourceList {
    get { fields[values: "hard"] }
    set { fields[values: "hard"] = newValue }
  }

  /// The sums that are used, by resource.
  public var used: ResourceList {
    get { fields[values: "used"] }
    set { fields[values: "used"] = newValue }
  }
}
