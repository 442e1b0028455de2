// Generated from Sources/KubernetesAPI/Schemas/CoreV1+LimitRange.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Least, greatest and default amounts of resources for the objects of a namespace.
///
/// Kubernetes: `v1 LimitRange`.
public struct LimitRange: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "LimitRange", plural: "limitranges", shortNames: ["limits"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The limits.
  public var spec: LimitRangeSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }
}

/// The limits of a namespace.
///
/// Kubernetes: `v1 LimitRangeSpec`.
public struct LimitRangeSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The limits, one entry a type of object.
  public var limits: [LimitRangeItem] {
    get { fields[list: "limits"] }
    set { fields[list: "limits"] = newValue }
  }
}

/// The limits for one type of object.
///
/// Kubernetes: `v1 LimitRangeItem`.
public struct LimitRangeItem: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The limits that containers get which say none.
  public var `default`: ResourceList {
    get { fields[values: "default"] }
    set { fields[values: "default"] = newValue }
  }

  /// The requests that containers get which say none.
  public var defaultRequest: ResourceList {
    get { fields[values: "defaultRequest"] }
    set { fields[values: "defaultRequest"] = newValue }
  }

  /// The greatest amounts.
  public var max: ResourceList {
    get { fields[values: "max"] }
    set { fields[values: "max"] = newValue }
  }

  /// The greatest ratio of limit to request.
  public var maxLimitRequestRatio: ResourceList {
    get { fields[values: "maxLimitRequestRatio"] }
    set { fields[values: "maxLimitRequestRatio"] = newValue }
  }

  /// The least amounts.
  public var min: ResourceList {
    get { fields[values: "min"] }
    set { fields[values: "min"] = newValue }
  }

  /// Pod, Container or PersistentVolumeClaim.
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}
