public import APIMachinery

/// The annotations that the binding of claims to volumes goes by.
///
/// Kubernetes: `component-helpers/storage/volume`.
public enum VolumeAnnotation {
  /// On a claim: the node that the scheduler has chosen for the pod that uses it.
  public static let selectedNode = "volume.kubernetes.io/selected-node"
  /// On a claim: both sides of the binding are written.
  public static let bindCompleted = "pv.kubernetes.io/bind-completed"
  /// On either side: the binding was made by the controller and not by a person.
  public static let boundByController = "pv.kubernetes.io/bound-by-controller"
  /// On a volume: the driver that made it.
  public static let provisionedBy = "pv.kubernetes.io/provisioned-by"
  /// On a claim: the driver that shall make a volume for it.
  public static let provisioner = "volume.kubernetes.io/storage-provisioner"
  public static let betaProvisioner = "volume.beta.kubernetes.io/storage-provisioner"
  /// On a storage class: claims that name none get this one.
  public static let isDefaultClass = "storageclass.kubernetes.io/is-default-class"
}

/// The finalizers that keep volumes and claims while they are in use.
///
/// Kubernetes: `pkg/volume/util`, `external-provisioner`, `external-attacher`.
public enum VolumeFinalizer {
  public static let claim = "kubernetes.io/pvc-protection"
  public static let volume = "kubernetes.io/pv-protection"
  public static let provisioner = "external-provisioner.volume.kubernetes.io/finalizer"
  public static let attacher = "external-attacher/ebs-csi-aws-com"
}

extension Pod {
  /// Whether one of the pod's volumes is claimed.
  public var usesClaims: Bool {
    spec.fields.array("volumes").contains { volume in
      guard case .object(let volume) = volume else { return false }
      return volume.contains("persistentVolumeClaim") || volume.contains("ephemeral")
    }
  }

  /// The names of the claims of the pod's volumes; an ephemeral volume's is made of the pod's name and its own.
  public var claimNames: [String] {
    guard usesClaims else { return [] }
    return spec.volumes.compactMap { volume in
      if let source = volume.persistentVolumeClaim { return source.claimName }
      return volume.ephemeral.map { _ in "\(metadata.name ?? "")-\(volume.name)" }
    }
  }
}

extension PersistentVolumeClaim {
  /// The storage class; empty when none is wanted.
  public var className: String {
    metadata.annotations["volume.beta.kubernetes.io/storage-class"] ?? spec.storageClassName ?? ""
  }

  public var requestedSize: Quantity { spec.resources?.requests["storage"] ?? .zero }

  /// How a volume names the claim that it is for.
  ///
  /// Kubernetes: `GetBindVolumeToClaim`.
  public var reference: ObjectReference {
    ObjectReference {
      $0.apiVersion = "v1"
      $0.kind = "PersistentVolumeClaim"
      $0.namespace = metadata.namespace
      $0.name = metadata.name
      $0.uid = metadata.uid
      $0.resourceVersion = metadata.resourceVersion
    }
  }

  public var selectedNode: String? { metadata.annotations[VolumeAnnotation.selectedNode] }

  /// Whether both sides of the binding are written.
  public var isBound: Bool {
    spec.volumeName?.isEmpty == false && metadata.annotations[VolumeAnnotation.bindCompleted] != nil
  }

  public var isLost: Bool { status.phase == "Lost" }
}

extension StorageClass {
  public var waitsForConsumer: Bool { volumeBindingMode == "WaitForFirstConsumer" }

  public var isDefault: Bool { metadata.annotations[VolumeAnnotation.isDefaultClass] == "true" }

  /// Whether volumes of the class are made on demand.
  public var isProvisioned: Bool { provisioner != "kubernetes.io/no-provisioner" }

  /// The driver that makes volumes of the class. The name of the driver that was once part of Kubernetes means the
  /// CSI driver that took its place.
  public var driver: String { provisioner == "kubernetes.io/aws-ebs" ? "ebs.csi.aws.com" : provisioner }

  /// Whether volumes of the class may be made where the labels say.
  public func allows(_ labels: StringMap) -> Bool {
    let terms = allowedTopologies
    return terms.isEmpty
      || terms.contains { term in
        term.matchLabelExpressions.allSatisfy { one in labels[one.key].map(one.values.contains) ?? false }
      }
  }
}

