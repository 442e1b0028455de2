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

  public var description: String? {
    get { fields[optional: "description"] }
    set { fields[optional: "description"] = newValue }
  }

  public var globalDefault: Bool? {
    get { fields[optional: "globalDefault"] }
    set { fields[optional: "globalDefault"] = newValue }
  }

  public var preemptionPolicy: String? {
    get { fields[optional: "preemptionPolicy"] }
    set { fields[optional: "preemptionPolicy"] = newValue }
  }

  public var value: Int? {
    get { fields[optional: "value"] }
    set { fields[optional: "value"] = newValue }
  }
}
