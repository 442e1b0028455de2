extension Schemas {
  static let coreV1Scheduling = #"""
    api v1 io.k8s.api.core.v1

    type Affinity  "Rules for the nodes that a pod is drawn to or kept away from."
      nodeAffinity     NodeAffinity  "Rules about the nodes themselves."
      podAffinity      PodAffinity  "Rules that draw the pod to where other pods are."
      podAntiAffinity  PodAntiAffinity  "Rules that keep the pod away from where other pods are."

    type NodeAffinity  "Rules about the labels and fields of nodes."
      preferredDuringSchedulingIgnoredDuringExecution  [PreferredSchedulingTerm]
          "Terms that make a node better the more of their weights it collects."
      requiredDuringSchedulingIgnoredDuringExecution   NodeSelector
          "Terms of which a node must match one."

    type NodeSelector atomic  "Chooses the nodes that match any of its terms."
      nodeSelectorTerms  [NodeSelectorTerm]  required min-items(1)
          "The terms, of which one must match."

    type NodeSelectorTerm atomic
        "Requirements that a node must meet all of; a term without any matches no node."
      matchExpressions  [NodeSelectorRequirement]  "Requirements on the node's labels."
      matchFields       [NodeSelectorRequirement]
          "Requirements on the node's fields; metadata.name is the only one."

    type NodeSelectorRequirement  "One requirement on a label or field of a node."
      key       string    required format(qualified-name)  "The key of the label, or the field."
      operator  string    required enum(In NotIn Exists DoesNotExist Gt Lt)
          "How the value is compared with the values given."
      values    [string]
          "The values: any number for In and NotIn, one integer for Gt and Lt, none for Exists and"
          "DoesNotExist."

    type PreferredSchedulingTerm  "A preference with its weight."
      preference  NodeSelectorTerm  required  "The term to match."
      weight      int32             required min(1) max(100)
          "What a node that matches gains, from 1 to 100."

    type PodAffinity  "Rules that draw a pod to where other pods are."
      preferredDuringSchedulingIgnoredDuringExecution  [WeightedPodAffinityTerm]
          "Terms that make a place better the more of their weights it collects."
      requiredDuringSchedulingIgnoredDuringExecution   [PodAffinityTerm]
          "Terms that a place must meet all of."

    type PodAntiAffinity  "Rules that keep a pod away from where other pods are."
      preferredDuringSchedulingIgnoredDuringExecution  [WeightedPodAffinityTerm]
          "Terms that make a place worse the more of their weights it collects."
      requiredDuringSchedulingIgnoredDuringExecution   [PodAffinityTerm]
          "Terms that a place must meet all of."

    type PodAffinityTerm  "Chooses pods, and says what counts as the same place."
      labelSelector      LabelSelector  "Chooses the pods; when absent, none are chosen."
      matchLabelKeys     [string]  "Labels of the incoming pod whose values the other pods must share."
      mismatchLabelKeys  [string]
          "Labels of the incoming pod whose values the other pods must not share."
      namespaceSelector  LabelSelector  "Chooses the namespaces of the pods; an empty one chooses all."
      namespaces         [string]
          "The namespaces of the pods; with no selector either, that of the incoming pod."
      topologyKey        string         required format(qualified-name)
          "The node label whose value makes the place: nodes with one value are one place."

    type WeightedPodAffinityTerm  "A preference about other pods with its weight."
      podAffinityTerm  PodAffinityTerm  required  "The term to match."
      weight           int32            required min(1) max(100)
          "What a place that matches gains, from 1 to 100."

    type Toleration  "Lets a pod be on nodes with a matching taint."
      effect             string  enum(NoSchedule PreferNoSchedule NoExecute)
          "The effect to tolerate; empty stands for all."
      key                string  format(qualified-name)
          "The key of the taint; empty, with Exists, stands for all."
      operator           string  enum(Exists Equal Lt Gt)
          "How the value is compared; Equal when not given."
      tolerationSeconds  int64  "How long a NoExecute taint is tolerated; for ever when not given."
      value              string  "The value of the taint, for operators that compare."

    type TopologySpreadConstraint  "How evenly matching pods are to be spread over places."
      labelSelector       LabelSelector  "Chooses the pods that are counted."
      matchLabelKeys      [string]
          "Labels of the incoming pod whose values the counted pods must share."
      maxSkew             int32          required min(1)
          "How much the fullest place may exceed the emptiest."
      minDomains          int32          min(1)
          "With fewer places than this, the emptiest counts as having no pods."
      nodeAffinityPolicy  string         enum(Honor Ignore)
          "Whether nodes that the pod's node affinity excludes are left out of the count; Honor when"
          "not given."
      nodeTaintsPolicy    string         enum(Honor Ignore)
          "Whether nodes with taints that the pod does not tolerate are left out; Ignore when not"
          "given."
      topologyKey         string         required  "The node label whose value makes the place."
      whenUnsatisfiable   string         required enum(DoNotSchedule ScheduleAnyway)
          "Whether a pod that would break the rule waits, or is placed where it does least harm."
    """#
}
