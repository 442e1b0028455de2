// Generated from Sources/KubernetesAPI/Schemas/PolicyV1+PodDisruptionBudget.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// How many pods of a group may be taken down on purpose at a time.
///
/// Kubernetes: `policy/v1 PodDisruptionBudget`.
public struct PodDisruptionBudget: Resource {
  public static let definition = ResourceDefinition(
    group: "policy", version: "v1", kind: "PodDisruptionBudget", plural: "poddisruptionbudgets", shortNames:
    ["pdb"], subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The pods, and how many must stay.
  public var spec: PodDisruptionBudgetSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// How many may be taken down now.
  public var status: PodDisruptionBudgetStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// The pods that a budget is about, and how many must stay.
///
/// Kubernetes: `policy/v1 PodDisruptionBudgetSpec`.
public struct PodDisruptionBudgetSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How many may be missing after an eviction, as a number or a percentage; excludes minAvailable.
  public var maxUnavailable: IntOrString? {
    get { fields[optional: "maxUnavailable"] }
    set { fields[optional: "maxUnavailable"] = newValue }
  }

  /// How many must be there after an eviction, as a number or a percentage.
  public var minAvailable: IntOrString? {
    get { fields[optional: "minAvailable"] }
    set { fields[optional: "minAvailable"] = newValue }
  }

  /// Chooses the pods; an empty one chooses all of the namespace.
  public var selector: LabelSelector? {
    get { fields[optional: "selector"] }
    set { fields[optional: "selector"] = newValue }
  }

  /// Whether running pods that are not ready can be evicted at any time; IfHealthyBudget when not given.
  public var unhealthyPodEvictionPolicy: String? {
    get { fields[optional: "unhealthyPodEvictionPolicy"] }
    set { fields[optional: "unhealthyPodEvictionPolicy"] = newValue }
  }
}

/// How many pods may be taken down now.
///
/// Kubernetes: `policy/v1 PodDisruptionBudgetStatus`.
public struct PodDisruptionBudgetStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Aspects of the state, one entry a type.
  public var conditions: [Condition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// How many pods are healthy.
  public var currentHealthy: Int? {
    get { fields[optional: "currentHealthy"] }
    set { fields[optional: "currentHealthy"] = newValue }
  }

  /// How many pods must be healthy.
  public var desiredHealthy: Int? {
    get { fields[optional: "desiredHealthy"] }
    set { fields[optional: "desiredHealthy"] = newValue }
  }

  /// Pods whose eviction was let through and that are not gone yet, with the time.
  public var disruptedPods: FieldMap<Timestamp> {
    get { fields[values: "disruptedPods"] }
    set { fields[values: "disruptedPods"] = newValue }
  }

  /// How many evictions may be let through now.
  public var disruptionsAllowed: Int? {
    get { fields[optional: "disruptionsAllowed"] }
    set { fields[optional: "disruptionsAllowed"] = newValue }
  }

  /// How many pods the budget is about.
  public var expectedPods: Int? {
    get { fields[optional: "expectedPods"] }
    set { fields[optional: "expectedPods"] = newValue }
  }

  /// The generation of the object that the status was computed from.
  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }
}
