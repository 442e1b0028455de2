// Generated from Sources/KubernetesAPI/Schemas/CoreV1+VolumeSources.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Kubernetes: `v1 Volume`.
public struct Volume: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var awsElasticBlockStore: AWSElasticBlockStoreVolumeSource? {
    get { fields[optional: "awsElasticBlockStore"] }
    set { fields[optional: "awsElasticBlockStore"] = newValue }
  }

  public var azureDisk: AzureDiskVolumeSource? {
    get { fields[optional: "azureDisk"] }
    set { fields[optional: "azureDisk"] = newValue }
  }

  public var azureFile: AzureFileVolumeSource? {
    get { fields[optional: "azureFile"] }
    set { fields[optional: "azureFile"] = newValue }
  }

  public var cephfs: CephFSVolumeSource? {
    get { fields[optional: "cephfs"] }
    set { fields[optional: "cephfs"] = newValue }
  }

  public var cinder: CinderVolumeSource? {
    get { fields[optional: "cinder"] }
    set { fields[optional: "cinder"] = newValue }
  }

  public var configMap: ConfigMapVolumeSource? {
    get { fields[optional: "configMap"] }
    set { fields[optional: "configMap"] = newValue }
  }

  public var csi: CSIVolumeSource? {
    get { fields[optional: "csi"] }
    set { fields[optional: "csi"] = newValue }
  }

  public var downwardAPI: DownwardAPIVolumeSource? {
    get { fields[optional: "downwardAPI"] }
    set { fields[optional: "downwardAPI"] = newValue }
  }

  public var emptyDir: EmptyDirVolumeSource? {
    get { fields[optional: "emptyDir"] }
    set { fields[optional: "emptyDir"] = newValue }
  }

  public var ephemeral: EphemeralVolumeSource? {
    get { fields[optional: "ephemeral"] }
    set { fields[optional: "ephemeral"] = newValue }
  }

  public var fc: FCVolumeSource? {
    get { fields[optional: "fc"] }
    set { fields[optional: "fc"] = newValue }
  }

  public var flexVolume: FlexVolumeSource? {
    get { fields[optional: "flexVolume"] }
    set { fields[optional: "flexVolume"] = newValue }
  }

  public var flocker: FlockerVolumeSource? {
    get { fields[optional: "flocker"] }
    set { fields[optional: "flocker"] = newValue }
  }

  public var gcePersistentDisk: GCEPersistentDiskVolumeSource? {
    get { fields[optional: "gcePersistentDisk"] }
    set { fields[optional: "gcePersistentDisk"] = newValue }
  }

  public var gitRepo: GitRepoVolumeSource? {
    get { fields[optional: "gitRepo"] }
    set { fields[optional: "gitRepo"] = newValue }
  }

  public var glusterfs: GlusterfsVolumeSource? {
    get { fields[optional: "glusterfs"] }
    set { fields[optional: "glusterfs"] = newValue }
  }

  public var hostPath: HostPathVolumeSource? {
    get { fields[optional: "hostPath"] }
    set { fields[optional: "hostPath"] = newValue }
  }

  public var image: ImageVolumeSource? {
    get { fields[optional: "image"] }
    set { fields[optional: "image"] = newValue }
  }

  public var iscsi: ISCSIVolumeSource? {
    get { fields[optional: "iscsi"] }
    set { fields[optional: "iscsi"] = newValue }
  }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  public var nfs: NFSVolumeSource? {
    get { fields[optional: "nfs"] }
    set { fields[optional: "nfs"] = newValue }
  }

  public var persistentVolumeClaim: PersistentVolumeClaimVolumeSource? {
    get { fields[optional: "persistentVolumeClaim"] }
    set { fields[optional: "persistentVolumeClaim"] = newValue }
  }

  public var photonPersistentDisk: PhotonPersistentDiskVolumeSource? {
    get { fields[optional: "photonPersistentDisk"] }
    set { fields[optional: "photonPersistentDisk"] = newValue }
  }

  public var portworxVolume: PortworxVolumeSource? {
    get { fields[optional: "portworxVolume"] }
    set { fields[optional: "portworxVolume"] = newValue }
  }

  public var projected: ProjectedVolumeSource? {
    get { fields[optional: "projected"] }
    set { fields[optional: "projected"] = newValue }
  }

  public var quobyte: QuobyteVolumeSource? {
    get { fields[optional: "quobyte"] }
    set { fields[optional: "quobyte"] = newValue }
  }

  public var rbd: RBDVolumeSource? {
    get { fields[optional: "rbd"] }
    set { fields[optional: "rbd"] = newValue }
  }

  public var scaleIO: ScaleIOVolumeSource? {
    get { fields[optional: "scaleIO"] }
    set { fields[optional: "scaleIO"] = newValue }
  }

  public var secret: SecretVolumeSource? {
    get { fields[optional: "secret"] }
    set { fields[optional: "secret"] = newValue }
  }

  public var storageos: StorageOSVolumeSource? {
    get { fields[optional: "storageos"] }
    set { fields[optional: "storageos"] = newValue }
  }

  public var vsphereVolume: VsphereVirtualDiskVolumeSource? {
    get { fields[optional: "vsphereVolume"] }
    set { fields[optional: "vsphereVolume"] = newValue }
  }
}

