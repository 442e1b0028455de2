extension Schemas {
  static let appsV1StatefulSet = #"""
    api apps/v1 io.k8s.api.apps.v1

    kind StatefulSet short(sts) categories(all) subresources(scale status)
        scale(.spec.replicas .status.replicas .status.selector)
        "Keeps pods with names, addresses and storage of their own."
      spec    StatefulSetSpec  "The pods to keep, with their storage."
      status  StatefulSetStatus  "How far the set is."
      column "Ready"  string
      column "Age"  string
      column "Containers"  string  priority(1)
      column "Images"  string  priority(1)

    type StatefulSetSpec  "The pods to keep, with their storage."
      minReadySeconds                       int32                                            min(0)
          "How long a new pod must be ready, without a crash, to count as available."
      ordinals                              StatefulSetOrdinals  "How the pods are numbered."
      persistentVolumeClaimRetentionPolicy  StatefulSetPersistentVolumeClaimRetentionPolicy  default({})
          "What happens to claims that are not needed any more."
      podManagementPolicy                   string
          default(OrderedReady) enum(OrderedReady Parallel)
          "Whether pods come and go one after another or all at once."
      replicas                              int32                                            default(1)
          min(0)  "The number of pods wanted."
      revisionHistoryLimit                  int32                                            default(10)
          min(0)  "How many old revisions are kept for going back to."
      selector                              LabelSelector                                    required
          "Chooses the pods that belong to the set; it must match the template's labels."
      serviceName                           string
          "The service that gives the pods their names in DNS."
      template                              PodTemplateSpec                                  required
          "The pods to be made."
      updateStrategy                        StatefulSetUpdateStrategy                        default({})
          "How pods are replaced when the template changes."
      volumeClaimTemplates                  [PersistentVolumeClaim]
          "Claims to be made for each pod."

    type StatefulSetOrdinals  "How pods are numbered."
      start  int32  min(0)  "The first number."

    type StatefulSetPersistentVolumeClaimRetentionPolicy
        "What happens to claims that are not needed any more."
      whenDeleted  string  default(Retain) enum(Retain Delete)  "What happens when the set is deleted."
      whenScaled   string  default(Retain) enum(Retain Delete)  "What happens when the set shrinks."

    type StatefulSetUpdateStrategy  "How pods are replaced when the template changes."
      type           string                            default(RollingUpdate) enum(RollingUpdate OnDelete)
          "One after another (RollingUpdate), or when they are deleted (OnDelete)."
      rollingUpdate  RollingUpdateStatefulSetStrategy  default({}) when(type=RollingUpdate)
          "Settings of the rolling update."

    type RollingUpdateStatefulSetStrategy  "Settings of a rolling update."
      maxUnavailable  int-or-string  format(amount)
          "How many pods may be missing at a time, as a number or a percentage."
      partition       int32          default(0) min(0)  "Pods with a lower number are left as they are."

    type StatefulSetStatus  "How far a stateful set is."
      availableReplicas   int32  "How many pods have been ready for at least minReadySeconds."
      collisionCount      int32
          "How often a name made of a template's hash was taken already; part of the next hash."
      conditions          [StatefulSetCondition]  list(type) patch(type)
          "Aspects of the state, one entry a type."
      currentReplicas     int32  "How many pods are made of the current revision."
      currentRevision     string  "The revision of the pods that are not updated yet."
      observedGeneration  int64  "The generation of the object that the status was computed from."
      readyReplicas       int32  "How many pods are ready."
      replicas            int32                   required  "The number of pods there are."
      updateRevision      string  "The revision of the pods that are updated."
      updatedReplicas     int32  "How many pods are made of the new revision."

    type StatefulSetCondition  "One aspect of the state of a stateful set."
      lastTransitionTime  time  "When the status last changed."
      message             string  "Why the condition has its status, in words for people."
      reason              string  "Why the condition has its status, in one word for programs."
      status              string  required  "Whether it holds: True, False or Unknown."
      type                string  required  "The aspect of the state."
    """#
}
