extension Schemas {
  static let coreV1Scheduling = #"""
    api v1 io.k8s.api.core.v1

    type Affinity
      nodeAffinity     NodeAffinity
      podAffinity      PodAffinity
      podAntiAffinity  PodAntiAffinity

    type NodeAffinity
      preferredDuringSchedulingIgnoredDuringExecution  [PreferredSchedulingTerm]
      requiredDuringSchedulingIgnoredDuringExecution   NodeSelector

    type NodeSelector atomic
      nodeSelectorTerms  [NodeSelectorTerm]  required

    type NodeSelectorTerm atomic
      matchExpressions  [NodeSelectorRequirement]
      matchFields       [NodeSelectorRequirement]

    type NodeSelectorRequirement
      key       string    required
      operator  string    required
      values    [string]

    type PreferredSchedulingTerm
      preference  NodeSelectorTerm  required
      weight      int32             required

    type PodAffinity
      preferredDuringSchedulingIgnoredDuringExecution  [WeightedPodAffinityTerm]
      requiredDuringSchedulingIgnoredDuringExecution   [PodAffinityTerm]

    type PodAntiAffinity
      preferredDuringSchedulingIgnoredDuringExecution  [WeightedPodAffinityTerm]
      requiredDuringSchedulingIgnoredDuringExecution   [PodAffinityTerm]

    type PodAffinityTerm
      labelSelector      LabelSelector
      matchLabelKeys     [string]
      mismatchLabelKeys  [string]
      namespaceSelector  LabelSelector
      namespaces         [string]
      topologyKey        string         required

    type WeightedPodAffinityTerm
      podAffinityTerm  PodAffinityTerm  required
      weight           int32            required

    type Toleration
      effect             string
      key                string
      operator           string
      tolerationSeconds  int64
      value              string

    type TopologySpreadConstraint
      labelSelector       LabelSelector
      matchLabelKeys      [string]
      maxSkew             int32          required
      minDomains          int32
      nodeAffinityPolicy  string
      nodeTaintsPolicy    string
      topologyKey         string         required
      whenUnsatisfiable   string         required
    """#
}
