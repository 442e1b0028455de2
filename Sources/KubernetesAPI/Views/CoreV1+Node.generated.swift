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

  /// What is wanted of the node.
  public var spec: NodeSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What the node reports.
  public var status: NodeStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// What is wanted of a node.
///
/// Kubernetes: `v1 NodeSpec`.
public struct NodeSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Not used any more.
  public var configSource: NodeConfigSource? {
    get { fields[optional: "configSource"] }
    set { fields[optional: "configSource"] = newValue }
  }

  /// Not used any more.
  public var externalID: String? {
    get { fields[optional: "externalID"] }
    set { fields[optional: "externalID"] = newValue }
  }

  /// The range that the addresses of the node's pods are taken from, if the network works this way.
  public var podCIDR: String? {
    get { fields[optional: "podCIDR"] }
    set { fields[optional: "podCIDR"] = newValue }
  }

  /// The ranges of the node's pods, one a family.
  public var podCIDRs: [String] {
    get { fields[list: "podCIDRs"] }
    set { fields[list: "podCIDRs"] = newValue }
  }

  /// The machine at the cloud provider: aws:///ZONE/INSTANCE.
  public var providerID: String? {
    get { fields[optional: "providerID"] }
    set { fields[optional: "providerID"] = newValue }
  }

  /// Marks that keep pods away which do not tolerate them.
  public var taints: [Taint] {
    get { fields[list: "taints"] }
    set { fields[list: "taints"] = newValue }
  }

  /// Keeps new pods away: the node is cordoned.
  public var unschedulable: Bool? {
    get { fields[optional: "unschedulable"] }
    set { fields[optional: "unschedulable"] = newValue }
  }
}

/// Where a kubelet's configuration comes from; not used any more.
///
/// Kubernetes: `v1 NodeConfigSource`.
public struct NodeConfigSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The ConfigMap.
  public var configMap: ConfigMapNodeConfigSource? {
    get { fields[optional: "configMap"] }
    set { fields[optional: "configMap"] = newValue }
  }
}

/// A ConfigMap with a kubelet's configuration; not used any more.
///
/// Kubernetes: `v1 ConfigMapNodeConfigSource`.
public struct ConfigMapNodeConfigSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The key of the configuration.
  public var kubeletConfigKey: String {
    get { fields[required: "kubeletConfigKey", empty: ""] }
    set { fields[required: "kubeletConfigKey", empty: ""] = newValue }
  }

  /// The name of the ConfigMap.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The namespace of the ConfigMap.
  public var namespace: String {
    get { fields[required: "namespace", empty: ""] }
    set { fields[required: "namespace", empty: ""] = newValue }
  }

  /// The version of the ConfigMap.
  public var resourceVersion: String? {
    get { fields[optional: "resourceVersion"] }
    set { fields[optional: "resourceVersion"] = newValue }
  }

  /// The identity of the ConfigMap.
  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }
}

/// A mark of a node that keeps pods away which do not tolerate it.
///
/// Kubernetes: `v1 Taint`.
public struct Taint: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Keeps new pods away (NoSchedule), tries to (PreferNoSchedule), or removes running pods too
  /// (NoExecute).
  public var effect: String {
    get { fields[required: "effect", empty: ""] }
    set { fields[required: "effect", empty: ""] = newValue }
  }

  /// The key of the taint.
  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  /// When the taint was added.
  public var timeAdded: Timestamp? {
    get { fields[optional: "timeAdded"] }
    set { fields[optional: "timeAdded"] = newValue }
  }

  /// The value of the taint.
  public var value: String? {
    get { fields[optional: "value"] }
    set { fields[optional: "value"] = newValue }
  }
}

