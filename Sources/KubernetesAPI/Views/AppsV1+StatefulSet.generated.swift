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

  /// The pods to keep, with their storage.
  public var spec: StatefulSetSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// How far the set is.
  public var status: StatefulSetStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// The pods to keep, with their storage.
///
/// Kubernetes: `apps/v1 StatefulSetSpec`.
public struct StatefulSetSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How long a new pod must be ready, without a crash, to count as available.
  public var minReadySeconds: Int? {
    get { fields[optional: "minReadySeconds"] }
    set { fields[optional: "minReadySeconds"] = newValue }
  }

  /// How the pods are numbered.
  public var ordinals: StatefulSetOrdinals? {
    get { fields[optional: "ordinals"] }
    set { fields[optional: "ordinals"] = newValue }
  }

  /// What happens to claims that are not needed any more.
  public var persistentVolumeClaimRetentionPolicy: StatefulSetPersistentVolumeClaimRetentionPolicy? {
    get { fields[optional: "persistentVolumeClaimRetentionPolicy"] }
    set { fields[optional: "persistentVolumeClaimRetentionPolicy"] = newValue }
  }

  /// Whether pods come and go one after another or all at once.
  public var podManagementPolicy: String? {
    get { fields[optional: "podManagementPolicy"] }
    set { fields[optional: "podManagementPolicy"] = newValue }
  }

  /// The number of pods wanted.
  public var replicas: Int? {
    get { fields[optional: "replicas"] }
    set { fields[optional: "replicas"] = newValue }
  }

  /// How many old revisions are kept for going back to.
  public var revisionHistoryLimit: Int? {
    get { fields[optional: "revisionHistoryLimit"] }
    set { fields[optional: "revisionHistoryLimit"] = newValue }
  }

  /// Chooses the pods that belong to the set; it must match the template's labels.
  public var selector: LabelSelector {
    get { fields[view: "selector"] }
    set { fields[view: "selector"] = newValue }
    _modify { yield &fields[view: "selector"] }
  }

  /// The service that gives the pods their names in DNS.
  public var serviceName: String? {
    get { fields[optional: "serviceName"] }
    set { fields[optional: "serviceName"] = newValue }
  }

  /// The pods to be made.
  public var template: PodTemplateSpec {
    get { fields[view: "template"] }
    set { fields[view: "template"] = newValue }
    _modify { yield &fields[view: "template"] }
  }

  /// How pods are replaced when the template changes.
  public var updateStrategy: StatefulSetUpdateStrategy? {
    get { fields[optional: "updateStrategy"] }
    set { fields[optional: "updateStrategy"] = newValue }
  }

  /// Claims to be made for each pod.
  public var volumeClaimTemplates: [PersistentVolumeClaim] {
    get { fields[list: "volumeClaimTemplates"] }
    set { fields[list: "volumeClaimTemplates"] = newValue }
  }
}

/// How pods are numbered.
///
/// Kubernetes: `apps/v1 StatefulSetOrdinals`.
public struct StatefulSetOrdinals: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The first number.
  public var start: Int? {
    get { fields[optional: "start"] }
    set { fields[optional: "start"] = newValue }
  }
}

/// What happens to claims that are not needed any more.
///
/// Kubernetes: `apps/v1 StatefulSetPersistentVolumeClaimRetentionPolicy`.
public struct StatefulSetPersistentVolumeClaimRetentionPolicy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What happens when the set is deleted.
  public var whenDeleted: String? {
    get { fields[optional: "whenDeleted"] }
    set { fields[optional: "whenDeleted"] = newValue }
  }

  /// What happens when the set shrinks.
  public var whenScaled: String? {
    get { fields[optional: "whenScaled"] }
    set { fields[optional: "whenScaled"] = newValue }
  }
}

/// How pods are replaced when the template changes.
///
/// Kubernetes: `apps/v1 StatefulSetUpdateStrategy`.
public struct StatefulSetUpdateStrategy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// One after another (RollingUpdate), or when they are deleted (OnDelete).
  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }

  /// Settings of the rolling update.
  public var rollingUpdate: RollingUpdateStatefulSetStrategy? {
    get { fields[optional: "rollingUpdate"] }
    set { fields[optional: "rollingUpdate"] = newValue }
  }
}

/// Settings of a rolling update.
///
/// Kubernetes: `apps/v1 RollingUpdateStatefulSetStrategy`.
public struct RollingUpdateStatefulSetStrategy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How many pods may be missing at a time, as a number or a percentage.
  public var maxUnavailable: IntOrString? {
    get { fields[optional: "maxUnavailable"] }
    set { fields[optional: "maxUnavailable"] = newValue }
  }

  /// Pods with a lower number are left as they are.
  public var partition: Int? {
    get { fields[optional: "partition"] }
    set { fields[optional: "partition"] = newValue }
  }
}

/// How far a stateful set is.
///
/// Kubernetes: `apps/v1 StatefulSetStatus`.
public struct StatefulSetStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How many pods have been ready for at least minReadySeconds.
  public var availableReplicas: Int? {
    get { fields[optional: "availableReplicas"] }
    set { fields[optional: "availableReplicas"] = newValue }
  }

  /// How often a name made of a template's hash was taken already; part of the next hash.
  public var collisionCount: Int? {
    get { fields[optional: "collisionCount"] }
    set { fields[optional: "collisionCount"] = newValue }
  }

  /// Aspects of the state, one entry a type.
  public var conditions: [StatefulSetCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// How many pods are made of the current revision.
  public var currentReplicas: Int? {
    get { fields[optional: "currentReplicas"] }
    set { fields[optional: "currentReplicas"] = newValue }
  }

  /// The revision of the pods that are not updated yet.
  public var currentRevision: String? {
    get { fields[optional: "currentRevision"] }
    set { fields[optional: "currentRevision"] = newValue }
  }

  /// The generation of the object that the status was computed from.
  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }

  /// How many pods are ready.
  public var readyReplicas: Int? {
    get { fields[optional: "readyReplicas"] }
    set { fields[optional: "readyReplicas"] = newValue }
  }

  /// The number of pods there are.
  public var replicas: Int {
    get { fields[required: "replicas", empty: 0] }
    set { fields[required: "replicas", empty: 0] = newValue }
  }

  /// The revision of the pods that are updated.
  public var updateRevision: String? {
    get { fields[optional: "updateRevision"] }
    set { fields[optional: "updateRevision"] = newValue }
  }

  /// How many pods are made of the new revision.
  public var updatedReplicas: Int? {
    get { fields[optional: "updatedReplicas"] }
    set { fields[optional: "updatedReplicas"] = newValue }
  }
}

/// One aspect of the state of a stateful set.
///
/// Kubernetes: `apps/v1 StatefulSetCondition`.
public struct StatefulSetCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

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
