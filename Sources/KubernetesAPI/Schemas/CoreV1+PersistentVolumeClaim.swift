extension Schemas {
  static let coreV1PersistentVolumeClaim = #"""
    api v1 io.k8s.api.core.v1

    kind PersistentVolumeClaim short(pvc) subresources(status)
        "A user's request for storage that outlives pods."
      spec    PersistentVolumeClaimSpec  "What the claim asks for."
      status  PersistentVolumeClaimStatus  default({})  "What the claim got."
      column "Status"  string
      column "Volume"  string
      column "Capacity"  string
      column "Access Modes"  string
      column "StorageClass"  string
      column "VolumeAttributesClass"  string
      column "Age"  string
      column "VolumeMode"  string  priority(1)

    type PersistentVolumeClaimStatus  "What a claim got."
      accessModes                       [string]  "The ways in which the volume can be mounted."
      allocatedResourceStatuses         map[string]  "How far a change of size is, by resource."
      allocatedResources                map[quantity]  "The size that was granted, by resource."
      capacity                          map[quantity]  "The size of the volume, by resource."
      conditions                        [PersistentVolumeClaimCondition]  list(type) patch(type)
          "Aspects of the state, one entry a type."
      currentVolumeAttributesClassName  string  "The class of attributes in force."
      modifyVolumeStatus                ModifyVolumeStatus  "How far a change of attributes is."
      phase                             string                            default(Pending)
          "Pending, Bound or Lost."

    type PersistentVolumeClaimCondition  "One aspect of the state of a claim."
      lastProbeTime       time  "When the aspect was last looked at."
      lastTransitionTime  time  "When the status last changed."
      message             string  "Why the condition has its status, in words for people."
      reason              string  "Why the condition has its status, in one word for programs."
      status              string  required  "Whether it holds: True, False or Unknown."
      type                string  required  "The aspect of the state."

    type ModifyVolumeStatus  "How far a change of attributes is."
      status                           string  required  "Pending, InProgress or Infeasible."
      targetVolumeAttributesClassName  string  "The class of attributes that is wanted."
    """#
}
