// Generated from Sources/KubernetesAPI/Schemas/CoreV1+VolumeSources.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A named volume of a pod that its containers can mount; exactly one source is given.
///
/// Kubernetes: `v1 Volume`.
public struct Volume: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

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
  public var azureFile: AzureFileVolumeSource? {
    get { fields[optional: "azureFile"] }
    set { fields[optional: "azureFile"] = newValue }
  }

  /// A CephFS file system; not supported any more.
  public var cephfs: CephFSVolumeSource? {
    get { fields[optional: "cephfs"] }
    set { fields[optional: "cephfs"] = newValue }
  }

  /// A Cinder volume of OpenStack; superseded by its CSI driver.
  public var cinder: CinderVolumeSource? {
    get { fields[optional: "cinder"] }
    set { fields[optional: "cinder"] = newValue }
  }

  /// The keys of a ConfigMap as files.
  public var configMap: ConfigMapVolumeSource? {
    get { fields[optional: "configMap"] }
    set { fields[optional: "configMap"] = newValue }
  }

  /// A volume that a CSI driver makes for the pod.
  public var csi: CSIVolumeSource? {
    get { fields[optional: "csi"] }
    set { fields[optional: "csi"] = newValue }
  }

  /// Facts about the pod as files.
  public var downwardAPI: DownwardAPIVolumeSource? {
    get { fields[optional: "downwardAPI"] }
    set { fields[optional: "downwardAPI"] = newValue }
  }

  /// An empty folder that lives as long as the pod is on its node.
  public var emptyDir: EmptyDirVolumeSource? {
    get { fields[optional: "emptyDir"] }
    set { fields[optional: "emptyDir"] = newValue }
  }

  /// A volume that is claimed for the pod and goes with it.
  public var ephemeral: EphemeralVolumeSource? {
    get { fields[optional: "ephemeral"] }
    set { fields[optional: "ephemeral"] = newValue }
  }

  /// A Fibre Channel disk.
  public var fc: FCVolumeSource? {
    get { fields[optional: "fc"] }
    set { fields[optional: "fc"] = newValue }
  }

  /// A volume of a FlexVolume driver; superseded by CSI.
  public var flexVolume: FlexVolumeSource? {
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

  /// A clone of a git repository; use an init container instead.
  public var gitRepo: GitRepoVolumeSource? {
    get { fields[optional: "gitRepo"] }
    set { fields[optional: "gitRepo"] = newValue }
  }

  /// A GlusterFS volume; not supported any more.
  public var glusterfs: GlusterfsVolumeSource? {
    get { fields[optional: "glusterfs"] }
    set { fields[optional: "glusterfs"] = newValue }
  }

  /// A file or folder of the node itself; a danger to the node if misused.
  public var hostPath: HostPathVolumeSource? {
    get { fields[optional: "hostPath"] }
    set { fields[optional: "hostPath"] = newValue }
  }

  /// The files of a container image or OCI artifact.
  public var image: ImageVolumeSource? {
    get { fields[optional: "image"] }
    set { fields[optional: "image"] = newValue }
  }

  /// An iSCSI disk.
  public var iscsi: ISCSIVolumeSource? {
    get { fields[optional: "iscsi"] }
    set { fields[optional: "iscsi"] = newValue }
  }

  /// The name that mounts refer to, unique in the pod.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// A folder that an NFS server exports.
  public var nfs: NFSVolumeSource? {
    get { fields[optional: "nfs"] }
    set { fields[optional: "nfs"] = newValue }
  }

  /// The volume bound to a PersistentVolumeClaim of the same namespace.
  public var persistentVolumeClaim: PersistentVolumeClaimVolumeSource? {
    get { fields[optional: "persistentVolumeClaim"] }
    set { fields[optional: "persistentVolumeClaim"] = newValue }
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

  /// Several sources in one folder.
  public var projected: ProjectedVolumeSource? {
    get { fields[optional: "projected"] }
    set { fields[optional: "projected"] = newValue }
  }

  /// A Quobyte volume; not supported any more.
  public var quobyte: QuobyteVolumeSource? {
    get { fields[optional: "quobyte"] }
    set { fields[optional: "quobyte"] = newValue }
  }

  /// A Ceph block device; not supported any more.
  public var rbd: RBDVolumeSource? {
    get { fields[optional: "rbd"] }
    set { fields[optional: "rbd"] = newValue }
  }

  /// A ScaleIO volume; not supported any more.
  public var scaleIO: ScaleIOVolumeSource? {
    get { fields[optional: "scaleIO"] }
    set { fields[optional: "scaleIO"] = newValue }
  }

  /// The keys of a Secret as files.
  public var secret: SecretVolumeSource? {
    get { fields[optional: "secret"] }
    set { fields[optional: "secret"] = newValue }
  }

  /// A StorageOS volume; not supported any more.
  public var storageos: StorageOSVolumeSource? {
    get { fields[optional: "storageos"] }
    set { fields[optional: "storageos"] = newValue }
  }

  /// A vSphere disk; superseded by its CSI driver.
  public var vsphereVolume: VsphereVirtualDiskVolumeSource? {
    get { fields[optional: "vsphereVolume"] }
    set { fields[optional: "vsphereVolume"] = newValue }
  }
}

/// An EBS volume of AWS.
///
/// Kubernetes: `v1 AWSElasticBlockStoreVolumeSource`.
public struct AWSElasticBlockStoreVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The file system of the volume, such as ext4.
  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  /// The partition to mount; 0 or none for the whole volume.
  public var partition: Int? {
    get { fields[optional: "partition"] }
    set { fields[optional: "partition"] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// The identifier of the EBS volume.
  public var volumeID: String {
    get { fields[required: "volumeID", empty: ""] }
    set { fields[required: "volumeID", empty: ""] = newValue }
  }
}

/// A data disk of Azure.
///
/// Kubernetes: `v1 AzureDiskVolumeSource`.
public struct AzureDiskVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How the host caches the disk.
  public var cachingMode: String? {
    get { fields[optional: "cachingMode"] }
    set { fields[optional: "cachingMode"] = newValue }
  }

  /// The name of the disk in the blob storage.
  public var diskName: String {
    get { fields[required: "diskName", empty: ""] }
    set { fields[required: "diskName", empty: ""] = newValue }
  }

  /// The URI of the disk in the blob storage.
  public var diskURI: String {
    get { fields[required: "diskURI", empty: ""] }
    set { fields[required: "diskURI", empty: ""] = newValue }
  }

  /// The file system of the volume, such as ext4.
  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  /// Whether the disk is one of several in a storage account, the only one, or a managed one.
  public var kind: String? {
    get { fields[optional: "kind"] }
    set { fields[optional: "kind"] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }
}

/// A file share of Azure.
///
/// Kubernetes: `v1 AzureFileVolumeSource`.
public struct AzureFileVolumeSource: ObjectView {
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

  /// The name of the share.
  public var shareName: String {
    get { fields[required: "shareName", empty: ""] }
    set { fields[required: "shareName", empty: ""] = newValue }
  }
}

/// A CephFS file system.
///
/// Kubernetes: `v1 CephFSVolumeSource`.
public struct CephFSVolumeSource: ObjectView {
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
  public var secretRef: LocalObjectReference? {
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
/// Kubernetes: `v1 CinderVolumeSource`.
public struct CinderVolumeSource: ObjectView {
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
  public var secretRef: LocalObjectReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  /// The identifier of the volume.
  public var volumeID: String {
    get { fields[required: "volumeID", empty: ""] }
    set { fields[required: "volumeID", empty: ""] = newValue }
  }
}

/// The keys of a ConfigMap as files.
///
/// Kubernetes: `v1 ConfigMapVolumeSource`.
public struct ConfigMapVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The mode bits of the files, unless an item says otherwise.
  public var defaultMode: Int? {
    get { fields[optional: "defaultMode"] }
    set { fields[optional: "defaultMode"] = newValue }
  }

  /// The keys to show and their paths; all keys, under their own names, when not given.
  public var items: [KeyToPath] {
    get { fields[list: "items"] }
    set { fields[list: "items"] = newValue }
  }

  /// The name of the ConfigMap.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// Whether the source, or the key in it, may be missing.
  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }
}

/// Shows a key as a file.
///
/// Kubernetes: `v1 KeyToPath`.
public struct KeyToPath: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The key.
  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  /// The mode bits of the file.
  public var mode: Int? {
    get { fields[optional: "mode"] }
    set { fields[optional: "mode"] = newValue }
  }

  /// The path of the file in the volume; relative, without '..'.
  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }
}

