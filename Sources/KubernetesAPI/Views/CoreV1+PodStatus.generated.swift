// Generated from Sources/KubernetesAPI/Schemas/CoreV1+PodStatus.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// What is known of a pod; it may lag behind what is the case.
///
/// Kubernetes: `v1 PodStatus`.
public struct PodStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The requests that the node has granted to the pod as a whole.
  public var allocatedResources: ResourceList {
    get { fields[values: "allocatedResources"] }
    set { fields[values: "allocatedResources"] = newValue }
  }

  /// Aspects of the state, one entry a type.
  public var conditions: [PodCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// The state of each container.
  public var containerStatuses: [ContainerStatus] {
    get { fields[list: "containerStatuses"] }
    set { fields[list: "containerStatuses"] = newValue }
  }

  /// The state of each ephemeral container.
  public var ephemeralContainerStatuses: [ContainerStatus] {
    get { fields[list: "ephemeralContainerStatuses"] }
    set { fields[list: "ephemeralContainerStatuses"] = newValue }
  }

  /// The claim that was made for the pod's extended resources.
  public var extendedResourceClaimStatus: PodExtendedResourceClaimStatus? {
    get { fields[optional: "extendedResourceClaimStatus"] }
    set { fields[optional: "extendedResourceClaimStatus"] = newValue }
  }

  /// The address of the node; set once a node is chosen.
  public var hostIP: String? {
    get { fields[optional: "hostIP"] }
    set { fields[optional: "hostIP"] = newValue }
  }

  /// The addresses of the node, the first being hostIP.
  public var hostIPs: [HostIP] {
    get { fields[list: "hostIPs"] }
    set { fields[list: "hostIPs"] = newValue }
  }

  /// The state of each init container.
  public var initContainerStatuses: [ContainerStatus] {
    get { fields[list: "initContainerStatuses"] }
    set { fields[list: "initContainerStatuses"] = newValue }
  }

  /// Why the pod is in its phase, in words for people.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// Node resources that the pod's claims were granted.
  public var nodeAllocatableResourceClaimStatuses: [NodeAllocatableResourceClaimStatus] {
    get { fields[list: "nodeAllocatableResourceClaimStatuses"] }
    set { fields[list: "nodeAllocatableResourceClaimStatuses"] = newValue }
  }

  /// The node that is being cleared for the pod by preemption.
  public var nominatedNodeName: String? {
    get { fields[optional: "nominatedNodeName"] }
    set { fields[optional: "nominatedNodeName"] = newValue }
  }

  /// The generation of the object that the status was computed from.
  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }

  /// Pending, Running, Succeeded, Failed or Unknown.
  public var phase: String? {
    get { fields[optional: "phase"] }
    set { fields[optional: "phase"] = newValue }
  }

  /// The address of the pod.
  public var podIP: String? {
    get { fields[optional: "podIP"] }
    set { fields[optional: "podIP"] = newValue }
  }

  /// The addresses of the pod, one a family, the first being podIP.
  public var podIPs: [PodIP] {
    get { fields[list: "podIPs"] }
    set { fields[list: "podIPs"] = newValue }
  }

  /// BestEffort, Burstable or Guaranteed: which pods go first when the node runs short.
  public var qosClass: String? {
    get { fields[optional: "qosClass"] }
    set { fields[optional: "qosClass"] = newValue }
  }

  /// Why the pod is in its phase, in one word, such as Evicted.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  /// The state of a change of resources; conditions have taken its place.
  public var resize: String? {
    get { fields[optional: "resize"] }
    set { fields[optional: "resize"] = newValue }
  }

  /// The claims made for the pod's resourceClaims.
  public var resourceClaimStatuses: [PodResourceClaimStatus] {
    get { fields[list: "resourceClaimStatuses"] }
    set { fields[list: "resourceClaimStatuses"] = newValue }
  }

  /// The pod-level resources in force.
  public var resources: ResourceRequirements? {
    get { fields[optional: "resources"] }
    set { fields[optional: "resources"] = newValue }
  }

  /// When the kubelet took the pod up, before its images were pulled.
  public var startTime: Timestamp? {
    get { fields[optional: "startTime"] }
    set { fields[optional: "startTime"] = newValue }
  }
}

