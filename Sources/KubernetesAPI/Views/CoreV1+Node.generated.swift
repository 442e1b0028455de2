// Generated from Sources/KubernetesAPI/Schemas/CoreV1+Node.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A machine that runs pods, as the cluster sees it.
///
/// Kubernetes: `v1 Node`.
public struct Node: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "Node", plural: "nodes", shortNames: ["no"], scope: .cluster,
    subresources: ["proxy", "status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var spec: NodeSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: NodeStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `v1 NodeSpec`.
public struct NodeSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var configSource: NodeConfigSource? {
    get { fields[optional: "configSource"] }
    set { fields[optional: "configSource"] = newValue }
  }

  public var externalID: String? {
    get { fields[optional: "externalID"] }
    set { fields[optional: "externalID"] = newValue }
  }

  public var podCIDR: String? {
    get { fields[optional: "podCIDR"] }
    set { fields[optional: "podCIDR"] = newValue }
  }

  public var podCIDRs: [String] {
    get { fields[list: "podCIDRs"] }
    set { fields[list: "podCIDRs"] = newValue }
  }

  public var providerID: String? {
    get { fields[optional: "providerID"] }
    set { fields[optional: "providerID"] = newValue }
  }

  public var taints: [Taint] {
    get { fields[list: "taints"] }
    set { fields[list: "taints"] = newValue }
  }

  public var unschedulable: Bool? {
    get { fields[optional: "unschedulable"] }
    set { fields[optional: "unschedulable"] = newValue }
  }
}

/// Kubernetes: `v1 NodeConfigSource`.
public struct NodeConfigSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var configMap: ConfigMapNodeConfigSource? {
    get { fields[optional: "configMap"] }
    set { fields[optional: "configMap"] = newValue }
  }
}

/// Kubernetes: `v1 ConfigMapNodeConfigSource`.
public struct ConfigMapNodeConfigSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var kubeletConfigKey: String {
    get { fields[required: "kubeletConfigKey", empty: ""] }
    set { fields[required: "kubeletConfigKey", empty: ""] = newValue }
  }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  public var namespace: String {
    get { fields[required: "namespace", empty: ""] }
    set { fields[required: "namespace", empty: ""] = newValue }
  }

  public var resourceVersion: String? {
    get { fields[optional: "resourceVersion"] }
    set { fields[optional: "resourceVersion"] = newValue }
  }

  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }
}

/// Kubernetes: `v1 Taint`.
public struct Taint: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var effect: String {
    get { fields[required: "effect", empty: ""] }
    set { fields[required: "effect", empty: ""] = newValue }
  }

  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  public var timeAdded: Timestamp? {
    get { fields[optional: "timeAdded"] }
    set { fields[optional: "timeAdded"] = newValue }
  }

  public var value: String? {
    get { fields[optional: "value"] }
    set { fields[optional: "value"] = newValue }
  }
}

/// Kubernetes: `v1 NodeStatus`.
public struct NodeStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var addresses: [NodeAddress] {
    get { fields[list: "addresses"] }
    set { fields[list: "addresses"] = newValue }
  }

  public var allocatable: ResourceList {
    get { fields[values: "allocatable"] }
    set { fields[values: "allocatable"] = newValue }
  }

  public var capacity: ResourceList {
    get { fields[values: "capacity"] }
    set { fields[values: "capacity"] = newValue }
  }

  public var conditions: [NodeCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  public var config: NodeConfigStatus? {
    get { fields[optional: "config"] }
    set { fields[optional: "config"] = newValue }
  }

  public var daemonEndpoints: NodeDaemonEndpoints? {
    get { fields[optional: "daemonEndpoints"] }
    set { fields[optional: "daemonEndpoints"] = newValue }
  }

  public var declaredFeatures: [String] {
    get { fields[list: "declaredFeatures"] }
    set { fields[list: "declaredFeatures"] = newValue }
  }

  public var features: NodeFeatures? {
    get { fields[optional: "features"] }
    set { fields[optional: "features"] = newValue }
  }

  public var images: [ContainerImage] {
    get { fields[list: "images"] }
    set { fields[list: "images"] = newValue }
  }

  public var nodeInfo: NodeSystemInfo? {
    get { fields[optional: "nodeInfo"] }
    set { fields[optional: "nodeInfo"] = newValue }
  }

  public var phase: String? {
    get { fields[optional: "phase"] }
    set { fields[optional: "phase"] = newValue }
  }

  public var runtimeHandlers: [NodeRuntimeHandler] {
    get { fields[list: "runtimeHandlers"] }
    set { fields[list: "runtimeHandlers"] = newValue }
  }

  public var volumesAttached: [AttachedVolume] {
    get { fields[list: "volumesAttached"] }
    set { fields[list: "volumesAttached"] = newValue }
  }

  public var volumesInUse: [String] {
    get { fields[list: "volumesInUse"] }
    set { fields[list: "volumesInUse"] = newValue }
  }
}