/// Kubernetes: `v1 AWSElasticBlockStoreVolumeSource`.
public struct AWSElasticBlockStoreVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var partition: Int? {
    get { fields[optional: "partition"] }
    set { fields[optional: "partition"] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var volumeID: String {
    get { fields[required: "volumeID", empty: ""] }
    set { fields[required: "volumeID", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 AzureDiskVolumeSource`.
public struct AzureDiskVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var cachingMode: String? {
    get { fields[optional: "cachingMode"] }
    set { fields[optional: "cachingMode"] = newValue }
  }

  public var diskName: String {
    get { fields[required: "diskName", empty: ""] }
    set { fields[required: "diskName", empty: ""] = newValue }
  }

  public var diskURI: String {
    get { fields[required: "diskURI", empty: ""] }
    set { fields[required: "diskURI", empty: ""] = newValue }
  }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var kind: String? {
    get { fields[optional: "kind"] }
    set { fields[optional: "kind"] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }
}

/// Kubernetes: `v1 AzureFileVolumeSource`.
public struct AzureFileVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var secretName: String {
    get { fields[required: "secretName", empty: ""] }
    set { fields[required: "secretName", empty: ""] = newValue }
  }

  public var shareName: String {
    get { fields[required: "shareName", empty: ""] }
    set { fields[required: "shareName", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 CephFSVolumeSource`.
public struct CephFSVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var monitors: [String] {
    get { fields[list: "monitors"] }
    set { fields[list: "monitors"] = newValue }
  }

  public var path: String? {
    get { fields[optional: "path"] }
    set { fields[optional: "path"] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var secretFile: String? {
    get { fields[optional: "secretFile"] }
    set { fields[optional: "secretFile"] = newValue }
  }

  public var secretRef: LocalObjectReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  public var user: String? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }
}

/// Kubernetes: `v1 CinderVolumeSource`.
public struct CinderVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var secretRef: LocalObjectReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  public var volumeID: String {
    get { fields[required: "volumeID", empty: ""] }
    set { fields[required: "volumeID", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 ConfigMapVolumeSource`.
public struct ConfigMapVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var defaultMode: Int? {
    get { fields[optional: "defaultMode"] }
    set { fields[optional: "defaultMode"] = newValue }
  }

  public var items: [KeyToPath] {
    get { fields[list: "items"] }
    set { fields[list: "items"] = newValue }
  }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }
}

/// Kubernetes: `v1 KeyToPath`.
public struct KeyToPath: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  public var mode: Int? {
    get { fields[optional: "mode"] }
    set { fields[optional: "mode"] = newValue }
  }

  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 CSIVolumeSource`.
public struct CSIVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var driver: String {
    get { fields[required: "driver", empty: ""] }
    set { fields[required: "driver", empty: ""] = newValue }
  }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var nodePublishSecretRef: LocalObjectReference? {
    get { fields[optional: "nodePublishSecretRef"] }
    set { fields[optional: "nodePublishSecretRef"] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var volumeAttributes: StringMap {
    get { fields[map: "volumeAttributes"] }
    set { fields[map: "volumeAttributes"] = newValue }
  }
}

/// Kubernetes: `v1 DownwardAPIVolumeSource`.
public struct DownwardAPIVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var defaultMode: Int? {
    get { fields[optional: "defaultMode"] }
    set { fields[optional: "defaultMode"] = newValue }
  }

  public var items: [DownwardAPIVolumeFile] {
    get { fields[list: "items"] }
    set { fields[list: "items"] = newValue }
  }
}

/// Kubernetes: `v1 DownwardAPIVolumeFile`.
public struct DownwardAPIVolumeFile: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var fieldRef: ObjectFieldSelector? {
    get { fields[optional: "fieldRef"] }
    set { fields[optional: "fieldRef"] = newValue }
  }

  public var mode: Int? {
    get { fields[optional: "mode"] }
    set { fields[optional: "mode"] = newValue }
  }

  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }

  public var resourceFieldRef: ResourceFieldSelector? {
    get { fields[optional: "resourceFieldRef"] }
    set { fields[optional: "resourceFieldRef"] = newValue }
  }
}

/// Kubernetes: `v1 ObjectFieldSelector`.
public struct ObjectFieldSelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var apiVersion: String? {
    get { fields[optional: "apiVersion"] }
    set { fields[optional: "apiVersion"] = newValue }
  }

  public var fieldPath: String {
    get { fields[required: "fieldPath", empty: ""] }
    set { fields[required: "fieldPath", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 ResourceFieldSelector`.
public struct ResourceFieldSelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var containerName: String? {
    get { fields[optional: "containerName"] }
    set { fields[optional: "containerName"] = newValue }
  }

  public var divisor: Quantity? {
    get { fields[optional: "divisor"] }
    set { fields[optional: "divisor"] = newValue }
  }

  public var resource: String {
    get { fields[required: "resource", empty: ""] }
    set { fields[required: "resource", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 EmptyDirVolumeSource`.
public struct EmptyDirVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var medium: String? {
    get { fields[optional: "medium"] }
    set { fields[optional: "medium"] = newValue }
  }

  public var sizeLimit: Quantity? {
    get { fields[optional: "sizeLimit"] }
    set { fields[optional: "sizeLimit"] = newValue }
  }
}

/// Kubernetes: `v1 EphemeralVolumeSource`.
public struct EphemeralVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var volumeClaimTemplate: PersistentVolumeClaimTemplate? {
    get { fields[optional: "volumeClaimTemplate"] }
    set { fields[optional: "volumeClaimTemplate"] = newValue }
  }
}

/// Kubernetes: `v1 PersistentVolumeClaimTemplate`.
public struct PersistentVolumeClaimTemplate: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var metadata: ObjectMeta {
    get { fields[view: "metadata"] }
    set { fields[view: "metadata"] = newValue }
    _modify { yield &fields[view: "metadata"] }
  }

  public var spec: PersistentVolumeClaimSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }
}

/// Kubernetes: `v1 FCVolumeSource`.
public struct FCVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var lun: Int? {
    get { fields[optional: "lun"] }
    set { fields[optional: "lun"] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var targetWWNs: [String] {
    get { fields[list: "targetWWNs"] }
    set { fields[list: "targetWWNs"] = newValue }
  }

  public var wwids: [String] {
    get { fields[list: "wwids"] }
    set { fields[list: "wwids"] = newValue }
  }
}

/// Kubernetes: `v1 FlexVolumeSource`.
public struct FlexVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var driver: String {
    get { fields[required: "driver", empty: ""] }
    set { fields[required: "driver", empty: ""] = newValue }
  }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var options: StringMap {
    get { fields[map: "options"] }
    set { fields[map: "options"] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var secretRef: LocalObjectReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }
}

/// Kubernetes: `v1 FlockerVolumeSource`.
public struct FlockerVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var datasetName: String? {
    get { fields[optional: "datasetName"] }
    set { fields[optional: "datasetName"] = newValue }
  }

  public var datasetUUID: String? {
    get { fields[optional: "datasetUUID"] }
    set { fields[optional: "datasetUUID"] = newValue }
  }
}

/// Kubernetes: `v1 GCEPersistentDiskVolumeSource`.
public struct GCEPersistentDiskVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var partition: Int? {
    get { fields[optional: "partition"] }
    set { fields[optional: "partition"] = newValue }
  }

  public var pdName: String {
    get { fields[required: "pdName", empty: ""] }
    set { fields[required: "pdName", empty: ""] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }
}

/// Kubernetes: `v1 GitRepoVolumeSource`.
public struct GitRepoVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var directory: String? {
    get { fields[optional: "directory"] }
    set { fields[optional: "directory"] = newValue }
  }

  public var repository: String {
    get { fields[required: "repository", empty: ""] }
    set { fields[required: "repository", empty: ""] = newValue }
  }

  public var revision: String? {
    get { fields[optional: "revision"] }
    set { fields[optional: "revision"] = newValue }
  }
}

/// Kubernetes: `v1 GlusterfsVolumeSource`.
public struct GlusterfsVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var endpoints: String {
    get { fields[required: "endpoints", empty: ""] }
    set { fields[required: "endpoints", empty: ""] = newValue }
  }

  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }
}

/// Kubernetes: `v1 HostPathVolumeSource`.
public struct HostPathVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }

  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }
}

