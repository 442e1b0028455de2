import APIMachinery
import EKSAPI

/// Which subnets new interfaces of a node may come from.
///
/// VPC CNI: section 7.
enum SubnetDiscovery {
  private static let roleTag = "kubernetes.io/role/cni"
  private static let clusterTag = "cni.networking.k8s.aws/cluster/"

  /// The subnets to try, the one with the most free addresses first.
  ///
  /// - Parameters:
  ///   - own: The subnet of the node's primary interface.
  ///   - subnets: All subnets.
  ///   - settings: Without discovery the node's own subnet is the only one.
  static func candidates(own: ObjectKey, among subnets: [Subnet], _ settings: CNISettings) -> [Subnet] {
    guard let primary = subnets.first(where: { $0.key == own }) else { return [] }
    if !settings.discoversSubnets { return [primary] }
    return subnets.filter { isUsable($0, beside: primary, in: settings.clusterName) }.enumerated().sorted {
      left, right in
      let (a, b) = (free(left.element), free(right.element))
      return a != b ? a > b : left.offset < right.offset
    }.map(\.element)
  }

  /// Whether the subnet's tag says that the CNI stays out of it.
  static func isForbidden(_ subnet: Subnet) -> Bool { tag(roleTag, of: subnet) == "0" }

  private static func isUsable(_ subnet: Subnet, beside primary: Subnet, in cluster: String?) -> Bool {
    guard subnet.key.namespace == primary.key.namespace,
      subnet.spec.availabilityZone == primary.spec.availabilityZone, network(subnet) == network(primary)
    else { return false }
    guard let role = tag(roleTag, of: subnet) else { return subnet.key == primary.key }
    return role != "0" && isFor(cluster, subnet)
  }

  /// Whether a subnet that is tagged for certain clusters is tagged for this one.
  private static func isFor(_ cluster: String?, _ subnet: Subnet) -> Bool {
    guard let cluster else { return true }
    let clusters = subnet.spec.tags.compactMap(\.key).filter { $0.hasPrefix(clusterTag) }
    return clusters.isEmpty || clusters.contains(clusterTag + cluster)
  }

  private static func network(_ subnet: Subnet) -> String? {
    subnet.spec.vpcID ?? subnet.spec.vpcRef?.from.name
  }

  private static func free(_ subnet: Subnet) -> Int { subnet.status.availableIPAddressCount ?? Int.max }

  static func tag(_ key: String, of subnet: Subnet) -> String? {
    subnet.spec.tags.first { $0.key == key }.map { $0.value ?? "" }
  }
}
