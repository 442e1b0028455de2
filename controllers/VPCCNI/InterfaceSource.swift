import APIMachinery
import CloudModel
import EKSAPI
import KubernetesAPI

/// Where a new interface of a node may come from.
struct InterfaceSource: Sendable, Hashable {
  var subnet: ObjectKey
  /// The interface's security groups; empty for those of the primary interface.
  var securityGroups: [String] = []
}

/// Why there is nowhere that a new interface of a node may come from.
struct NoInterfaceSource: Error, Hashable, Sendable {
  var message: String
}

/// Which `ENIConfig` a node uses, and what that says.
///
/// VPC CNI: section 8 (`pkg/eniconfig`).
enum CustomNetworking {
  private static let externalLabel = "vpc.amazonaws.com/externalEniConfig"

  /// The name of the node's `ENIConfig`: an annotation goes before the label of the same key.
  static func configName(of node: Node, _ settings: CNISettings) -> String {
    let metadata = node.metadata
    return metadata.labels[externalLabel] ?? metadata.annotations[settings.configAnnotation]
      ?? metadata.labels[settings.configLabel] ?? "default"
  }

  /// The subnet of the node's `ENIConfig`, which has to be in the node's zone and network.
  ///
  /// - Parameter primary: The subnet of the node's primary interface.
  static func source(
    _ config: ENIConfig?, named name: String, beside primary: ObjectKey, among subnets: [Subnet]
  ) -> Result<InterfaceSource, NoInterfaceSource> {
    guard let config else {
      return .failure(
        NoInterfaceSource(message: "eniconfig: eniconfig is not available: there is no ENIConfig \"\(name)\"")
      )
    }
    let wanted = config.spec.subnet ?? ""
    let candidates = subnets.filter { $0.key.namespace == primary.namespace }
    guard let subnet = candidates.first(where: { $0.status.subnetID == wanted || $0.key.name == wanted })
    else {
      return .failure(
        NoInterfaceSource(
          message: "ENIConfig \"\(name)\": InvalidSubnetID.NotFound: The subnet ID '\(wanted)' does not exist"
        ))
    }
    let home = candidates.first { $0.key == primary }
    guard subnet.spec.availabilityZone == home?.spec.availabilityZone else {
      return .failure(
        NoInterfaceSource(
          message: "ENIConfig \"\(name)\": the subnet \(wanted) is in "
            + "\(subnet.spec.availabilityZone ?? "no zone"), the node in "
            + "\(home?.spec.availabilityZone ?? "none")"))
    }
    return .success(InterfaceSource(subnet: subnet.key, securityGroups: config.spec.securityGroups))
  }
}
