import APIMachinery
import KubernetesAPI
import VPCAddressing

/// How the allocator is set up: the environment of `aws-node`, kept here in the ConfigMap
/// `kube-system/amazon-vpc-cni` under the same names.
///
/// VPC CNI: section 4. A value that is missing, negative or no number is the default.
struct CNISettings: Sendable, Hashable {
  static let configMap = ObjectKey(namespace: "kube-system", name: "amazon-vpc-cni")

  var pool = WarmPoolSettings()
  var mode = AddressMode.secondary
  var cooldown = AddressStore.defaultCooldown
  /// `ENABLE_SUBNET_DISCOVERY`: new interfaces may come from other tagged subnets of the zone.
  var discoversSubnets = true
  /// `AWS_MANAGE_ENIS_NON_SCHEDULABLE`: cordoned nodes get addresses too.
  var managesUnschedulableNodes = false

  init(_ configMap: ConfigMap? = nil) {
    guard let data = configMap?.data else { return }
    func number(_ name: String) -> Int? { data[name].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil } }
    func isTrue(_ name: String, default value: Bool) -> Bool { data[name].map { $0 == "true" } ?? value }
    pool.warmENITarget = number("WARM_ENI_TARGET") ?? 1
    pool.warmIPTarget = number("WARM_IP_TARGET") ?? 0
    pool.minimumIPTarget = number("MINIMUM_IP_TARGET") ?? 0
    pool.warmPrefixTarget = number("WARM_PREFIX_TARGET") ?? 1
    pool.maxENI = number("MAX_ENI")
    if isTrue("ENABLE_PREFIX_DELEGATION", default: false) { mode = .prefix }
    if let seconds = number("IP_COOLDOWN_PERIOD") { cooldown = .seconds(seconds) }
    discoversSubnets = isTrue("ENABLE_SUBNET_DISCOVERY", default: true)
    managesUnschedulableNodes = isTrue("AWS_MANAGE_ENIS_NON_SCHEDULABLE", default: false)
  }

  /// The mode on nodes of this type: Xen machines have no prefixes and fall back (VPC CNI: section 5).
  func mode(on type: InstanceType) -> AddressMode { type.supportsPrefixes ? mode : .secondary }
}
