extension Schemas {
  static let coreV1ReplicationController = #"""
    api v1 io.k8s.api.core.v1

    kind ReplicationController short(rc) categories(all) subresources(scale status)
        select(status.replicas) scale(.spec.replicas .status.replicas .spec.selector)
        "Keeps a number of equal pods running; the forerunner of ReplicaSet."
      spec    ReplicationControllerSpec  "The pods to keep."
      status  ReplicationControllerStatus  "The pods there are."
      column "Desired"  integer
      column "Current"  integer
      column "Ready"  integer
      column "Age"  string
      column "Containers"  string  priority(1)
      column "Images"  string  priority(1)
      column "Selector"  string  priority(1)

    type ReplicationControllerSpec  "The pods to keep."
      minReadySeconds  int32            min(0)
          "How long a new pod must be ready, without a crash, to count as available."
      replicas         int32            default(1) min(0)  "The number of pods wanted."
      selector         map[string]      atomic format(labels)
          "Labels of the pods; those of the template when not given."
      template         PodTemplateSpec  "The pods to be made."

    type ReplicationControllerStatus  "The pods there are."
      availableReplicas     int32  "How many pods have been ready for at least minReadySeconds."
      conditions            [ReplicationControllerCondition]  list(type) patch(type)
          "Aspects of the state, one entry a type."
      fullyLabeledReplicas  int32  "How many pods have all labels of the template."
      observedGeneration    int64  "The generation of the object that the status was computed from."
      readyReplicas         int32  "How many pods are ready."
      replicas              int32                             required  "The number of pods there are."

    type ReplicationControllerCondition  "One aspect of the state of a replication controller."
      lastTransitionTime  time  "When the status last changed."
      message             string  "Why the condition has its status, in words for people."
      reason              string  "Why the condition has its status, in one word for programs."
      status              string  required  "Whether it holds: True, False or Unknown."
      type                string  required  "The aspect of the state."
    """#
}
