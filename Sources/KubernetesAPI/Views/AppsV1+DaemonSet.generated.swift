// Generated from Sources/KubernetesAPI/Schemas/AppsV1+DaemonSet.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Keeps one pod on each node that fits.
///
/// Kubernetes: `apps/v1 DaemonSet`.
public struct DaemonSet: Resource {
  public static let definition = ResourceDefinition(
    group: "apps", version: "v1", kind: "DaemonSet", plural: "daemonsets", shortNames: ["ds"], categories:
    ["all"], subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The pods to keep on each node.
  public var spec: DaemonSetSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// How far the set is.
  public var status: DaemonSetStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// The pods to keep on each node.
///
/// Kubernetes: `apps/v1 DaemonSetSpec`.
public struct DaemonSetSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How long a new pod must be ready, without a crash, to count as available.
  public var minReadySeconds: Int? {
    get { fields[optional: "minReadySeconds"] }
    set { fields[optional: "minReadySeconds"] = newValue }
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

  /// The pods to be made; its node selector and affinity choose the nodes.
  public var template: PodTemplateSpec {
    get { fields[view: "template"] }
    set { fields[view: "template"] = newValue }
    _modify { yield &fields[view: "template"] }
  }

  /// How pods are replaced when the template changes.
  public var updateStrategy: DaemonSetUpdateStrategy? {
    get { fields[optional: "updateStrategy"] }
    set { fields[optional: "updateStrategy"] = newValue }
  }
}

/// How pods are replaced when the template changes.
///
/// Kubernetes: `apps/v1 DaemonSetUpdateStrategy`.
public struct DaemonSetUpdateStrategy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Node by node (RollingUpdate), or when they are deleted (OnDelete).
  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }

  /// Settings of the rolling update.
  public var rollingUpdate: RollingUpdateDaemonSet? {
    get { fields[optional: "rollingUpdate"] }
    set { fields[optional: "rollingUpdate"] = newValue }
  }
}

/// Settings of a rolling update.
///
/// Kubernetes: `apps/v1 RollingUpdateDaemonSet`.
public struct RollingUpdateDaemonSet: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How many nodes may have an old and a new pod at a time, as a number or a percentage.
  public var maxSurge: IntOrString? {
    get { fields[optional: "maxSurge"] }
    set { fields[optional: "maxSurge"] = newValue }
  }

  /// How many nodes may be without a ready pod at a time, as a number or a percentage.
  public var maxUnavailable: IntOrString? {
    get { fields[optional: "maxUnavailable"] }
    set { fields[optional: "maxUnavailable"] = newValue }
  }
}

/// How far a daemon set is.
///
/// Kubernetes: `apps/v1 DaemonSetStatus`.
public struct DaemonSetStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How often a name made of a template's hash was taken already; part of the next hash.
  public var collisionCount: Int? {
    get { fields[optional: "collisionCount"] }
    set { fields[optional: "collisionCount"] = newValue }
  }

  /// Aspects of the state, one entry a type.
  public var conditions: [DaemonSetCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// How many nodes have a pod and should.
  public var currentNumberScheduled: Int {
    get { fields[required: "currentNumberScheduled", empty: 0] }
    set { fields[required: "currentNumberScheduled", empty: 0] = newValue }
  }

  /// How many nodes should have a pod.
  public var desiredNumberScheduled: Int {
    get { fields[required: "desiredNumberScheduled", empty: 0] }
    set { fields[required: "desiredNumberScheduled", empty: 0] = newValue }
  }

  /// How many nodes have a pod that is available.
  public var numberAvailable: Int? {
    get { fields[optional: "numberAvailable"] }
    set { fields[optional: "numberAvailable"] = newValue }
  }

  /// How many nodes have a pod and should not.
  public var numberMisscheduled: Int {
    get { fields[required: "numberMisscheduled", empty: 0] }
    set { fields[required: "numberMisscheduled", empty: 0] = newValue }
  }

  /// How many nodes have a pod that is ready.
  public var numberReady: Int {
    get { fields[required: "numberReady", empty: 0] }
    set { fields[required: "numberReady", empty: 0] = newValue }
  }

  /// How many nodes should have an available pod and do not.
  public var numberUnavailable: Int? {
    get { fields[optional: "numberUnavailable"] }
    set { fields[optional: "numberUnavailable"] = newValue }
  }

  /// The generation of the object that the status was computed from.
  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }

  /// How many nodes have a pod of the present template.
  public var updatedNumberScheduled: Int? {
    get { fields[optional: "updatedNumberScheduled"] }
    set { fields[optional: "updatedNumberScheduled"] = newValue }
  }
}

/// One aspect of the state of a daemon set.
///
/// Kubernetes: `apps/v1 DaemonSetCondition`.
public struct DaemonSetCondition: ObjectView {
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
