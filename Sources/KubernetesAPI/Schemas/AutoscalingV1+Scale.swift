extension Schemas {
  static let autoscalingV1Scale = #"""
    api autoscaling/v1 io.k8s.api.autoscaling.v1

    kind Scale plural() verbs()
        "The number of replicas of an object, whatever its kind: the body of the scale subresource."
      spec    ScaleSpec
      status  ScaleStatus
      column "Desired"  integer
      column "Available"  integer
      column "Age"  string

    type ScaleSpec
      replicas  int32  min(0)

    type ScaleStatus
      replicas  int32   required
      selector  string
    """#
}
