extension Schemas {
  static let autoscalingV1Scale = #"""
    api autoscaling/v1 io.k8s.api.autoscaling.v1

    kind Scale plural() verbs()
        "The number of replicas of an object, whatever its kind: the body of the scale subresource."
      spec    ScaleSpec  "The number wanted."
      status  ScaleStatus  "The number there is."
      column "Desired"  integer
      column "Available"  integer
      column "Age"  string

    type ScaleSpec  "The number of replicas wanted."
      replicas  int32  min(0)  "The number wanted."

    type ScaleStatus  "The number of replicas there is."
      replicas  int32   required  "The number there is."
      selector  string  "The label selector of the pods, as text."
    """#
}