/// A volume that a CSI driver makes for a pod.
///
/// Kubernetes: `v1 CSIVolumeSource`.
public struct CSIVolumeSource: ObjectView {
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

  /// The Secret passed to the driver when the volume is mounted.
  public var nodePublishSecretRef: LocalObjectReference? {
    get { fields[optional: "nodePublishSecretRef"] }
    set { fields[optional: "nodePublishSecretRef"] = newValue }
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
}

/// Facts about the pod as files.
///
/// Kubernetes: `v1 DownwardAPIVolumeSource`.
public struct DownwardAPIVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The mode bits of the files, unless an item says otherwise.
  public var defaultMode: Int? {
    get { fields[optional: "defaultMode"] }
    set { fields[optional: "defaultMode"] = newValue }
  }

  /// The files.
  public var items: [DownwardAPIVolumeFile] {
    get { fields[list: "items"] }
    set { fields[list: "items"] = newValue }
  }
}

/// One fact about the pod as a file.
///
/// Kubernetes: `v1 DownwardAPIVolumeFile`.
public struct DownwardAPIVolumeFile: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// A field of the pod.
  public var fieldRef: ObjectFieldSelector? {
    get { fields[optional: "fieldRef"] }
    set { fields[optional: "fieldRef"] = newValue }
  }

  /// The mode bits of the file.
  public var mode: Int? {
    get { fields[optional: "mode"] }
    set { fields[optional: "mode"] = newValue }
  }

  /// The path of the file in the volume; relative, without '..'.
  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }

  /// A resource amount of a container.
  public var resourceFieldRef: ResourceFieldSelector? {
    get { fields[optional: "resourceFieldRef"] }
    set { fields[optional: "resourceFieldRef"] = newValue }
  }
}

