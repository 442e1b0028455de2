extension Schemas {
  static let coreV1PodStatus = #"""
    api v1 io.k8s.api.core.v1

    type PodStatus
      allocatedResources                    map[quantity]
      conditions                            [PodCondition]                        list(type) patch(type)
      containerStatuses                     [ContainerStatus]
      ephemeralContainerStatuses            [ContainerStatus]
      extendedResourceClaimStatus           PodExtendedResourceClaimStatus
      hostIP                                string
      hostIPs                               [HostIP]                              patch(ip)
      initContainerStatuses                 [ContainerStatus]
      message                               string
      nodeAllocatableResourceClaimStatuses  [NodeAllocatableResourceClaimStatus]
      nominatedNodeName                     string
      observedGeneration                    int64
      phase                                 string
      podIP                                 string
      podIPs                                [PodIP]                               list(ip) patch(ip)
      qosClass                              string
      reason                                string
      resize                                string
      resourceClaimStatuses                 [PodResourceClaimStatus]              list(name) patch(name)
          retain-keys
      resources                             ResourceRequirements
      startTime                             time

    type PodCondition
      lastProbeTime       time
      lastTransitionTime  time
      message             string
      observedGeneration  int64
      reason              string
      status              string  required
      type                string  required

    type ContainerStatus
      allocatedResources        map[quantity]
      allocatedResourcesStatus  [ResourceStatus]      list(name) patch(name)
      containerID               string
      image                     string                required
      imageID                   string                required
      lastState                 ContainerState
      name                      string                required
      ready                     bool                  required
      resources                 ResourceRequirements
      restartCount              int32                 required
      started                   bool
      state                     ContainerState
      stopSignal                string
      user                      ContainerUser
      volumeMounts              [VolumeMountStatus]   list(mountPath) patch(mountPath)

    type ResourceStatus
      name       string            required
      resources  [ResourceHealth]  list(resourceID)

    type ResourceHealth
      health      string
      message     string
      resourceID  string  required

    type ContainerState
      running     ContainerStateRunning
      terminated  ContainerStateTerminated
      waiting     ContainerStateWaiting

    type ContainerStateRunning
      startedAt  time

    type ContainerStateTerminated
      containerID  string
      exitCode     int32   required
      finishedAt   time
      message      string
      reason       string
      signal       int32
      startedAt    time

    type ContainerStateWaiting
      message  string
      reason   string

    type ContainerUser
      linux  LinuxContainerUser

    type LinuxContainerUser
      gid                 int64    required
      supplementalGroups  [int64]
      uid                 int64    required

    type VolumeMountStatus
      mountPath          string        required
      name               string        required
      readOnly           bool
      recursiveReadOnly  string
      volumeStatus       VolumeStatus

    type VolumeStatus
      image  ImageVolumeStatus

    type ImageVolumeStatus
      imageRef  string  required

    type PodExtendedResourceClaimStatus
      requestMappings    [ContainerExtendedResourceRequest]  required
      resourceClaimName  string                              required

    type ContainerExtendedResourceRequest
      containerName  string  required
      requestName    string  required
      resourceName   string  required

    type HostIP
      ip  string  required

    type NodeAllocatableResourceClaimStatus
      containers         [string]       set
      resourceClaimName  string         required
      resources          map[quantity]  required

    type PodIP
      ip  string  required

    type PodResourceClaimStatus
      name               string  required
      resourceClaimName  string
    """#
}
