extension Schemas {
  static let appsV1StatefulSet = #"""
    api apps/v1 io.k8s.api.apps.v1

    kind StatefulSet short(sts) categories(all) subresources(scale status)
        scale(.spec.replicas .status.replicas .status.selector)
        "Keeps pods with names, addresses and storage of their own."
      spec    StatefulSetSpec
      status  StatefulSetStatus
      column "Ready"  string
      column "Age"  string
      column "Containers"  string  priority(1)
      column "Images"  string  priority(1)

    type StatefulSetSpec
      minReadySeconds                       int32                                            min(0)
      ordinals                              StatefulSetOrdinals
      persistentVolumeClaimRetentionPolicy  StatefulSetPersistentVolumeClaimRetentionPolicy  default({})
      podManagementPolicy                   string
          default(OrderedReady) enum(OrderedReady Parallel) immutable
      replicas                              int32                                            default(1)
          min(0)
      revisionHistoryLimit                  int32                                            default(10)
          min(0)
      selector                              LabelSelector                                    required
          immutable
      serviceName                           string                                           immutable
      template                              PodTemplateSpec                                  required
      updateStrategy                        StatefulSetUpdateStrategy                        default({})
      volumeClaimTemplates                  [PersistentVolumeClaim]                          immutable

    type StatefulSetOrdinals
      start  int32  min(0)

    type StatefulSetPersistentVolumeClaimRetentionPolicy
      whenDeleted  string  default(Retain) enum(Retain Delete)
      whenScaled   string  default(Retain) enum(Retain Delete)

    type StatefulSetUpdateStrategy
      type           string                            default(RollingUpdate) enum(RollingUpdate OnDelete)
      rollingUpdate  RollingUpdateStatefulSetStrategy  default({}) when(type=RollingUpdate)

    type RollingUpdateStatefulSetStrategy
      maxUnavailable  int-or-string  format(amount)
      partition       int32          default(0) min(0)

    type StatefulSetStatus
      availableReplicas   int32
      collisionCount      int32
      conditions          [StatefulSetCondition]  list(type) patch(type)
      currentReplicas     int32
      currentRevision     string
      observedGeneration  int64
      readyReplicas       int32
      replicas            int32                   required
      updateRevision      string
      updatedReplicas     int32

    type StatefulSetCondition
      lastTransitionTime  time
      message             string
      reason              string
      status              string  required
      type                string  required
    """#
}
