// Generated from Sources/KubernetesAPI/Schemas/StorageV1.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A kind of storage that volumes can be made of on demand.
///
/// Kubernetes: `storage.k8s.io/v1 StorageClass`.
public struct StorageClass: Resource {
  public static let definition = ResourceDefinition(
    group: "storage.k8s.io", version: "v1", kind: "StorageClass", plural: "storageclasses", shortNames:
    ["sc"], scope: .cluster)

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether volumes of the class can grow.
  public var allowVolumeExpansion: Bool? {
    get { fields[optional: "allowVolumeExpansion"] }
    set { fields[optional: "allowVolumeExpansion"] = newValue }
  }

  /// Where volumes of the class may be made.
  public var allowedTopologies: [TopologySelectorTerm] {
    get { fields[list: "allowedTopologies"] }
    set { fields[list: "allowedTopologies"] = newValue }
  }

  /// Options of the mounts of volumes of the class.
  public var mountOptions: [String] {
    get { fields[list: "mountOptions"] }
    set { fields[list: "mountOptions"] = newValue }
  }

  /// Settings for the provisioner.
  public var parameters: StringMap {
    get { fields[map: "parameters"] }
    set { fields[map: "parameters"] = newValue }
  }

  /// The name of what makes the volumes.
  public var provisioner: String {
    get { fields[required: "provisioner", empty: ""] }
    set { fields[required: "provisioner", empty: ""] = newValue }
  }

  /// What happens to a volume of the class when its claim goes.
  public var reclaimPolicy: String? {
    get { fields[optional: "reclaimPolicy"] }
    set { fields[optional: "reclaimPolicy"] = newValue }
  }

  /// Whether a claim gets its volume at once, or when a pod that uses it is placed.
  public var volumeBindingMode: String? {
    get { fields[optional: "volumeBindingMode"] }
    set { fields[optional: "volumeBindingMode"] = newValue }
  }
}

/// Attributes of volumes that can be changed while they are in use.
///
/// Kubernetes: `storage.k8s.io/v1 VolumeAttributesClass`.
public struct VolumeAttributesClass: Resource {
  public static let definition = ResourceDefinition(
    group: "storage.k8s.io", version: "v1", kind: "VolumeAttributesClass", plural: "volumeattributesclasses",
    shortNames: ["vac"], scope: .cluster)

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the CSI driver.
  public var driverName: String {
    get { fields[required: "driverName", empty: ""] }
    set { fields[required: "driverName", empty: ""] = newValue }
  }

  /// The attributes, for the driver.
  public var parameters: StringMap {
    get { fields[map: "parameters"] }
    set { fields[map: "parameters"] = newValue }
  }
}

/// A driver of volumes that is at work in the cluster.
///
/// Kubernetes: `storage.k8s.io/v1 CSIDriver`.
public struct CSIDriver: Resource {
  public static let definition = ResourceDefinition(
    group: "storage.k8s.io", version: "v1", kind: "CSIDriver", plural: "csidrivers", scope: .cluster)

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the driver can do and wants.
  public var spec: CSIDriverSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }
}

