extension Schemas {
  static let coreV1PersistentVolumeClaim = #"""
    api v1 io.k8s.api.core.v1

    kind PersistentVolumeClaim short(pvc) subresources(status)
        "A user's request for storage that outlives pods."
      spec    PersistentVolumeClaimSpec
      status  PersistentVolumeClaimStatus  default({})
      column "Status"  string
      column "Volume"  string
      column "Capacity"  string
      column "Access Modes"  string
      column "StorageClass"  string
      column "VolumeAttributesClass"  string
      column "Age"  string
      column "VolumeMode"  string  priority(1)

    type PersistentVolumeClaimStatus
      accessModes                       [string]
      allocatedResourceStatuses         map[string]
      allocatedResources                map[quantity]
      capacity                          map[quantity]
      conditions                        [PersistentVolumeClaimCondition]  list(type) patch(type)
      currentVolumeAttributesClassName  string
      modifyVolumeStatus                ModifyVolumeStatus
      phase                             string                            default(Pending)

    type PersistentVolumeClaimCondition
      lastProbeTime       time
      lastTransitionTime  time
      message             string
      reason              string
      status              string  required
      type                string  required

    type ModifyVolumeStatus
      status                           string  required
      targetVolumeAttributesClassName  string
    """#
}
