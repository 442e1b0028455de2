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

  /// The pods to keep, and how to replace them.
  public var spec: DeploymentSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// How far the deployment is.
  public var status: DeploymentStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// The pods to keep, and how to replace them.
///
/// Kubernetes: `apps/v1 DeploymentSpec`.
public struct DeploymentSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How long a new pod must be ready, without a crash, to count as available.
  public var minReadySeconds: Int? {
    get { fields[optional: "minReadySeconds"] }
    set { fields[optional: "minReadySeconds"] = newValue }
  }

  /// Holds back changes of the template until set to false.
  public var paused: Bool? {
    get { fields[optional: "paused"] }
    set { fields[optional: "paused"] = newValue }
  }

  /// How long a rollout may stand still before it counts as failed.
  public var progressDeadlineSeconds: Int? {
    get { fields[optional: "progressDeadlineSeconds"] }
    set { fields[optional: "progressDeadlineSeconds"] = newValue }
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

  /// Chooses the pods that belong to the deployment; it must match the template's labels.
  public var selector: LabelSelector {
    get { fields[view: "selector"] }
    set { fields[view: "selector"] = newValue }
    _modify { yield &fields[view: "selector"] }
  }

  /// How old pods are replaced by new ones.
  public var strategy: DeploymentStrategy? {
    get { fields[optional: "strategy"] }
    set { fields[optional: "strategy"] = newValue }
  }

  /// The pods to be made.
  public var template: PodTemplateSpec {
    get { fields[view: "template"] }
    set { fields[view: "template"] = newValue }
    _modify { yield &fields[view: "template"] }
  }
}

/// How old pods are replaced by new ones.
///
/// Kubernetes: `apps/v1 DeploymentStrategy`.
public struct DeploymentStrategy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// All at once (Recreate) or step by step (RollingUpdate).
  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }

  /// Settings of the rolling update.
  public var rollingUpdate: RollingUpdateDeployment? {
    get { fields[optional: "rollingUpdate"] }
    set { fields[optional: "rollingUpdate"] = newValue }
  }
}

/// Settings of a rolling update.
///
/// Kubernetes: `apps/v1 RollingUpdateDeployment`.
public struct RollingUpdateDeployment: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How many pods there may be beyond the number wanted, as a number or a percentage rounded up.
  public var maxSurge: IntOrString? {
    get { fields[optional: "maxSurge"] }
    set { fields[optional: "maxSurge"] = newValue }
  }

  /// How many of the pods wanted may be missing, as a number or a percentage rounded down.
  public var maxUnavailable: IntOrString? {
    get { fields[optional: "maxUnavailable"] }
    set { fields[optional: "maxUnavailable"] = newValue }
  }
}

/// How far a deployment is.
///
/// Kubernetes: `apps/v1 DeploymentStatus`.
public struct DeploymentStatus: ObjectView {
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
  public var conditions: [DeploymentCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
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

  /// The number of pods there are, old and new.
  public var replicas: Int? {
    get { fields[optional: "replicas"] }
    set { fields[optional: "replicas"] = newValue }
  }

  /// How many pods are being deleted and have not ended yet.
  public var terminatingReplicas: Int? {
    get { fields[optional: "terminatingReplicas"] }
    set { fields[optional: "terminatingReplicas"] = newValue }
  }

  /// How many pods are still missing for all to be available.
  public var unavailableReplicas: Int? {
    get { fields[optional: "unavailableReplicas"] }
    set { fields[optional: "unavailableReplicas"] = newValue }
  }

  /// How many pods are made of the present template.
  public var updatedReplicas: Int? {
    get { fields[optional: "updatedReplicas"] }
    set { fields[optional: "updatedReplicas"] = newValue }
  }
}

/// One aspect of the state of a deployment.
///
/// Kubernetes: `apps/v1 DeploymentCondition`.
public struct DeploymentCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// When the status last changed.
  public var lastTransitionTime: Timestamp? {
    get { fields[optional: "lastTransitionTime"] }
    set { fields[optional: "lastTransitionTime"] = newValue }
  }

  /// When the condition was last written.
  public var lastUpdateTime: Timestamp? {
    get { fields[optional: "lastUpdateTime"] }
    set { fields[optional: "lastUpdateTime"] = newValue }
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

  /// The aspect: Available, Progressing or ReplicaFailure.
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}
