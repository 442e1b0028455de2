// Generated from Sources/KubernetesAPI/Schemas/SchedulingV1+PriorityClass.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A name for a priority that pods can have.
///
/// Kubernetes: `scheduling.k8s.io/v1 PriorityClass`.
public struct PriorityClass: Resource {
  public static let definition = ResourceDefinition(
    group: "scheduling.k8s.io", version: "v1", kind: "PriorityClass", plural: "priorityclasses", shortNames:
    ["pc"], scope: .cluster)

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// When the class is to be used.
  public var description: String? {
    get { fields[optional: "description"] }
    set { fields[optional: "description"] = newValue }
  }

  /// Whether pods that name no class have this one.
  public var globalDefault: Bool? {
    get { fields[optional: "globalDefault"] }
    set { fields[optional: "globalDefault"] = newValue }
  }

  /// Whether pods of the class may have others removed to make room.
  public var preemptionPolicy: String? {
    get { fields[optional: "preemptionPolicy"] }
    set { fields[optional: "preemptionPolicy"] = newValue }
  }

  /// The priority, greater being more important.
  public var value: Int? {
    get { fields[optional: "value"] }
    set { fields[optional: "value"] = newValue }
  }
}