/// A field of the pod.
///
/// Kubernetes: `v1 ObjectFieldSelector`.
public struct ObjectFieldSelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The version of the API that the path is written in.
  public var apiVersion: String? {
    get { fields[optional: "apiVersion"] }
    set { fields[optional: "apiVersion"] = newValue }
  }

  /// The path, such as metadata.labels['app'] or status.podIP.
  public var fieldPath: String {
    get { fields[required: "fieldPath", empty: ""] }
    set { fields[required: "fieldPath", empty: ""] = newValue }
  }
}

/// A resource amount of a container.
///
/// Kubernetes: `v1 ResourceFieldSelector`.
public struct ResourceFieldSelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The container; needed in volumes, by default the container itself in its environment.
  public var containerName: String? {
    get { fields[optional: "containerName"] }
    set { fields[optional: "containerName"] = newValue }
  }

  /// The unit that the amount is given in; 0 stands for 1.
  public var divisor: Quantity? {
    get { fields[optional: "divisor"] }
    set { fields[optional: "divisor"] = newValue }
  }

  /// The amount, such as limits.cpu.
  public var resource: String {
    get { fields[required: "resource", empty: ""] }
    set { fields[required: "resource", empty: ""] = newValue }
  }
}

/// An empty folder that lives as long as the pod is on its node.
///
/// Kubernetes: `v1 EmptyDirVolumeSource`.
public struct EmptyDirVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where the files are kept: on the node's disk by default, in memory with Memory, in huge pages with
  /// HugePages.
  public var medium: String? {
    get { fields[optional: "medium"] }
    set { fields[optional: "medium"] = newValue }
  }

  /// The greatest size that the folder may have.
  public var sizeLimit: Quantity? {
    get { fields[optional: "sizeLimit"] }
    set { fields[optional: "sizeLimit"] = newValue }
  }
}

/// A volume that is claimed for a pod and goes with it.
///
/// Kubernetes: `v1 EphemeralVolumeSource`.
public struct EphemeralVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The claim to make; its name is that of the pod, a dash and that of the volume.
  public var volumeClaimTemplate: PersistentVolumeClaimTemplate? {
    get { fields[optional: "volumeClaimTemplate"] }
    set { fields[optional: "volumeClaimTemplate"] = newValue }
  }
}

