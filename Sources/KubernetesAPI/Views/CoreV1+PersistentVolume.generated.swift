// Generated from Sources/KubernetesAPI/Schemas/CoreV1+PersistentVolume.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A piece of storage in the cluster, made by an administrator or a provisioner.
///
/// Kubernetes: `v1 PersistentVolume`.
public struct PersistentVolume: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "PersistentVolume", plural: "persistentvolumes", shortNames: ["pv"],
    scope: .cluster, subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the volume is.
  public var spec: PersistentVolumeSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// Whether it is in use.
  public var status: PersistentVolumeStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// What a volume is; exactly one source is given.
///
/// Kubernetes: `v1 PersistentVolumeSpec`.
public struct PersistentVolumeSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The ways in which the volume can be mounted.
  public var accessModes: [String] {
    get { fields[list: "accessModes"] }
    set { fields[list: "accessModes"] = newValue }
  }

  /// An EBS volume of AWS; superseded by its CSI driver.
  public var awsElasticBlockStore: AWSElasticBlockStoreVolumeSource? {
    get { fields[optional: "awsElasticBlockStore"] }
    set { fields[optional: "awsElasticBlockStore"] = newValue }
  }

  /// A data disk of Azure; superseded by its CSI driver.
  public var azureDisk: AzureDiskVolumeSource? {
    get { fields[optional: "azureDisk"] }
    set { fields[optional: "azureDisk"] = newValue }
  }

  /// A file share of Azure; superseded by its CSI driver.
  public var azureFile: AzureFilePersistentVolumeSource? {
    get { fields[optional: "azureFile"] }
    set { fields[optional: "azureFile"] = newValue }
  }

  /// The size of the volume, by resource.
  public var capacity: ResourceList {
    get { fields[values: "capacity"] }
    set { fields[values: "capacity"] = newValue }
  }

  /// A CephFS file system; not supported any more.
  public var cephfs: CephFSPersistentVolumeSource? {
    get { fields[optional: "cephfs"] }
    set { fields[optional: "cephfs"] = newValue }
  }

  /// A Cinder volume of OpenStack; superseded by its CSI driver.
  public var cinder: CinderPersistentVolumeSource? {
    get { fields[optional: "cinder"] }
    set { fields[optional: "cinder"] = newValue }
  }

  /// The claim that the volume is bound to.
  public var claimRef: ObjectReference? {
    get { fields[optional: "claimRef"] }
    set { fields[optional: "claimRef"] = newValue }
  }

  /// A volume of a CSI driver.
  public var csi: CSIPersistentVolumeSource? {
    get { fields[optional: "csi"] }
    set { fields[optional: "csi"] = newValue }
  }

  /// A Fibre Channel disk.
  public var fc: FCVolumeSource? {
    get { fields[optional: "fc"] }
    set { fields[optional: "fc"] = newValue }
  }

  /// A volume of a FlexVolume driver; superseded by CSI.
  public var flexVolume: FlexPersistentVolumeSource? {
    get { fields[optional: "flexVolume"] }
    set { fields[optional: "flexVolume"] = newValue }
  }

  /// A Flocker volume; not supported any more.
  public var flocker: FlockerVolumeSource? {
    get { fields[optional: "flocker"] }
    set { fields[optional: "flocker"] = newValue }
  }

  /// A persistent disk of Google Cloud; superseded by its CSI driver.
  public var gcePersistentDisk: GCEPersistentDiskVolumeSource? {
    get { fields[optional: "gcePersistentDisk"] }
    set { fields[optional: "gcePersistentDisk"] = newValue }
  }

  /// A GlusterFS volume; not supported any more.
  public var glusterfs: GlusterfsPersistentVolumeSource? {
    get { fields[optional: "glusterfs"] }
    set { fields[optional: "glusterfs"] = newValue }
  }

  /// A folder of a node, for tests on a single node.
  public var hostPath: HostPathVolumeSource? {
    get { fields[optional: "hostPath"] }
    set { fields[optional: "hostPath"] = newValue }
  }

  /// An iSCSI disk.
  public var iscsi: ISCSIPersistentVolumeSource? {
    get { fields[optional: "iscsi"] }
    set { fields[optional: "iscsi"] = newValue }
  }

  /// A disk or folder of one node.
  public var local: LocalVolumeSource? {
    get { fields[optional: "local"] }
    set { fields[optional: "local"] = newValue }
  }

  /// Options of the mount.
  public var mountOptions: [String] {
    get { fields[list: "mountOptions"] }
    set { fields[list: "mountOptions"] = newValue }
  }

  /// A folder that an NFS server exports.
  public var nfs: NFSVolumeSource? {
    get { fields[optional: "nfs"] }
    set { fields[optional: "nfs"] = newValue }
  }

  /// The nodes that can reach the volume.
  public var nodeAffinity: VolumeNodeAffinity? {
    get { fields[optional: "nodeAffinity"] }
    set { fields[optional: "nodeAffinity"] = newValue }
  }

  /// What happens to the volume when its claim goes.
  public var persistentVolumeReclaimPolicy: String? {
    get { fields[optional: "persistentVolumeReclaimPolicy"] }
    set { fields[optional: "persistentVolumeReclaimPolicy"] = newValue }
  }

  /// A disk of Photon Controller; not supported any more.
  public var photonPersistentDisk: PhotonPersistentDiskVolumeSource? {
    get { fields[optional: "photonPersistentDisk"] }
    set { fields[optional: "photonPersistentDisk"] = newValue }
  }

  /// A Portworx volume; superseded by its CSI driver.
  public var portworxVolume: PortworxVolumeSource? {
    get { fields[optional: "portworxVolume"] }
    set { fields[optional: "portworxVolume"] = newValue }
  }

  /// A Quobyte volume; not supported any more.
  public var quobyte: QuobyteVolumeSource? {
    get { fields[optional: "quobyte"] }
    set { fields[optional: "quobyte"] = newValue }
  }

  /// A Ceph block device; not supported any more.
  public var rbd: RBDPersistentVolumeSource? {
    get { fields[optional: "rbd"] }
    set { fields[optional: "rbd"] = newValue }
  }

  /// A ScaleIO volume; not supported any more.
  public var scaleIO: ScaleIOPersistentVolumeSource? {
    get { fields[optional: "scaleIO"] }
    set { fields[optional: "scaleIO"] = newValue }
  }

  /// The storage class of the volume; empty for none.
  public var storageClassName: String? {
    get { fields[optional: "storageClassName"] }
    set { fields[optional: "storageClassName"] = newValue }
  }

  /// A StorageOS volume; not supported any more.
  public var storageos: StorageOSPersistentVolumeSource? {
    get { fields[optional: "storageos"] }
    set { fields[optional: "storageos"] = newValue }
  }

  /// The class of attributes of the volume.
  public var volumeAttributesClassName: String? {
    get { fields[optional: "volumeAttributesClassName"] }
    set { fields[optional: "volumeAttributesClassName"] = newValue }
  }

  /// Whether the volume is a file system or a bare device.
  public var volumeMode: String? {
    get { fields[optional: "volumeMode"] }
    set { fields[optional: "volumeMode"] = newValue }
  }

  /// A vSphere disk; superseded by its CSI driver.
  public var vsphereVolume: VsphereVirtualDiskVolumeSource? {
    get { fields[optional: "vsphereVolume"] }
    set { fields[optional: "vsphereVolume"] = newValue }
  }
}

