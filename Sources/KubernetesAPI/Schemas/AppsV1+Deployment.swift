extension Schemas {
  static let appsV1Deployment = #"""
    api apps/v1 io.k8s.api.apps.v1

    kind Deployment short(deploy) categories(all) subresources(scale status)
        scale(.spec.replicas .status.replicas .status.selector)
        "Keeps a number of equal pods running and replaces them step by step when their template"
        "changes."
      spec    DeploymentSpec
      status  DeploymentStatus
      column "Ready"  string
      column "Up-to-date"  string
      column "Available"  string
      column "Age"  string
      column "Containers"  string  priority(1)
      column "Images"  string  priority(1)
      column "Selector"  string  priority(1)

    type DeploymentSpec
      minReadySeconds          int32               min(0)
      paused                   bool
      progressDeadlineSeconds  int32               default(600) min(0)
      replicas                 int32               default(1) min(0)
      revisionHistoryLimit     int32               default(10) min(0)
      selector                 LabelSelector       required immutable
      strategy                 DeploymentStrategy  retain-keys default({})
      template                 PodTemplateSpec     required

    type DeploymentStrategy
      type           string                   default(RollingUpdate) enum(Recreate RollingUpdate)
      rollingUpdate  RollingUpdateDeployment  default({}) when(type=RollingUpdate)

    type RollingUpdateDeployment
      maxSurge        int-or-string  default(25%) format(amount)
      maxUnavailable  int-or-string  default(25%) format(amount)

    type DeploymentStatus
      availableReplicas    int32
      collisionCount       int32
      conditions           [DeploymentCondition]  list(type) patch(type)
      observedGeneration   int64
      readyReplicas        int32
      replicas             int32
      terminatingReplicas  int32
      unavailableReplicas  int32
      updatedReplicas      int32

    type DeploymentCondition
      lastTransitionTime  time
      lastUpdateTime      time
      message             string
      reason              string
      status              string  required
      type                string  required
    """#
}