/// One aspect of the state of a pod.
///
/// Kubernetes: `v1 PodCondition`.
public struct PodCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// When the aspect was last looked at.
  public var lastProbeTime: Timestamp? {
    get { fields[optional: "lastProbeTime"] }
    set { fields[optional: "lastProbeTime"] = newValue }
  }

  /// When the status last changed.
  public var lastTransitionTime: Timestamp? {
    get { fields[optional: "lastTransitionTime"] }
    set { fields[optional: "lastTransitionTime"] = newValue }
  }

  /// Why the condition has its status, in words for people.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// The generation of the object that the status was computed from.
  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }

  /// Why the condition has its status, in one word for programs.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  /// Whether it holds: True, False or Unknown.
  public var status: String {
    get { fields[required: "status", empty: ""] }
    set { fields[required: "status", empty: ""] = newValue }
  }

  /// The aspect: PodScheduled, Initialized, ContainersReady, Ready or another.
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// What is known of a container.
///
/// Kubernetes: `v1 ContainerStatus`.
public struct ContainerStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The resources that the node has granted to the container.
  public var allocatedResources: ResourceList {
    get { fields[values: "allocatedResources"] }
    set { fields[values: "allocatedResources"] = newValue }
  }

  /// The health of devices that the container uses.
  public var allocatedResourcesStatus: [ResourceStatus] {
    get { fields[list: "allocatedResourcesStatus"] }
    set { fields[list: "allocatedResourcesStatus"] = newValue }
  }

  /// The identifier of the container, with the runtime in front: containerd://...
  public var containerID: String? {
    get { fields[optional: "containerID"] }
    set { fields[optional: "containerID"] = newValue }
  }

  /// The image that runs; its name may differ from the one asked for.
  public var image: String {
    get { fields[required: "image", empty: ""] }
    set { fields[required: "image", empty: ""] = newValue }
  }

  /// The digest of the image that runs.
  public var imageID: String {
    get { fields[required: "imageID", empty: ""] }
    set { fields[required: "imageID", empty: ""] = newValue }
  }

  /// How the container ended last time, if it did.
  public var lastState: ContainerState? {
    get { fields[optional: "lastState"] }
    set { fields[optional: "lastState"] = newValue }
  }

  /// The name of the container.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// Whether the container passes its readiness probe.
  public var ready: Bool {
    get { fields[required: "ready", empty: false] }
    set { fields[required: "ready", empty: false] = newValue }
  }

  /// The resources in force.
  public var resources: ResourceRequirements? {
    get { fields[optional: "resources"] }
    set { fields[optional: "resources"] = newValue }
  }

  /// How often the container was started again.
  public var restartCount: Int {
    get { fields[required: "restartCount", empty: 0] }
    set { fields[required: "restartCount", empty: 0] = newValue }
  }

  /// Whether it runs, has passed its startup probe and has finished its postStart action.
  public var started: Bool? {
    get { fields[optional: "started"] }
    set { fields[optional: "started"] = newValue }
  }

  /// The state of the container.
  public var state: ContainerState? {
    get { fields[optional: "state"] }
    set { fields[optional: "state"] = newValue }
  }

  /// The signal that will tell it to end.
  public var stopSignal: String? {
    get { fields[optional: "stopSignal"] }
    set { fields[optional: "stopSignal"] = newValue }
  }

  /// The user of the first process.
  public var user: ContainerUser? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }

  /// The mounts of the container.
  public var volumeMounts: [VolumeMountStatus] {
    get { fields[list: "volumeMounts"] }
    set { fields[list: "volumeMounts"] = newValue }
  }
}

/// The health of the devices of one resource.
///
/// Kubernetes: `v1 ResourceStatus`.
public struct ResourceStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The resource, or the claim and its request.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The devices and their health.
  public var resources: [ResourceHealth] {
    get { fields[list: "resources"] }
    set { fields[list: "resources"] = newValue }
  }
}

