extension Schemas {
  static let coreV1ReplicationController = #"""
    api v1 io.k8s.api.core.v1

    kind ReplicationController short(rc) categories(all) subresources(scale status)
        select(status.replicas) scale(.spec.replicas .status.replicas .spec.selector)
        "Keeps a number of equal pods running; the forerunner of ReplicaSet."
      spec    ReplicationControllerSpec
      status  ReplicationControllerStatus
      column "Desired"  integer
      column "Current"  integer
      column "Ready"  integer
      column "Age"  string
      column "Containers"  string  priority(1)
      column "Images"  string  priority(1)
      column "Selector"  string  priority(1)

    type ReplicationControllerSpec
      minReadySeconds  int32            min(0)
      replicas         int32            default(1) min(0)
      selector         map[string]      atomic format(labels)
      template         PodTemplateSpec

    type ReplicationControllerStatus
      availableReplicas     int32
      conditions            [ReplicationControllerCondition]  list(type) patch(type)
      fullyLabeledReplicas  int32
      observedGeneration    int64
      readyReplicas         int32
      replicas              int32                             required

    type ReplicationControllerCondition
      lastTransitionTime  time
      message             string
      reason              string
      status              string  required
      type                string  required
    """#
}
