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

  public var spec: PodDisruptionBudgetSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: PodDisruptionBudgetStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `policy/v1 PodDisruptionBudgetSpec`.
public struct PodDisruptionBudgetSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var maxUnavailable: IntOrString? {
    get { fields[optional: "maxUnavailable"] }
    set { fields[optional: "maxUnavailable"] = newValue }
  }

  public var minAvailable: IntOrString? {
    get { fields[optional: "minAvailable"] }
    set { fields[optional: "minAvailable"] = newValue }
  }

  public var selector: LabelSelector? {
    get { fields[optional: "selector"] }
    set { fields[optional: "selector"] = newValue }
  }

  public var unhealthyPodEvictionPolicy: String? {
    get { fields[optional: "unhealthyPodEvictionPolicy"] }
    set { fields[optional: "unhealthyPodEvictionPolicy"] = newValue }
  }
}

/// Kubernetes: `policy/v1 PodDisruptionBudgetStatus`.
public struct PodDisruptionBudgetStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var conditions: [Condition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  public var currentHealthy: Int? {
    get { fields[optional: "currentHealthy"] }
    set { fields[optional: "currentHealthy"] = newValue }
  }

  public var desiredHealthy: Int? {
    get { fields[optional: "desiredHealthy"] }
    set { fields[optional: "desiredHealthy"] = newValue }
  }

  public var disruptedPods: FieldMap<Timestamp> {
    get { fields[values: "disruptedPods"] }
    set { fields[values: "disruptedPods"] = newValue }
  }

  public var disruptionsAllowed: Int? {
    get { fields[optional: "disruptionsAllowed"] }
    set { fields[optional: "disruptionsAllowed"] = newValue }
  }

  public var expectedPods: Int? {
    get { fields[optional: "expectedPods"] }
    set { fields[optional: "expectedPods"] = newValue }
  }

  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }
}