/// What a node reports.
///
/// Kubernetes: `v1 NodeStatus`.
public struct NodeStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The addresses and names of the node.
  public var addresses: [NodeAddress] {
    get { fields[list: "addresses"] }
    set { fields[list: "addresses"] = newValue }
  }

  /// The resources that pods can have, by resource.
  public var allocatable: ResourceList {
    get { fields[values: "allocatable"] }
    set { fields[values: "allocatable"] = newValue }
  }

  /// The resources that the machine has, by resource.
  public var capacity: ResourceList {
    get { fields[values: "capacity"] }
    set { fields[values: "capacity"] = newValue }
  }

  /// Aspects of the state, one entry a type.
  public var conditions: [NodeCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// The state of the kubelet's configuration; not used any more.
  public var config: NodeConfigStatus? {
    get { fields[optional: "config"] }
    set { fields[optional: "config"] = newValue }
  }

  /// The ports of the node's daemons.
  public var daemonEndpoints: NodeDaemonEndpoints? {
    get { fields[optional: "daemonEndpoints"] }
    set { fields[optional: "daemonEndpoints"] = newValue }
  }

  /// Features that the kubelet says it has.
  public var declaredFeatures: [String] {
    get { fields[list: "declaredFeatures"] }
    set { fields[list: "declaredFeatures"] = newValue }
  }

  /// Features of the container runtime.
  public var features: NodeFeatures? {
    get { fields[optional: "features"] }
    set { fields[optional: "features"] = newValue }
  }

  /// The images on the node.
  public var images: [ContainerImage] {
    get { fields[list: "images"] }
    set { fields[list: "images"] = newValue }
  }

  /// Versions and identifiers of the node's system.
  public var nodeInfo: NodeSystemInfo? {
    get { fields[optional: "nodeInfo"] }
    set { fields[optional: "nodeInfo"] = newValue }
  }

  /// Not used any more.
  public var phase: String? {
    get { fields[optional: "phase"] }
    set { fields[optional: "phase"] = newValue }
  }

  /// The runtime handlers there are.
  public var runtimeHandlers: [NodeRuntimeHandler] {
    get { fields[list: "runtimeHandlers"] }
    set { fields[list: "runtimeHandlers"] = newValue }
  }

  /// The volumes attached to the node.
  public var volumesAttached: [AttachedVolume] {
    get { fields[list: "volumesAttached"] }
    set { fields[list: "volumesAttached"] = newValue }
  }

  /// The volumes that are attached and mounted.
  public var volumesInUse: [String] {
    get { fields[list: "volumesInUse"] }
    set { fields[list: "volumesInUse"] = newValue }
  }
}

/// An address or name of a node.
///
/// Kubernetes: `v1 NodeAddress`.
public struct NodeAddress: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The address or name.
  public var address: String {
    get { fields[required: "address", empty: ""] }
    set { fields[required: "address", empty: ""] = newValue }
  }

  /// What it is: InternalIP, ExternalIP, Hostname, InternalDNS or ExternalDNS.
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// One aspect of the state of a node.
///
/// Kubernetes: `v1 NodeCondition`.
public struct NodeCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// When the aspect was last reported.
  public var lastHeartbeatTime: Timestamp? {
    get { fields[optional: "lastHeartbeatTime"] }
    set { fields[optional: "lastHeartbeatTime"] = newValue }
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

  /// The aspect: Ready, MemoryPressure, DiskPressure, PIDPressure, NetworkUnavailable or another.
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// The state of a kubelet's configuration; not used any more.
///
/// Kubernetes: `v1 NodeConfigStatus`.
public struct NodeConfigStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The configuration in force.
  public var active: NodeConfigSource? {
    get { fields[optional: "active"] }
    set { fields[optional: "active"] = newValue }
  }

  /// The configuration to be used.
  public var assigned: NodeConfigSource? {
    get { fields[optional: "assigned"] }
    set { fields[optional: "assigned"] = newValue }
  }

  /// What went wrong with the assigned one.
  public var error: String? {
    get { fields[optional: "error"] }
    set { fields[optional: "error"] = newValue }
  }

  /// The configuration to fall back to.
  public var lastKnownGood: NodeConfigSource? {
    get { fields[optional: "lastKnownGood"] }
    set { fields[optional: "lastKnownGood"] = newValue }
  }
}

/// The ports of a node's daemons.
///
/// Kubernetes: `v1 NodeDaemonEndpoints`.
public struct NodeDaemonEndpoints: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The port of the kubelet.
  public var kubeletEndpoint: DaemonEndpoint? {
    get { fields[optional: "kubeletEndpoint"] }
    set { fields[optional: "kubeletEndpoint"] = newValue }
  }
}

/// The port of a daemon.
///
/// Kubernetes: `v1 DaemonEndpoint`.
public struct DaemonEndpoint: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The port.
  public var Port: Int {
    get { fields[required: "Port", empty: 0] }
    set { fields[required: "Port", empty: 0] = newValue }
  }
}

/// Features of a container runtime.
///
/// Kubernetes: `v1 NodeFeatures`.
public struct NodeFeatures: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether the policy for supplemental groups is understood.
  public var supplementalGroupsPolicy: Bool? {
    get { fields[optional: "supplementalGroupsPolicy"] }
    set { fields[optional: "supplementalGroupsPolicy"] = newValue }
  }
}