/// Kubernetes: `v1 NodeAddress`.
public struct NodeAddress: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var address: String {
    get { fields[required: "address", empty: ""] }
    set { fields[required: "address", empty: ""] = newValue }
  }

  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 NodeCondition`.
public struct NodeCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var lastHeartbeatTime: Timestamp? {
    get { fields[optional: "lastHeartbeatTime"] }
    set { fields[optional: "lastHeartbeatTime"] = newValue }
  }

  public var lastTransitionTime: Timestamp? {
    get { fields[optional: "lastTransitionTime"] }
    set { fields[optional: "lastTransitionTime"] = newValue }
  }

  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
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

/// Kubernetes: `v1 NodeConfigStatus`.
public struct NodeConfigStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var active: NodeConfigSource? {
    get { fields[optional: "active"] }
    set { fields[optional: "active"] = newValue }
  }

  public var assigned: NodeConfigSource? {
    get { fields[optional: "assigned"] }
    set { fields[optional: "assigned"] = newValue }
  }

  public var error: String? {
    get { fields[optional: "error"] }
    set { fields[optional: "error"] = newValue }
  }

  public var lastKnownGood: NodeConfigSource? {
    get { fields[optional: "lastKnownGood"] }
    set { fields[optional: "lastKnownGood"] = newValue }
  }
}

/// Kubernetes: `v1 NodeDaemonEndpoints`.
public struct NodeDaemonEndpoints: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var kubeletEndpoint: DaemonEndpoint? {
    get { fields[optional: "kubeletEndpoint"] }
    set { fields[optional: "kubeletEndpoint"] = newValue }
  }
}

/// Kubernetes: `v1 DaemonEndpoint`.
public struct DaemonEndpoint: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var Port: Int {
    get { fields[required: "Port", empty: 0] }
    set { fields[required: "Port", empty: 0] = newValue }
  }
}

/// Kubernetes: `v1 NodeFeatures`.
public struct NodeFeatures: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var supplementalGroupsPolicy: Bool? {
    get { fields[optional: "supplementalGroupsPolicy"] }
    set { fields[optional: "supplementalGroupsPolicy"] = newValue }
  }
}

/// Kubernetes: `v1 ContainerImage`.
public struct ContainerImage: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var names: [String] {
    get { fields[list: "names"] }
    set { fields[list: "names"] = newValue }
  }

  public var sizeBytes: Int? {
    get { fields[optional: "sizeBytes"] }
    set { fields[optional: "sizeBytes"] = newValue }
  }
}

/// Kubernetes: `v1 NodeSystemInfo`.
public struct NodeSystemInfo: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var architecture: String {
    get { fields[required: "architecture", empty: ""] }
    set { fields[required: "architecture", empty: ""] = newValue }
  }

  public var bootID: String {
    get { fields[required: "bootID", empty: ""] }
    set { fields[required: "bootID", empty: ""] = newValue }
  }

  public var containerRuntimeVersion: String {
    get { fields[required: "containerRuntimeVersion", empty: ""] }
    set { fields[required: "containerRuntimeVersion", empty: ""] = newValue }
  }

  public var kernelVersion: String {
    get { fields[required: "kernelVersion", empty: ""] }
    set { fields[required: "kernelVersion", empty: ""] = newValue }
  }

  public var kubeProxyVersion: String {
    get { fields[required: "kubeProxyVersion", empty: ""] }
    set { fields[required: "kubeProxyVersion", empty: ""] = newValue }
  }

  public var kubeletVersion: String {
    get { fields[required: "kubeletVersion", empty: ""] }
    set { fields[required: "kubeletVersion", empty: ""] = newValue }
  }

  public var machineID: String {
    get { fields[required: "machineID", empty: ""] }
    set { fields[required: "machineID", empty: ""] = newValue }
  }

  public var operatingSystem: String {
    get { fields[required: "operatingSystem", empty: ""] }
    set { fields[required: "operatingSystem", empty: ""] = newValue }
  }

  public var osImage: String {
    get { fields[required: "osImage", empty: ""] }
    set { fields[required: "osImage", empty: ""] = newValue }
  }

  public var swap: NodeSwapStatus? {
    get { fields[optional: "swap"] }
    set { fields[optional: "swap"] = newValue }
  }

  public var systemUUID: String {
    get { fields[required: "systemUUID", empty: ""] }
    set { fields[required: "systemUUID", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 NodeSwapStatus`.
public struct NodeSwapStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var capacity: Int? {
    get { fields[optional: "capacity"] }
    set { fields[optional: "capacity"] = newValue }
  }
}

/// Kubernetes: `v1 NodeRuntimeHandler`.
public struct NodeRuntimeHandler: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var features: NodeRuntimeHandlerFeatures? {
    get { fields[optional: "features"] }
    set { fields[optional: "features"] = newValue }
  }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }
}

/// Kubernetes: `v1 NodeRuntimeHandlerFeatures`.
public struct NodeRuntimeHandlerFeatures: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var recursiveReadOnlyMounts: Bool? {
    get { fields[optional: "recursiveReadOnlyMounts"] }
    set { fields[optional: "recursiveReadOnlyMounts"] = newValue }
  }

  public var userNamespaces: Bool? {
    get { fields[optional: "userNamespaces"] }
    set { fields[optional: "userNamespaces"] = newValue }
  }
}

/// Kubernetes: `v1 AttachedVolume`.
public struct AttachedVolume: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var devicePath: String {
    get { fields[required: "devicePath", empty: ""] }
    set { fields[required: "devicePath", empty: ""] = newValue }
  }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}
