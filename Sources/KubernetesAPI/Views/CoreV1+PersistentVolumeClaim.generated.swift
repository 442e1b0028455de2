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

  public var spec: PersistentVolumeClaimSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: PersistentVolumeClaimStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `v1 PersistentVolumeClaimStatus`.
public struct PersistentVolumeClaimStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var accessModes: [String] {
    get { fields[list: "accessModes"] }
    set { fields[list: "accessModes"] = newValue }
  }

  public var allocatedResourceStatuses: StringMap {
    get { fields[map: "allocatedResourceStatuses"] }
    set { fields[map: "allocatedResourceStatuses"] = newValue }
  }

  public var allocatedResources: ResourceList {
    get { fields[values: "allocatedResources"] }
    set { fields[values: "allocatedResources"] = newValue }
  }

  public var capacity: ResourceList {
    get { fields[values: "capacity"] }
    set { fields[values: "capacity"] = newValue }
  }

  public var conditions: [PersistentVolumeClaimCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  public var currentVolumeAttributesClassName: String? {
    get { fields[optional: "currentVolumeAttributesClassName"] }
    set { fields[optional: "currentVolumeAttributesClassName"] = newValue }
  }

  public var modifyVolumeStatus: ModifyVolumeStatus? {
    get { fields[optional: "modifyVolumeStatus"] }
    set { fields[optional: "modifyVolumeStatus"] = newValue }
  }

  public var phase: String? {
    get { fields[optional: "phase"] }
    set { fields[optional: "phase"] = newValue }
  }
}

/// Kubernetes: `v1 PersistentVolumeClaimCondition`.
public struct PersistentVolumeClaimCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var lastProbeTime: Timestamp? {
    get { fields[optional: "lastProbeTime"] }
    set { fields[optional: "lastProbeTime"] = newValue }
  }

  public var lastTransitionTime: Timestamp? {
    get { fields[optional: "lastTransitionTime"] }
    set { fields[optional: "lastTransitionTime"] = newValue }
  }

  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  public var status: String {
    get { fields[required: "status", empty: ""] }
    set { fields[required: "status", empty: ""] = newValue }
  }

  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 ModifyVolumeStatus`.
public struct ModifyVolumeStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var status: String {
    get { fields[required: "status", empty: ""] }
    set { fields[required: "status", empty: ""] = newValue }
  }

  public var targetVolumeAttributesClassName: String? {
    get { fields[optional: "targetVolumeAttributesClassName"] }
    set { fields[optional: "targetVolumeAttributesClassName"] = newValue }
  }
}