/// A claim to be made.
///
/// Kubernetes: `v1 PersistentVolumeClaimTemplate`.
public struct PersistentVolumeClaimTemplate: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Labels and annotations of the claim.
  public var metadata: ObjectMeta {
    get { fields[view: "metadata"] }
    set { fields[view: "metadata"] = newValue }
    _modify { yield &fields[view: "metadata"] }
  }

  /// What the claim asks for.
  public var spec: PersistentVolumeClaimSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }
}

/// A Fibre Channel disk.
///
/// Kubernetes: `v1 FCVolumeSource`.
public struct FCVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The file system of the volume, such as ext4.
  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  /// The number of the logical unit.
  public var lun: Int? {
    get { fields[optional: "lun"] }
    set { fields[optional: "lun"] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// The world-wide names of the target.
  public var targetWWNs: [String] {
    get { fields[list: "targetWWNs"] }
    set { fields[list: "targetWWNs"] = newValue }
  }

  /// World-wide identifiers of the disk, in place of target and unit.
  public var wwids: [String] {
    get { fields[list: "wwids"] }
    set { fields[list: "wwids"] = newValue }
  }
}

/// A volume of a FlexVolume driver.
///
/// Kubernetes: `v1 FlexVolumeSource`.
public struct FlexVolumeSource: ObjectView {
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
  public var secretRef: LocalObjectReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }
}

/// A Flocker volume.
///
/// Kubernetes: `v1 FlockerVolumeSource`.
public struct FlockerVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the dataset.
  public var datasetName: String? {
    get { fields[optional: "datasetName"] }
    set { fields[optional: "datasetName"] = newValue }
  }

  /// The identifier of the dataset.
  public var datasetUUID: String? {
    get { fields[optional: "datasetUUID"] }
    set { fields[optional: "datasetUUID"] = newValue }
  }
}

/// A persistent disk of Google Cloud.
///
/// Kubernetes: `v1 GCEPersistentDiskVolumeSource`.
public struct GCEPersistentDiskVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The file system of the volume, such as ext4.
  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  /// The partition to mount; 0 or none for the whole disk.
  public var partition: Int? {
    get { fields[optional: "partition"] }
    set { fields[optional: "partition"] = newValue }
  }

  /// The name of the disk.
  public var pdName: String {
    get { fields[required: "pdName", empty: ""] }
    set { fields[required: "pdName", empty: ""] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }
}

/// A clone of a git repository.
///
/// Kubernetes: `v1 GitRepoVolumeSource`.
public struct GitRepoVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The folder to clone into; '.' for the volume itself.
  public var directory: String? {
    get { fields[optional: "directory"] }
    set { fields[optional: "directory"] = newValue }
  }

  /// The URL of the repository.
  public var repository: String {
    get { fields[required: "repository", empty: ""] }
    set { fields[required: "repository", empty: ""] = newValue }
  }

  /// The commit to check out.
  public var revision: String? {
    get { fields[optional: "revision"] }
    set { fields[optional: "revision"] = newValue }
  }
}

/// A GlusterFS volume.
///
/// Kubernetes: `v1 GlusterfsVolumeSource`.
public struct GlusterfsVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The Endpoints object with the addresses of the servers.
  public var endpoints: String {
    get { fields[required: "endpoints", empty: ""] }
    set { fields[required: "endpoints", empty: ""] = newValue }
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

/// A file or folder of the node.
///
/// Kubernetes: `v1 HostPathVolumeSource`.
public struct HostPathVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The path on the node.
  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }

  /// What must be there, or is made: Directory, DirectoryOrCreate, File, FileOrCreate, Socket,
  /// CharDevice, BlockDevice; empty for no check.
  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }
}

/// The files of a container image or OCI artifact.
///
/// Kubernetes: `v1 ImageVolumeSource`.
public struct ImageVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// When the image is pulled; Always for the tag latest, otherwise IfNotPresent.
  public var pullPolicy: String? {
    get { fields[optional: "pullPolicy"] }
    set { fields[optional: "pullPolicy"] = newValue }
  }

  /// The image.
  public var reference: String? {
    get { fields[optional: "reference"] }
    set { fields[optional: "reference"] = newValue }
  }
}

/// An iSCSI disk.
///
/// Kubernetes: `v1 ISCSIVolumeSource`.
public struct ISCSIVolumeSource: ObjectView {
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
  public var secretRef: LocalObjectReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  /// The address of the target.
  public var targetPortal: String {
    get { fields[required: "targetPortal", empty: ""] }
    set { fields[required: "targetPortal", empty: ""] = newValue }
  }
}

