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

  public var spec: PersistentVolumeSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: PersistentVolumeStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `v1 PersistentVolumeSpec`.
public struct PersistentVolumeSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var accessModes: [String] {
    get { fields[list: "accessModes"] }
    set { fields[list: "accessModes"] = newValue }
  }

  public var awsElasticBlockStore: AWSElasticBlockStoreVolumeSource? {
    get { fields[optional: "awsElasticBlockStore"] }
    set { fields[optional: "awsElasticBlockStore"] = newValue }
  }

  public var azureDisk: AzureDiskVolumeSource? {
    get { fields[optional: "azureDisk"] }
    set { fields[optional: "azureDisk"] = newValue }
  }

  public var azureFile: AzureFilePersistentVolumeSource? {
    get { fields[optional: "azureFile"] }
    set { fields[optional: "azureFile"] = newValue }
  }

  public var capacity: ResourceList {
    get { fields[values: "capacity"] }
    set { fields[values: "capacity"] = newValue }
  }

  public var cephfs: CephFSPersistentVolumeSource? {
    get { fields[optional: "cephfs"] }
    set { fields[optional: "cephfs"] = newValue }
  }

  public var cinder: CinderPersistentVolumeSource? {
    get { fields[optional: "cinder"] }
    set { fields[optional: "cinder"] = newValue }
  }

  public var claimRef: ObjectReference? {
    get { fields[optional: "claimRef"] }
    set { fields[optional: "claimRef"] = newValue }
  }

  public var csi: CSIPersistentVolumeSource? {
    get { fields[optional: "csi"] }
    set { fields[optional: "csi"] = newValue }
  }

  public var fc: FCVolumeSource? {
    get { fields[optional: "fc"] }
    set { fields[optional: "fc"] = newValue }
  }

  public var flexVolume: FlexPersistentVolumeSource? {
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

  public var glusterfs: GlusterfsPersistentVolumeSource? {
    get { fields[optional: "glusterfs"] }
    set { fields[optional: "glusterfs"] = newValue }
  }

  public var hostPath: HostPathVolumeSource? {
    get { fields[optional: "hostPath"] }
    set { fields[optional: "hostPath"] = newValue }
  }

  public var iscsi: ISCSIPersistentVolumeSource? {
    get { fields[optional: "iscsi"] }
    set { fields[optional: "iscsi"] = newValue }
  }

  public var local: LocalVolumeSource? {
    get { fields[optional: "local"] }
    set { fields[optional: "local"] = newValue }
  }

  public var mountOptions: [String] {
    get { fields[list: "mountOptions"] }
    set { fields[list: "mountOptions"] = newValue }
  }

  public var nfs: NFSVolumeSource? {
    get { fields[optional: "nfs"] }
    set { fields[optional: "nfs"] = newValue }
  }

  public var nodeAffinity: VolumeNodeAffinity? {
    get { fields[optional: "nodeAffinity"] }
    set { fields[optional: "nodeAffinity"] = newValue }
  }

  public var persistentVolumeReclaimPolicy: String? {
    get { fields[optional: "persistentVolumeReclaimPolicy"] }
    set { fields[optional: "persistentVolumeReclaimPolicy"] = newValue }
  }

  public var photonPersistentDisk: PhotonPersistentDiskVolumeSource? {
    get { fields[optional: "photonPersistentDisk"] }
    set { fields[optional: "photonPersistentDisk"] = newValue }
  }

  public var portworxVolume: PortworxVolumeSource? {
    get { fields[optional: "portworxVolume"] }
    set { fields[optional: "portworxVolume"] = newValue }
  }

  public var quobyte: QuobyteVolumeSource? {
    get { fields[optional: "quobyte"] }
    set { fields[optional: "quobyte"] = newValue }
  }

  public var rbd: RBDPersistentVolumeSource? {
    get { fields[optional: "rbd"] }
    set { fields[optional: "rbd"] = newValue }
  }

  public var scaleIO: ScaleIOPersistentVolumeSource? {
    get { fields[optional: "scaleIO"] }
    set { fields[optional: "scaleIO"] = newValue }
  }

  public var storageClassName: String? {
    get { fields[optional: "storageClassName"] }
    set { fields[optional: "storageClassName"] = newValue }
  }

  public var storageos: StorageOSPersistentVolumeSource? {
    get { fields[optional: "storageos"] }
    set { fields[optional: "storageos"] = newValue }
  }

  public var volumeAttributesClassName: String? {
    get { fields[optional: "volumeAttributesClassName"] }
    set { fields[optional: "volumeAttributesClassName"] = newValue }
  }

  public var volumeMode: String? {
    get { fields[optional: "volumeMode"] }
    set { fields[optional: "volumeMode"] = newValue }
  }

  public var vsphereVolume: VsphereVirtualDiskVolumeSource? {
    get { fields[optional: "vsphereVolume"] }
    set { fields[optional: "vsphereVolume"] = newValue }
  }
}

