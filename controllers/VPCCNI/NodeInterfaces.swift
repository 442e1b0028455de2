import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import VPCAddressing

/// What the objects around a node say about its interfaces: where new ones come from, and which give pods nothing.
struct NodeInterfaces: Sendable {
  let node: Node
  /// The subnet of the node's primary interface.
  let own: ObjectKey
  let settings: CNISettings
  let cache: Cache

  /// Where a new interface may come from, the best place first.
  func sources() -> Result<[InterfaceSource], NoInterfaceSource> {
    let subnets = cache.list(Subnet.self)
    if settings.pool.customNetworking {
      let name = CustomNetworking.configName(of: node, settings)
      let config = cache.get(ENIConfig.self, ObjectKey(name: name))
      return CustomNetworking.source(config, named: name, beside: own, among: subnets).map { [$0] }
    }
    let found = SubnetDiscovery.candidates(own: own, among: subnets, settings)
    if found.isEmpty {
      return .failure(
        NoInterfaceSource(message: "no valid subnets available for ENI creation in the zone of \(own)"))
    }
    return .success(found.map { InterfaceSource(subnet: $0.key) })
  }

  /// Whether pods get no new address of an interface.
  ///
  /// VPC CNI: section 8: under custom networking the primary one; section 7: one in a subnet tagged
  /// `kubernetes.io/role/cni=0`.
  func isExcluded(_ interface: NetworkInterface) -> Bool {
    if interface.status.attachment?.deviceIndex == 0, settings.pool.customNetworking { return true }
    guard settings.discoversSubnets, let name = interface.spec.subnetRef?.from.name else { return false }
    let subnet = cache.get(Subnet.self, ObjectKey(namespace: own.namespace, name: name))
    return subnet.map(SubnetDiscovery.isForbidden) ?? false
  }
}
