// Generated from Sources/KubernetesAPI/Schemas/CoreV1+Secret.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Confidential data of limited size, such as passwords, keys and certificates, under keys.
///
/// Kubernetes: `v1 Secret`.
public struct Secret: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "Secret", plural: "secrets")

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Bytes by key.
  public var data: FieldMap<ByteString> {
    get { fields[values: "data"] }
    set { fields[values: "data"] = newValue }
  }

  /// Refuses changes of the data from now on.
  public var immutable: Bool? {
    get { fields[optional: "immutable"] }
    set { fields[optional: "immutable"] = newValue }
  }

  /// Texts by key that are written into data; never given back.
  public var stringData: StringMap {
    get { fields[map: "stringData"] }
    set { fields[map: "stringData"] = newValue }
  }

  /// What the data are for, such as kubernetes.io/tls.
  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }
}