/// A file share of Azure.
///
/// Kubernetes: `v1 AzureFilePersistentVolumeSource`.
public struct AzureFilePersistentVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// The Secret with the name and the key of the storage account.
  public var secretName: String {
    get { fields[required: "secretName", empty: ""] }
    set { fields[required: "secretName", empty: ""] = newValue }
  }

  /// The namespace of the Secret; that of the claim when not given.
  public var secretNamespace: String? {
    get { fields[optional: "secretNamespace"] }
    set { fields[optional: "secretNamespace"] = newValue }
  }

  /// The name of the share.
  public var shareName: String {
    get { fields[required: "shareName", empty: ""] }
    set { fields[required: "shareName", empty: ""] = newValue }
  }
}

/// A CephFS file system.
///
/// Kubernetes: `v1 CephFSPersistentVolumeSource`.
public struct CephFSPersistentVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The Ceph monitors.
  public var monitors: [String] {
    get { fields[list: "monitors"] }
    set { fields[list: "monitors"] = newValue }
  }

  /// The root of the mounted tree; / when not given.
  public var path: String? {
    get { fields[optional: "path"] }
    set { fields[optional: "path"] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// The path of the file with the key of the user.
  public var secretFile: String? {
    get { fields[optional: "secretFile"] }
    set { fields[optional: "secretFile"] = newValue }
  }

  /// The Secret with the credentials.
  public var secretRef: SecretReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  /// The Ceph user; admin when not given.
  public var user: String? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }
}

