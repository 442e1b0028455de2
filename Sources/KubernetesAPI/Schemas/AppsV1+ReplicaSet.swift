extension Schemas {
  static let appsV1ReplicaSet = #"""
    api apps/v1 io.k8s.api.apps.v1

    kind ReplicaSet short(rs) categories(all) subresources(scale status) select(status.replicas)
        scale(.spec.replicas .status.replicas .status.selector)  "Keeps a number of equal pods running."
      spec    ReplicaSetSpec  "The pods to keep."
      status  ReplicaSetStatus  "The pods there are."
      column "Desired"  integer
      column "Current"  integer
      column "Ready"  integer
      column "Age"  string
      column "Containers"  string  priority(1)
      column "Images"  string  priority(1)
      column "Selector"  string  priority(1)

    type ReplicaSetSpec  "The pods to keep."
      minReadySeconds  int32            min(0)
          "How long a new pod must be ready, without a crash, to count as available."
      replicas         int32            default(1) min(0)  "The number of pods wanted."
      selector         LabelSelector    required immutable
          "Chooses the pods that belong to the replica set; it must match the template's labels."
      template         PodTemplateSpec  "The pods to be made."

    type ReplicaSetStatus  "The pods there are."
      availableReplicas     int32  "How many pods have been ready for at least minReadySeconds."
      conditions            [ReplicaSetCondition]  list(type) patch(type)
          "Aspects of the state, one entry a type."
      fullyLabeledReplicas  int32  "How many pods have all labels of the template."
      observedGeneration    int64  "The generation of the object that the status was computed from."
      readyReplicas         int32  "How many pods are ready."
      replicas              int32                  required  "The number of pods there are."
      terminatingReplicas   int32  "How many pods are being deleted and have not ended yet."

    type ReplicaSetCondition  "One aspect of the state of a replica set."
      lastTransitionTime  time  "When the status last changed."
      message             string  "Why the condition has its status, in words for people."
      reason              string  "Why the condition has its status, in one word for programs."
      status              string  required  "Whether it holds: True, False or Unknown."
      type                string  required  "The aspect of the state."
    """#
}