/// The health of one device.
///
/// Kubernetes: `v1 ResourceHealth`.
public struct ResourceHealth: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Healthy, Unhealthy or Unknown.
  public var health: String? {
    get { fields[optional: "health"] }
    set { fields[optional: "health"] = newValue }
  }

  /// More about the health.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// The identifier of the device.
  public var resourceID: String {
    get { fields[required: "resourceID", empty: ""] }
    set { fields[required: "resourceID", empty: ""] = newValue }
  }
}

/// The state of a container; exactly one field is given, waiting when none is.
///
/// Kubernetes: `v1 ContainerState`.
public struct ContainerState: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The container runs.
  public var running: ContainerStateRunning? {
    get { fields[optional: "running"] }
    set { fields[optional: "running"] = newValue }
  }

  /// The container has ended.
  public var terminated: ContainerStateTerminated? {
    get { fields[optional: "terminated"] }
    set { fields[optional: "terminated"] = newValue }
  }

  /// The container has not started yet.
  public var waiting: ContainerStateWaiting? {
    get { fields[optional: "waiting"] }
    set { fields[optional: "waiting"] = newValue }
  }
}

/// A container that runs.
///
/// Kubernetes: `v1 ContainerStateRunning`.
public struct ContainerStateRunning: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// When it was last started.
  public var startedAt: Timestamp? {
    get { fields[optional: "startedAt"] }
    set { fields[optional: "startedAt"] = newValue }
  }
}

/// A container that has ended.
///
/// Kubernetes: `v1 ContainerStateTerminated`.
public struct ContainerStateTerminated: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The identifier of the container.
  public var containerID: String? {
    get { fields[optional: "containerID"] }
    set { fields[optional: "containerID"] = newValue }
  }

  /// The exit code.
  public var exitCode: Int {
    get { fields[required: "exitCode", empty: 0] }
    set { fields[required: "exitCode", empty: 0] = newValue }
  }

  /// When it ended.
  public var finishedAt: Timestamp? {
    get { fields[optional: "finishedAt"] }
    set { fields[optional: "finishedAt"] = newValue }
  }

  /// Its last words.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// Why it ended, in one word: Completed, Error, OOMKilled, ...
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  /// The signal that ended it.
  public var signal: Int? {
    get { fields[optional: "signal"] }
    set { fields[optional: "signal"] = newValue }
  }

  /// When it was started.
  public var startedAt: Timestamp? {
    get { fields[optional: "startedAt"] }
    set { fields[optional: "startedAt"] = newValue }
  }
}

/// A container that has not started yet.
///
/// Kubernetes: `v1 ContainerStateWaiting`.
public struct ContainerStateWaiting: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Why it waits, in words for people.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// Why it waits, in one word: ContainerCreating, CrashLoopBackOff, ImagePullBackOff, ...
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }
}

/// The user of the first process of a container.
///
/// Kubernetes: `v1 ContainerUser`.
public struct ContainerUser: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The user on Linux.
  public var linux: LinuxContainerUser? {
    get { fields[optional: "linux"] }
    set { fields[optional: "linux"] = newValue }
  }
}

/// A user of Linux.
///
/// Kubernetes: `v1 LinuxContainerUser`.
public struct LinuxContainerUser: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The primary group.
  public var gid: Int {
    get { fields[required: "gid", empty: 0] }
    set { fields[required: "gid", empty: 0] = newValue }
  }

  /// Further groups.
  public var supplementalGroups: [Int] {
    get { fields[list: "supplementalGroups"] }
    set { fields[list: "supplementalGroups"] = newValue }
  }

  /// The user.
  public var uid: Int {
    get { fields[required: "uid", empty: 0] }
    set { fields[required: "uid", empty: 0] = newValue }
  }
}

