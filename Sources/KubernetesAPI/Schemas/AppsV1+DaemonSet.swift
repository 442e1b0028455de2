extension Schemas {
  static let appsV1DaemonSet = #"""
    api apps/v1 io.k8s.api.apps.v1

    kind DaemonSet short(ds) categories(all) subresources(status)
        "Keeps one pod on each node that fits."
      spec    DaemonSetSpec  "The pods to keep on each node."
      status  DaemonSetStatus  "How far the set is."
      column "Desired"  integer
      column "Current"  integer
      column "Ready"  integer
      column "Up-to-date"  integer
      column "Available"  integer
      column "Node Selector"  string
      column "Age"  string
      column "Containers"  string  priority(1)
      column "Images"  string  priority(1)
      column "Selector"  string  priority(1)

    type DaemonSetSpec  "The pods to keep on each node."
      minReadySeconds       int32                    min(0)
          "How long a new pod must be ready, without a crash, to count as available."
      revisionHistoryLimit  int32                    default(10) min(0)
          "How many old revisions are kept for going back to."
      selector              LabelSelector            required immutable
          "Chooses the pods that belong to the set; it must match the template's labels."
      template              PodTemplateSpec          required
          "The pods to be made; its node selector and affinity choose the nodes."
      updateStrategy        DaemonSetUpdateStrategy  default({})
          "How pods are replaced when the template changes."

    type DaemonSetUpdateStrategy  "How pods are replaced when the template changes."
      type           string                  default(RollingUpdate) enum(RollingUpdate OnDelete)
          "Node by node (RollingUpdate), or when they are deleted (OnDelete)."
      rollingUpdate  RollingUpdateDaemonSet  default({}) when(type=RollingUpdate)
          "Settings of the rolling update."

    type RollingUpdateDaemonSet  "Settings of a rolling update."
      maxSurge        int-or-string  default(0) format(amount)
          "How many nodes may have an old and a new pod at a time, as a number or a percentage."
      maxUnavailable  int-or-string  default(1) format(amount)
          "How many nodes may be without a ready pod at a time, as a number or a percentage."

    type DaemonSetStatus  "How far a daemon set is."
      collisionCount          int32
          "How often a name made of a template's hash was taken already; part of the next hash."
      conditions              [DaemonSetCondition]  list(type) patch(type)
          "Aspects of the state, one entry a type."
      currentNumberScheduled  int32                 required  "How many nodes have a pod and should."
      desiredNumberScheduled  int32                 required  "How many nodes should have a pod."
      numberAvailable         int32  "How many nodes have a pod that is available."
      numberMisscheduled      int32                 required
          "How many nodes have a pod and should not."
      numberReady             int32                 required  "How many nodes have a pod that is ready."
      numberUnavailable       int32  "How many nodes should have an available pod and do not."
      observedGeneration      int64  "The generation of the object that the status was computed from."
      updatedNumberScheduled  int32  "How many nodes have a pod of the present template."

    type DaemonSetCondition  "One aspect of the state of a daemon set."
      lastTransitionTime  time  "When the status last changed."
      message             string  "Why the condition has its status, in words for people."
      reason              string  "Why the condition has its status, in one word for programs."
      status              string  required  "Whether it holds: True, False or Unknown."
      type                string  required  "The aspect of the state."
    """#
}
