// Generated from Sources/KubernetesAPI/Schemas/CoreV1+PodStatus.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Kubernetes: `v1 PodStatus`.
public struct PodStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var allocatedResources: ResourceList {
    get { fields[values: "allocatedResources"] }
    set { fields[values: "allocatedResources"] = newValue }
  }

  public var conditions: [PodCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  public var containerStatuses: [ContainerStatus] {
    get { fields[list: "containerStatuses"] }
    set { fields[list: "containerStatuses"] = newValue }
  }

  public var ephemeralContainerStatuses: [ContainerStatus] {
    get { fields[list: "ephemeralContainerStatuses"] }
    set { fields[list: "ephemeralContainerStatuses"] = newValue }
  }

  public var extendedResourceClaimStatus: PodExtendedResourceClaimStatus? {
    get { fields[optional: "extendedResourceClaimStatus"] }
    set { fields[optional: "extendedResourceClaimStatus"] = newValue }
  }

  public var hostIP: String? {
    get { fields[optional: "hostIP"] }
    set { fields[optional: "hostIP"] = newValue }
  }

  public var hostIPs: [HostIP] {
    get { fields[list: "hostIPs"] }
    set { fields[list: "hostIPs"] = newValue }
  }

  public var initContainerStatuses: [ContainerStatus] {
    get { fields[list: "initContainerStatuses"] }
    set { fields[list: "initContainerStatuses"] = newValue }
  }

  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  public var nodeAllocatableResourceClaimStatuses: [NodeAllocatableResourceClaimStatus] {
    get { fields[list: "nodeAllocatableResourceClaimStatuses"] }
    set { fields[list: "nodeAllocatableResourceClaimStatuses"] = newValue }
  }

  public var nominatedNodeName: String? {
    get { fields[optional: "nominatedNodeName"] }
    set { fields[optional: "nominatedNodeName"] = newValue }
  }

  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }

  public var phase: String? {
    get { fields[optional: "phase"] }
    set { fields[optional: "phase"] = newValue }
  }

  public var podIP: String? {
    get { fields[optional: "podIP"] }
    set { fields[optional: "podIP"] = newValue }
  }

  public var podIPs: [PodIP] {
    get { fields[list: "podIPs"] }
    set { fields[list: "podIPs"] = newValue }
  }

  public var qosClass: String? {
    get { fields[optional: "qosClass"] }
    set { fields[optional: "qosClass"] = newValue }
  }

  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  public var resize: String? {
    get { fields[optional: "resize"] }
    set { fields[optional: "resize"] = newValue }
  }

  public var resourceClaimStatuses: [PodResourceClaimStatus] {
    get { fields[list: "resourceClaimStatuses"] }
    set { fields[list: "resourceClaimStatuses"] = newValue }
  }

  public var resources: ResourceRequirements? {
    get { fields[optional: "resources"] }
    set { fields[optional: "resources"] = newValue }
  }

  public var startTime: Timestamp? {
    get { fields[optional: "startTime"] }
    set { fields[optional: "startTime"] = newValue }
  }
}

