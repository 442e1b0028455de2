extension Schemas {
  static let appsV1DaemonSet = #"""
    api apps/v1 io.k8s.api.apps.v1

    kind DaemonSet short(ds) categories(all) subresources(status)
        "Keeps one pod on each node that fits."
      spec    DaemonSetSpec
      status  DaemonSetStatus
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

    type DaemonSetSpec
      minReadySeconds       int32                    min(0)
      revisionHistoryLimit  int32                    default(10) min(0)
      selector              LabelSelector            required immutable
      template              PodTemplateSpec          required
      updateStrategy        DaemonSetUpdateStrategy  default({})

    type DaemonSetUpdateStrategy
      type           string                  default(RollingUpdate) enum(RollingUpdate OnDelete)
      rollingUpdate  RollingUpdateDaemonSet  default({}) when(type=RollingUpdate)

    type RollingUpdateDaemonSet
      maxSurge        int-or-string  default(0) format(amount)
      maxUnavailable  int-or-string  default(1) format(amount)

    type DaemonSetStatus
      collisionCount          int32
      conditions              [DaemonSetCondition]  list(type) patch(type)
      currentNumberScheduled  int32                 required
      desiredNumberScheduled  int32                 required
      numberAvailable         int32
      numberMisscheduled      int32                 required
      numberReady             int32                 required
      numberUnavailable       int32
      observedGeneration      int64
      updatedNumberScheduled  int32

    type DaemonSetCondition
      lastTransitionTime  time
      message             string
      reason              string
      status              string  required
      type                string  required
    """#
}
