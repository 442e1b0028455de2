// Generated from Sources/KubernetesAPI/Schemas/CoreV1+Scheduling.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Kubernetes: `v1 Affinity`.
public struct Affinity: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var nodeAffinity: NodeAffinity? {
    get { fields[optional: "nodeAffinity"] }
    set { fields[optional: "nodeAffinity"] = newValue }
  }

  public var podAffinity: PodAffinity? {
    get { fields[optional: "podAffinity"] }
    set { fields[optional: "podAffinity"] = newValue }
  }

  public var podAntiAffinity: PodAntiAffinity? {
    get { fields[optional: "podAntiAffinity"] }
    set { fields[optional: "podAntiAffinity"] = newValue }
  }
}

/// Kubernetes: `v1 NodeAffinity`.
public struct NodeAffinity: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var preferredDuringSchedulingIgnoredDuringExecution: [PreferredSchedulingTerm] {
    get { fields[list: "preferredDuringSchedulingIgnoredDuringExecution"] }
    set { fields[list: "preferredDuringSchedulingIgnoredDuringExecution"] = newValue }
  }

  public var requiredDuringSchedulingIgnoredDuringExecution: NodeSelector? {
    get { fields[optional: "requiredDuringSchedulingIgnoredDuringExecution"] }
    set { fields[optional: "requiredDuringSchedulingIgnoredDuringExecution"] = newValue }
  }
}

/// Kubernetes: `v1 NodeSelector`.
public struct NodeSelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var nodeSelectorTerms: [NodeSelectorTerm] {
    get { fields[list: "nodeSelectorTerms"] }
    set { fields[list: "nodeSelectorTerms"] = newValue }
  }
}

/// Kubernetes: `v1 NodeSelectorTerm`.
public struct NodeSelectorTerm: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var matchExpressions: [NodeSelectorRequirement] {
    get { fields[list: "matchExpressions"] }
    set { fields[list: "matchExpressions"] = newValue }
  }

  public var matchFields: [NodeSelectorRequirement] {
    get { fields[list: "matchFields"] }
    set { fields[list: "matchFields"] = newValue }
  }
}

/// Kubernetes: `v1 NodeSelectorRequirement`.
public struct NodeSelectorRequirement: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  public var `operator`: String {
    get { fields[required: "operator", empty: ""] }
    set { fields[required: "operator", empty: ""] = newValue }
  }

  public var values: [String] {
    get { fields[list: "values"] }
    set { fields[list: "values"] = newValue }
  }
}

/// Kubernetes: `v1 PreferredSchedulingTerm`.
public struct PreferredSchedulingTerm: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var preference: NodeSelectorTerm {
    get { fields[view: "preference"] }
    set { fields[view: "preference"] = newValue }
    _modify { yield &fields[view: "preference"] }
  }

  public var weight: Int {
    get { fields[required: "weight", empty: 0] }
    set { fields[required: "weight", empty: 0] = newValue }
  }
}

/// Kubernetes: `v1 PodAffinity`.
public struct PodAffinity: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm] {
    get { fields[list: "preferredDuringSchedulingIgnoredDuringExecution"] }
    set { fields[list: "preferredDuringSchedulingIgnoredDuringExecution"] = newValue }
  }

  public var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm] {
    get { fields[list: "requiredDuringSchedulingIgnoredDuringExecution"] }
    set { fields[list: "requiredDuringSchedulingIgnoredDuringExecution"] = newValue }
  }
}

/// Kubernetes: `v1 PodAntiAffinity`.
public struct PodAntiAffinity: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm] {
    get { fields[list: "preferredDuringSchedulingIgnoredDuringExecution"] }
    set { fields[list: "preferredDuringSchedulingIgnoredDuringExecution"] = newValue }
  }

  public var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm] {
    get { fields[list: "requiredDuringSchedulingIgnoredDuringExecution"] }
    set { fields[list: "requiredDuringSchedulingIgnoredDuringExecution"] = newValue }
  }
}

/// Kubernetes: `v1 PodAffinityTerm`.
public struct PodAffinityTerm: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var labelSelector: LabelSelector? {
    get { fields[optional: "labelSelector"] }
    set { fields[optional: "labelSelector"] = newValue }
  }

  public var matchLabelKeys: [String] {
    get { fields[list: "matchLabelKeys"] }
    set { fields[list: "matchLabelKeys"] = newValue }
  }

  public var mismatchLabelKeys: [String] {
    get { fields[list: "mismatchLabelKeys"] }
    set { fields[list: "mismatchLabelKeys"] = newValue }
  }

  public var namespaceSelector: LabelSelector? {
    get { fields[optional: "namespaceSelector"] }
    set { fields[optional: "namespaceSelector"] = newValue }
  }

  public var namespaces: [String] {
    get { fields[list: "namespaces"] }
    set { fields[list: "namespaces"] = newValue }
  }

  public var topologyKey: String {
    get { fields[required: "topologyKey", empty: ""] }
    set { fields[required: "topologyKey", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 WeightedPodAffinityTerm`.
public struct WeightedPodAffinityTerm: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var podAffinityTerm: PodAffinityTerm {
    get { fields[view: "podAffinityTerm"] }
    set { fields[view: "podAffinityTerm"] = newValue }
    _modify { yield &fields[view: "podAffinityTerm"] }
  }

  public var weight: Int {
    get { fields[required: "weight", empty: 0] }
    set { fields[required: "weight", empty: 0] = newValue }
  }
}

/// Kubernetes: `v1 Toleration`.
public struct Toleration: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var effect: String? {
    get { fields[optional: "effect"] }
    set { fields[optional: "effect"] = newValue }
  }

  public var key: String? {
    get { fields[optional: "key"] }
    set { fields[optional: "key"] = newValue }
  }

  public var `operator`: String? {
    get { fields[optional: "operator"] }
    set { fields[optional: "operator"] = newValue }
  }

  public var tolerationSeconds: Int? {
    get { fields[optional: "tolerationSeconds"] }
    set { fields[optional: "tolerationSeconds"] = newValue }
  }

  public var value: String? {
    get { fields[optional: "value"] }
    set { fields[optional: "value"] = newValue }
  }
}

/// Kubernetes: `v1 TopologySpreadConstraint`.
public struct TopologySpreadConstraint: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var labelSelector: LabelSelector? {
    get { fields[optional: "labelSelector"] }
    set { fields[optional: "labelSelector"] = newValue }
  }

  public var matchLabelKeys: [String] {
    get { fields[list: "matchLabelKeys"] }
    set { fields[list: "matchLabelKeys"] = newValue }
  }

  public var maxSkew: Int {
    get { fields[required: "maxSkew", empty: 0] }
    set { fields[required: "maxSkew", empty: 0] = newValue }
  }

  public var minDomains: Int? {
    get { fields[optional: "minDomains"] }
    set { fields[optional: "minDomains"] = newValue }
  }

  public var nodeAffinityPolicy: String? {
    get { fields[optional: "nodeAffinityPolicy"] }
    set { fields[optional: "nodeAffinityPolicy"] = newValue }
  }

  public var nodeTaintsPolicy: String? {
    get { fields[optional: "nodeTaintsPolicy"] }
    set { fields[optional: "nodeTaintsPolicy"] = newValue }
  }

  public var topologyKey: String {
    get { fields[required: "topologyKey", empty: ""] }
    set { fields[required: "topologyKey", empty: ""] = newValue }
  }

  public var whenUnsatisfiable: String {
    get { fields[required: "whenUnsatisfiable", empty: ""] }
    set { fields[required: "whenUnsatisfiable", empty: ""] = newValue }
  }
}