/// A Cinder volume of OpenStack.
///
/// Kubernetes: `v1 CinderPersistentVolumeSource`.
public struct CinderPersistentVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The file system of the volume, such as ext4.
  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// The Secret with the credentials.
  public var secretRef: SecretReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  /// The identifier of the volume.
  public var volumeID: String {
    get { fields[required: "volumeID", empty: ""] }
    set { fields[required: "volumeID", empty: ""] = newValue }
  }
}

/// A volume of a CSI driver.
///
/// Kubernetes: `v1 CSIPersistentVolumeSource`.
public struct CSIPersistentVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The Secret for growing the volume.
  public var controllerExpandSecretRef: SecretReference? {
    get { fields[optional: "controllerExpandSecretRef"] }
    set { fields[optional: "controllerExpandSecretRef"] = newValue }
  }

  /// The Secret for attaching and detaching the volume.
  public var controllerPublishSecretRef: SecretReference? {
    get { fields[optional: "controllerPublishSecretRef"] }
    set { fields[optional: "controllerPublishSecretRef"] = newValue }
  }

  /// The name of the driver.
  public var driver: String {
    get { fields[required: "driver", empty: ""] }
    set { fields[required: "driver", empty: ""] = newValue }
  }

  /// The file system of the volume, such as ext4.
  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  /// The Secret for growing the volume on the node.
  public var nodeExpandSecretRef: SecretReference? {
    get { fields[optional: "nodeExpandSecretRef"] }
    set { fields[optional: "nodeExpandSecretRef"] = newValue }
  }

  /// The Secret for mounting the volume.
  public var nodePublishSecretRef: SecretReference? {
    get { fields[optional: "nodePublishSecretRef"] }
    set { fields[optional: "nodePublishSecretRef"] = newValue }
  }

  /// The Secret for preparing the volume on the node.
  public var nodeStageSecretRef: SecretReference? {
    get { fields[optional: "nodeStageSecretRef"] }
    set { fields[optional: "nodeStageSecretRef"] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// Settings for the driver.
  public var volumeAttributes: StringMap {
    get { fields[map: "volumeAttributes"] }
    set { fields[map: "volumeAttributes"] = newValue }
  }

  /// The identifier that the driver knows the volume by.
  public var volumeHandle: String {
    get { fields[required: "volumeHandle", empty: ""] }
    set { fields[required: "volumeHandle", empty: ""] = newValue }
  }
}

/// A volume of a FlexVolume driver.
///
/// Kubernetes: `v1 FlexPersistentVolumeSource`.
public struct FlexPersistentVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the driver.
  public var driver: String {
    get { fields[required: "driver", empty: ""] }
    set { fields[required: "driver", empty: ""] = newValue }
  }

  /// The file system of the volume, such as ext4.
  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  /// Settings for the driver.
  public var options: StringMap {
    get { fields[map: "options"] }
    set { fields[map: "options"] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// The Secret with the credentials.
  public var secretRef: SecretReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }
}

/// A GlusterFS volume.
///
/// Kubernetes: `v1 GlusterfsPersistentVolumeSource`.
public struct GlusterfsPersistentVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The Endpoints object with the addresses of the servers.
  public var endpoints: String {
    get { fields[required: "endpoints", empty: ""] }
    set { fields[required: "endpoints", empty: ""] = newValue }
  }

  /// The namespace of that object.
  public var endpointsNamespace: String? {
    get { fields[optional: "endpointsNamespace"] }
    set { fields[optional: "endpointsNamespace"] = newValue }
  }

  /// The name of the volume.
  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }
}

