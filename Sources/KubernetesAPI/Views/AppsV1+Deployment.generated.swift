// Generated from Sources/KubernetesAPI/Schemas/AppsV1+Deployment.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Keeps a number of equal pods running and replaces them step by step when their template changes.
///
/// Kubernetes: `apps/v1 Deployment`.
public struct Deployment: Resource {
  public static let definition = ResourceDefinition(
    group: "apps", version: "v1", kind: "Deployment", plural: "deployments", shortNames: ["deploy"],
    categories: ["all"], subresources: ["scale", "status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var spec: DeploymentSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: DeploymentStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `apps/v1 DeploymentSpec`.
public struct DeploymentSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var minReadySeconds: Int? {
    get { fields[optional: "minReadySeconds"] }
    set { fields[optional: "minReadySeconds"] = newValue }
  }

  public var paused: Bool? {
    get { fields[optional: "paused"] }
    set { fields[optional: "paused"] = newValue }
  }

  public var progressDeadlineSeconds: Int? {
    get { fields[optional: "progressDeadlineSeconds"] }
    set { fields[optional: "progressDeadlineSeconds"] = newValue }
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

  public var strategy: DeploymentStrategy? {
    get { fields[optional: "strategy"] }
    set { fields[optional: "strategy"] = newValue }
  }

  public var template: PodTemplateSpec {
    get { fields[view: "template"] }
    set { fields[view: "template"] = newValue }
    _modify { yield &fields[view: "template"] }
  }
}

/// Kubernetes: `apps/v1 DeploymentStrategy`.
public struct DeploymentStrategy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }

  public var rollingUpdate: RollingUpdateDeployment? {
    get { fields[optional: "rollingUpdate"] }
    set { fields[optional: "rollingUpdate"] = newValue }
  }
}

/// Kubernetes: `apps/v1 RollingUpdateDeployment`.
public struct RollingUpdateDeployment: ObjectView {
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

/// Kubernetes: `apps/v1 DeploymentStatus`.
public struct DeploymentStatus: ObjectView {
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

  public var conditions: [DeploymentCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }

  public var readyReplicas: Int? {
    get { fields[optional: "readyReplicas"] }
    set { fields[optional: "readyReplicas"] = newValue }
  }

  public var replicas: Int? {
    get { fields[optional: "replicas"] }
    set { fields[optional: "replicas"] = newValue }
  }

  public var terminatingReplicas: Int? {
    get { fields[optional: "terminatingReplicas"] }
    set { fields[optional: "terminatingReplicas"] = newValue }
  }

  public var unavailableReplicas: Int? {
    get { fields[optional: "unavailableReplicas"] }
    set { fields[optional: "unavailableReplicas"] = newValue }
  }

  public var updatedReplicas: Int? {
    get { fields[optional: "updatedReplicas"] }
    set { fields[optional: "updatedReplicas"] = newValue }
  }
}

/// Kubernetes: `apps/v1 DeploymentCondition`.
public struct DeploymentCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var lastTransitionTime: Timestamp? {
    get { fields[optional: "lastTransitionTime"] }
    set { fields[optional: "lastTransitionTime"] = newValue }
  }

  public var lastUpdateTime: Timestamp? {
    get { fields[optional: "lastUpdateTime"] }
    set { fields[optional: "lastUpdateTime"] = newValue }
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