/// What a driver can do and wants.
///
/// Kubernetes: `storage.k8s.io/v1 CSIDriverSpec`.
public struct CSIDriverSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether volumes have to be attached to a node before they are mounted.
  public var attachRequired: Bool? {
    get { fields[optional: "attachRequired"] }
    set { fields[optional: "attachRequired"] = newValue }
  }

  /// Whether the owner of the files may be changed at mounts.
  public var fsGroupPolicy: String? {
    get { fields[optional: "fsGroupPolicy"] }
    set { fields[optional: "fsGroupPolicy"] = newValue }
  }

  /// How often the limits of the nodes are asked for anew.
  public var nodeAllocatableUpdatePeriodSeconds: Int? {
    get { fields[optional: "nodeAllocatableUpdatePeriodSeconds"] }
    set { fields[optional: "nodeAllocatableUpdatePeriodSeconds"] = newValue }
  }

  /// Whether the driver is told of the pod at mounts.
  public var podInfoOnMount: Bool? {
    get { fields[optional: "podInfoOnMount"] }
    set { fields[optional: "podInfoOnMount"] = newValue }
  }

  /// Whether pods with volumes of the driver stay off nodes without it.
  public var preventPodSchedulingIfMissing: Bool? {
    get { fields[optional: "preventPodSchedulingIfMissing"] }
    set { fields[optional: "preventPodSchedulingIfMissing"] = newValue }
  }

  /// Whether mounts are refreshed from time to time.
  public var requiresRepublish: Bool? {
    get { fields[optional: "requiresRepublish"] }
    set { fields[optional: "requiresRepublish"] = newValue }
  }

  /// Whether the driver supports mounts with an SELinux context.
  public var seLinuxMount: Bool? {
    get { fields[optional: "seLinuxMount"] }
    set { fields[optional: "seLinuxMount"] = newValue }
  }

  /// Whether tokens are passed as secrets and not in the volume's context.
  public var serviceAccountTokenInSecrets: Bool? {
    get { fields[optional: "serviceAccountTokenInSecrets"] }
    set { fields[optional: "serviceAccountTokenInSecrets"] = newValue }
  }

  /// Whether the scheduler heeds the capacity that the driver reports.
  public var storageCapacity: Bool? {
    get { fields[optional: "storageCapacity"] }
    set { fields[optional: "storageCapacity"] = newValue }
  }

  /// The tokens of the pod's service account that the driver wants.
  public var tokenRequests: [CSITokenRequest] {
    get { fields[list: "tokenRequests"] }
    set { fields[list: "tokenRequests"] = newValue }
  }

  /// Persistent, Ephemeral or both.
  public var volumeLifecycleModes: [String] {
    get { fields[list: "volumeLifecycleModes"] }
    set { fields[list: "volumeLifecycleModes"] = newValue }
  }
}

/// Which token of a service account is wanted.
///
/// Kubernetes: `storage.k8s.io/v1 TokenRequest`.
public struct CSITokenRequest: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whom the token is for.
  public var audience: String {
    get { fields[required: "audience", empty: ""] }
    set { fields[required: "audience", empty: ""] = newValue }
  }

  /// How long the token is good, in seconds.
  public var expirationSeconds: Int? {
    get { fields[optional: "expirationSeconds"] }
    set { fields[optional: "expirationSeconds"] = newValue }
  }
}

/// The drivers of volumes on a node; its name is the node's.
///
/// Kubernetes: `storage.k8s.io/v1 CSINode`.
public struct CSINode: Resource {
  public static let definition = ResourceDefinition(
    group: "storage.k8s.io", version: "v1", kind: "CSINode", plural: "csinodes", scope: .cluster)

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The drivers.
  public var spec: CSINodeSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }
}

/// The drivers of volumes on a node.
///
/// Kubernetes: `storage.k8s.io/v1 CSINodeSpec`.
public struct CSINodeSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The drivers, one entry each.
  public var drivers: [CSINodeDriver] {
    get { fields[list: "drivers"] }
    set { fields[list: "drivers"] = newValue }
  }
}

/// A driver of volumes on a node.
///
/// Kubernetes: `storage.k8s.io/v1 CSINodeDriver`.
public struct CSINodeDriver: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How much of the driver the node can take.
  public var allocatable: VolumeNodeResources? {
    get { fields[optional: "allocatable"] }
    set { fields[optional: "allocatable"] = newValue }
  }

  /// The name of the driver.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// What the driver calls the node.
  public var nodeID: String {
    get { fields[required: "nodeID", empty: ""] }
    set { fields[required: "nodeID", empty: ""] = newValue }
  }

  /// The labels of the node that tell which volumes it can reach.
  public var topologyKeys: [String] {
    get { fields[list: "topologyKeys"] }
    set { fields[list: "topologyKeys"] = newValue }
  }
}

/// How many volumes a node can take.
///
/// Kubernetes: `storage.k8s.io/v1 VolumeNodeResources`.
public struct VolumeNodeResources: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The number of volumes of the driver; no limit when not given.
  public var count: Int? {
    get { fields[optional: "count"] }
    set { fields[optional: "count"] = newValue }
  }
}

