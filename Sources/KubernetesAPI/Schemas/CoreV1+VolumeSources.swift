extension Schemas {
  static let coreV1VolumeSources = #"""
    api v1 io.k8s.api.core.v1

    type Volume  "A named volume of a pod that its containers can mount; exactly one source is given."
      awsElasticBlockStore   AWSElasticBlockStoreVolumeSource
          "An EBS volume of AWS; superseded by its CSI driver."
      azureDisk              AzureDiskVolumeSource
          "A data disk of Azure; superseded by its CSI driver."
      azureFile              AzureFileVolumeSource
          "A file share of Azure; superseded by its CSI driver."
      cephfs                 CephFSVolumeSource  "A CephFS file system; not supported any more."
      cinder                 CinderVolumeSource
          "A Cinder volume of OpenStack; superseded by its CSI driver."
      configMap              ConfigMapVolumeSource  "The keys of a ConfigMap as files."
      csi                    CSIVolumeSource  "A volume that a CSI driver makes for the pod."
      downwardAPI            DownwardAPIVolumeSource  "Facts about the pod as files."
      emptyDir               EmptyDirVolumeSource
          "An empty folder that lives as long as the pod is on its node."
      ephemeral              EphemeralVolumeSource
          "A volume that is claimed for the pod and goes with it."
      fc                     FCVolumeSource  "A Fibre Channel disk."
      flexVolume             FlexVolumeSource  "A volume of a FlexVolume driver; superseded by CSI."
      flocker                FlockerVolumeSource  "A Flocker volume; not supported any more."
      gcePersistentDisk      GCEPersistentDiskVolumeSource
          "A persistent disk of Google Cloud; superseded by its CSI driver."
      gitRepo                GitRepoVolumeSource
          "A clone of a git repository; use an init container instead."
      glusterfs              GlusterfsVolumeSource  "A GlusterFS volume; not supported any more."
      hostPath               HostPathVolumeSource
          "A file or folder of the node itself; a danger to the node if misused."
      image                  ImageVolumeSource  "The files of a container image or OCI artifact."
      iscsi                  ISCSIVolumeSource  "An iSCSI disk."
      name                   string                             required format(dns1123-label)
          "The name that mounts refer to, unique in the pod."
      nfs                    NFSVolumeSource  "A folder that an NFS server exports."
      persistentVolumeClaim  PersistentVolumeClaimVolumeSource
          "The volume bound to a PersistentVolumeClaim of the same namespace."
      photonPersistentDisk   PhotonPersistentDiskVolumeSource
          "A disk of Photon Controller; not supported any more."
      portworxVolume         PortworxVolumeSource  "A Portworx volume; superseded by its CSI driver."
      projected              ProjectedVolumeSource  "Several sources in one folder."
      quobyte                QuobyteVolumeSource  "A Quobyte volume; not supported any more."
      rbd                    RBDVolumeSource  "A Ceph block device; not supported any more."
      scaleIO                ScaleIOVolumeSource  "A ScaleIO volume; not supported any more."
      secret                 SecretVolumeSource  "The keys of a Secret as files."
      storageos              StorageOSVolumeSource  "A StorageOS volume; not supported any more."
      vsphereVolume          VsphereVirtualDiskVolumeSource
          "A vSphere disk; superseded by its CSI driver."

    type AWSElasticBlockStoreVolumeSource  "An EBS volume of AWS."
      fsType     string  "The file system of the volume, such as ext4."
      partition  int32  "The partition to mount; 0 or none for the whole volume."
      readOnly   bool  "Mounts the volume for reading only."
      volumeID   string  required  "The identifier of the EBS volume."

    type AzureDiskVolumeSource  "A data disk of Azure."
      cachingMode  string  default(ReadWrite) enum(None ReadOnly ReadWrite)
          "How the host caches the disk."
      diskName     string  required  "The name of the disk in the blob storage."
      diskURI      string  required  "The URI of the disk in the blob storage."
      fsType       string  default(ext4)  "The file system of the volume, such as ext4."
      kind         string  default(Shared) enum(Dedicated Managed Shared)
          "Whether the disk is one of several in a storage account, the only one, or a managed one."
      readOnly     bool    default(false)  "Mounts the volume for reading only."

    type AzureFileVolumeSource  "A file share of Azure."
      readOnly    bool  "Mounts the volume for reading only."
      secretName  string  required  "The Secret with the name and the key of the storage account."
      shareName   string  required  "The name of the share."

    type CephFSVolumeSource  "A CephFS file system."
      monitors    [string]              required  "The Ceph monitors."
      path        string  "The root of the mounted tree; / when not given."
      readOnly    bool  "Mounts the volume for reading only."
      secretFile  string  "The path of the file with the key of the user."
      secretRef   LocalObjectReference  "The Secret with the credentials."
      user        string  "The Ceph user; admin when not given."

    type CinderVolumeSource  "A Cinder volume of OpenStack."
      fsType     string  "The file system of the volume, such as ext4."
      readOnly   bool  "Mounts the volume for reading only."
      secretRef  LocalObjectReference  "The Secret with the credentials."
      volumeID   string                required  "The identifier of the volume."

    type ConfigMapVolumeSource  "The keys of a ConfigMap as files."
      defaultMode  int32        default(420) min(0) max(511)
          "The mode bits of the files, unless an item says otherwise."
      items        [KeyToPath]
          "The keys to show and their paths; all keys, under their own names, when not given."
      name         string  "The name of the ConfigMap."
      optional     bool  "Whether the source, or the key in it, may be missing."

    type KeyToPath  "Shows a key as a file."
      key   string  required  "The key."
      mode  int32   min(0) max(511)  "The mode bits of the file."
      path  string  required  "The path of the file in the volume; relative, without '..'."

    type CSIVolumeSource  "A volume that a CSI driver makes for a pod."
      driver                string                required  "The name of the driver."
      fsType                string  "The file system of the volume, such as ext4."
      nodePublishSecretRef  LocalObjectReference
          "The Secret passed to the driver when the volume is mounted."
      readOnly              bool  "Mounts the volume for reading only."
      volumeAttributes      map[string]  "Settings for the driver."

    type DownwardAPIVolumeSource  "Facts about the pod as files."
      defaultMode  int32                    default(420) min(0) max(511)
          "The mode bits of the files, unless an item says otherwise."
      items        [DownwardAPIVolumeFile]  "The files."

    type DownwardAPIVolumeFile  "One fact about the pod as a file."
      fieldRef          ObjectFieldSelector  "A field of the pod."
      mode              int32                  min(0) max(511)  "The mode bits of the file."
      path              string                 required
          "The path of the file in the volume; relative, without '..'."
      resourceFieldRef  ResourceFieldSelector  "A resource amount of a container."

    type ObjectFieldSelector atomic  "A field of the pod."
      apiVersion  string  default(v1)  "The version of the API that the path is written in."
      fieldPath   string  required  "The path, such as metadata.labels['app'] or status.podIP."

    type ResourceFieldSelector atomic  "A resource amount of a container."
      containerName  string
          "The container; needed in volumes, by default the container itself in its environment."
      divisor        quantity  default(0)  "The unit that the amount is given in; 0 stands for 1."
      resource       string    required  "The amount, such as limits.cpu."

    type EmptyDirVolumeSource  "An empty folder that lives as long as the pod is on its node."
      medium     string
          "Where the files are kept: on the node's disk by default, in memory with Memory, in huge"
          "pages with HugePages."
      sizeLimit  quantity  "The greatest size that the folder may have."

    type EphemeralVolumeSource  "A volume that is claimed for a pod and goes with it."
      volumeClaimTemplate  PersistentVolumeClaimTemplate
          "The claim to make; its name is that of the pod, a dash and that of the volume."

    type PersistentVolumeClaimTemplate  "A claim to be made."
      metadata  ObjectMeta  "Labels and annotations of the claim."
      spec      PersistentVolumeClaimSpec  required  "What the claim asks for."

    type FCVolumeSource  "A Fibre Channel disk."
      fsType      string  "The file system of the volume, such as ext4."
      lun         int32  "The number of the logical unit."
      readOnly    bool  "Mounts the volume for reading only."
      targetWWNs  [string]  "The world-wide names of the target."
      wwids       [string]  "World-wide identifiers of the disk, in place of target and unit."

    type FlexVolumeSource  "A volume of a FlexVolume driver."
      driver     string                required  "The name of the driver."
      fsType     string  "The file system of the volume, such as ext4."
      options    map[string]  "Settings for the driver."
      readOnly   bool  "Mounts the volume for reading only."
      secretRef  LocalObjectReference  "The Secret with the credentials."

    type FlockerVolumeSource  "A Flocker volume."
      datasetName  string  "The name of the dataset."
      datasetUUID  string  "The identifier of the dataset."

    type GCEPersistentDiskVolumeSource  "A persistent disk of Google Cloud."
      fsType     string  "The file system of the volume, such as ext4."
      partition  int32  "The partition to mount; 0 or none for the whole disk."
      pdName     string  required  "The name of the disk."
      readOnly   bool  "Mounts the volume for reading only."

    type GitRepoVolumeSource  "A clone of a git repository."
      directory   string  "The folder to clone into; '.' for the volume itself."
      repository  string  required  "The URL of the repository."
      revision    string  "The commit to check out."

    type GlusterfsVolumeSource  "A GlusterFS volume."
      endpoints  string  required  "The Endpoints object with the addresses of the servers."
      path       string  required  "The name of the volume."
      readOnly   bool  "Mounts the volume for reading only."

    type HostPathVolumeSource  "A file or folder of the node."
      path  string  required  "The path on the node."
      type  string  default()
          "What must be there, or is made: Directory, DirectoryOrCreate, File, FileOrCreate, Socket,"
          "CharDevice, BlockDevice; empty for no check."

    type ImageVolumeSource  "The files of a container image or OCI artifact."
      pullPolicy  string  enum(Always Never IfNotPresent)
          "When the image is pulled; Always for the tag latest, otherwise IfNotPresent."
      reference   string  "The image."

    type ISCSIVolumeSource  "An iSCSI disk."
      chapAuthDiscovery  bool  "Whether discovery is authenticated by CHAP."
      chapAuthSession    bool  "Whether the session is authenticated by CHAP."
      fsType             string  "The file system of the volume, such as ext4."
      initiatorName      string  "The name of the initiator, if not the interface's own."
      iqn                string                required  "The qualified name of the target."
      iscsiInterface     string                default(default)
          "The interface that the initiator uses."
      lun                int32                 required  "The number of the logical unit."
      portals            [string]  "Further addresses of the target."
      readOnly           bool  "Mounts the volume for reading only."
      secretRef          LocalObjectReference  "The Secret with the credentials."
      targetPortal       string                required  "The address of the target."

    type NFSVolumeSource  "A folder that an NFS server exports."
      path      string  required  "The path that the server exports."
      readOnly  bool  "Mounts the volume for reading only."
      server    string  required  "The name or address of the server."

    type PersistentVolumeClaimVolumeSource  "The volume bound to a PersistentVolumeClaim."
      claimName  string  required  "The name of the claim, in the pod's namespace."
      readOnly   bool  "Mounts the volume for reading only."

    type PhotonPersistentDiskVolumeSource  "A disk of Photon Controller."
      fsType  string  "The file system of the volume, such as ext4."
      pdID    string  required  "The identifier of the disk."

    type PortworxVolumeSource  "A Portworx volume."
      fsType    string  "The file system of the volume, such as ext4."
      readOnly  bool  "Mounts the volume for reading only."
      volumeID  string  required  "The identifier of the volume."

    type ProjectedVolumeSource  "Several sources in one folder."
      defaultMode  int32               default(420) min(0) max(511)
          "The mode bits of the files, unless an item says otherwise."
      sources      [VolumeProjection]  "The sources, whose paths must not collide."

    type VolumeProjection  "One source of a projected volume; exactly one field is given."
      clusterTrustBundle   ClusterTrustBundleProjection  "Certificates of trusted authorities."
      configMap            ConfigMapProjection  "Keys of a ConfigMap."
      downwardAPI          DownwardAPIProjection  "Facts about the pod."
      podCertificate       PodCertificateProjection  "A key and a certificate made for the pod."
      secret               SecretProjection  "Keys of a Secret."
      serviceAccountToken  ServiceAccountTokenProjection  "A token of the pod's service account."

    type ClusterTrustBundleProjection  "Certificates of trusted authorities in one file."
      labelSelector  LabelSelector  "Chooses the bundles of a signer."
      name           string  "The name of one bundle."
      optional       bool  "Whether the source, or the key in it, may be missing."
      path           string         required  "The path of the file."
      signerName     string  "The signer whose bundles are taken."

    type ConfigMapProjection  "Keys of a ConfigMap as files."
      items     [KeyToPath]  "The keys and their paths; all when not given."
      name      string  "The name of the ConfigMap."
      optional  bool  "Whether the source, or the key in it, may be missing."

    type DownwardAPIProjection  "Facts about the pod as files."
      items  [DownwardAPIVolumeFile]  "The files."

    type PodCertificateProjection  "A key and a certificate that a signer issued to the pod."
      certificateChainPath  string  "The path of a file with the certificates alone."
      credentialBundlePath  string  "The path of a file with the key and the certificates."
      keyPath               string  "The path of a file with the key alone."
      keyType               string       required
          "The kind of key: RSA3072, RSA4096, ECDSAP256, ECDSAP384, ECDSAP521 or ED25519."
      maxExpirationSeconds  int32
          "The longest life that the certificate may have; a day when not given."
      signerName            string       required  "The signer that is asked."
      userAnnotations       map[string]  "Notes that are passed on to the signer."

    type SecretProjection  "Keys of a Secret as files."
      items     [KeyToPath]  "The keys and their paths; all when not given."
      name      string  "The name of the Secret."
      optional  bool  "Whether the source, or the key in it, may be missing."

    type ServiceAccountTokenProjection
        "A token of the pod's service account in a file, renewed before it expires."
      audience           string  "Who the token is meant for; the API server when not given."
      expirationSeconds  int64   default(3600) min(600)  "How long the token is valid."
      path               string  required  "The path of the file."

    type QuobyteVolumeSource  "A Quobyte volume."
      group     string  "The group that the volume is mounted for."
      readOnly  bool  "Mounts the volume for reading only."
      registry  string  required  "The registry services."
      tenant    string  "The tenant that owns the volume."
      user      string  "The user that the volume is mounted for."
      volume    string  required  "The name of the volume."

    type RBDVolumeSource  "A Ceph block device."
      fsType     string  "The file system of the volume, such as ext4."
      image      string                required  "The name of the image."
      keyring    string                default(/etc/ceph/keyring)  "The path of the key ring."
      monitors   [string]              required  "The Ceph monitors."
      pool       string                default(rbd)  "The pool of the image."
      readOnly   bool  "Mounts the volume for reading only."
      secretRef  LocalObjectReference  "The Secret with the credentials."
      user       string                default(admin)  "The Ceph user."

    type ScaleIOVolumeSource  "A ScaleIO volume."
      fsType            string                default(xfs)
          "The file system of the volume, such as ext4."
      gateway           string                required  "The address of the gateway."
      protectionDomain  string  "The protection domain."
      readOnly          bool  "Mounts the volume for reading only."
      secretRef         LocalObjectReference  required  "The Secret with the credentials."
      sslEnabled        bool  "Whether the gateway is spoken to through TLS."
      storageMode       string                default(ThinProvisioned)
          "Whether space is taken at once or as it is needed."
      storagePool       string  "The storage pool."
      system            string                required  "The storage system."
      volumeName        string  "The name of the volume."

    type SecretVolumeSource  "The keys of a Secret as files."
      defaultMode  int32        default(420) min(0) max(511)
          "The mode bits of the files, unless an item says otherwise."
      items        [KeyToPath]
          "The keys to show and their paths; all keys, under their own names, when not given."
      optional     bool  "Whether the source, or the key in it, may be missing."
      secretName   string  "The name of the Secret."

    type StorageOSVolumeSource  "A StorageOS volume."
      fsType           string  "The file system of the volume, such as ext4."
      readOnly         bool  "Mounts the volume for reading only."
      secretRef        LocalObjectReference  "The Secret with the credentials."
      volumeName       string  "The name of the volume."
      volumeNamespace  string  "The StorageOS namespace of the volume."

    type VsphereVirtualDiskVolumeSource  "A vSphere disk."
      fsType             string  "The file system of the volume, such as ext4."
      storagePolicyID    string  "The identifier of the storage policy."
      storagePolicyName  string  "The name of the storage policy."
      volumePath         string  required  "The path of the disk."

    type PersistentVolumeClaimSpec  "What a claim asks for."
      accessModes                [string]                    max-items(16)
          "How the volume is to be mounted: ReadWriteOnce, ReadOnlyMany, ReadWriteMany,"
          "ReadWriteOncePod."
      dataSource                 TypedLocalObjectReference
          "What the volume is filled from: a claim or a snapshot of the same namespace."
      dataSourceRef              TypedObjectReference
          "What the volume is filled from: an object of any kind."
      resources                  VolumeResourceRequirements  default({})
          "The least and the greatest size."
      selector                   LabelSelector  "Chooses among the volumes there are."
      storageClassName           string
          "The storage class; absent for the default one, empty for none."
      volumeAttributesClassName  string  "The class of attributes that the volume should have."
      volumeMode                 string                      default(Filesystem) enum(Block Filesystem)
          "Whether the volume is a file system or a bare device."
      volumeName                 string  "The volume that the claim is bound to."

    type VolumeResourceRequirements  "Amounts of storage."
      limits    map[quantity]  "The greatest amounts."
      requests  map[quantity]  "The least amounts."
    """#
}
