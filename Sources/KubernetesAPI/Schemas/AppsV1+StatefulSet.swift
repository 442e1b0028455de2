extension Schemas {
  static let appsV1StatefulSet = #"""
    api apps/v1 io.k8s.api.apps.v1

    kind StatefulSet short(sts) categories(all) subresources(scale status) scale(.spec.replicas
        .status.replicas .status.selector)  "Keeps pods with names, addresses and storage of their own."
      spec    StatefulSetSpec
      status  StatefulSetStatus
      column "Ready"  string
      column "Age"  string
      column "Containers"  string  priority(1)
      column "Images"  string  priority(1)

    type StatefulSetSpec
      minReadySeconds                       int32
      ordinals                              StatefulSetOrdinals
      persistentVolumeClaimRetentionPolicy  StatefulSetPersistentVolumeClaimRetentionPolicy
      podManagementPolicy                   string
      replicas                              int32
      revisionHistoryLimit                  int32
      selector                              LabelSelector                                    required
      serviceName                           string
      template                              PodTemplateSpec                                  required
      updateStrategy                        StatefulSetUpdateStrategy
      volumeClaimTemplates                  [PersistentVolumeClaim]

    type StatefulSetOrdinals
      start  int32

    type StatefulSetPersistentVolumeClaimRetentionPolicy
      whenDeleted  string
      whenScaled   string

    type StatefulSetUpdateStrategy
      rollingUpdate  RollingUpdateStatefulSetStrategy
      type           string

    type RollingUpdateStatefulSetStrategy
      maxUnavailable  int-or-string
      partition       int32

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
