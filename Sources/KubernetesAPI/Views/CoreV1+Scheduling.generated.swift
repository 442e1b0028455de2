// Generated from Sources/KubernetesAPI/Schemas/CoreV1+Scheduling.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Rules for the nodes that a pod is drawn to or kept away from.
///
/// Kubernetes: `v1 Affinity`.
public struct Affinity: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Rules about the nodes themselves.
  public var nodeAffinity: NodeAffinity? {
    get { fields[optional: "nodeAffinity"] }
    set { fields[optional: "nodeAffinity"] = newValue }
  }

  /// Rules that draw the pod to where other pods are.
  public var podAffinity: PodAffinity? {
    get { fields[optional: "podAffinity"] }
    set { fields[optional: "podAffinity"] = newValue }
  }

  /// Rules that keep the pod away from where other pods are.
  public var podAntiAffinity: PodAntiAffinity? {
    get { fields[optional: "podAntiAffinity"] }
    set { fields[optional: "podAntiAffinity"] = newValue }
  }
}

/// Rules about the labels and fields of nodes.
///
/// Kubernetes: `v1 NodeAffinity`.
public struct NodeAffinity: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Terms that make a node better the more of their weights it collects.
  public var preferredDuringSchedulingIgnoredDuringExecution: [PreferredSchedulingTerm] {
    get { fields[list: "preferredDuringSchedulingIgnoredDuringExecution"] }
    set { fields[list: "preferredDuringSchedulingIgnoredDuringExecution"] = newValue }
  }

  /// Terms of which a node must match one.
  public var requiredDuringSchedulingIgnoredDuringExecution: NodeSelector? {
    get { fields[optional: "requiredDuringSchedulingIgnoredDuringExecution"] }
    set { fields[optional: "requiredDuringSchedulingIgnoredDuringExecution"] = newValue }
  }
}

/// Chooses the nodes that match any of its terms.
///
/// Kubernetes: `v1 NodeSelector`.
public struct NodeSelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The terms, of which one must match.
  public var nodeSelectorTerms: [NodeSelectorTerm] {
    get { fields[list: "nodeSelectorTerms"] }
    set { fields[list: "nodeSelectorTerms"] = newValue }
  }
}

/// Requirements that a node must meet all of; a term without any matches no node.
///
/// Kubernetes: `v1 NodeSelectorTerm`.
public struct NodeSelectorTerm: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Requirements on the node's labels.
  public var matchExpressions: [NodeSelectorRequirement] {
    get { fields[list: "matchExpressions"] }
    set { fields[list: "matchExpressions"] = newValue }
  }

  /// Requirements on the node's fields; metadata.name is the only one.
  public var matchFields: [NodeSelectorRequirement] {
    get { fields[list: "matchFields"] }
    set { fields[list: "matchFields"] = newValue }
  }
}

/// One requirement on a label or field of a node.
///
/// Kubernetes: `v1 NodeSelectorRequirement`.
public struct NodeSelectorRequirement: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The key of the label, or the field.
  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  /// How the value is compared with the values given.
  public var `operator`: String {
    get { fields[required: "operator", empty: ""] }
    set { fields[required: "operator", empty: ""] = newValue }
  }

  /// The values: any number for In and NotIn, one integer for Gt and Lt, none for Exists and
  /// DoesNotExist.
  public var values: [String] {
    get { fields[list: "values"] }
    set { fields[list: "values"] = newValue }
  }
}

/// A preference with its weight.
///
/// Kubernetes: `v1 PreferredSchedulingTerm`.
public struct PreferredSchedulingTerm: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The term to match.
  public var preference: NodeSelectorTerm {
    get { fields[view: "preference"] }
    set { fields[view: "preference"] = newValue }
    _modify { yield &fields[view: "preference"] }
  }

  /// What a node that matches gains, from 1 to 100.
  public var weight: Int {
    get { fields[required: "weight", empty: 0] }
    set { fields[required: "weight", empty: 0] = newValue }
  }
}

/// Rules that draw a pod to where other pods are.
///
/// Kubernetes: `v1 PodAffinity`.
public struct PodAffinity: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Terms that make a place better the more of their weights it collects.
  public var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm] {
    get { fields[list: "preferredDuringSchedulingIgnoredDuringExecution"] }
    set { fields[list: "preferredDuringSchedulingIgnoredDuringExecution"] = newValue }
  }

  /// Terms that a place must meet all of.
  public var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm] {
    get { fields[list: "requiredDuringSchedulingIgnoredDuringExecution"] }
    set { fields[list: "requiredDuringSchedulingIgnoredDuringExecution"] = newValue }
  }
}

/// Rules that keep a pod away from where other pods are.
///
/// Kubernetes: `v1 PodAntiAffinity`.
public struct PodAntiAffinity: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Terms that make a place worse the more of their weights it collects.
  public var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm] {
    get { fields[list: "preferredDuringSchedulingIgnoredDuringExecution"] }
    set { fields[list: "preferredDuringSchedulingIgnoredDuringExecution"] = newValue }
  }

  /// Terms that a place must meet all of.
  public var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm] {
    get { fields[list: "requiredDuringSchedulingIgnoredDuringExecution"] }
    set { fields[list: "requiredDuringSchedulingIgnoredDuringExecution"] = newValue }
  }
}

