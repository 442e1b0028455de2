extension Schemas {
  static let policyV1PodDisruptionBudget = #"""
    api policy/v1 io.k8s.api.policy.v1

    kind PodDisruptionBudget short(pdb) subresources(status)
        "How many pods of a group may be taken down on purpose at a time."
      spec    PodDisruptionBudgetSpec
      status  PodDisruptionBudgetStatus
      column "Min Available"  string
      column "Max Unavailable"  string
      column "Allowed Disruptions"  integer
      column "Age"  string

    type PodDisruptionBudgetSpec
      maxUnavailable              int-or-string  format(amount)
      minAvailable                int-or-string  format(amount)
      selector                    LabelSelector
      unhealthyPodEvictionPolicy  string         enum(IfHealthyBudget AlwaysAllow)

    type PodDisruptionBudgetStatus
      conditions          [Condition]  list(type) patch(type)
      currentHealthy      int32
      desiredHealthy      int32
      disruptedPods       map[time]
      disruptionsAllowed  int32
      expectedPods        int32
      observedGeneration  int64
    """#
}
