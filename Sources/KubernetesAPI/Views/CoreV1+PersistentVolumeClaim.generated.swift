// Generated from Sources/KubernetesAPI/Schemas/CoreV1+PersistentVolumeClaim.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A user's request for storage that outlives pods.
///
/// Kubernetes: `v1 PersistentVolumeClaim`.
public struct PersistentVolumeClaim: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "PersistentVolumeClaim", plural: "persistentvolumeclaims", shortNames:
    ["pvc"], subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the claim asks for.
  public var spec: PersistentVolumeClaimSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What the claim got.
  public var status: PersistentVolumeClaimStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// What a claim got.
///
/// Kubernetes: `v1 PersistentVolumeClaimStatus`.
public struct PersistentVolumeClaimStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The ways in which the volume can be mounted.
  public var accessModes: [String] {
    get { fields[list: "accessModes"] }
    set { fields[list: "accessModes"] = newValue }
  }

  /// How far a change of size is, by resource.
  public var allocatedResourceStatuses: StringMap {
    get { fields[map: "allocatedResourceStatuses"] }
    set { fields[map: "allocatedResourceStatuses"] = newValue }
  }

  /// The size that was granted, by resource.
  public var allocatedResources: ResourceList {
    get { fields[values: "allocatedResources"] }
    set { fields[values: "allocatedResources"] = newValue }
  }

  /// The size of the volume, by resource.
  public var capacity: ResourceList {
    get { fields[values: "capacity"] }
    set { fields[values: "capacity"] = newValue }
  }

  /// Aspects of the state, one entry a type.
  public var conditions: [PersistentVolumeClaimCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// The class of attributes in force.
  public var currentVolumeAttributesClassName: String? {
    get { fields[optional: "currentVolumeAttributesClassName"] }
    set { fields[optional: "currentVolumeAttributesClassName"] = newValue }
  }

  /// How far a change of attributes is.
  public var modifyVolumeStatus: ModifyVolumeStatus? {
    get { fields[optional: "modifyVolumeStatus"] }
    set { fields[optional: "modifyVolumeStatus"] = newValue }
  }

  /// Pending, Bound or Lost.
  public var phase: String? {
    get { fields[optional: "phase"] }
    set { fields[optional: "phase"] = newValue }
  }
}

/// One aspect of the state of a claim.
///
/// Kubernetes: `v1 PersistentVolumeClaimCondition`.
public struct PersistentVolumeClaimCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// When the aspect was last looked at.
  public var lastProbeTime: Timestamp? {
    get { fields[optional: "lastProbeTime"] }
    set { fields[optional: "lastProbeTime"] = newValue }
  }

  /// When the status last changed.
  public var lastTransitionTime: Timestamp? {
    get { fields[optional: "lastTransitionTime"] }
    set { fields[optional: "lastTransitionTime"] = newValue }
  }

  /// Why the condition has its status, in words for people.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// Why the condition has its status, in one word for programs.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  /// Whether it holds: True, False or Unknown.
  public var status: String {
    get { fields[required: "status", empty: ""] }
    set { fields[required: "status", empty: ""] = newValue }
  }

  /// The aspect of the state.
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// How far a change of attributes is.
///
/// Kubernetes: `v1 ModifyVolumeStatus`.
public struct ModifyVolumeStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Pending, InProgress or Infeasible.
  public var status: String {
    get { fields[required: "status", empty: ""] }
    set { fields[required: "status", empty: ""] = newValue }
  }

  /// The class of attributes that is wanted.
  public var targetVolumeAttributesClassName: String? {
    get { fields[optional: "targetVolumeAttributesClassName"] }
    set { fields[optional: "targetVolumeAttributesClassName"] = newValue }
  }
}
