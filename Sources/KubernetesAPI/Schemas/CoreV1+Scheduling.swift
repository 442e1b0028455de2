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
      nodeSelectorTerms  [NodeSelectorTerm]  required min-items(1)

    type NodeSelectorTerm atomic
      matchExpressions  [NodeSelectorRequirement]
      matchFields       [NodeSelectorRequirement]

    type NodeSelectorRequirement
      key       string    required format(qualified-name)
      operator  string    required enum(In NotIn Exists DoesNotExist Gt Lt)
      values    [string]

    type PreferredSchedulingTerm
      preference  NodeSelectorTerm  required
      weight      int32             required min(1) max(100)

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
      topologyKey        string         required format(qualified-name)

    type WeightedPodAffinityTerm
      podAffinityTerm  PodAffinityTerm  required
      weight           int32            required min(1) max(100)

    type Toleration
      effect             string  enum(NoSchedule PreferNoSchedule NoExecute)
      key                string  format(qualified-name)
      operator           string  enum(Exists Equal Lt Gt)
      tolerationSeconds  int64
      value              string

    type TopologySpreadConstraint
      labelSelector       LabelSelector
      matchLabelKeys      [string]
      maxSkew             int32          required min(1)
      minDomains          int32          min(1)
      nodeAffinityPolicy  string         enum(Honor Ignore)
      nodeTaintsPolicy    string         enum(Honor Ignore)
      topologyKey         string         required
      whenUnsatisfiable   string         required enum(DoNotSchedule ScheduleAnyway)
    """#
}