/// Kubernetes: `v1 ImageVolumeSource`.
public struct ImageVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var pullPolicy: String? {
    get { fields[optional: "pullPolicy"] }
    set { fields[optional: "pullPolicy"] = newValue }
  }

  public var reference: String? {
    get { fields[optional: "reference"] }
    set { fields[optional: "reference"] = newValue }
  }
}

/// Kubernetes: `v1 ISCSIVolumeSource`.
public struct ISCSIVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var chapAuthDiscovery: Bool? {
    get { fields[optional: "chapAuthDiscovery"] }
    set { fields[optional: "chapAuthDiscovery"] = newValue }
  }

  public var chapAuthSession: Bool? {
    get { fields[optional: "chapAuthSession"] }
    set { fields[optional: "chapAuthSession"] = newValue }
  }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var initiatorName: String? {
    get { fields[optional: "initiatorName"] }
    set { fields[optional: "initiatorName"] = newValue }
  }

  public var iqn: String {
    get { fields[required: "iqn", empty: ""] }
    set { fields[required: "iqn", empty: ""] = newValue }
  }

  public var iscsiInterface: String? {
    get { fields[optional: "iscsiInterface"] }
    set { fields[optional: "iscsiInterface"] = newValue }
  }

  public var lun: Int {
    get { fields[required: "lun", empty: 0] }
    set { fields[required: "lun", empty: 0] = newValue }
  }

  public var portals: [String] {
    get { fields[list: "portals"] }
    set { fields[list: "portals"] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var secretRef: LocalObjectReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  public var targetPortal: String {
    get { fields[required: "targetPortal", empty: ""] }
    set { fields[required: "targetPortal", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 NFSVolumeSource`.
public struct NFSVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var server: String {
    get { fields[required: "server", empty: ""] }
    set { fields[required: "server", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 PersistentVolumeClaimVolumeSource`.
public struct PersistentVolumeClaimVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var claimName: String {
    get { fields[required: "claimName", empty: ""] }
    set { fields[required: "claimName", empty: ""] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }
}

/// Kubernetes: `v1 PhotonPersistentDiskVolumeSource`.
public struct PhotonPersistentDiskVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var pdID: String {
    get { fields[required: "pdID", empty: ""] }
    set { fields[required: "pdID", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 PortworxVolumeSource`.
public struct PortworxVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var volumeID: String {
    get { fields[required: "volumeID", empty: ""] }
    set { fields[required: "volumeID", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 ProjectedVolumeSource`.
public struct ProjectedVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var defaultMode: Int? {
    get { fields[optional: "defaultMode"] }
    set { fields[optional: "defaultMode"] = newValue }
  }

  public var sources: [VolumeProjection] {
    get { fields[list: "sources"] }
    set { fields[list: "sources"] = newValue }
  }
}

/// Kubernetes: `v1 VolumeProjection`.
public struct VolumeProjection: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var clusterTrustBundle: ClusterTrustBundleProjection? {
    get { fields[optional: "clusterTrustBundle"] }
    set { fields[optional: "clusterTrustBundle"] = newValue }
  }

  public var configMap: ConfigMapProjection? {
    get { fields[optional: "configMap"] }
    set { fields[optional: "configMap"] = newValue }
  }

  public var downwardAPI: DownwardAPIProjection? {
    get { fields[optional: "downwardAPI"] }
    set { fields[optional: "downwardAPI"] = newValue }
  }

  public var podCertificate: PodCertificateProjection? {
    get { fields[optional: "podCertificate"] }
    set { fields[optional: "podCertificate"] = newValue }
  }

  public var secret: SecretProjection? {
    get { fields[optional: "secret"] }
    set { fields[optional: "secret"] = newValue }
  }

  public var serviceAccountToken: ServiceAccountTokenProjection? {
    get { fields[optional: "serviceAccountToken"] }
    set { fields[optional: "serviceAccountToken"] = newValue }
  }
}

/// Kubernetes: `v1 ClusterTrustBundleProjection`.
public struct ClusterTrustBundleProjection: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var labelSelector: LabelSelector? {
    get { fields[optional: "labelSelector"] }
    set { fields[optional: "labelSelector"] = newValue }
  }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }

  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }

  public var signerName: String? {
    get { fields[optional: "signerName"] }
    set { fields[optional: "signerName"] = newValue }
  }
}

/// Kubernetes: `v1 ConfigMapProjection`.
public struct ConfigMapProjection: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var items: [KeyToPath] {
    get { fields[list: "items"] }
    set { fields[list: "items"] = newValue }
  }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }
}

/// Kubernetes: `v1 DownwardAPIProjection`.
public struct DownwardAPIProjection: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var items: [DownwardAPIVolumeFile] {
    get { fields[list: "items"] }
    set { fields[list: "items"] = newValue }
  }
}