/// An iSCSI disk.
///
/// Kubernetes: `v1 ISCSIPersistentVolumeSource`.
public struct ISCSIPersistentVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether discovery is authenticated by CHAP.
  public var chapAuthDiscovery: Bool? {
    get { fields[optional: "chapAuthDiscovery"] }
    set { fields[optional: "chapAuthDiscovery"] = newValue }
  }

  /// Whether the session is authenticated by CHAP.
  public var chapAuthSession: Bool? {
    get { fields[optional: "chapAuthSession"] }
    set { fields[optional: "chapAuthSession"] = newValue }
  }

  /// The file system of the volume, such as ext4.
  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  /// The name of the initiator, if not the interface's own.
  public var initiatorName: String? {
    get { fields[optional: "initiatorName"] }
    set { fields[optional: "initiatorName"] = newValue }
  }

  /// The qualified name of the target.
  public var iqn: String {
    get { fields[required: "iqn", empty: ""] }
    set { fields[required: "iqn", empty: ""] = newValue }
  }

  /// The interface that the initiator uses.
  public var iscsiInterface: String? {
    get { fields[optional: "iscsiInterface"] }
    set { fields[optional: "iscsiInterface"] = newValue }
  }

  /// The number of the logical unit.
  public var lun: Int {
    get { fields[required: "lun", empty: 0] }
    set { fields[required: "lun", empty: 0] = newValue }
  }

  /// Further addresses of the target.
  public var portals: [String] {
    get { fields[list: "portals"] }
    set { fields[list: "portals"] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// The Secret with the credentials.
  public var secretRef: SecretReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  /// The address of the target.
  public var targetPortal: String {
    get { fields[required: "targetPortal", empty: ""] }
    set { fields[required: "targetPortal", empty: ""] = newValue }
  }
}

/// A disk or folder of one node.
///
/// Kubernetes: `v1 LocalVolumeSource`.
public struct LocalVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The file system of the volume, such as ext4.
  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  /// The path on the node.
  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }
}

/// The nodes that can reach a volume.
///
/// Kubernetes: `v1 VolumeNodeAffinity`.
public struct VolumeNodeAffinity: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Terms of which a node must match one.
  public var required: NodeSelector? {
    get { fields[optional: "required"] }
    set { fields[optional: "required"] = newValue }
  }
}

/// A Ceph block device.
///
/// Kubernetes: `v1 RBDPersistentVolumeSource`.
public struct RBDPersistentVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The file system of the volume, such as ext4.
  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  /// The name of the image.
  public var image: String {
    get { fields[required: "image", empty: ""] }
    set { fields[required: "image", empty: ""] = newValue }
  }

  /// The path of the key ring.
  public var keyring: String? {
    get { fields[optional: "keyring"] }
    set { fields[optional: "keyring"] = newValue }
  }

  /// The Ceph monitors.
  public var monitors: [String] {
    get { fields[list: "monitors"] }
    set { fields[list: "monitors"] = newValue }
  }

  /// The pool of the image.
  public var pool: String? {
    get { fields[optional: "pool"] }
    set { fields[optional: "pool"] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// The Secret with the credentials.
  public var secretRef: SecretReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  /// The Ceph user.
  public var user: String? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }
}

