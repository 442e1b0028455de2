import APIMachinery
import CloudModel
import ControllerRuntime
import KubernetesAPI

/// What a claim and its class ask of EBS.
struct VolumeOrder {
  private let claim: PersistentVolumeClaim
  private let kind: StorageClass

  init(_ claim: PersistentVolumeClaim, _ kind: StorageClass) {
    self.claim = claim
    self.kind = kind
  }

  /// Kubernetes: `pvc-` and the claim's UID, so that one claim never gets two volumes.
  var volumeName: String { "pvc-\(claim.metadata.uid ?? "")" }

  /// Where a volume is made.
  struct Place: Hashable {
    var zone: String
    var region: String
  }

  // MARK: - The zone

  /// The zone of the pod's node; without one, a zone of the cluster's nodes.
  ///
  /// - Throws: ``ProvisioningError`` when EBS cannot make such a volume, or there.
  func place(_ context: ReconcileContext) throws -> Place {
    try check()
    if let name = claim.selectedNode {
      guard let node = context.cache.get(Node.self, ObjectKey(name: name)),
        context.cache.get(CSINode.self, node.key) != nil, let place = Self.place(of: node)
      else {
        throw ProvisioningError(
          message:
            "error generating accessibility requirements: no topology key found on CSINode \(name)",
          isForOtherNode: true)
      }
      return place
    }
    let places = Set(
      context.cache.list(Node.self).filter { node in
        context.cache.get(CSINode.self, node.key) != nil && kind.allows(node.metadata.labels)
      }.compactMap(Self.place(of:)))
    let sorted = places.sorted { $0.zone < $1.zone }
    guard !sorted.isEmpty else {
      throw ProvisioningError(
        message: "error generating accessibility requirements: no available topology found")
    }
    return sorted[Self.spread(claim.metadata.name ?? "") % sorted.count]
  }

  private static func place(of node: Node) -> Place? {
    let labels = node.metadata.labels
    guard let zone = labels[EBSDriver.zoneLabel] else { return nil }
    return Place(zone: zone, region: labels[EBSDriver.regionLabel] ?? "")
  }

  /// A number of a claim's name; those of a StatefulSet's pods follow each other, so that their zones do.
  ///
  /// Kubernetes: `external-provisioner getPVCNameHashAndIndexOffset`.
  static func spread(_ name: String) -> Int {
    var base = Substring(name)
    var offset = 0
    if let dash = name.lastIndex(of: "-"), let number = Int(name[name.index(after: dash)...]), number >= 0 {
      base = name[..<dash]
      offset = number
    }
    let hash = base.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return Int(hash) + offset
  }

  // MARK: - What EBS can make

  /// EBS CSI: the types of volumes, and those that several nodes can use at once.
  private static let types: Set<String> = [
    "gp2", "gp3", "io1", "io2", "sc1", "st1", "standard", "sbg1", "sbp1",
  ]

  private var type: String { kind.parameters["type"] ?? kind.parameters["Type"] ?? "gp3" }

  private func check() throws(ProvisioningError) {
    guard Self.types.contains(type) else {
      throw ProvisioningError(
        message:
          "rpc error: code = InvalidArgument desc = Could not create volume: invalid AWS VolumeType \"\(type)\""
      )
    }
    let isShared = claim.spec.accessModes.contains { $0 == "ReadWriteMany" || $0 == "ReadOnlyMany" }
    let canBeShared = type == "io2" && claim.spec.volumeMode == "Block"
    if isShared, !canBeShared {
      throw ProvisioningError(
        message:
          "rpc error: code = InvalidArgument desc = Volume capabilities MULTI_NODE_MULTI_WRITER not supported. Only "
          + "AccessModes[ReadWriteOnce] supported.")
    }
  }

  /// The size that EBS gives: whole GiB.
  static func granted(_ size: Quantity) -> Quantity {
    let unit: Int64 = 1 << 30
    return Quantity(max(1, (size.value + unit - 1) / unit) * unit, format: .binarySI)
  }

  // MARK: - The volume

  private var fileSystem: String {
    kind.parameters["csi.storage.k8s.io/fstype"] ?? kind.parameters["fsType"] ?? "ext4"
  }

  /// The volume as it stands in the API. A class of the driver that was part of Kubernetes gives volumes of the old kind.
  func volume(in place: Place) -> PersistentVolume {
    let handle = CloudIdentifier.other("vol", token: claim.metadata.uid ?? "")
    return PersistentVolume {
      $0.metadata.name = volumeName
      $0.metadata.annotations[VolumeAnnotation.provisionedBy] = EBSDriver.name
      $0.metadata.finalizers = [VolumeFinalizer.provisioner]
      $0.spec.capacity = ["storage": Self.granted(claim.requestedSize)]
      $0.spec.accessModes = claim.spec.accessModes
      $0.spec.volumeMode = claim.spec.volumeMode ?? "Filesystem"
      $0.spec.storageClassName = claim.className
      $0.spec.mountOptions = kind.mountOptions
      $0.spec.persistentVolumeReclaimPolicy = kind.reclaimPolicy ?? "Delete"
      $0.spec.volumeAttributesClassName = claim.spec.volumeAttributesClassName
      $0.spec.claimRef = claim.reference
      $0.spec.nodeAffinity = Self.affinity(place)
      if kind.provisioner == EBSDriver.name {
        $0.spec.csi = CSIPersistentVolumeSource {
          $0.driver = EBSDriver.name
          $0.volumeHandle = handle
          if claim.spec.volumeMode != "Block" { $0.fsType = fileSystem }
        }
      } else {
        $0.spec.awsElasticBlockStore = AWSElasticBlockStoreVolumeSource {
          $0.volumeID = handle
          $0.fsType = fileSystem
        }
      }
    }
  }

  private static func affinity(_ place: Place) -> VolumeNodeAffinity {
    let labels = [(EBSDriver.zoneLabel, place.zone)]
    let term = NodeSelectorTerm {
      $0.matchExpressions = labels.map { key, value in
        NodeSelectorRequirement {
          $0.key = key
          $0.operator = "In"
          $0.values = [value]
        }
      }
    }
    return VolumeNodeAffinity { $0.required = NodeSelector { $0.nodeSelectorTerms = [term] } }
  }
}
