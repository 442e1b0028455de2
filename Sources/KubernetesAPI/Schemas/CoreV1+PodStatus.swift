extension Schemas {
  static let coreV1PodStatus = #"""
    api v1 io.k8s.api.core.v1

    type PodStatus  "What is known of a pod; it may lag behind what is the case."
      allocatedResources                    map[quantity]
          "The requests that the node has granted to the pod as a whole."
      conditions                            [PodCondition]                        list(type) patch(type)
          "Aspects of the state, one entry a type."
      containerStatuses                     [ContainerStatus]  "The state of each container."
      ephemeralContainerStatuses            [ContainerStatus]  "The state of each ephemeral container."
      extendedResourceClaimStatus           PodExtendedResourceClaimStatus
          "The claim that was made for the pod's extended resources."
      hostIP                                string
          "The address of the node; set once a node is chosen."
      hostIPs                               [HostIP]                              patch(ip)
          "The addresses of the node, the first being hostIP."
      initContainerStatuses                 [ContainerStatus]  "The state of each init container."
      message                               string  "Why the pod is in its phase, in words for people."
      nodeAllocatableResourceClaimStatuses  [NodeAllocatableResourceClaimStatus]
          "Node resources that the pod's claims were granted."
      nominatedNodeName                     string
          "The node that is being cleared for the pod by preemption."
      observedGeneration                    int64
          "The generation of the object that the status was computed from."
      phase                                 string  "Pending, Running, Succeeded, Failed or Unknown."
      podIP                                 string  "The address of the pod."
      podIPs                                [PodIP]                               list(ip) patch(ip)
          "The addresses of the pod, one a family, the first being podIP."
      qosClass                              string
          "BestEffort, Burstable or Guaranteed: which pods go first when the node runs short."
      reason                                string
          "Why the pod is in its phase, in one word, such as Evicted."
      resize                                string
          "The state of a change of resources; conditions have taken its place."
      resourceClaimStatuses                 [PodResourceClaimStatus]              list(name) patch(name)
          retain-keys  "The claims made for the pod's resourceClaims."
      resources                             ResourceRequirements  "The pod-level resources in force."
      startTime                             time
          "When the kubelet took the pod up, before its images were pulled."

    type PodCondition  "One aspect of the state of a pod."
      lastProbeTime       time  "When the aspect was last looked at."
      lastTransitionTime  time  "When the status last changed."
      message             string  "Why the condition has its status, in words for people."
      observedGeneration  int64  "The generation of the object that the status was computed from."
      reason              string  "Why the condition has its status, in one word for programs."
      status              string  required  "Whether it holds: True, False or Unknown."
      type                string  required
          "The aspect: PodScheduled, Initialized, ContainersReady, Ready or another."

    type ContainerStatus  "What is known of a container."
      allocatedResources        map[quantity]
          "The resources that the node has granted to the container."
      allocatedResourcesStatus  [ResourceStatus]      list(name) patch(name)
          "The health of devices that the container uses."
      containerID               string
          "The identifier of the container, with the runtime in front: containerd://..."
      image                     string                required
          "The image that runs; its name may differ from the one asked for."
      imageID                   string                required  "The digest of the image that runs."
      lastState                 ContainerState  "How the container ended last time, if it did."
      name                      string                required  "The name of the container."
      ready                     bool                  required
          "Whether the container passes its readiness probe."
      resources                 ResourceRequirements  "The resources in force."
      restartCount              int32                 required
          "How often the container was started again."
      started                   bool
          "Whether it runs, has passed its startup probe and has finished its postStart action."
      state                     ContainerState  "The state of the container."
      stopSignal                string  "The signal that will tell it to end."
      user                      ContainerUser  "The user of the first process."
      volumeMounts              [VolumeMountStatus]   list(mountPath) patch(mountPath)
          "The mounts of the container."

    type ResourceStatus  "The health of the devices of one resource."
      name       string            required  "The resource, or the claim and its request."
      resources  [ResourceHealth]  list(resourceID)  "The devices and their health."

    type ResourceHealth  "The health of one device."
      health      string  "Healthy, Unhealthy or Unknown."
      message     string  "More about the health."
      resourceID  string  required  "The identifier of the device."

    type ContainerState  "The state of a container; exactly one field is given, waiting when none is."
      running     ContainerStateRunning  "The container runs."
      terminated  ContainerStateTerminated  "The container has ended."
      waiting     ContainerStateWaiting  "The container has not started yet."

    type ContainerStateRunning  "A container that runs."
      startedAt  time  "When it was last started."

    type ContainerStateTerminated  "A container that has ended."
      containerID  string  "The identifier of the container."
      exitCode     int32   required  "The exit code."
      finishedAt   time  "When it ended."
      message      string  "Its last words."
      reason       string  "Why it ended, in one word: Completed, Error, OOMKilled, ..."
      signal       int32  "The signal that ended it."
      startedAt    time  "When it was started."

    type ContainerStateWaiting  "A container that has not started yet."
      message  string  "Why it waits, in words for people."
      reason   string
          "Why it waits, in one word: ContainerCreating, CrashLoopBackOff, ImagePullBackOff, ..."

    type ContainerUser  "The user of the first process of a container."
      linux  LinuxContainerUser  "The user on Linux."

    type LinuxContainerUser  "A user of Linux."
      gid                 int64    required  "The primary group."
      supplementalGroups  [int64]  "Further groups."
      uid                 int64    required  "The user."

    type VolumeMountStatus  "The state of a mount."
      mountPath          string        required  "Where the volume is mounted."
      name               string        required  "The name of the volume."
      readOnly           bool  "Mounts the volume for reading only."
      recursiveReadOnly  string  "Whether mounts beneath are read-only in fact."
      volumeStatus       VolumeStatus  "What is known of the volume."

    type VolumeStatus  "What is known of a mounted volume."
      image  ImageVolumeStatus  "What is known of an image volume."

    type ImageVolumeStatus  "What is known of an image volume."
      imageRef  string  required  "The digest of the image."

    type PodExtendedResourceClaimStatus  "The claim that was made for a pod's extended resources."
      requestMappings    [ContainerExtendedResourceRequest]  required
          "Which request of the claim serves which container and resource."
      resourceClaimName  string                              required  "The name of the claim."

    type ContainerExtendedResourceRequest
        "A request of a claim that serves an extended resource of a container."
      containerName  string  required  "The container."
      requestName    string  required  "The request of the claim."
      resourceName   string  required  "The extended resource."

    type HostIP  "An address of a node."
      ip  string  required  "The address."

    type NodeAllocatableResourceClaimStatus  "Node resources that a claim was granted."
      containers         [string]       set  "The containers that use the claim."
      resourceClaimName  string         required  "The claim."
      resources          map[quantity]  required  "The amounts granted, by resource."

    type PodIP  "An address of a pod."
      ip  string  required  "The address."

    type PodResourceClaimStatus  "The claim made for an entry of a pod's resourceClaims."
      name               string  required  "The name of the entry."
      resourceClaimName  string  "The name of the claim; absent when none was needed."
    """#
}
