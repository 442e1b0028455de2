internal import APIMachinery
public import EKSAPI
public import KubernetesAPI

extension NodeGroup {
  /// The name in EKS: `spec.name`, or the object's.
  public var groupName: String {
    let name = spec.name
    return name.isEmpty ? metadata.name ?? "" : name
  }

  /// EKS: node groups, section 1: `t3.medium` when none is named.
  public var instanceTypes: [String] {
    let named = spec.instanceTypes
    return named.isEmpty ? ["t3.medium"] : named
  }

  /// EKS: node groups, section 1: 1, 2 and 2 when no scaling is given.
  public var scaling: (min: Int, desired: Int, max: Int) {
    let config = spec.scalingConfig
    let least = config?.minSize ?? 1
    let most = config?.maxSize ?? max(2, config?.desiredSize ?? 2)
    return (least, min(max(config?.desiredSize ?? 2, least), max(most, least)), most)
  }

  public var isSpot: Bool { spec.capacityType == "SPOT" }

  /// The image that the group's present version stands for: an id that changes with version, release and template.
  public var imageID: String {
    let template = spec.launchTemplate.map { "\($0.id ?? $0.name ?? "")/\($0.version ?? "")" } ?? ""
    let release = "\(spec.version ?? "")/\(spec.releaseVersion ?? "")/\(spec.amiType ?? "")/\(template)"
    return CloudIdentifier.other("ami", token: release)
  }

  /// The group's taints as nodes have them: EKS writes `NO_SCHEDULE`, Kubernetes `NoSchedule`.
  public var nodeTaints: [KubernetesAPI.Taint] {
    spec.taints.map { taint in
      KubernetesAPI.Taint {
        $0.key = taint.key ?? ""
        $0.value = taint.value
        $0.effect = Self.effect(taint.effect ?? "")
      }
    }
  }

  private static func effect(_ text: String) -> String {
    switch text {
    case "NO_SCHEDULE": "NoSchedule"
    case "NO_EXECUTE": "NoExecute"
    case "PREFER_NO_SCHEDULE": "PreferNoSchedule"
    default: text
    }
  }

  /// EKS: node groups, section 1: how many nodes an update may take away at once.
  public var updateParallelism: Int {
    let config = spec.updateConfig
    if let percentage = config?.maxUnavailablePercentage {
      return min(100, max(1, scaling.desired * percentage / 100))
    }
    return min(100, max(1, config?.maxUnavailable ?? 1))
  }
}
