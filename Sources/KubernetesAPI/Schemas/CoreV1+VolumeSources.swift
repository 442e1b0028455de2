extension Schemas {
  static let coreV1VolumeSources = #"""
    api v1 io.k8s.api.core.v1

    type Volume
      awsElasticBlockStore   AWSElasticBlockStoreVolumeSource
      azureDisk              AzureDiskVolumeSource
      azureFile              AzureFileVolumeSource
      cephfs                 CephFSVolumeSource
      cinder                 CinderVolumeSource
      configMap              ConfigMapVolumeSource
      csi                    CSIVolumeSource
      downwardAPI            DownwardAPIVolumeSource
      emptyDir               EmptyDirVolumeSource
      ephemeral              EphemeralVolumeSource
      fc                     FCVolumeSource
      flexVolume             FlexVolumeSource
      flocker                FlockerVolumeSource
      gcePersistentDisk      GCEPersistentDiskVolumeSource
      gitRepo                GitRepoVolumeSource
      glusterfs              GlusterfsVolumeSource
      hostPath               HostPathVolumeSource
      image                  ImageVolumeSource
      iscsi                  ISCSIVolumeSource
      name                   string                             required format(dns1123-label)
      nfs                    NFSVolumeSource
      persistentVolumeClaim  PersistentVolumeClaimVolumeSource
      photonPersistentDisk   PhotonPersistentDiskVolumeSource
      portworxVolume         PortworxVolumeSource
      projected              ProjectedVolumeSource
      quobyte                QuobyteVolumeSource
      rbd                    RBDVolumeSource
      scaleIO                ScaleIOVolumeSource
      secret                 SecretVolumeSource
      storageos              StorageOSVolumeSource
      vsphereVolume          VsphereVirtualDiskVolumeSource

    type AWSElasticBlockStoreVolumeSource
      fsType     string
      partition  int32
      readOnly   bool
      volumeID   string  required

    type AzureDiskVolumeSource
      cachingMode  string  default(ReadWrite) enum(None ReadOnly ReadWrite)
      diskName     string  required
      diskURI      string  required
      fsType       string  default(ext4)
      kind         string  default(Shared) enum(Dedicated Managed Shared)
      readOnly     bool    default(false)

    type AzureFileVolumeSource
      readOnly    bool
      secretName  string  required
      shareName   string  required

    type CephFSVolumeSource
      monitors    [string]              required
      path        string
      readOnly    bool
      secretFile  string
      secretRef   LocalObjectReference
      user        string

    type CinderVolumeSource
      fsType     string
      readOnly   bool
      secretRef  LocalObjectReference
      volumeID   string                required

    type ConfigMapVolumeSource
      defaultMode  int32        default(420) min(0) max(511)
      items        [KeyToPath]
      name         string
      optional     bool

    type KeyToPath
      key   string  required
      mode  int32   min(0) max(511)
      path  string  required

    type CSIVolumeSource
      driver                string                required
      fsType                string
      nodePublishSecretRef  LocalObjectReference
      readOnly              bool
      volumeAttributes      map[string]

    type DownwardAPIVolumeSource
      defaultMode  int32                    default(420) min(0) max(511)
      items        [DownwardAPIVolumeFile]

    type DownwardAPIVolumeFile
      fieldRef          ObjectFieldSelector
      mode              int32                  min(0) max(511)
      path              string                 required
      resourceFieldRef  ResourceFieldSelector

    type ObjectFieldSelector atomic
      apiVersion  string  default(v1)
      fieldPath   string  required

    type ResourceFieldSelector atomic
      containerName  string
      divisor        quantity  default(0)
      resource       string    required

    type EmptyDirVolumeSource
      medium     string
      sizeLimit  quantity

    type EphemeralVolumeSource
      volumeClaimTemplate  PersistentVolumeClaimTemplate

    type PersistentVolumeClaimTemplate
      metadata  ObjectMeta
      spec      PersistentVolumeClaimSpec  required

    type FCVolumeSource
      fsType      string
      lun         int32
      readOnly    bool
      targetWWNs  [string]
      wwids       [string]

    type FlexVolumeSource
      driver     string                required
      fsType     string
      options    map[string]
      readOnly   bool
      secretRef  LocalObjectReference

    type FlockerVolumeSource
      datasetName  string
      datasetUUID  string

    type GCEPersistentDiskVolumeSource
      fsType     string
      partition  int32
      pdName     string  required
      readOnly   bool

    type GitRepoVolumeSource
      directory   string
      repository  string  required
      revision    string

    type GlusterfsVolumeSource
      endpoints  string  required
      path       string  required
      readOnly   bool

    type HostPathVolumeSource
      path  string  required
      type  string  default()

    type ImageVolumeSource
      pullPolicy  string  enum(Always Never IfNotPresent)
      reference   string

    type ISCSIVolumeSource
      chapAuthDiscovery  bool
      chapAuthSession    bool
      fsType             string
      initiatorName      string
      iqn                string                required
      iscsiInterface     string                default(default)
      lun                int32                 required
      portals            [string]
      readOnly           bool
      secretRef          LocalObjectReference
      targetPortal       string                required

    type NFSVolumeSource
      path      string  required
      readOnly  bool
      server    string  required

    type PersistentVolumeClaimVolumeSource
      claimName  string  required
      readOnly   bool

    type PhotonPersistentDiskVolumeSource
      fsType  string
      pdID    string  required

    type PortworxVolumeSource
      fsType    string
      readOnly  bool
      volumeID  string  required

    type ProjectedVolumeSource
      defaultMode  int32               default(420) min(0) max(511)
      sources      [VolumeProjection]

    type VolumeProjection
      clusterTrustBundle   ClusterTrustBundleProjection
      configMap            ConfigMapProjection
      downwardAPI          DownwardAPIProjection
      podCertificate       PodCertificateProjection
      secret               SecretProjection
      serviceAccountToken  ServiceAccountTokenProjection

    type ClusterTrustBundleProjection
      labelSelector  LabelSelector
      name           string
      optional       bool
      path           string         required
      signerName     string

    type ConfigMapProjection
      items     [KeyToPath]
      name      string
      optional  bool

    type DownwardAPIProjection
      items  [DownwardAPIVolumeFile]

    type PodCertificateProjection
      certificateChainPath  string
      credentialBundlePath  string
      keyPath               string
      keyType               string       required
      maxExpirationSeconds  int32
      signerName            string       required
      userAnnotations       map[string]

    type SecretProjection
      items     [KeyToPath]
      name      string
      optional  bool

    type ServiceAccountTokenProjection
      audience           string
      expirationSeconds  int64   default(3600) min(600)
      path               string  required

    type QuobyteVolumeSource
      group     string
      readOnly  bool
      registry  string  required
      tenant    string
      user      string
      volume    string  required

    type RBDVolumeSource
      fsType     string
      image      string                required
      keyring    string                default(/etc/ceph/keyring)
      monitors   [string]              required
      pool       string                default(rbd)
      readOnly   bool
      secretRef  LocalObjectReference
      user       string                default(admin)

    type ScaleIOVolumeSource
      fsType            string                default(xfs)
      gateway           string                required
      protectionDomain  string
      readOnly          bool
      secretRef         LocalObjectReference  required
      sslEnabled        bool
      storageMode       string                default(ThinProvisioned)
      storagePool       string
      system            string                required
      volumeName        string

    type SecretVolumeSource
      defaultMode  int32        default(420) min(0) max(511)
      items        [KeyToPath]
      optional     bool
      secretName   string

    type StorageOSVolumeSource
      fsType           string
      readOnly         bool
      secretRef        LocalObjectReference
      volumeName       string
      volumeNamespace  string

    type VsphereVirtualDiskVolumeSource
      fsType             string
      storagePolicyID    string
      storagePolicyName  string
      volumePath         string  required

    type PersistentVolumeClaimSpec
      accessModes                [string]                    max-items(16)
      dataSource                 TypedLocalObjectReference
      dataSourceRef              TypedObjectReference
      resources                  VolumeResourceRequirements  default({})
      selector                   LabelSelector
      storageClassName           string
      volumeAttributesClassName  string
      volumeMode                 string                      default(Filesystem) enum(Block Filesystem)
      volumeName                 string

    type VolumeResourceRequirements
      limits    map[quantity]
      requests  map[quantity]
    """#
}
