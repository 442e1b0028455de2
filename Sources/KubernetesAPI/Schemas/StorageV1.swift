extension Schemas {
  static let storageV1 = #"""
    api storage.k8s.io/v1 io.k8s.api.storage.v1

    kind StorageClass plural(storageclasses) short(sc) cluster
        "A kind of storage that volumes can be made of on demand."
      allowVolumeExpansion  bool  "Whether volumes of the class can grow."
      allowedTopologies     [TopologySelectorTerm]  "Where volumes of the class may be made."
      mountOptions          [string]  "Options of the mounts of volumes of the class."
      parameters            map[string]  "Settings for the provisioner."
      provisioner           string  required  "The name of what makes the volumes."
      reclaimPolicy         string  default(Delete) enum(Delete Recycle Retain)
          "What happens to a volume of the class when its claim goes."
      volumeBindingMode     string  default(Immediate) enum(Immediate WaitForFirstConsumer)
          "Whether a claim gets its volume at once, or when a pod that uses it is placed."
      column "Provisioner"  string
      column "ReclaimPolicy"  string
      column "VolumeBindingMode"  string
      column "AllowVolumeExpansion"  string
      column "Age"  string

    kind VolumeAttributesClass plural(volumeattributesclasses) short(vac) cluster
        "Attributes of volumes that can be changed while they are in use."
      driverName  string  required immutable  "The name of the CSI driver."
      parameters  map[string]  immutable  "The attributes, for the driver."
      column "DriverName"  string
      column "Age"  string

    kind CSIDriver cluster  "A driver of volumes that is at work in the cluster."
      spec  CSIDriverSpec  required  "What the driver can do and wants."
      column "AttachRequired"  boolean
      column "PodInfoOnMount"  boolean
      column "StorageCapacity"  boolean
      column "TokenRequests"  string
      column "RequiresRepublish"  boolean
      column "Modes"  string
      column "Age"  string

    type CSIDriverSpec  "What a driver can do and wants."
      attachRequired                      bool  default(true)
          "Whether volumes have to be attached to a node before they are mounted."
      fsGroupPolicy                       string  default(ReadWriteOnceWithFSType)
          enum(File None ReadWriteOnceWithFSType)  "Whether the owner of the files may be changed at mounts."
      nodeAllocatableUpdatePeriodSeconds  int64  min(10)
          "How often the limits of the nodes are asked for anew."
      podInfoOnMount                      bool  default(false)
          "Whether the driver is told of the pod at mounts."
      preventPodSchedulingIfMissing       bool
          "Whether pods with volumes of the driver stay off nodes without it."
      requiresRepublish                   bool  default(false)
          "Whether mounts are refreshed from time to time."
      seLinuxMount                        bool  default(false)
          "Whether the driver supports mounts with an SELinux context."
      serviceAccountTokenInSecrets        bool
          "Whether tokens are passed as secrets and not in the volume's context."
      storageCapacity                     bool  default(false)
          "Whether the scheduler heeds the capacity that the driver reports."
      tokenRequests                       [TokenRequest]
          "The tokens of the pod's service account that the driver wants."
      volumeLifecycleModes                [string]  set  "Persistent, Ephemeral or both."

    type TokenRequest swift(CSITokenRequest)  "Which token of a service account is wanted."
      audience           string  required  "Whom the token is for."
      expirationSeconds  int64  "How long the token is good, in seconds."

    kind CSINode cluster  "The drivers of volumes on a node; its name is the node's."
      spec  CSINodeSpec  required  "The drivers."
      column "Drivers"  integer
      column "Age"  string

    type CSINodeSpec  "The drivers of volumes on a node."
      drivers  [CSINodeDriver]  required list(name) patch(name)  "The drivers, one entry each."

    type CSINodeDriver  "A driver of volumes on a node."
      allocatable   VolumeNodeResources  "How much of the driver the node can take."
      name          string    required  "The name of the driver."
      nodeID        string    required  "What the driver calls the node."
      topologyKeys  [string]  "The labels of the node that tell which volumes it can reach."

    type VolumeNodeResources  "How many volumes a node can take."
      count  int32  "The number of volumes of the driver; no limit when not given."

    kind CSIStorageCapacity plural(csistoragecapacities)
        "How much a driver can still store in a part of the cluster."
      capacity           quantity  "The free capacity."
      maximumVolumeSize  quantity  "The greatest volume that can be made."
      nodeTopology       LabelSelector  immutable  "The nodes that can reach the storage."
      storageClassName   string  required immutable  "The storage class that it is about."
      column "StorageClassName"  string
      column "Capacity"  string
      column "Age"  string

    kind VolumeAttachment cluster subresources(status)
        "The wish to have a volume attached to a node, and how far that is."
      spec    VolumeAttachmentSpec  required  "The volume and the node."
      status  VolumeAttachmentStatus  "How far it is."
      column "Attacher"  string
      column "PV"  string
      column "Node"  string
      column "Attached"  boolean
      column "Age"  string

    type VolumeAttachmentSpec  "Which volume is to be attached to which node."
      attacher  string                  required  "The name of the driver that does it."
      nodeName  string                  required  "The node."
      source    VolumeAttachmentSource  required  "The volume."

    type VolumeAttachmentSource  "The volume to attach; one of the fields is given."
      inlineVolumeSpec      PersistentVolumeSpec  "A volume of a pod's own, as a persistent one would be."
      persistentVolumeName  string  "The name of a PersistentVolume."

    type VolumeAttachmentStatus  "How far an attachment is."
      attachError         VolumeError  "Why it could not be attached."
      attached            bool         required  "Whether the volume is attached."
      attachmentMetadata  map[string]  "What the driver needs to know at mounts."
      detachError         VolumeError  "Why it could not be detached."

    type VolumeError  "What went wrong with a volume."
      errorCode  int32   "The gRPC code of the error."
      message    string  "The error, in words for people."
      time       time    "When it happened."
    """#
}
