// Generated from Sources/EKSAPI/Schemas/CRDV1Alpha1+ENIConfig.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Where the VPC CNI makes the network interfaces of pods under custom networking.
///
/// Kubernetes: `crd.k8s.amazonaws.com/v1alpha1 ENIConfig`.
public struct ENIConfig: Resource {
  public static let definition = ResourceDefinition(
    group: "crd.k8s.amazonaws.com", version: "v1alpha1", kind: "ENIConfig", plural: "eniconfigs", scope:
    .cluster)

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where interfaces come from.
  public var spec: ENIConfigSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// Nothing so far.
  public var status: JSONObject? {
    get { fields[optional: "status"] }
    set { fields[optional: "status"] = newValue }
  }
}

/// Where the interfaces of pods come from.
///
/// Kubernetes: `crd.k8s.amazonaws.com/v1alpha1 ENIConfigSpec`.
public struct ENIConfigSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The subnet, by its identifier; it is in the zone of the nodes that use it.
  public var subnet: String? {
    get { fields[optional: "subnet"] }
    set { fields[optional: "subnet"] = newValue }
  }

  /// The security groups of the interfaces, by identifier; those of the primary interface if none is
  /// named.
  public var securityGroups: [String] {
    get { fields[list: "securityGroups"] }
    set { fields[list: "securityGroups"] = newValue }
  }
}
