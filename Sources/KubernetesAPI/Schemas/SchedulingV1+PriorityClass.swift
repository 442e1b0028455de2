extension Schemas {
  static let schedulingV1PriorityClass = #"""
    api scheduling.k8s.io/v1 io.k8s.api.scheduling.v1

    kind PriorityClass plural(priorityclasses) short(pc) cluster
        "A name for a priority that pods can have."
      description       string
      globalDefault     bool
      preemptionPolicy  string  default(PreemptLowerPriority) enum(PreemptLowerPriority Never) immutable
      value             int32   immutable max(2000001000)
      column "Value"  integer
      column "Global-Default"  boolean
      column "Age"  string
      column "PreemptionPolicy"  string
    """#
}