/// A folder that an NFS server exports.
///
/// Kubernetes: `v1 NFSVolumeSource`.
public struct NFSVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The path that the server exports.
  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// The name or address of the server.
  public var server: String {
    get { fields[required: "server", empty: ""] }
    set { fields[required: "server", empty: ""] = newValue }
  }
}

/// The volume bound to a PersistentVolumeClaim.
///
/// Kubernetes: `v1 PersistentVolumeClaimVolumeSource`.
public struct PersistentVolumeClaimVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the claim, in the pod's namespace.
  public var claimName: String {
    get { fields[required: "claimName", empty: ""] }
    set { fields[required: "claimName", empty: ""] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }
}

/// A disk of Photon Controller.
///
/// Kubernetes: `v1 PhotonPersistentDiskVolumeSource`.
public struct PhotonPersistentDiskVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The file system of the volume, such as ext4.
  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  /// The identifier of the disk.
  public var pdID: String {
    get { fields[required: "pdID", empty: ""] }
    set { fields[required: "pdID", empty: ""] = newValue }
  }
}

/// A Portworx volume.
///
/// Kubernetes: `v1 PortworxVolumeSource`.
public struct PortworxVolumeSource: ObjectView {
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

  /// The identifier of the volume.
  public var volumeID: String {
    get { fields[required: "volumeID", empty: ""] }
    set { fields[required: "volumeID", empty: ""] = newValue }
  }
}

/// Several sources in one folder.
///
/// Kubernetes: `v1 ProjectedVolumeSource`.
public struct ProjectedVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The mode bits of the files, unless an item says otherwise.
  public var defaultMode: Int? {
    get { fields[optional: "defaultMode"] }
    set { fields[optional: "defaultMode"] = newValue }
  }

  /// The sources, whose paths must not collide.
  public var sources: [VolumeProjection] {
    get { fields[list: "sources"] }
    set { fields[list: "sources"] = newValue }
  }
}

/// One source of a projected volume; exactly one field is given.
///
/// Kubernetes: `v1 VolumeProjection`.
public struct VolumeProjection: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Certificates of trusted authorities.
  public var clusterTrustBundle: ClusterTrustBundleProjection? {
    get { fields[optional: "clusterTrustBundle"] }
    set { fields[optional: "clusterTrustBundle"] = newValue }
  }

  /// Keys of a ConfigMap.
  public var configMap: ConfigMapProjection? {
    get { fields[optional: "configMap"] }
    set { fields[optional: "configMap"] = newValue }
  }

  /// Facts about the pod.
  public var downwardAPI: DownwardAPIProjection? {
    get { fields[optional: "downwardAPI"] }
    set { fields[optional: "downwardAPI"] = newValue }
  }

  /// A key and a certificate made for the pod.
  public var podCertificate: PodCertificateProjection? {
    get { fields[optional: "podCertificate"] }
    set { fields[optional: "podCertificate"] = newValue }
  }

  /// Keys of a Secret.
  public var secret: SecretProjection? {
    get { fields[optional: "secret"] }
    set { fields[optional: "secret"] = newValue }
  }

  /// A token of the pod's service account.
  public var serviceAccountToken: ServiceAccountTokenProjection? {
    get { fields[optional: "serviceAccountToken"] }
    set { fields[optional: "serviceAccountToken"] = newValue }
  }
}

/// Certificates of trusted authorities in one file.
///
/// Kubernetes: `v1 ClusterTrustBundleProjection`.
public struct ClusterTrustBundleProjection: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Chooses the bundles of a signer.
  public var labelSelector: LabelSelector? {
    get { fields[optional: "labelSelector"] }
    set { fields[optional: "labelSelector"] = newValue }
  }

  /// The name of one bundle.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// Whether the source, or the key in it, may be missing.
  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }

  /// The path of the file.
  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }

  /// The signer whose bundles are taken.
  public var signerName: String? {
    get { fields[optional: "signerName"] }
    set { fields[optional: "signerName"] = newValue }
  }
}

