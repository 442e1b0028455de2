// Generated from Sources/KubernetesAPI/Schemas/AppsV1+ReplicaSet.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Keeps a number of equal pods running.
///
/// Kubernetes: `apps/v1 ReplicaSet`.
public struct ReplicaSet: Resource {
  public static let definition = ResourceDefinition(
    group: "apps", version: "v1", kind: "ReplicaSet", plural: "replicasets", shortNames: ["rs"], categories:
    ["all"], subresources: ["scale", "status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var spec: ReplicaSetSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: ReplicaSetStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `apps/v1 ReplicaSetSpec`.
public struct ReplicaSetSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var minReadySeconds: Int? {
    get { fields[optional: "minReadySeconds"] }
    set { fields[optional: "minReadySeconds"] = newValue }
  }

  public var replicas: Int? {
    get { fields[optional: "replicas"] }
    set { fields[optional: "replicas"] = newValue }
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
}

/// Kubernetes: `apps/v1 ReplicaSetStatus`.
public struct ReplicaSetStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var availableReplicas: Int? {
    get { fields[optional: "availableReplicas"] }
    set { fields[optional: "availableReplicas"] = newValue }
  }

  public var conditions: [ReplicaSetCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  public var fullyLabeledReplicas: Int? {
    get { fields[optional: "fullyLabeledReplicas"] }
    set { fields[optional: "fullyLabeledReplicas"] = newValue }
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

  public var terminatingReplicas: Int? {
    get { fields[optional: "terminatingReplicas"] }
    set { fields[optional: "terminatingReplicas"] = newValue }
  }
}

/// Kubernetes: `apps/v1 ReplicaSetCondition`.
public struct ReplicaSetCondition: ObjectView {
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
