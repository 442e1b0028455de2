extension Schemas {
  static let appsV1ReplicaSet = #"""
    api apps/v1 io.k8s.api.apps.v1

    kind ReplicaSet short(rs) categories(all) subresources(scale status) select(status.replicas)
        scale(.spec.replicas .status.replicas .status.selector)  "Keeps a number of equal pods running."
      spec    ReplicaSetSpec
      status  ReplicaSetStatus
      column "Desired"  integer
      column "Current"  integer
      column "Ready"  integer
      column "Age"  string
      column "Containers"  string  priority(1)
      column "Images"  string  priority(1)
      column "Selector"  string  priority(1)

    type ReplicaSetSpec
      minReadySeconds  int32            min(0)
      replicas         int32            default(1) min(0)
      selector         LabelSelector    required immutable
      template         PodTemplateSpec

    type ReplicaSetStatus
      availableReplicas     int32
      conditions            [ReplicaSetCondition]  list(type) patch(type)
      fullyLabeledReplicas  int32
      observedGeneration    int64
      readyReplicas         int32
      replicas              int32                  required
      terminatingReplicas   int32

    type ReplicaSetCondition
      lastTransitionTime  time
      message             string
      reason              string
      status              string  required
      type                string  required
    """#
}
