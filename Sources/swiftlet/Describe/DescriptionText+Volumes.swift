import APIMachinery
import KubernetesAPI

extension DescriptionText {
  /// Kubernetes: `kubectl/pkg/describe describeVolumes`.
  mutating func volumes(_ volumes: [Volume], indent: String = "") {
    guard !volumes.isEmpty else { return line("\(indent)Volumes:\t<none>") }
    line("\(indent)Volumes:")
    for volume in volumes {
      line("\(indent.isEmpty ? "" : " ")\(volume.name):", level: 1)
      describe(volume)
    }
  }

  private mutating func describe(_ volume: Volume) {
    if let source = volume.hostPath {
      kind("HostPath (bare host directory volume)")
      field("Path", source.path, level: 2)
      field("HostPathType", source.type ?? "", level: 2)
    } else if let source = volume.emptyDir {
      kind("EmptyDir (a temporary directory that shares a pod's lifetime)")
      field("Medium", source.medium ?? "", level: 2)
      field("SizeLimit", source.sizeLimit?.description ?? "<unset>", level: 2)
    } else if let source = volume.secret {
      kind("Secret (a volume populated by a Secret)")
      field("SecretName", source.secretName ?? "", level: 2)
      field("Optional", "\(source.optional ?? false)", level: 2)
    } else if let source = volume.configMap {
      kind("ConfigMap (a volume populated by a ConfigMap)")
      field("Name", source.name ?? "", level: 2)
      field("Optional", "\(source.optional ?? false)", level: 2)
    } else {
      describeOther(volume)
    }
  }

  private mutating func kind(_ text: String) { field("Type", text, level: 2) }

  private mutating func describeOther(_ volume: Volume) {
    if let source = volume.persistentVolumeClaim {
      kind("PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)")
      field("ClaimName", source.claimName, level: 2)
      field("ReadOnly", "\(source.readOnly ?? false)", level: 2)
    } else if let source = volume.projected {
      kind("Projected (a volume that contains injected data from multiple sources)")
      for part in source.sources { describe(part) }
    } else if let source = volume.downwardAPI {
      kind("DownwardAPI (a volume populated by information about the pod)")
      line("Items:", level: 2)
      for item in source.items { line("\(item.fieldRef?.fieldPath ?? "") -> \(item.path)", level: 3) }
    } else {
      kind(volume.fields.keys.first { $0 != "name" } ?? "<unknown>")
    }
  }

  private mutating func describe(_ part: VolumeProjection) {
    if let secret = part.secret {
      field("SecretName", secret.name ?? "", level: 2)
      field("SecretOptionalName", secret.optional.map(String.init) ?? "<nil>", level: 2)
    } else if part.downwardAPI != nil {
      field("DownwardAPI", "true", level: 2)
    } else if let map = part.configMap {
      field("ConfigMapName", map.name ?? "", level: 2)
      field("ConfigMapOptional", map.optional.map(String.init) ?? "<nil>", level: 2)
    } else if let token = part.serviceAccountToken {
      field("TokenExpirationSeconds", "\(token.expirationSeconds ?? 0)", level: 2)
    }
  }
}
