extension Schemas {
  static let policyV1PodDisruptionBudget = #"""
    api policy/v1 io.k8s.api.policy.v1

    kind PodDisruptionBudget short(pdb) subresources(status)
        "How many pods of a group may be taken down on purpose at a time."
      spec    PodDisruptionBudgetSpec  "The pods, and how many must stay."
      status  PodDisruptionBudgetStatus  "How many may be taken down now."
      column "Min Available"  string
      column "Max Unavailable"  string
      column "Allowed Disruptions"  integer
      column "Age"  string

    type PodDisruptionBudgetSpec  "The pods that a budget is about, and how many must stay."
      maxUnavailable              int-or-string  format(amount)
          "How many may be missing after an eviction, as a number or a percentage; excludes"
          "minAvailable."
      minAvailable                int-or-string  format(amount)
          "How many must be there after an eviction, as a number or a percentage."
      selector                    LabelSelector
          "Chooses the pods; an empty one chooses all of the namespace."
      unhealthyPodEvictionPolicy  string         enum(IfHealthyBudget AlwaysAllow)
          "Whether running pods that are not ready can be evicted at any time; IfHealthyBudget when not"
          "given."

    type PodDisruptionBudgetStatus  "How many pods may be taken down now."
      conditions          [Condition]  list(type) patch(type)  "Aspects of the state, one entry a type."
      currentHealthy      int32  "How many pods are healthy."
      desiredHealthy      int32  "How many pods must be healthy."
      disruptedPods       map[time]
          "Pods whose eviction was let through and that are not gone yet, with the time."
      disruptionsAllowed  int32  "How many evictions may be let through now."
      expectedPods        int32  "How many pods the budget is about."
      observedGeneration  int64  "The generation of the object that the status was computed from."
    """#
}
