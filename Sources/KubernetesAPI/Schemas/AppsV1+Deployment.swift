extension Schemas {
  static let appsV1Deployment = #"""
    api apps/v1 io.k8s.api.apps.v1

    kind Deployment short(deploy) categories(all) subresources(scale status)
        scale(.spec.replicas .status.replicas .status.selector)
        "Keeps a number of equal pods running and replaces them step by step when their template"
        "changes."
      spec    DeploymentSpec  "The pods to keep, and how to replace them."
      status  DeploymentStatus  "How far the deployment is."
      column "Ready"  string
      column "Up-to-date"  string
      column "Available"  string
      column "Age"  string
      column "Containers"  string  priority(1)
      column "Images"  string  priority(1)
      column "Selector"  string  priority(1)

    type DeploymentSpec  "The pods to keep, and how to replace them."
      minReadySeconds          int32               min(0)
          "How long a new pod must be ready, without a crash, to count as available."
      paused                   bool  "Holds back changes of the template until set to false."
      progressDeadlineSeconds  int32               default(600) min(0)
          "How long a rollout may stand still before it counts as failed."
      replicas                 int32               default(1) min(0)  "The number of pods wanted."
      revisionHistoryLimit     int32               default(10) min(0)
          "How many old revisions are kept for going back to."
      selector                 LabelSelector       required immutable
          "Chooses the pods that belong to the deployment; it must match the template's labels."
      strategy                 DeploymentStrategy  retain-keys default({})
          "How old pods are replaced by new ones."
      template                 PodTemplateSpec     required  "The pods to be made."

    type DeploymentStrategy  "How old pods are replaced by new ones."
      type           string                   default(RollingUpdate) enum(Recreate RollingUpdate)
          "All at once (Recreate) or step by step (RollingUpdate)."
      rollingUpdate  RollingUpdateDeployment  default({}) when(type=RollingUpdate)
          "Settings of the rolling update."

    type RollingUpdateDeployment  "Settings of a rolling update."
      maxSurge        int-or-string  default(25%) format(amount)
          "How many pods there may be beyond the number wanted, as a number or a percentage rounded up."
      maxUnavailable  int-or-string  default(25%) format(amount)
          "How many of the pods wanted may be missing, as a number or a percentage rounded down."

    type DeploymentStatus  "How far a deployment is."
      availableReplicas    int32  "How many pods have been ready for at least minReadySeconds."
      collisionCount       int32
          "How often a name made of a template's hash was taken already; part of the next hash."
      conditions           [DeploymentCondition]  list(type) patch(type)
          "Aspects of the state, one entry a type."
      observedGeneration   int64  "The generation of the object that the status was computed from."
      readyReplicas        int32  "How many pods are ready."
      replicas             int32  "The number of pods there are, old and new."
      terminatingReplicas  int32  "How many pods are being deleted and have not ended yet."
      unavailableReplicas  int32  "How many pods are still missing for all to be available."
      updatedReplicas      int32  "How many pods are made of the present template."

    type DeploymentCondition  "One aspect of the state of a deployment."
      lastTransitionTime  time  "When the status last changed."
      lastUpdateTime      time  "When the condition was last written."
      message             string  "Why the condition has its status, in words for people."
      reason              string  "Why the condition has its status, in one word for programs."
      status              string  required  "Whether it holds: True, False or Unknown."
      type                string  required  "The aspect: Available, Progressing or ReplicaFailure."
    """#
}