/// Kubernetes: `v1 PodCertificateProjection`.
public struct PodCertificateProjection: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var certificateChainPath: String? {
    get { fields[optional: "certificateChainPath"] }
    set { fields[optional: "certificateChainPath"] = newValue }
  }

  public var credentialBundlePath: String? {
    get { fields[optional: "credentialBundlePath"] }
    set { fields[optional: "credentialBundlePath"] = newValue }
  }

  public var keyPath: String? {
    get { fields[optional: "keyPath"] }
    set { fields[optional: "keyPath"] = newValue }
  }

  public var keyType: String {
    get { fields[required: "keyType", empty: ""] }
    set { fields[required: "keyType", empty: ""] = newValue }
  }

  public var maxExpirationSeconds: Int? {
    get { fields[optional: "maxExpirationSeconds"] }
    set { fields[optional: "maxExpirationSeconds"] = newValue }
  }

  public var signerName: String {
    get { fields[required: "signerName", empty: ""] }
    set { fields[required: "signerName", empty: ""] = newValue }
  }

  public var userAnnotations: StringMap {
    get { fields[map: "userAnnotations"] }
    set { fields[map: "userAnnotations"] = newValue }
  }
}

/// Kubernetes: `v1 SecretProjection`.
public struct SecretProjection: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var items: [KeyToPath] {
    get { fields[list: "items"] }
    set { fields[list: "items"] = newValue }
  }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }
}