/// Keys of a ConfigMap as files.
///
/// Kubernetes: `v1 ConfigMapProjection`.
public struct ConfigMapProjection: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The keys and their paths; all when not given.
  public var items: [KeyToPath] {
    get { fields[list: "items"] }
    set { fields[list: "items"] = newValue }
  }

  /// The name of the ConfigMap.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// Whether the source, or the key in it, may be missing.
  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }
}

/// Facts about the pod as files.
///
/// Kubernetes: `v1 DownwardAPIProjection`.
public struct DownwardAPIProjection: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The files.
  public var items: [DownwardAPIVolumeFile] {
    get { fields[list: "items"] }
    set { fields[list: "items"] = newValue }
  }
}

/// A key and a certificate that a signer issued to the pod.
///
/// Kubernetes: `v1 PodCertificateProjection`.
public struct PodCertificateProjection: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The path of a file with the certificates alone.
  public var certificateChainPath: String? {
    get { fields[optional: "certificateChainPath"] }
    set { fields[optional: "certificateChainPath"] = newValue }
  }

  /// The path of a file with the key and the certificates.
  public var credentialBundlePath: String? {
    get { fields[optional: "credentialBundlePath"] }
    set { fields[optional: "credentialBundlePath"] = newValue }
  }

  /// The path of a file with the key alone.
  public var keyPath: String? {
    get { fields[optional: "keyPath"] }
    set { fields[optional: "keyPath"] = newValue }
  }

  /// The kind of key: RSA3072, RSA4096, ECDSAP256, ECDSAP384, ECDSAP521 or ED25519.
  public var keyType: String {
    get { fields[required: "keyType", empty: ""] }
    set { fields[required: "keyType", empty: ""] = newValue }
  }

  /// The longest life that the certificate may have; a day when not given.
  public var maxExpirationSeconds: Int? {
    get { fields[optional: "maxExpirationSeconds"] }
    set { fields[optional: "maxExpirationSeconds"] = newValue }
  }

  /// The signer that is asked.
  public var signerName: String {
    get { fields[required: "signerName", empty: ""] }
    set { fields[required: "signerName", empty: ""] = newValue }
  }

  /// Notes that are passed on to the signer.
  public var userAnnotations: StringMap {
    get { fields[map: "userAnnotations"] }
    set { fields[map: "userAnnotations"] = newValue }
  }
}

/// Keys of a Secret as files.
///
/// Kubernetes: `v1 SecretProjection`.
public struct SecretProjection: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The keys and their paths; all when not given.
  public var items: [KeyToPath] {
    get { fields[list: "items"] }
    set { fields[list: "items"] = newValue }
  }

  /// The name of the Secret.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// Whether the source, or the key in it, may be missing.
  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }
}

/// A token of the pod's service account in a file, renewed before it expires.
///
/// Kubernetes: `v1 ServiceAccountTokenProjection`.
public struct ServiceAccountTokenProjection: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Who the token is meant for; the API server when not given.
  public var audience: String? {
    get { fields[optional: "audience"] }
    set { fields[optional: "audience"] = newValue }
  }

  /// How long the token is valid.
  public var expirationSeconds: Int? {
    get { fields[optional: "expirationSeconds"] }
    set { fields[optional: "expirationSeconds"] = newValue }
  }

  /// The path of the file.
  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }
}

/// A Quobyte volume.
///
/// Kubernetes: `v1 QuobyteVolumeSource`.
public struct QuobyteVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The group that the volume is mounted for.
  public var group: String? {
    get { fields[optional: "group"] }
    set { fields[optional: "group"] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// The registry services.
  public var registry: String {
    get { fields[required: "registry", empty: ""] }
    set { fields[required: "registry", empty: ""] = newValue }
  }

  /// The tenant that owns the volume.
  public var tenant: String? {
    get { fields[optional: "tenant"] }
    set { fields[optional: "tenant"] = newValue }
  }

  /// The user that the volume is mounted for.
  public var user: String? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }

  /// The name of the volume.
  public var volume: String {
    get { fields[required: "volume", empty: ""] }
    set { fields[required: "volume", empty: ""] = newValue }
  }
}