/// Kubernetes: `v1 PodCondition`.
public struct PodCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var lastProbeTime: Timestamp? {
    get { fields[optional: "lastProbeTime"] }
    set { fields[optional: "lastProbeTime"] = newValue }
  }

  public var lastTransitionTime: Timestamp? {
    get { fields[optional: "lastTransitionTime"] }
    set { fields[optional: "lastTransitionTime"] = newValue }
  }

  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }

  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  public var status: String {
    get { fields[required: "status", empty: ""] }
    set { fields[required: "status", empty: ""] = newValue }
  }

  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 ContainerStatus`.
public struct ContainerStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var allocatedResources: ResourceList {
    get { fields[values: "allocatedResources"] }
    set { fields[values: "allocatedResources"] = newValue }
  }

  public var allocatedResourcesStatus: [ResourceStatus] {
    get { fields[list: "allocatedResourcesStatus"] }
    set { fields[list: "allocatedResourcesStatus"] = newValue }
  }

  public var containerID: String? {
    get { fields[optional: "containerID"] }
    set { fields[optional: "containerID"] = newValue }
  }

  public var image: String {
    get { fields[required: "image", empty: ""] }
    set { fields[required: "image", empty: ""] = newValue }
  }

  public var imageID: String {
    get { fields[required: "imageID", empty: ""] }
    set { fields[required: "imageID", empty: ""] = newValue }
  }

  public var lastState: ContainerState? {
    get { fields[optional: "lastState"] }
    set { fields[optional: "lastState"] = newValue }
  }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  public var ready: Bool {
    get { fields[required: "ready", empty: false] }
    set { fields[required: "ready", empty: false] = newValue }
  }

  public var resources: ResourceRequirements? {
    get { fields[optional: "resources"] }
    set { fields[optional: "resources"] = newValue }
  }

  public var restartCount: Int {
    get { fields[required: "restartCount", empty: 0] }
    set { fields[required: "restartCount", empty: 0] = newValue }
  }

  public var started: Bool? {
    get { fields[optional: "started"] }
    set { fields[optional: "started"] = newValue }
  }

  public var state: ContainerState? {
    get { fields[optional: "state"] }
    set { fields[optional: "state"] = newValue }
  }

  public var stopSignal: String? {
    get { fields[optional: "stopSignal"] }
    set { fields[optional: "stopSignal"] = newValue }
  }

  public var user: ContainerUser? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }

  public var volumeMounts: [VolumeMountStatus] {
    get { fields[list: "volumeMounts"] }
    set { fields[list: "volumeMounts"] = newValue }
  }
}

/// Kubernetes: `v1 ResourceStatus`.
public struct ResourceStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  public var resources: [ResourceHealth] {
    get { fields[list: "resources"] }
    set { fields[list: "resources"] = newValue }
  }
}

/// Kubernetes: `v1 ResourceHealth`.
public struct ResourceHealth: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var health: String? {
    get { fields[optional: "health"] }
    set { fields[optional: "health"] = newValue }
  }

  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  public var resourceID: String {
    get { fields[required: "resourceID", empty: ""] }
    set { fields[required: "resourceID", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 ContainerState`.
public struct ContainerState: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var running: ContainerStateRunning? {
    get { fields[optional: "running"] }
    set { fields[optional: "running"] = newValue }
  }

  public var terminated: ContainerStateTerminated? {
    get { fields[optional: "terminated"] }
    set { fields[optional: "terminated"] = newValue }
  }

  public var waiting: ContainerStateWaiting? {
    get { fields[optional: "waiting"] }
    set { fields[optional: "waiting"] = newValue }
  }
}

/// Kubernetes: `v1 ContainerStateRunning`.
public struct ContainerStateRunning: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var startedAt: Timestamp? {
    get { fields[optional: "startedAt"] }
    set { fields[optional: "startedAt"] = newValue }
  }
}

/// Kubernetes: `v1 ContainerStateTerminated`.
public struct ContainerStateTerminated: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var containerID: String? {
    get { fields[optional: "containerID"] }
    set { fields[optional: "containerID"] = newValue }
  }

  public var exitCode: Int {
    get { fields[required: "exitCode", empty: 0] }
    set { fields[required: "exitCode", empty: 0] = newValue }
  }

  public var finishedAt: Timestamp? {
    get { fields[optional: "finishedAt"] }
    set { fields[optional: "finishedAt"] = newValue }
  }

  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  public var signal: Int? {
    get { fields[optional: "signal"] }
    set { fields[optional: "signal"] = newValue }
  }

  public var startedAt: Timestamp? {
    get { fields[optional: "startedAt"] }
    set { fields[optional: "startedAt"] = newValue }
  }
}

