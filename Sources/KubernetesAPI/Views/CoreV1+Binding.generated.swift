// Generated from Sources/KubernetesAPI/Schemas/CoreV1+Binding.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Places a pod on a node: what a scheduler posts.
///
/// Kubernetes: `v1 Binding`.
public struct Binding: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "Binding", plural: "bindings", verbs: ["create"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The node.
  public var target: ObjectReference {
    get { fields[view: "target"] }
    set { fields[view: "target"] = newValue }
    _modify { yield &fields[view: "target"] }
  }
}
