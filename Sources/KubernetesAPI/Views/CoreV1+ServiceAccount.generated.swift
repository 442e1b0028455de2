// Generated from Sources/KubernetesAPI/Schemas/CoreV1+ServiceAccount.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// An identity under which the processes of pods speak to the API.
///
/// Kubernetes: `v1 ServiceAccount`.
public struct ServiceAccount: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "ServiceAccount", plural: "serviceaccounts", shortNames: ["sa"],
    subresources: ["token"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether pods get a token mounted; a pod may say otherwise.
  public var automountServiceAccountToken: Bool? {
    get { fields[optional: "automountServiceAccountToken"] }
    set { fields[optional: "automountServiceAccountToken"] = newValue }
  }

  /// Secrets that pods of the account pull images with.
  public var imagePullSecrets: [LocalObjectReference] {
    get { fields[list: "imagePullSecrets"] }
    set { fields[list: "imagePullSecrets"] = newValue }
  }

  /// Secrets that pods of the account may use; superseded.
  public var secrets: [ObjectReference] {
    get { fields[list: "secrets"] }
    set { fields[list: "secrets"] = newValue }
  }
}
