// Generated from Sources/KubernetesAPI/Schemas/CoreV1+ConfigMap.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Settings for pods to read, as texts and bytes under keys.
///
/// Kubernetes: `v1 ConfigMap`.
public struct ConfigMap: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "ConfigMap", plural: "configmaps", shortNames: ["cm"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Bytes by key.
  public var binaryData: FieldMap<ByteString> {
    get { fields[values: "binaryData"] }
    set { fields[values: "binaryData"] = newValue }
  }

  /// Texts by key.
  public var data: StringMap {
    get { fields[map: "data"] }
    set { fields[map: "data"] = newValue }
  }

  /// Refuses changes of the data from now on.
  public var immutable: Bool? {
    get { fields[optional: "immutable"] }
    set { fields[optional: "immutable"] = newValue }
  }
}
