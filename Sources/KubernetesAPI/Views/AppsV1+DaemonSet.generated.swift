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

  public var spec: DaemonSetSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: DaemonSetStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `apps/v1 DaemonSetSpec`.
public struct DaemonSetSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var minReadySeconds: Int? {
    get { fields[optional: "minReadySeconds"] }
    set { fields[optional: "minReadySeconds"] = newValue }
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

  public var template: PodTemplateSpec {
    get { fields[view: "template"] }
    set { fields[view: "template"] = newValue }
    _modify { yield &fields[view: "template"] }
  }

  public var updateStrategy: DaemonSetUpdateStrategy? {
    get { fields[optional: "updateStrategy"] }
    set { fields[optional: "updateStrategy"] = newValue }
  }
}

/// Kubernetes: `apps/v1 DaemonSetUpdateStrategy`.
public struct DaemonSetUpdateStrategy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }

  public var rollingUpdate: RollingUpdateDaemonSet? {
    get { fields[optional: "rollingUpdate"] }
    set { fields[optional: "rollingUpdate"] = newValue }
  }
}

/// Kubernetes: `apps/v1 RollingUpdateDaemonSet`.
public struct RollingUpdateDaemonSet: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var maxSurge: IntOrString? {
    get { fields[optional: "maxSurge"] }
    set { fields[optional: "maxSurge"] = newValue }
  }

  public var maxUnavailable: IntOrString? {
    get { fields[optional: "maxUnavailable"] }
    set { fields[optional: "maxUnavailable"] = newValue }
  }
}

/// Kubernetes: `apps/v1 DaemonSetStatus`.
public struct DaemonSetStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var collisionCount: Int? {
    get { fields[optional: "collisionCount"] }
    set { fields[optional: "collisionCount"] = newValue }
  }

  public var conditions: [DaemonSetCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  public var currentNumberScheduled: Int {
    get { fields[required: "currentNumberScheduled", empty: 0] }
    set { fields[required: "currentNumberScheduled", empty: 0] = newValue }
  }

  public var desiredNumberScheduled: Int {
    get { fields[required: "desiredNumberScheduled", empty: 0] }
    set { fields[required: "desiredNumberScheduled", empty: 0] = newValue }
  }

  public var numberAvailable: Int? {
    get { fields[optional: "numberAvailable"] }
    set { fields[optional: "numberAvailable"] = newValue }
  }

  public var numberMisscheduled: Int {
    get { fields[required: "numberMisscheduled", empty: 0] }
    set { fields[required: "numberMisscheduled", empty: 0] = newValue }
  }

  public var numberReady: Int {
    get { fields[required: "numberReady", empty: 0] }
    set { fields[required: "numberReady", empty: 0] = newValue }
  }

  public var numberUnavailable: Int? {
    get { fields[optional: "numberUnavailable"] }
    set { fields[optional: "numberUnavailable"] = newValue }
  }

  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }

  public var updatedNumberScheduled: Int? {
    get { fields[optional: "updatedNumberScheduled"] }
    set { fields[optional: "updatedNumberScheduled"] = newValue }
  }
}

/// Kubernetes: `apps/v1 DaemonSetCondition`.
public struct DaemonSetCondition: ObjectView {
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
