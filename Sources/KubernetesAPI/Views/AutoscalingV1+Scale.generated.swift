// Generated from Sources/KubernetesAPI/Schemas/AutoscalingV1+Scale.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// The number of replicas of an object, whatever its kind: the body of the scale subresource.
///
/// Kubernetes: `autoscaling/v1 Scale`.
public struct Scale: Resource {
  public static let definition = ResourceDefinition(
    group: "autoscaling", version: "v1", kind: "Scale", plural: "", verbs: [])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The number wanted.
  public var spec: ScaleSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// The number there is.
  public var status: ScaleStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// The number of replicas wanted.
///
/// Kubernetes: `autoscaling/v1 ScaleSpec`.
public struct ScaleSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The number wanted.
  public var replicas: Int? {
    get { fields[optional: "replicas"] }
    set { fields[optional: "replicas"] = newValue }
  }
}

/// The number of replicas there is.
///
/// Kubernetes: `autoscaling/v1 ScaleStatus`.
public struct ScaleStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The number there is.
  public var replicas: Int {
    get { fields[required: "replicas", empty: 0] }
    set { fields[required: "replicas", empty: 0] = newValue }
  }

  /// The label selector of the pods, as text.
  public var selector: String? {
    get { fields[optional: "selector"] }
    set { fields[optional: "selector"] = newValue }
  }
}