/// The state of a mount.
///
/// Kubernetes: `v1 VolumeMountStatus`.
public struct VolumeMountStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where the volume is mounted.
  public var mountPath: String {
    get { fields[required: "mountPath", empty: ""] }
    set { fields[required: "mountPath", empty: ""] = newValue }
  }

  /// The name of the volume.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// Whether mounts beneath are read-only in fact.
  public var recursiveReadOnly: String? {
    get { fields[optional: "recursiveReadOnly"] }
    set { fields[optional: "recursiveReadOnly"] = newValue }
  }

  /// What is known of the volume.
  public var volumeStatus: VolumeStatus? {
    get { fields[optional: "volumeStatus"] }
    set { fields[optional: "volumeStatus"] = newValue }
  }
}

/// What is known of a mounted volume.
///
/// Kubernetes: `v1 VolumeStatus`.
public struct VolumeStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What is known of an image volume.
  public var image: ImageVolumeStatus? {
    get { fields[optional: "image"] }
    set { fields[optional: "image"] = newValue }
  }
}

/// What is known of an image volume.
///
/// Kubernetes: `v1 ImageVolumeStatus`.
public struct ImageVolumeStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The digest of the image.
  public var imageRef: String {
    get { fields[required: "imageRef", empty: ""] }
    set { fields[required: "imageRef", empty: ""] = newValue }
  }
}

/// The claim that was made for a pod's extended resources.
///
/// Kubernetes: `v1 PodExtendedResourceClaimStatus`.
public struct PodExtendedResourceClaimStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Which request of the claim serves which container and resource.
  public var requestMappings: [ContainerExtendedResourceRequest] {
    get { fields[list: "requestMappings"] }
    set { fields[list: "requestMappings"] = newValue }
  }

  /// The name of the claim.
  public var resourceClaimName: String {
    get { fields[required: "resourceClaimName", empty: ""] }
    set { fields[required: "resourceClaimName", empty: ""] = newValue }
  }
}

/// A request of a claim that serves an extended resource of a container.
///
/// Kubernetes: `v1 ContainerExtendedResourceRequest`.
public struct ContainerExtendedResourceRequest: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The container.
  public var containerName: String {
    get { fields[required: "containerName", empty: ""] }
    set { fields[required: "containerName", empty: ""] = newValue }
  }

  /// The request of the claim.
  public var requestName: String {
    get { fields[required: "requestName", empty: ""] }
    set { fields[required: "requestName", empty: ""] = newValue }
  }

  /// The extended resource.
  public var resourceName: String {
    get { fields[required: "resourceName", empty: ""] }
    set { fields[required: "resourceName", empty: ""] = newValue }
  }
}

/// An address of a node.
///
/// Kubernetes: `v1 HostIP`.
public struct HostIP: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The address.
  public var ip: String {
    get { fields[required: "ip", empty: ""] }
    set { fields[required: "ip", empty: ""] = newValue }
  }
}

/// Node resources that a claim was granted.
///
/// Kubernetes: `v1 NodeAllocatableResourceClaimStatus`.
public struct NodeAllocatableResourceClaimStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The containers that use the claim.
  public var containers: [String] {
    get { fields[list: "containers"] }
    set { fields[list: "containers"] = newValue }
  }

  /// The claim.
  public var resourceClaimName: String {
    get { fields[required: "resourceClaimName", empty: ""] }
    set { fields[required: "resourceClaimName", empty: ""] = newValue }
  }

  /// The amounts granted, by resource.
  public var resources: ResourceList {
    get { fields[values: "resources"] }
    set { fields[values: "resources"] = newValue }
  }
}

/// An address of a pod.
///
/// Kubernetes: `v1 PodIP`.
public struct PodIP: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The address.
  public var ip: String {
    get { fields[required: "ip", empty: ""] }
    set { fields[required: "ip", empty: ""] = newValue }
  }
}

/// The claim made for an entry of a pod's resourceClaims.
///
/// Kubernetes: `v1 PodResourceClaimStatus`.
public struct PodResourceClaimStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the entry.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The name of the claim; absent when none was needed.
  public var resourceClaimName: String? {
    get { fields[optional: "resourceClaimName"] }
    set { fields[optional: "resourceClaimName"] = newValue }
  }
}
