extension Schemas {
  static let schedulingV1PriorityClass = #"""
    api scheduling.k8s.io/v1 io.k8s.api.scheduling.v1

    kind PriorityClass plural(priorityclasses) short(pc) cluster
        "A name for a priority that pods can have."
      description       string  "When the class is to be used."
      globalDefault     bool  "Whether pods that name no class have this one."
      preemptionPolicy  string  default(PreemptLowerPriority) enum(PreemptLowerPriority Never) immutable
          "Whether pods of the class may have others removed to make room."
      value             int32   immutable max(2000001000)  "The priority, greater being more important."
      column "Value"  integer
      column "Global-Default"  boolean
      column "Age"  string
      column "PreemptionPolicy"  string
    """#
}
