// Generated from Sources/KubernetesAPI/Schemas/AppsV1+StatefulSet.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Keeps pods with names, addresses and storage of their own.
///
/// Kubernetes: `apps/v1 StatefulSet`.
public struct StatefulSet: Resource {
  public static let definition = ResourceDefinition(
    group: "apps", version: "v1", kind: "StatefulSet", plural: "statefulsets", shortNames: ["sts"],
    categories: ["all"], subresources: ["scale", "status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var spec: StatefulSetSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: StatefulSetStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `apps/v1 StatefulSetSpec`.
public struct StatefulSetSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var minReadySeconds: Int? {
    get { fields[optional: "minReadySeconds"] }
    set { fields[optional: "minReadySeconds"] = newValue }
  }

  public var ordinals: StatefulSetOrdinals? {
    get { fields[optional: "ordinals"] }
    set { fields[optional: "ordinals"] = newValue }
  }

  public var persistentVolumeClaimRetentionPolicy: StatefulSetPersistentVolumeClaimRetentionPolicy? {
    get { fields[optional: "persistentVolumeClaimRetentionPolicy"] }
    set { fields[optional: "persistentVolumeClaimRetentionPolicy"] = newValue }
  }

  public var podManagementPolicy: String? {
    get { fields[optional: "podManagementPolicy"] }
    set { fields[optional: "podManagementPolicy"] = newValue }
  }

  public var replicas: Int? {
    get { fields[optional: "replicas"] }
    set { fields[optional: "replicas"] = newValue }
  }

  public var revisionHistoryLimit: Int? {
    get { fields[optional: "revisionHistoryLimit"] }
    set { fields[optional: "revisionHistoryLimit"] = newValue }
  }

  public var selector: LabelSelector {
    get { fields[view: "selector"] }
    set { fields[view: "selector"] = newValue }
    _modify { yield &fields[view: "selector"] }
  }

  public var serviceName: String? {
    get { fields[optional: "serviceName"] }
    set { fields[optional: "serviceName"] = newValue }
  }

  public var template: PodTemplateSpec {
    get { fields[view: "template"] }
    set { fields[view: "template"] = newValue }
    _modify { yield &fields[view: "template"] }
  }

  public var updateStrategy: StatefulSetUpdateStrategy? {
    get { fields[optional: "updateStrategy"] }
    set { fields[optional: "updateStrategy"] = newValue }
  }

  public var volumeClaimTemplates: [PersistentVolumeClaim] {
    get { fields[list: "volumeClaimTemplates"] }
    set { fields[list: "volumeClaimTemplates"] = newValue }
  }
}

/// Kubernetes: `apps/v1 StatefulSetOrdinals`.
public struct StatefulSetOrdinals: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var start: Int? {
    get { fields[optional: "start"] }
    set { fields[optional: "start"] = newValue }
  }
}

/// Kubernetes: `apps/v1 StatefulSetPersistentVolumeClaimRetentionPolicy`.
public struct StatefulSetPersistentVolumeClaimRetentionPolicy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var whenDeleted: String? {
    get { fields[optional: "whenDeleted"] }
    set { fields[optional: "whenDeleted"] = newValue }
  }

  public var whenScaled: String? {
    get { fields[optional: "whenScaled"] }
    set { fields[optional: "whenScaled"] = newValue }
  }
}

/// Kubernetes: `apps/v1 StatefulSetUpdateStrategy`.
public struct StatefulSetUpdateStrategy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }

  public var rollingUpdate: RollingUpdateStatefulSetStrategy? {
    get { fields[optional: "rollingUpdate"] }
    set { fields[optional: "rollingUpdate"] = newValue }
  }
}

/// Kubernetes: `apps/v1 RollingUpdateStatefulSetStrategy`.
public struct RollingUpdateStatefulSetStrategy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var maxUnavailable: IntOrString? {
    get { fields[optional: "maxUnavailable"] }
    set { fields[optional: "maxUnavailable"] = newValue }
  }

  public var partition: Int? {
    get { fields[optional: "partition"] }
    set { fields[optional: "partition"] = newValue }
  }
}

/// Kubernetes: `apps/v1 StatefulSetStatus`.
public struct StatefulSetStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var availableReplicas: Int? {
    get { fields[optional: "availableReplicas"] }
    set { fields[optional: "availableReplicas"] = newValue }
  }

  public var collisionCount: Int? {
    get { fields[optional: "collisionCount"] }
    set { fields[optional: "collisionCount"] = newValue }
  }

  public var conditions: [StatefulSetCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  public var currentReplicas: Int? {
    get { fields[optional: "currentReplicas"] }
    set { fields[optional: "currentReplicas"] = newValue }
  }

  public var currentRevision: String? {
    get { fields[optional: "currentRevision"] }
    set { fields[optional: "currentRevision"] = newValue }
  }

  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }

  public var readyReplicas: Int? {
    get { fields[optional: "readyReplicas"] }
    set { fields[optional: "readyReplicas"] = newValue }
  }

  public var replicas: Int {
    get { fields[required: "replicas", empty: 0] }
    set { fields[required: "replicas", empty: 0] = newValue }
  }

  public var updateRevision: String? {
    get { fields[optional: "updateRevision"] }
    set { fields[optional: "updateRevision"] = newValue }
  }

  public var updatedReplicas: Int? {
    get { fields[optional: "updatedReplicas"] }
    set { fields[optional: "updatedReplicas"] = newValue }
  }
}

/// Kubernetes: `apps/v1 StatefulSetCondition`.
public struct StatefulSetCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

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
