extension Schemas {
  static let coreV1PersistentVolume = #"""
    api v1 io.k8s.api.core.v1

    kind PersistentVolume short(pv) cluster subresources(status)
        "A piece of storage in the cluster, made by an administrator or a provisioner."
      spec    PersistentVolumeSpec
      status  PersistentVolumeStatus
      column "Capacity"  string
      column "Access Modes"  string
      column "Reclaim Policy"  string
      column "Status"  string
      column "Claim"  string
      column "StorageClass"  string
      column "VolumeAttributesClass"  string
      column "Reason"  string
      column "Age"  string
      column "VolumeMode"  string  priority(1)

    type PersistentVolumeSpec
      accessModes                    [string]
      awsElasticBlockStore           AWSElasticBlockStoreVolumeSource
      azureDisk                      AzureDiskVolumeSource
      azureFile                      AzureFilePersistentVolumeSource
      capacity                       map[quantity]
      cephfs                         CephFSPersistentVolumeSource
      cinder                         CinderPersistentVolumeSource
      claimRef                       ObjectReference
      csi                            CSIPersistentVolumeSource
      fc                             FCVolumeSource
      flexVolume                     FlexPersistentVolumeSource
      flocker                        FlockerVolumeSource
      gcePersistentDisk              GCEPersistentDiskVolumeSource
      glusterfs                      GlusterfsPersistentVolumeSource
      hostPath                       HostPathVolumeSource
      iscsi                          ISCSIPersistentVolumeSource
      local                          LocalVolumeSource
      mountOptions                   [string]
      nfs                            NFSVolumeSource
      nodeAffinity                   VolumeNodeAffinity
      persistentVolumeReclaimPolicy  string                            default(Retain)
          enum(Delete Recycle Retain)
      photonPersistentDisk           PhotonPersistentDiskVolumeSource
      portworxVolume                 PortworxVolumeSource
      quobyte                        QuobyteVolumeSource
      rbd                            RBDPersistentVolumeSource
      scaleIO                        ScaleIOPersistentVolumeSource
      storageClassName               string
      storageos                      StorageOSPersistentVolumeSource
      volumeAttributesClassName      string
      volumeMode                     string                            default(Filesystem)
          enum(Block Filesystem)
      vsphereVolume                  VsphereVirtualDiskVolumeSource

    type AzureFilePersistentVolumeSource
      readOnly         bool
      secretName       string  required
      secretNamespace  string
      shareName        string  required

    type CephFSPersistentVolumeSource
      monitors    [string]         required
      path        string
      readOnly    bool
      secretFile  string
      secretRef   SecretReference
      user        string

    type CinderPersistentVolumeSource
      fsType     string
      readOnly   bool
      secretRef  SecretReference
      volumeID   string           required

    type CSIPersistentVolumeSource
      controllerExpandSecretRef   SecretReference
      controllerPublishSecretRef  SecretReference
      driver                      string           required
      fsType                      string
      nodeExpandSecretRef         SecretReference
      nodePublishSecretRef        SecretReference
      nodeStageSecretRef          SecretReference
      readOnly                    bool
      volumeAttributes            map[string]
      volumeHandle                string           required

    type FlexPersistentVolumeSource
      driver     string           required
      fsType     string
      options    map[string]
      readOnly   bool
      secretRef  SecretReference

    type GlusterfsPersistentVolumeSource
      endpoints           string  required
      endpointsNamespace  string
      path                string  required
      readOnly            bool

    type ISCSIPersistentVolumeSource
      chapAuthDiscovery  bool
      chapAuthSession    bool
      fsType             string
      initiatorName      string
      iqn                string           required
      iscsiInterface     string           default(default)
      lun                int32            required
      portals            [string]
      readOnly           bool
      secretRef          SecretReference
      targetPortal       string           required

    type LocalVolumeSource
      fsType  string
      path    string  required

    type VolumeNodeAffinity
      required  NodeSelector

    type RBDPersistentVolumeSource
      fsType     string
      image      string           required
      keyring    string           default(/etc/ceph/keyring)
      monitors   [string]         required
      pool       string           default(rbd)
      readOnly   bool
      secretRef  SecretReference
      user       string           default(admin)

    type ScaleIOPersistentVolumeSource
      fsType            string           default(xfs)
      gateway           string           required
      protectionDomain  string
      readOnly          bool
      secretRef         SecretReference  required
      sslEnabled        bool
      storageMode       string           default(ThinProvisioned)
      storagePool       string
      system            string           required
      volumeName        string

    type StorageOSPersistentVolumeSource
      fsType           string
      readOnly         bool
      secretRef        ObjectReference
      volumeName       string
      volumeNamespace  string

    type PersistentVolumeStatus
      lastPhaseTransitionTime  time
      message                  string
      phase                    string
      reason                   string
    """#
}
