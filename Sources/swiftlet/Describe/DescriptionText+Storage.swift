import APIMachinery
import KubernetesAPI

extension DescriptionText {
  private static let shortModes = [
    "ReadWriteOnce": "RWO", "ReadOnlyMany": "ROX", "ReadWriteMany": "RWX", "ReadWriteOncePod": "RWOP",
  ]

  /// Kubernetes: `storage.GetAccessModesAsString`: always in this order.
  private func text(_ modes: [String]) -> String {
    ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"].filter(modes.contains)
      .compactMap { Self.shortModes[$0] }.joined(separator: ",")
  }

  private mutating func status(_ phase: String, _ metadata: ObjectMeta) {
    guard let deleted = metadata.deletionTimestamp else { return field("Status", phase) }
    field("Status", "Terminating (lasts \((now - deleted).human))")
  }

  /// Kubernetes: `kubectl/pkg/describe describePersistentVolume`.
  mutating func describe(_ volume: PersistentVolume) {
    let (metadata, spec) = (volume.metadata, volume.spec)
    field("Name", metadata.name ?? "")
    labels("Labels", metadata.labels)
    annotations("Annotations", metadata.annotations)
    field("Finalizers", "[\(metadata.finalizers.joined(separator: " "))]")
    field("StorageClass", spec.storageClassName ?? "")
    status(volume.status.phase ?? "", metadata)
    if let claim = spec.claimRef {
      field("Claim", "\(claim.namespace ?? "")/\(claim.name ?? "")")
    } else {
      field("Claim", "")
    }
    field("Reclaim Policy", spec.persistentVolumeReclaimPolicy ?? "")
    field("Access Modes", text(spec.accessModes))
    if let mode = spec.volumeMode { field("VolumeMode", mode) }
    field("Capacity", volume.capacity.description)
    affinity(spec.nodeAffinity)
    field("Message", volume.status.message ?? "")
    line("Source:")
    source(spec)
  }

  private mutating func affinity(_ affinity: VolumeNodeAffinity?) {
    guard let affinity else { return field("Node Affinity", "<none>") }
    line("Node Affinity:\t")
    guard let required = affinity.required else { return field("Required Terms", "<none>", level: 1) }
    line("Required Terms:\t", level: 1)
    for (number, term) in required.nodeSelectorTerms.enumerated() {
      let texts = (term.matchExpressions + term.matchFields).map { one in
        let values = one.values.joined(separator: ", ")
        return one.values.isEmpty
          ? "\(one.key) \(one.operator.lowercased())" : "\(one.key) \(one.operator.lowercased()) [\(values)]"
      }
      field("Term \(number)", texts.first ?? "<none>", level: 2)
      for text in texts.dropFirst() { line("\t\(text)", level: 2) }
    }
  }

  private mutating func source(_ spec: PersistentVolumeSpec) {
    if let csi = spec.csi {
      field("Type", "CSI (a Container Storage Interface (CSI) volume source)", level: 2)
      field("Driver", csi.driver, level: 2)
      field("FSType", csi.fsType ?? "", level: 2)
      field("VolumeHandle", csi.volumeHandle, level: 2)
      field("ReadOnly", "\(csi.readOnly ?? false)", level: 2)
      let attributes = csi.volumeAttributes.sortedTexts
      field("VolumeAttributes", attributes.first ?? "<none>", level: 2)
      for text in attributes.dropFirst() { line("\t\(text)", level: 2) }
    } else if let disk = spec.awsElasticBlockStore {
      field("Type", "AWSElasticBlockStore (a Persistent Disk resource in AWS)", level: 2)
      field("VolumeID", disk.volumeID, level: 2)
      field("FSType", disk.fsType ?? "", level: 2)
      field("Partition", "\(disk.partition ?? 0)", level: 2)
      field("ReadOnly", "\(disk.readOnly ?? false)", level: 2)
    } else if let share = spec.nfs {
      field("Type", "NFS (an NFS mount that lasts the lifetime of a pod)", level: 2)
      field("Server", share.server, level: 2)
      field("Path", share.path, level: 2)
      field("ReadOnly", "\(share.readOnly ?? false)", level: 2)
    } else if let folder = spec.hostPath {
      field("Type", "HostPath (bare host directory volume)", level: 2)
      field("Path", folder.path, level: 2)
      field("HostPathType", folder.type ?? "", level: 2)
    } else if let disk = spec.local {
      field("Type", "LocalVolume (a persistent volume backed by local storage on a node)", level: 2)
      field("Path", disk.path, level: 2)
    }
  }

  /// Kubernetes: `kubectl/pkg/describe describeStorageClass`.
  mutating func describe(_ kind: StorageClass) {
    field("Name", kind.metadata.name ?? "")
    field("IsDefaultClass", kind.isDefault ? "Yes" : "No")
    let annotations = kind.metadata.annotations.sortedTexts
    field("Annotations", annotations.isEmpty ? "<none>" : annotations.joined(separator: ","))
    field("Provisioner", kind.provisioner)
    let parameters = kind.parameters.sortedTexts
    field("Parameters", parameters.isEmpty ? "<none>" : parameters.joined(separator: ","))
    field("AllowVolumeExpansion", kind.allowVolumeExpansion.map { $0 ? "True" : "False" } ?? "<unset>")
    if kind.mountOptions.isEmpty {
      field("MountOptions", "<none>")
    } else {
      line("MountOptions:")
      for option in kind.mountOptions { line(option, level: 1) }
    }
    field("ReclaimPolicy", kind.reclaimPolicy ?? "")
    field("VolumeBindingMode", kind.volumeBindingMode ?? "")
    guard !kind.allowedTopologies.isEmpty else { return }
    line("AllowedTopologies:\t")
    for (number, term) in kind.allowedTopologies.enumerated() {
      let texts = term.matchLabelExpressions.map { "\($0.key) in [\($0.values.joined(separator: ", "))]" }
      field("Term \(number)", texts.first ?? "<none>", level: 1)
      for text in texts.dropFirst() { line("\t\(text)", level: 1) }
    }
  }
}