/// A ScaleIO volume.
///
/// Kubernetes: `v1 ScaleIOPersistentVolumeSource`.
public struct ScaleIOPersistentVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The file system of the volume, such as ext4.
  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  /// The address of the gateway.
  public var gateway: String {
    get { fields[required: "gateway", empty: ""] }
    set { fields[required: "gateway", empty: ""] = newValue }
  }

  /// The protection domain.
  public var protectionDomain: String? {
    get { fields[optional: "protectionDomain"] }
    set { fields[optional: "protectionDomain"] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// The Secret with the credentials.
  public var secretRef: SecretReference {
    get { fields[view: "secretRef"] }
    set { fields[view: "secretRef"] = newValue }
    _modify { yield &fields[view: "secretRef"] }
  }

  /// Whether the gateway is spoken to through TLS.
  public var sslEnabled: Bool? {
    get { fields[optional: "sslEnabled"] }
    set { fields[optional: "sslEnabled"] = newValue }
  }

  /// Whether space is taken at once or as it is needed.
  public var storageMode: String? {
    get { fields[optional: "storageMode"] }
    set { fields[optional: "storageMode"] = newValue }
  }

  /// The storage pool.
  public var storagePool: String? {
    get { fields[optional: "storagePool"] }
    set { fields[optional: "storagePool"] = newValue }
  }

  /// The storage system.
  public var system: String {
    get { fields[required: "system", empty: ""] }
    set { fields[required: "system", empty: ""] = newValue }
  }

  /// The name of the volume.
  public var volumeName: String? {
    get { fields[optional: "volumeName"] }
    set { fields[optional: "volumeName"] = newValue }
  }
}

/// A StorageOS volume.
///
/// Kubernetes: `v1 StorageOSPersistentVolumeSource`.
public struct StorageOSPersistentVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The file system of the volume, such as ext4.
  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// The Secret with the credentials.
  public var secretRef: ObjectReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  /// The name of the volume.
  public var volumeName: String? {
    get { fields[optional: "volumeName"] }
    set { fields[optional: "volumeName"] = newValue }
  }

  /// The StorageOS namespace of the volume.
  public var volumeNamespace: String? {
    get { fields[optional: "volumeNamespace"] }
    set { fields[optional: "volumeNamespace"] = newValue }
  }
}

/// Whether a volume is in use.
///
/// Kubernetes: `v1 PersistentVolumeStatus`.
public struct PersistentVolumeStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// When the phase last changed.
  public var lastPhaseTransitionTime: Timestamp? {
    get { fields[optional: "lastPhaseTransitionTime"] }
    set { fields[optional: "lastPhaseTransitionTime"] = newValue }
  }

  /// Why it is in its phase, in words for people.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// Pending, Available, Bound, Released or Failed.
  public var phase: String? {
    get { fields[optional: "phase"] }
    set { fields[optional: "phase"] = newValue }
  }

  /// Why it is in its phase, in one word.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }
}

/// A part of the cluster: labels that all must match.
///
/// Kubernetes: `v1 TopologySelectorTerm`.
public struct TopologySelectorTerm: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The labels.
  public var matchLabelExpressions: [TopologySelectorLabelRequirement] {
    get { fields[list: "matchLabelExpressions"] }
    set { fields[list: "matchLabelExpressions"] = newValue }
  }
}

/// A label with the values that it may have.
///
/// Kubernetes: `v1 TopologySelectorLabelRequirement`.
public struct TopologySelectorLabelRequirement: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the label.
  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  /// The values of which it must have one.
  public var values: [String] {
    get { fields[list: "values"] }
    set { fields[list: "values"] = newValue }
  }
}