/// An image on a node.
///
/// Kubernetes: `v1 ContainerImage`.
public struct ContainerImage: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The names that the image has.
  public var names: [String] {
    get { fields[list: "names"] }
    set { fields[list: "names"] = newValue }
  }

  /// The size of the image.
  public var sizeBytes: Int? {
    get { fields[optional: "sizeBytes"] }
    set { fields[optional: "sizeBytes"] = newValue }
  }
}

/// Versions and identifiers of a node's system.
///
/// Kubernetes: `v1 NodeSystemInfo`.
public struct NodeSystemInfo: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The processor architecture, such as amd64.
  public var architecture: String {
    get { fields[required: "architecture", empty: ""] }
    set { fields[required: "architecture", empty: ""] = newValue }
  }

  /// Changes with every start of the machine.
  public var bootID: String {
    get { fields[required: "bootID", empty: ""] }
    set { fields[required: "bootID", empty: ""] = newValue }
  }

  /// The container runtime, such as containerd://2.1.5.
  public var containerRuntimeVersion: String {
    get { fields[required: "containerRuntimeVersion", empty: ""] }
    set { fields[required: "containerRuntimeVersion", empty: ""] = newValue }
  }

  /// The version of the kernel.
  public var kernelVersion: String {
    get { fields[required: "kernelVersion", empty: ""] }
    set { fields[required: "kernelVersion", empty: ""] = newValue }
  }

  /// Not used any more.
  public var kubeProxyVersion: String {
    get { fields[required: "kubeProxyVersion", empty: ""] }
    set { fields[required: "kubeProxyVersion", empty: ""] = newValue }
  }

  /// The version of the kubelet.
  public var kubeletVersion: String {
    get { fields[required: "kubeletVersion", empty: ""] }
    set { fields[required: "kubeletVersion", empty: ""] = newValue }
  }

  /// Identifies the installed system.
  public var machineID: String {
    get { fields[required: "machineID", empty: ""] }
    set { fields[required: "machineID", empty: ""] = newValue }
  }

  /// linux or windows.
  public var operatingSystem: String {
    get { fields[required: "operatingSystem", empty: ""] }
    set { fields[required: "operatingSystem", empty: ""] = newValue }
  }

  /// The name of the system, such as Amazon Linux 2023.
  public var osImage: String {
    get { fields[required: "osImage", empty: ""] }
    set { fields[required: "osImage", empty: ""] = newValue }
  }

  /// The swap space.
  public var swap: NodeSwapStatus? {
    get { fields[optional: "swap"] }
    set { fields[optional: "swap"] = newValue }
  }

  /// Identifies the machine.
  public var systemUUID: String {
    get { fields[required: "systemUUID", empty: ""] }
    set { fields[required: "systemUUID", empty: ""] = newValue }
  }
}

/// The swap space of a node.
///
/// Kubernetes: `v1 NodeSwapStatus`.
public struct NodeSwapStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Its size in bytes.
  public var capacity: Int? {
    get { fields[optional: "capacity"] }
    set { fields[optional: "capacity"] = newValue }
  }
}

/// A runtime handler of a node.
///
/// Kubernetes: `v1 NodeRuntimeHandler`.
public struct NodeRuntimeHandler: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The features that it has.
  public var features: NodeRuntimeHandlerFeatures? {
    get { fields[optional: "features"] }
    set { fields[optional: "features"] = newValue }
  }

  /// Its name; empty for the default one.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }
}

/// The features of a runtime handler.
///
/// Kubernetes: `v1 NodeRuntimeHandlerFeatures`.
public struct NodeRuntimeHandlerFeatures: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether it can make mounts read-only with all beneath them.
  public var recursiveReadOnlyMounts: Bool? {
    get { fields[optional: "recursiveReadOnlyMounts"] }
    set { fields[optional: "recursiveReadOnlyMounts"] = newValue }
  }

  /// Whether it knows user namespaces.
  public var userNamespaces: Bool? {
    get { fields[optional: "userNamespaces"] }
    set { fields[optional: "userNamespaces"] = newValue }
  }
}

/// A volume attached to a node.
///
/// Kubernetes: `v1 AttachedVolume`.
public struct AttachedVolume: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The path of the device.
  public var devicePath: String {
    get { fields[required: "devicePath", empty: ""] }
    set { fields[required: "devicePath", empty: ""] = newValue }
  }

  /// The name of the volume.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}
