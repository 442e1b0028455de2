// Generated from Sources/KubernetesAPI/Schemas/AppsV1+ControllerRevision.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A past state of a StatefulSet or DaemonSet, kept for going back to.
///
/// Kubernetes: `apps/v1 ControllerRevision`.
public struct ControllerRevision: Resource {
  public static let definition = ResourceDefinition(
    group: "apps", version: "v1", kind: "ControllerRevision", plural: "controllerrevisions")

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The state.
  public var data: JSON? {
    get { fields[optional: "data"] }
    set { fields[optional: "data"] = newValue }
  }

  /// The number of the revision.
  public var revision: Int {
    get { fields[required: "revision", empty: 0] }
    set { fields[required: "revision", empty: 0] = newValue }
  }
}