/// Kubernetes: `v1 ServiceAccountTokenProjection`.
public struct ServiceAccountTokenProjection: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var audience: String? {
    get { fields[optional: "audience"] }
    set { fields[optional: "audience"] = newValue }
  }

  public var expirationSeconds: Int? {
    get { fields[optional: "expirationSeconds"] }
    set { fields[optional: "expirationSeconds"] = newValue }
  }

  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 QuobyteVolumeSource`.
public struct QuobyteVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var group: String? {
    get { fields[optional: "group"] }
    set { fields[optional: "group"] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var registry: String {
    get { fields[required: "registry", empty: ""] }
    set { fields[required: "registry", empty: ""] = newValue }
  }

  public var tenant: String? {
    get { fields[optional: "tenant"] }
    set { fields[optional: "tenant"] = newValue }
  }

  public var user: String? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }

  public var volume: String {
    get { fields[required: "volume", empty: ""] }
    set { fields[required: "volume", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 RBDVolumeSource`.
public struct RBDVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var image: String {
    get { fields[required: "image", empty: ""] }
    set { fields[required: "image", empty: ""] = newValue }
  }

  public var keyring: String? {
    get { fields[optional: "keyring"] }
    set { fields[optional: "keyring"] = newValue }
  }

  public var monitors: [String] {
    get { fields[list: "monitors"] }
    set { fields[list: "monitors"] = newValue }
  }

  public var pool: String? {
    get { fields[optional: "pool"] }
    set { fields[optional: "pool"] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var secretRef: LocalObjectReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  public var user: String? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }
}