extension Collection where Element == StorageClass {
  /// The class of claims that name none: the default one, of several the newest.
  ///
  /// Kubernetes: `pkg/volume/util GetDefaultClass`.
  public var defaultClass: StorageClass? {
    filter(\.isDefault).min { left, right in
      let (a, b) = (left.metadata.creationTimestamp ?? .empty, right.metadata.creationTimestamp ?? .empty)
      return a != b ? a > b : (left.metadata.name ?? "") < (right.metadata.name ?? "")
    }
  }
}

extension PersistentVolume {
  public var capacity: Quantity { spec.capacity["storage"] ?? .zero }

  /// Whether a node with these labels can reach the volume.
  public func isReachable(fromNodeNamed name: String, labels: StringMap) -> Bool {
    guard let required = spec.nodeAffinity?.required else { return true }
    return required.nodeSelectorTerms.contains { $0.matches(nodeNamed: name, labels: labels) }
  }

  /// Whether the volume is kept for the claim.
  ///
  /// Kubernetes: `IsVolumeBoundToClaim`.
  public func isReserved(for claim: PersistentVolumeClaim) -> Bool {
    guard let reference = spec.claimRef, reference.name == claim.metadata.name,
      reference.namespace == claim.metadata.namespace
    else { return false }
    let uid = reference.uid ?? ""
    return uid.isEmpty || uid == claim.metadata.uid
  }

  /// The CSI driver of the volume.
  public var driver: String? { spec.csi?.driver ?? spec.awsElasticBlockStore.map { _ in "ebs.csi.aws.com" } }

  private func offers(_ modes: [String]) -> Bool { modes.allSatisfy(spec.accessModes.contains) }

  private func isLike(_ claim: PersistentVolumeClaim) -> Bool {
    (spec.volumeMode ?? "Filesystem") == (claim.spec.volumeMode ?? "Filesystem")
  }

  /// Why a volume that a claim asks for by name cannot be its.
  ///
  /// Kubernetes: `checkVolumeSatisfyClaim`.
  public func mismatch(with claim: PersistentVolumeClaim) -> String? {
    if capacity < claim.requestedSize { return "requested PV is too small" }
    if spec.storageClassName ?? "" != claim.className { return "storageClassName does not match" }
    if !isLike(claim) { return "incompatible volumeMode" }
    if !offers(claim.spec.accessModes) { return "incompatible accessMode" }
    return nil
  }

  /// Whether the volume is free and what the claim asks for.
  private func isFree(for claim: PersistentVolumeClaim, _ selector: Selector?) -> Bool {
    spec.claimRef == nil && status.phase == "Available" && !metadata.isBeingDeleted
      && mismatch(with: claim) == nil && selector?.matches(metadata.labels) ?? true
  }

  /// The volume for a claim: the one that is kept for it, else the smallest free one that will do.
  ///
  /// Kubernetes: `component-helpers/storage/volume FindMatchingVolume`.
  ///
  /// - Parameters:
  ///   - onlyReserved: Leaves free volumes to the scheduler, which knows where the pod will be.
  ///   - isReachable: Whether a volume can be used where the pod will be.
  /// - Complexity: O(*n*) in the number of volumes.
  public static func bestMatch(
    for claim: PersistentVolumeClaim, among volumes: some Sequence<PersistentVolume>,
    onlyReserved: Bool = false, isReachable: (PersistentVolume) -> Bool = { _ in true }
  ) -> PersistentVolume? {
    let selector = claim.spec.selector.map { (try? Selector(labelSelector: $0.fields)) ?? .nothing }
    var best: PersistentVolume?
    for volume in volumes {
      if volume.isReserved(for: claim), !volume.metadata.isBeingDeleted,
        volume.capacity >= claim.requestedSize, volume.isLike(claim)
      {
        return isReachable(volume) ? volume : nil
      }
      guard !onlyReserved, volume.isFree(for: claim, selector), isReachable(volume) else { continue }
      if let found = best, !volume.isSmaller(than: found) { continue }
      best = volume
    }
    return best
  }

  private func isSmaller(than other: PersistentVolume) -> Bool {
    capacity != other.capacity
      ? capacity < other.capacity : (metadata.name ?? "") < (other.metadata.name ?? "")
  }
}
