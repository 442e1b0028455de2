extension Schemas {
  static let coreV1PersistentVolume = #"""
    api v1 io.k8s.api.core.v1

    kind PersistentVolume short(pv) cluster subresources(status)
        "A piece of storage in the cluster, made by an administrator or a provisioner."
      spec    PersistentVolumeSpec  "What the volume is."
      status  PersistentVolumeStatus  "Whether it is in use."
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

    type PersistentVolumeSpec  "What a volume is; exactly one source is given."
      accessModes                    [string]  "The ways in which the volume can be mounted."
      awsElasticBlockStore           AWSElasticBlockStoreVolumeSource
          "An EBS volume of AWS; superseded by its CSI driver."
      azureDisk                      AzureDiskVolumeSource
          "A data disk of Azure; superseded by its CSI driver."
      azureFile                      AzureFilePersistentVolumeSource
          "A file share of Azure; superseded by its CSI driver."
      capacity                       map[quantity]  "The size of the volume, by resource."
      cephfs                         CephFSPersistentVolumeSource
          "A CephFS file system; not supported any more."
      cinder                         CinderPersistentVolumeSource
          "A Cinder volume of OpenStack; superseded by its CSI driver."
      claimRef                       ObjectReference  "The claim that the volume is bound to."
      csi                            CSIPersistentVolumeSource  "A volume of a CSI driver."
      fc                             FCVolumeSource  "A Fibre Channel disk."
      flexVolume                     FlexPersistentVolumeSource
          "A volume of a FlexVolume driver; superseded by CSI."
      flocker                        FlockerVolumeSource  "A Flocker volume; not supported any more."
      gcePersistentDisk              GCEPersistentDiskVolumeSource
          "A persistent disk of Google Cloud; superseded by its CSI driver."
      glusterfs                      GlusterfsPersistentVolumeSource
          "A GlusterFS volume; not supported any more."
      hostPath                       HostPathVolumeSource
          "A folder of a node, for tests on a single node."
      iscsi                          ISCSIPersistentVolumeSource  "An iSCSI disk."
      local                          LocalVolumeSource  "A disk or folder of one node."
      mountOptions                   [string]  "Options of the mount."
      nfs                            NFSVolumeSource  "A folder that an NFS server exports."
      nodeAffinity                   VolumeNodeAffinity  "The nodes that can reach the volume."
      persistentVolumeReclaimPolicy  string                            default(Retain)
          enum(Delete Recycle Retain)  "What happens to the volume when its claim goes."
      photonPersistentDisk           PhotonPersistentDiskVolumeSource
          "A disk of Photon Controller; not supported any more."
      portworxVolume                 PortworxVolumeSource
          "A Portworx volume; superseded by its CSI driver."
      quobyte                        QuobyteVolumeSource  "A Quobyte volume; not supported any more."
      rbd                            RBDPersistentVolumeSource
          "A Ceph block device; not supported any more."
      scaleIO                        ScaleIOPersistentVolumeSource
          "A ScaleIO volume; not supported any more."
      storageClassName               string  "The storage class of the volume; empty for none."
      storageos                      StorageOSPersistentVolumeSource
          "A StorageOS volume; not supported any more."
      volumeAttributesClassName      string  "The class of attributes of the volume."
      volumeMode                     string                            default(Filesystem)
          enum(Block Filesystem)  "Whether the volume is a file system or a bare device."
      vsphereVolume                  VsphereVirtualDiskVolumeSource
          "A vSphere disk; superseded by its CSI driver."

    type AzureFilePersistentVolumeSource  "A file share of Azure."
      readOnly         bool  "Mounts the volume for reading only."
      secretName       string  required  "The Secret with the name and the key of the storage account."
      secretNamespace  string  "The namespace of the Secret; that of the claim when not given."
      shareName        string  required  "The name of the share."

    type CephFSPersistentVolumeSource  "A CephFS file system."
      monitors    [string]         required  "The Ceph monitors."
      path        string  "The root of the mounted tree; / when not given."
      readOnly    bool  "Mounts the volume for reading only."
      secretFile  string  "The path of the file with the key of the user."
      secretRef   SecretReference  "The Secret with the credentials."
      user        string  "The Ceph user; admin when not given."

    type CinderPersistentVolumeSource  "A Cinder volume of OpenStack."
      fsType     string  "The file system of the volume, such as ext4."
      readOnly   bool  "Mounts the volume for reading only."
      secretRef  SecretReference  "The Secret with the credentials."
      volumeID   string           required  "The identifier of the volume."

    type CSIPersistentVolumeSource  "A volume of a CSI driver."
      controllerExpandSecretRef   SecretReference  "The Secret for growing the volume."
      controllerPublishSecretRef  SecretReference  "The Secret for attaching and detaching the volume."
      driver                      string           required  "The name of the driver."
      fsType                      string  "The file system of the volume, such as ext4."
      nodeExpandSecretRef         SecretReference  "The Secret for growing the volume on the node."
      nodePublishSecretRef        SecretReference  "The Secret for mounting the volume."
      nodeStageSecretRef          SecretReference  "The Secret for preparing the volume on the node."
      readOnly                    bool  "Mounts the volume for reading only."
      volumeAttributes            map[string]  "Settings for the driver."
      volumeHandle                string           required
          "The identifier that the driver knows the volume by."

    type FlexPersistentVolumeSource  "A volume of a FlexVolume driver."
      driver     string           required  "The name of the driver."
      fsType     string  "The file system of the volume, such as ext4."
      options    map[string]  "Settings for the driver."
      readOnly   bool  "Mounts the volume for reading only."
      secretRef  SecretReference  "The Secret with the credentials."

    type GlusterfsPersistentVolumeSource  "A GlusterFS volume."
      endpoints           string  required  "The Endpoints object with the addresses of the servers."
      endpointsNamespace  string  "The namespace of that object."
      path                string  required  "The name of the volume."
      readOnly            bool  "Mounts the volume for reading only."

    type ISCSIPersistentVolumeSource  "An iSCSI disk."
      chapAuthDiscovery  bool  "Whether discovery is authenticated by CHAP."
      chapAuthSession    bool  "Whether the session is authenticated by CHAP."
      fsType             string  "The file system of the volume, such as ext4."
      initiatorName      string  "The name of the initiator, if not the interface's own."
      iqn                string           required  "The qualified name of the target."
      iscsiInterface     string           default(default)  "The interface that the initiator uses."
      lun                int32            required  "The number of the logical unit."
      portals            [string]  "Further addresses of the target."
      readOnly           bool  "Mounts the volume for reading only."
      secretRef          SecretReference  "The Secret with the credentials."
      targetPortal       string           required  "The address of the target."

    type LocalVolumeSource  "A disk or folder of one node."
      fsType  string  "The file system of the volume, such as ext4."
      path    string  required  "The path on the node."

    type VolumeNodeAffinity  "The nodes that can reach a volume."
      required  NodeSelector  "Terms of which a node must match one."

    type RBDPersistentVolumeSource  "A Ceph block device."
      fsType     string  "The file system of the volume, such as ext4."
      image      string           required  "The name of the image."
      keyring    string           default(/etc/ceph/keyring)  "The path of the key ring."
      monitors   [string]         required  "The Ceph monitors."
      pool       string           default(rbd)  "The pool of the image."
      readOnly   bool  "Mounts the volume for reading only."
      secretRef  SecretReference  "The Secret with the credentials."
      user       string           default(admin)  "The Ceph user."

    type ScaleIOPersistentVolumeSource  "A ScaleIO volume."
      fsType            string           default(xfs)  "The file system of the volume, such as ext4."
      gateway           string           required  "The address of the gateway."
      protectionDomain  string  "The protection domain."
      readOnly          bool  "Mounts the volume for reading only."
      secretRef         SecretReference  required  "The Secret with the credentials."
      sslEnabled        bool  "Whether the gateway is spoken to through TLS."
      storageMode       string           default(ThinProvisioned)
          "Whether space is taken at once or as it is needed."
      storagePool       string  "The storage pool."
      system            string           required  "The storage system."
      volumeName        string  "The name of the volume."

    type StorageOSPersistentVolumeSource  "A StorageOS volume."
      fsType           string  "The file system of the volume, such as ext4."
      readOnly         bool  "Mounts the volume for reading only."
      secretRef        ObjectReference  "The Secret with the credentials."
      volumeName       string  "The name of the volume."
      volumeNamespace  string  "The StorageOS namespace of the volume."

    type PersistentVolumeStatus  "Whether a volume is in use."
      lastPhaseTransitionTime  time  "When the phase last changed."
      message                  string  "Why it is in its phase, in words for people."
      phase                    string  "Pending, Available, Bound, Released or Failed."
      reason                   string  "Why it is in its phase, in one word."

    type TopologySelectorTerm atomic  "A part of the cluster: labels that all must match."
      matchLabelExpressions  [TopologySelectorLabelRequirement]  "The labels."

    type TopologySelectorLabelRequirement  "A label with the values that it may have."
      key     string    required  "The name of the label."
      values  [string]  required  "The values of which it must have one."
    """#
}