/// Kubernetes: `v1 ScaleIOVolumeSource`.
public struct ScaleIOVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var gateway: String {
    get { fields[required: "gateway", empty: ""] }
    set { fields[required: "gateway", empty: ""] = newValue }
  }

  public var protectionDomain: String? {
    get { fields[optional: "protectionDomain"] }
    set { fields[optional: "protectionDomain"] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var secretRef: LocalObjectReference {
    get { fields[view: "secretRef"] }
    set { fields[view: "secretRef"] = newValue }
    _modify { yield &fields[view: "secretRef"] }
  }

  public var sslEnabled: Bool? {
    get { fields[optional: "sslEnabled"] }
    set { fields[optional: "sslEnabled"] = newValue }
  }

  public var storageMode: String? {
    get { fields[optional: "storageMode"] }
    set { fields[optional: "storageMode"] = newValue }
  }

  public var storagePool: String? {
    get { fields[optional: "storagePool"] }
    set { fields[optional: "storagePool"] = newValue }
  }

  public var system: String {
    get { fields[required: "system", empty: ""] }
    set { fields[required: "system", empty: ""] = newValue }
  }

  public var volumeName: String? {
    get { fields[optional: "volumeName"] }
    set { fields[optional: "volumeName"] = newValue }
  }
}

/// Kubernetes: `v1 SecretVolumeSource`.
public struct SecretVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var defaultMode: Int? {
    get { fields[optional: "defaultMode"] }
    set { fields[optional: "defaultMode"] = newValue }
  }

  public var items: [KeyToPath] {
    get { fields[list: "items"] }
    set { fields[list: "items"] = newValue }
  }

  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }

  public var secretName: String? {
    get { fields[optional: "secretName"] }
    set { fields[optional: "secretName"] = newValue }
  }
}

/// Kubernetes: `v1 StorageOSVolumeSource`.
public struct StorageOSVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var secretRef: LocalObjectReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  public var volumeName: String? {
    get { fields[optional: "volumeName"] }
    set { fields[optional: "volumeName"] = newValue }
  }

  public var volumeNamespace: String? {
    get { fields[optional: "volumeNamespace"] }
    set { fields[optional: "volumeNamespace"] = newValue }
  }
}

/// Kubernetes: `v1 VsphereVirtualDiskVolumeSource`.
public struct VsphereVirtualDiskVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var storagePolicyID: String? {
    get { fields[optional: "storagePolicyID"] }
    set { fields[optional: "storagePolicyID"] = newValue }
  }

  public var storagePolicyName: String? {
    get { fields[optional: "storagePolicyName"] }
    set { fields[optional: "storagePolicyName"] = newValue }
  }

  public var volumePath: String {
    get { fields[required: "volumePath", empty: ""] }
    set { fields[required: "volumePath", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 PersistentVolumeClaimSpec`.
public struct PersistentVolumeClaimSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var accessModes: [String] {
    get { fields[list: "accessModes"] }
    set { fields[list: "accessModes"] = newValue }
  }

  public var dataSource: TypedLocalObjectReference? {
    get { fields[optional: "dataSource"] }
    set { fields[optional: "dataSource"] = newValue }
  }

  public var dataSourceRef: TypedObjectReference? {
    get { fields[optional: "dataSourceRef"] }
    set { fields[optional: "dataSourceRef"] = newValue }
  }

  public var resources: VolumeResourceRequirements? {
    get { fields[optional: "resources"] }
    set { fields[optional: "resources"] = newValue }
  }

  public var selector: LabelSelector? {
    get { fields[optional: "selector"] }
    set { fields[optional: "selector"] = newValue }
  }

  public var storageClassName: String? {
    get { fields[optional: "storageClassName"] }
    set { fields[optional: "storageClassName"] = newValue }
  }

  public var volumeAttributesClassName: String? {
    get { fields[optional: "volumeAttributesClassName"] }
    set { fields[optional: "volumeAttributesClassName"] = newValue }
  }

  public var volumeMode: String? {
    get { fields[optional: "volumeMode"] }
    set { fields[optional: "volumeMode"] = newValue }
  }

  public var volumeName: String? {
    get { fields[optional: "volumeName"] }
    set { fields[optional: "volumeName"] = newValue }
  }
}

/// Kubernetes: `v1 VolumeResourceRequirements`.
public struct VolumeResourceRequirements: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var limits: ResourceList {
    get { fields[values: "limits"] }
    set { fields[values: "limits"] = newValue }
  }

  public var requests: ResourceList {
    get { fields[values: "requests"] }
    set { fields[values: "requests"] = newValue }
  }
}
