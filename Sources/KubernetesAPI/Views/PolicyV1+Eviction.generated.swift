// Generated from Sources/KubernetesAPI/Schemas/PolicyV1+Eviction.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Asks for a pod to be removed, if its disruption budgets allow: the body of a pod's eviction
/// subresource.
///
/// Kubernetes: `policy/v1 Eviction`.
public struct Eviction: Resource {
  public static let definition = ResourceDefinition(
    group: "policy", version: "v1", kind: "Eviction", plural: "", verbs: [])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How the pod is deleted.
  public var deleteOptions: DeleteOptionsBody? {
    get { fields[optional: "deleteOptions"] }
    set { fields[optional: "deleteOptions"] = newValue }
  }
}