/// A Ceph block device.
///
/// Kubernetes: `v1 RBDVolumeSource`.
public struct RBDVolumeSource: ObjectView {
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
  public var secretRef: LocalObjectReference? {
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
/// Kubernetes: `v1 ScaleIOVolumeSource`.
public struct ScaleIOVolumeSource: ObjectView {
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
  public var secretRef: LocalObjectReference {
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

/// The keys of a Secret as files.
///
/// Kubernetes: `v1 SecretVolumeSource`.
public struct SecretVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The mode bits of the files, unless an item says otherwise.
  public var defaultMode: Int? {
    get { fields[optional: "defaultMode"] }
    set { fields[optional: "defaultMode"] = newValue }
  }

  /// The keys to show and their paths; all keys, under their own names, when not given.
  public var items: [KeyToPath] {
    get { fields[list: "items"] }
    set { fields[list: "items"] = newValue }
  }

  /// Whether the source, or the key in it, may be missing.
  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }

  /// The name of the Secret.
  public var secretName: String? {
    get { fields[optional: "secretName"] }
    set { fields[optional: "secretName"] = newValue }
  }
}

/// A StorageOS volume.
///
/// Kubernetes: `v1 StorageOSVolumeSource`.
public struct StorageOSVolumeSource: ObjectView {
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
  public var secretRef: LocalObjectReference? {
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

/// A vSphere disk.
///
/// Kubernetes: `v1 VsphereVirtualDiskVolumeSource`.
public struct VsphereVirtualDiskVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The file system of the volume, such as ext4.
  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  /// The identifier of the storage policy.
  public var storagePolicyID: String? {
    get { fields[optional: "storagePolicyID"] }
    set { fields[optional: "storagePolicyID"] = newValue }
  }

  /// The name of the storage policy.
  public var storagePolicyName: String? {
    get { fields[optional: "storagePolicyName"] }
    set { fields[optional: "storagePolicyName"] = newValue }
  }

  /// The path of the disk.
  public var volumePath: String {
    get { fields[required: "volumePath", empty: ""] }
    set { fields[required: "volumePath", empty: ""] = newValue }
  }
}

/// What a claim asks for.
///
/// Kubernetes: `v1 PersistentVolumeClaimSpec`.
public struct PersistentVolumeClaimSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How the volume is to be mounted: ReadWriteOnce, ReadOnlyMany, ReadWriteMany, ReadWriteOncePod.
  public var accessModes: [String] {
    get { fields[list: "accessModes"] }
    set { fields[list: "accessModes"] = newValue }
  }

  /// What the volume is filled from: a claim or a snapshot of the same namespace.
  public var dataSource: TypedLocalObjectReference? {
    get { fields[optional: "dataSource"] }
    set { fields[optional: "dataSource"] = newValue }
  }

  /// What the volume is filled from: an object of any kind.
  public var dataSourceRef: TypedObjectReference? {
    get { fields[optional: "dataSourceRef"] }
    set { fields[optional: "dataSourceRef"] = newValue }
  }

  /// The least and the greatest size.
  public var resources: VolumeResourceRequirements? {
    get { fields[optional: "resources"] }
    set { fields[optional: "resources"] = newValue }
  }

  /// Chooses among the volumes there are.
  public var selector: LabelSelector? {
    get { fields[optional: "selector"] }
    set { fields[optional: "selector"] = newValue }
  }

  /// The storage class; absent for the default one, empty for none.
  public var storageClassName: String? {
    get { fields[optional: "storageClassName"] }
    set { fields[optional: "storageClassName"] = newValue }
  }

  /// The class of attributes that the volume should have.
  public var volumeAttributesClassName: String? {
    get { fields[optional: "volumeAttributesClassName"] }
    set { fields[optional: "volumeAttributesClassName"] = newValue }
  }

  /// Whether the volume is a file system or a bare device.
  public var volumeMode: String? {
    get { fields[optional: "volumeMode"] }
    set { fields[optional: "volumeMode"] = newValue }
  }

  /// The volume that the claim is bound to.
  public var volumeName: String? {
    get { fields[optional: "volumeName"] }
    set { fields[optional: "volumeName"] = newValue }
  }
}

/// Amounts of storage.
///
/// Kubernetes: `v1 VolumeResourceRequirements`.
public struct VolumeResourceRequirements: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The greatest amounts.
  public var limits: ResourceList {
    get { fields[values: "limits"] }
    set { fields[values: "limits"] = newValue }
  }

  /// The least amounts.
  public var requests: ResourceList {
    get { fields[values: "requests"] }
    set { fields[values: "requests"] = newValue }
  }
}
