import APIMachinery
import CloudModel
import KubernetesAPI
import VPCAddressing

/// How the allocator is set up.
///
/// VPC CNI: section 4. A value that is missing, negative or no number is the default.
struct CNISettings: Sendable, Hashable {
  /// VPC CNI: section 8: the default of both keys that name a node's `ENIConfig`.
  private static let configKey = "k8s.amazonaws.com/eniConfig"

  var pool = WarmPoolSettings()
  var mode = AddressMode.secondary
  var cooldown = AddressStore.defaultCooldown
  /// `ENABLE_SUBNET_DISCOVERY`: new interfaces may come from other tagged subnets of the zone.
  var discoversSubnets = true
  /// `CLUSTER_NAME`: subnets that are tagged for other clusters alone are left out.
  var clusterName: String?
  /// `AWS_MANAGE_ENIS_NON_SCHEDULABLE`: cordoned nodes get addresses too.
  var managesUnschedulableNodes = false
  /// `ENI_CONFIG_LABEL_DEF` and `ENI_CONFIG_ANNOTATION_DEF`: what on a node names its `ENIConfig`.
  var configLabel: String
  var configAnnotation: String

  init(_ environment: CNIEnvironment = CNIEnvironment()) {
    pool.warmENITarget = environment.number("WARM_ENI_TARGET") ?? 1
    pool.warmIPTarget = environment.number("WARM_IP_TARGET") ?? 0
    pool.minimumIPTarget = environment.number("MINIMUM_IP_TARGET") ?? 0
    pool.warmPrefixTarget = environment.number("WARM_PREFIX_TARGET") ?? 1
    pool.maxENI = environment.number("MAX_ENI")
    pool.customNetworking = environment.usesCustomNetworking
    mode = environment.mode
    if let seconds = environment.number("IP_COOLDOWN_PERIOD") { cooldown = .seconds(seconds) }
    discoversSubnets = environment.isTrue("ENABLE_SUBNET_DISCOVERY", default: true)
    clusterName = environment.text("CLUSTER_NAME")
    managesUnschedulableNodes = environment.isTrue("AWS_MANAGE_ENIS_NON_SCHEDULABLE")
    configLabel = environment.text("ENI_CONFIG_LABEL_DEF") ?? Self.configKey
    configAnnotation = environment.text("ENI_CONFIG_ANNOTATION_DEF") ?? Self.configKey
  }

  /// The mode on nodes of this type: Xen machines have no prefixes and fall back (VPC CNI: section 5).
  func mode(on type: InstanceType) -> AddressMode { type.supportsPrefixes ? mode : .secondary }
}
