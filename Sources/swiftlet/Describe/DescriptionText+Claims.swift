import APIMachinery
import KubernetesAPI

extension DescriptionText {
  /// Kubernetes: `kubectl/pkg/describe describePVC`.
  ///
  /// - Parameter pods: Those that mount the claim.
  mutating func describe(_ claim: PersistentVolumeClaim, pods: [Pod]) {
    let (spec, status) = (claim.spec, claim.status)
    let isBound = !(spec.volumeName ?? "").isEmpty
    field("Name", claim.metadata.name ?? "")
    field("Namespace", claim.metadata.namespace ?? "")
    field("StorageClass", spec.storageClassName ?? "")
    if let deletion = claim.metadata.deletionTimestamp {
      field("Status", "Terminating (lasts \((now - deletion).human))")
    } else {
      field("Status", status.phase ?? "")
    }
    field("Volume", spec.volumeName ?? "")
    labels("Labels", claim.metadata.labels)
    annotations("Annotations", claim.metadata.annotations)
    field("Finalizers", "[\(claim.metadata.finalizers.joined(separator: " "))]")
    field("Capacity", isBound ? status.capacity["storage"]?.description ?? "0" : "")
    field("Access Modes", isBound ? Self.shortened(status.accessModes) : "")
    field("VolumeMode", optional: spec.volumeMode)
    list("Used By", pods.map(\.key.name))
  }

  /// Kubernetes: `component-helpers GetAccessModesAsString`.
  private static func shortened(_ modes: [String]) -> String {
    let words = [
      "ReadWriteOnce": "RWO", "ReadOnlyMany": "ROX", "ReadWriteMany": "RWX", "ReadWriteOncePod": "RWOP",
    ]
    return modes.compactMap { words[$0] }.joined(separator: ",")
  }
}