/// Kubernetes: `v1 ContainerStateWaiting`.
public struct ContainerStateWaiting: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }
}

/// Kubernetes: `v1 ContainerUser`.
public struct ContainerUser: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var linux: LinuxContainerUser? {
    get { fields[optional: "linux"] }
    set { fields[optional: "linux"] = newValue }
  }
}

/// Kubernetes: `v1 LinuxContainerUser`.
public struct LinuxContainerUser: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var gid: Int {
    get { fields[required: "gid", empty: 0] }
    set { fields[required: "gid", empty: 0] = newValue }
  }

  public var supplementalGroups: [Int] {
    get { fields[list: "supplementalGroups"] }
    set { fields[list: "supplementalGroups"] = newValue }
  }

  public var uid: Int {
    get { fields[required: "uid", empty: 0] }
    set { fields[required: "uid", empty: 0] = newValue }
  }
}

/// Kubernetes: `v1 VolumeMountStatus`.
public struct VolumeMountStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var mountPath: String {
    get { fields[required: "mountPath", empty: ""] }
    set { fields[required: "mountPath", empty: ""] = newValue }
  }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var recursiveReadOnly: String? {
    get { fields[optional: "recursiveReadOnly"] }
    set { fields[optional: "recursiveReadOnly"] = newValue }
  }

  public var volumeStatus: VolumeStatus? {
    get { fields[optional: "volumeStatus"] }
    set { fields[optional: "volumeStatus"] = newValue }
  }
}

/// Kubernetes: `v1 VolumeStatus`.
public struct VolumeStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var image: ImageVolumeStatus? {
    get { fields[optional: "image"] }
    set { fields[optional: "image"] = newValue }
  }
}

/// Kubernetes: `v1 ImageVolumeStatus`.
public struct ImageVolumeStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var imageRef: String {
    get { fields[required: "imageRef", empty: ""] }
    set { fields[required: "imageRef", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 PodExtendedResourceClaimStatus`.
public struct PodExtendedResourceClaimStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var requestMappings: [ContainerExtendedResourceRequest] {
    get { fields[list: "requestMappings"] }
    set { fields[list: "requestMappings"] = newValue }
  }

  public var resourceClaimName: String {
    get { fields[required: "resourceClaimName", empty: ""] }
    set { fields[required: "resourceClaimName", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 ContainerExtendedResourceRequest`.
public struct ContainerExtendedResourceRequest: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var containerName: String {
    get { fields[required: "containerName", empty: ""] }
    set { fields[required: "containerName", empty: ""] = newValue }
  }

  public var requestName: String {
    get { fields[required: "requestName", empty: ""] }
    set { fields[required: "requestName", empty: ""] = newValue }
  }

  public var resourceName: String {
    get { fields[required: "resourceName", empty: ""] }
    set { fields[required: "resourceName", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 HostIP`.
public struct HostIP: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var ip: String {
    get { fields[required: "ip", empty: ""] }
    set { fields[required: "ip", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 NodeAllocatableResourceClaimStatus`.
public struct NodeAllocatableResourceClaimStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var containers: [String] {
    get { fields[list: "containers"] }
    set { fields[list: "containers"] = newValue }
  }

  public var resourceClaimName: String {
    get { fields[required: "resourceClaimName", empty: ""] }
    set { fields[required: "resourceClaimName", empty: ""] = newValue }
  }

  public var resources: ResourceList {
    get { fields[values: "resources"] }
    set { fields[values: "resources"] = newValue }
  }
}

/// Kubernetes: `v1 PodIP`.
public struct PodIP: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var ip: String {
    get { fields[required: "ip", empty: ""] }
    set { fields[required: "ip", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 PodResourceClaimStatus`.
public struct PodResourceClaimStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  public var resourceClaimName: String? {
    get { fields[optional: "resourceClaimName"] }
    set { fields[optional: "resourceClaimName"] = newValue }
  }
}