/// Kubernetes: `v1 AzureFilePersistentVolumeSource`.
public struct AzureFilePersistentVolumeSource: ObjectView {
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

  public var secretNamespace: String? {
    get { fields[optional: "secretNamespace"] }
    set { fields[optional: "secretNamespace"] = newValue }
  }

  public var shareName: String {
    get { fields[required: "shareName", empty: ""] }
    set { fields[required: "shareName", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 CephFSPersistentVolumeSource`.
public struct CephFSPersistentVolumeSource: ObjectView {
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

  public var secretRef: SecretReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  public var user: String? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }
}

/// Kubernetes: `v1 CinderPersistentVolumeSource`.
public struct CinderPersistentVolumeSource: ObjectView {
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

  public var secretRef: SecretReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  public var volumeID: String {
    get { fields[required: "volumeID", empty: ""] }
    set { fields[required: "volumeID", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 CSIPersistentVolumeSource`.
public struct CSIPersistentVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var controllerExpandSecretRef: SecretReference? {
    get { fields[optional: "controllerExpandSecretRef"] }
    set { fields[optional: "controllerExpandSecretRef"] = newValue }
  }

  public var controllerPublishSecretRef: SecretReference? {
    get { fields[optional: "controllerPublishSecretRef"] }
    set { fields[optional: "controllerPublishSecretRef"] = newValue }
  }

  public var driver: String {
    get { fields[required: "driver", empty: ""] }
    set { fields[required: "driver", empty: ""] = newValue }
  }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var nodeExpandSecretRef: SecretReference? {
    get { fields[optional: "nodeExpandSecretRef"] }
    set { fields[optional: "nodeExpandSecretRef"] = newValue }
  }

  public var nodePublishSecretRef: SecretReference? {
    get { fields[optional: "nodePublishSecretRef"] }
    set { fields[optional: "nodePublishSecretRef"] = newValue }
  }

  public var nodeStageSecretRef: SecretReference? {
    get { fields[optional: "nodeStageSecretRef"] }
    set { fields[optional: "nodeStageSecretRef"] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var volumeAttributes: StringMap {
    get { fields[map: "volumeAttributes"] }
    set { fields[map: "volumeAttributes"] = newValue }
  }

  public var volumeHandle: String {
    get { fields[required: "volumeHandle", empty: ""] }
    set { fields[required: "volumeHandle", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 FlexPersistentVolumeSource`.
public struct FlexPersistentVolumeSource: ObjectView {
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

  public var secretRef: SecretReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }
}

/// Kubernetes: `v1 GlusterfsPersistentVolumeSource`.
public struct GlusterfsPersistentVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var endpoints: String {
    get { fields[required: "endpoints", empty: ""] }
    set { fields[required: "endpoints", empty: ""] = newValue }
  }

  public var endpointsNamespace: String? {
    get { fields[optional: "endpointsNamespace"] }
    set { fields[optional: "endpointsNamespace"] = newValue }
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

/// Kubernetes: `v1 ISCSIPersistentVolumeSource`.
public struct ISCSIPersistentVolumeSource: ObjectView {
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

  public var secretRef: SecretReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  public var targetPortal: String {
    get { fields[required: "targetPortal", empty: ""] }
    set { fields[required: "targetPortal", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 LocalVolumeSource`.
public struct LocalVolumeSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var fsType: String? {
    get { fields[optional: "fsType"] }
    set { fields[optional: "fsType"] = newValue }
  }

  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 VolumeNodeAffinity`.
public struct VolumeNodeAffinity: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var required: NodeSelector? {
    get { fields[optional: "required"] }
    set { fields[optional: "required"] = newValue }
  }
}

/// Kubernetes: `v1 RBDPersistentVolumeSource`.
public struct RBDPersistentVolumeSource: ObjectView {
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

  public var secretRef: SecretReference? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }

  public var user: String? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }
}

/// Kubernetes: `v1 ScaleIOPersistentVolumeSource`.
public struct ScaleIOPersistentVolumeSource: ObjectView {
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

  public var secretRef: SecretReference {
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

/// Kubernetes: `v1 StorageOSPersistentVolumeSource`.
public struct StorageOSPersistentVolumeSource: ObjectView {
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

  public var secretRef: ObjectReference? {
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

/// Kubernetes: `v1 PersistentVolumeStatus`.
public struct PersistentVolumeStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var lastPhaseTransitionTime: Timestamp? {
    get { fields[optional: "lastPhaseTransitionTime"] }
    set { fields[optional: "lastPhaseTransitionTime"] = newValue }
  }

  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  public var phase: String? {
    get { fields[optional: "phase"] }
    set { fields[optional: "phase"] = newValue }
  }

  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }
}
