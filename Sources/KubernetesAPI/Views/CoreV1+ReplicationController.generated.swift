// Generated from Sources/KubernetesAPI/Schemas/CoreV1+ReplicationController.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Keeps a number of equal pods running; the forerunner of ReplicaSet.
///
/// Kubernetes: `v1 ReplicationController`.
public struct ReplicationController: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "ReplicationController", plural: "replicationcontrollers", shortNames:
    ["rc"], categories: ["all"], subresources: ["scale", "status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The pods to keep.
  public var spec: ReplicationControllerSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// The pods there are.
  public var status: ReplicationControllerStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// The pods to keep.
///
/// Kubernetes: `v1 ReplicationControllerSpec`.
public struct ReplicationControllerSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How long a new pod must be ready, without a crash, to count as available.
  public var minReadySeconds: Int? {
    get { fields[optional: "minReadySeconds"] }
    set { fields[optional: "minReadySeconds"] = newValue }
  }

  /// The number of pods wanted.
  public var replicas: Int? {
    get { fields[optional: "replicas"] }
    set { fields[optional: "replicas"] = newValue }
  }

  /// Labels of the pods; those of the template when not given.
  public var selector: StringMap {
    get { fields[map: "selector"] }
    set { fields[map: "selector"] = newValue }
  }

  /// The pods to be made.
  public var template: PodTemplateSpec {
    get { fields[view: "template"] }
    set { fields[view: "template"] = newValue }
    _modify { yield &fields[view: "template"] }
  }
}

/// The pods there are.
///
/// Kubernetes: `v1 ReplicationControllerStatus`.
public struct ReplicationControllerStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How many pods have been ready for at least minReadySeconds.
  public var availableReplicas: Int? {
    get { fields[optional: "availableReplicas"] }
    set { fields[optional: "availableReplicas"] = newValue }
  }

  /// Aspects of the state, one entry a type.
  public var conditions: [ReplicationControllerCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// How many pods have all labels of the template.
  public var fullyLabeledReplicas: Int? {
    get { fields[optional: "fullyLabeledReplicas"] }
    set { fields[optional: "fullyLabeledReplicas"] = newValue }
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
}

/// One aspect of the state of a replication controller.
///
/// Kubernetes: `v1 ReplicationControllerCondition`.
public struct ReplicationControllerCondition: ObjectView {
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