/// Chooses pods, and says what counts as the same place.
///
/// Kubernetes: `v1 PodAffinityTerm`.
public struct PodAffinityTerm: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Chooses the pods; when absent, none are chosen.
  public var labelSelector: LabelSelector? {
    get { fields[optional: "labelSelector"] }
    set { fields[optional: "labelSelector"] = newValue }
  }

  /// Labels of the incoming pod whose values the other pods must share.
  public var matchLabelKeys: [String] {
    get { fields[list: "matchLabelKeys"] }
    set { fields[list: "matchLabelKeys"] = newValue }
  }

  /// Labels of the incoming pod whose values the other pods must not share.
  public var mismatchLabelKeys: [String] {
    get { fields[list: "mismatchLabelKeys"] }
    set { fields[list: "mismatchLabelKeys"] = newValue }
  }

  /// Chooses the namespaces of the pods; an empty one chooses all.
  public var namespaceSelector: LabelSelector? {
    get { fields[optional: "namespaceSelector"] }
    set { fields[optional: "namespaceSelector"] = newValue }
  }

  /// The namespaces of the pods; with no selector either, that of the incoming pod.
  public var namespaces: [String] {
    get { fields[list: "namespaces"] }
    set { fields[list: "namespaces"] = newValue }
  }

  /// The node label whose value makes the place: nodes with one value are one place.
  public var topologyKey: String {
    get { fields[required: "topologyKey", empty: ""] }
    set { fields[required: "topologyKey", empty: ""] = newValue }
  }
}

/// A preference about other pods with its weight.
///
/// Kubernetes: `v1 WeightedPodAffinityTerm`.
public struct WeightedPodAffinityTerm: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The term to match.
  public var podAffinityTerm: PodAffinityTerm {
    get { fields[view: "podAffinityTerm"] }
    set { fields[view: "podAffinityTerm"] = newValue }
    _modify { yield &fields[view: "podAffinityTerm"] }
  }

  /// What a place that matches gains, from 1 to 100.
  public var weight: Int {
    get { fields[required: "weight", empty: 0] }
    set { fields[required: "weight", empty: 0] = newValue }
  }
}

/// Lets a pod be on nodes with a matching taint.
///
/// Kubernetes: `v1 Toleration`.
public struct Toleration: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The effect to tolerate; empty stands for all.
  public var effect: String? {
    get { fields[optional: "effect"] }
    set { fields[optional: "effect"] = newValue }
  }

  /// The key of the taint; empty, with Exists, stands for all.
  public var key: String? {
    get { fields[optional: "key"] }
    set { fields[optional: "key"] = newValue }
  }

  /// How the value is compared; Equal when not given.
  public var `operator`: String? {
    get { fields[optional: "operator"] }
    set { fields[optional: "operator"] = newValue }
  }

  /// How long a NoExecute taint is tolerated; for ever when not given.
  public var tolerationSeconds: Int? {
    get { fields[optional: "tolerationSeconds"] }
    set { fields[optional: "tolerationSeconds"] = newValue }
  }

  /// The value of the taint, for operators that compare.
  public var value: String? {
    get { fields[optional: "value"] }
    set { fields[optional: "value"] = newValue }
  }
}

/// How evenly matching pods are to be spread over places.
///
/// Kubernetes: `v1 TopologySpreadConstraint`.
public struct TopologySpreadConstraint: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Chooses the pods that are counted.
  public var labelSelector: LabelSelector? {
    get { fields[optional: "labelSelector"] }
    set { fields[optional: "labelSelector"] = newValue }
  }

  /// Labels of the incoming pod whose values the counted pods must share.
  public var matchLabelKeys: [String] {
    get { fields[list: "matchLabelKeys"] }
    set { fields[list: "matchLabelKeys"] = newValue }
  }

  /// How much the fullest place may exceed the emptiest.
  public var maxSkew: Int {
    get { fields[required: "maxSkew", empty: 0] }
    set { fields[required: "maxSkew", empty: 0] = newValue }
  }

  /// With fewer places than this, the emptiest counts as having no pods.
  public var minDomains: Int? {
    get { fields[optional: "minDomains"] }
    set { fields[optional: "minDomains"] = newValue }
  }

  /// Whether nodes that the pod's node affinity excludes are left out of the count; Honor when not given.
  public var nodeAffinityPolicy: String? {
    get { fields[optional: "nodeAffinityPolicy"] }
    set { fields[optional: "nodeAffinityPolicy"] = newValue }
  }

  /// Whether nodes with taints that the pod does not tolerate are left out; Ignore when not given.
  public var nodeTaintsPolicy: String? {
    get { fields[optional: "nodeTaintsPolicy"] }
    set { fields[optional: "nodeTaintsPolicy"] = newValue }
  }

  /// The node label whose value makes the place.
  public var topologyKey: String {
    get { fields[required: "topologyKey", empty: ""] }
    set { fields[required: "topologyKey", empty: ""] = newValue }
  }

  /// Whether a pod that would break the rule waits, or is placed where it does least harm.
  public var whenUnsatisfiable: String {
    get { fields[required: "whenUnsatisfiable", empty: ""] }
    set { fields[required: "whenUnsatisfiable", empty: ""] = newValue }
  }
}