/// How much a driver can still store in a part of the cluster.
///
/// Kubernetes: `storage.k8s.io/v1 CSIStorageCapacity`.
public struct CSIStorageCapacity: Resource {
  public static let definition = ResourceDefinition(
    group: "storage.k8s.io", version: "v1", kind: "CSIStorageCapacity", plural: "csistoragecapacities")

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The free capacity.
  public var capacity: Quantity? {
    get { fields[optional: "capacity"] }
    set { fields[optional: "capacity"] = newValue }
  }

  /// The greatest volume that can be made.
  public var maximumVolumeSize: Quantity? {
    get { fields[optional: "maximumVolumeSize"] }
    set { fields[optional: "maximumVolumeSize"] = newValue }
  }

  /// The nodes that can reach the storage.
  public var nodeTopology: LabelSelector? {
    get { fields[optional: "nodeTopology"] }
    set { fields[optional: "nodeTopology"] = newValue }
  }

  /// The storage class that it is about.
  public var storageClassName: String {
    get { fields[required: "storageClassName", empty: ""] }
    set { fields[required: "storageClassName", empty: ""] = newValue }
  }
}

/// The wish to have a volume attached to a node, and how far that is.
///
/// Kubernetes: `storage.k8s.io/v1 VolumeAttachment`.
public struct VolumeAttachment: Resource {
  public static let definition = ResourceDefinition(
    group: "storage.k8s.io", version: "v1", kind: "VolumeAttachment", plural: "volumeattachments", scope:
    .cluster, subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The volume and the node.
  public var spec: VolumeAttachmentSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// How far it is.
  public var status: VolumeAttachmentStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Which volume is to be attached to which node.
///
/// Kubernetes: `storage.k8s.io/v1 VolumeAttachmentSpec`.
public struct VolumeAttachmentSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the driver that does it.
  public var attacher: String {
    get { fields[required: "attacher", empty: ""] }
    set { fields[required: "attacher", empty: ""] = newValue }
  }

  /// The node.
  public var nodeName: String {
    get { fields[required: "nodeName", empty: ""] }
    set { fields[required: "nodeName", empty: ""] = newValue }
  }

  /// The volume.
  public var source: VolumeAttachmentSource {
    get { fields[view: "source"] }
    set { fields[view: "source"] = newValue }
    _modify { yield &fields[view: "source"] }
  }
}

/// The volume to attach; one of the fields is given.
///
/// Kubernetes: `storage.k8s.io/v1 VolumeAttachmentSource`.
public struct VolumeAttachmentSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// A volume of a pod's own, as a persistent one would be.
  public var inlineVolumeSpec: PersistentVolumeSpec? {
    get { fields[optional: "inlineVolumeSpec"] }
    set { fields[optional: "inlineVolumeSpec"] = newValue }
  }

  /// The name of a PersistentVolume.
  public var persistentVolumeName: String? {
    get { fields[optional: "persistentVolumeName"] }
    set { fields[optional: "persistentVolumeName"] = newValue }
  }
}

/// How far an attachment is.
///
/// Kubernetes: `storage.k8s.io/v1 VolumeAttachmentStatus`.
public struct VolumeAttachmentStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Why it could not be attached.
  public var attachError: VolumeError? {
    get { fields[optional: "attachError"] }
    set { fields[optional: "attachError"] = newValue }
  }

  /// Whether the volume is attached.
  public var attached: Bool {
    get { fields[required: "attached", empty: false] }
    set { fields[required: "attached", empty: false] = newValue }
  }

  /// What the driver needs to know at mounts.
  public var attachmentMetadata: StringMap {
    get { fields[map: "attachmentMetadata"] }
    set { fields[map: "attachmentMetadata"] = newValue }
  }

  /// Why it could not be detached.
  public var detachError: VolumeError? {
    get { fields[optional: "detachError"] }
    set { fields[optional: "detachError"] = newValue }
  }
}

/// What went wrong with a volume.
///
/// Kubernetes: `storage.k8s.io/v1 VolumeError`.
public struct VolumeError: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The gRPC code of the error.
  public var errorCode: Int? {
    get { fields[optional: "errorCode"] }
    set { fields[optional: "errorCode"] = newValue }
  }

  /// The error, in words for people.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// When it happened.
  public var time: Timestamp? {
    get { fields[optional: "time"] }
    set { fields[optional: "time"] = newValue }
  }
}
