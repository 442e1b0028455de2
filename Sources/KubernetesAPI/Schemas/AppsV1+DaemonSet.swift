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
      minReadySeconds       int32
      revisionHistoryLimit  int32
      selector              LabelSelector            required
      template              PodTemplateSpec          required
      updateStrategy        DaemonSetUpdateStrategy

    type DaemonSetUpdateStrategy
      rollingUpdate  RollingUpdateDaemonSet
      type           string

    type RollingUpdateDaemonSet
      maxSurge        int-or-string
      maxUnavailable  int-or-string

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
