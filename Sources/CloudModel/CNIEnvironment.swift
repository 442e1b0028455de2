public import APIMachinery
public import KubernetesAPI
public import VPCAddressing

/// The settings of the VPC CNI, by the names of `aws-node`'s environment.
///
/// They stand in the container `aws-node` of the DaemonSet `kube-system/aws-node`, where `kubectl set env` puts them; the
/// ConfigMap `kube-system/amazon-vpc-cni` may say otherwise under the same names, also in a cluster without that
/// DaemonSet.
///
/// VPC CNI: section 4 and README, "CNI Configuration Variables". A value that does not parse, or is negative, is the
/// default.
public struct CNIEnvironment: Hashable, Sendable {
  public static let configMap = ObjectKey(namespace: "kube-system", name: "amazon-vpc-cni")
  public static let daemonSet = ObjectKey(namespace: "kube-system", name: "aws-node")

  private var values = StringMap()

  public init(_ configMap: ConfigMap? = nil, _ daemonSet: DaemonSet? = nil) {
    let plugin = daemonSet?.spec.template.spec.containers.first { $0.name == Self.daemonSet.name }
    for variable in plugin?.env ?? [] {
      if let value = variable.value { values[variable.name] = value }
    }
    if let settings = configMap?.data { values.merge(settings) }
  }

  /// A text; `nil` when it is not set or empty.
  public func text(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// A number that is not negative.
  public func number(_ name: String) -> Int? {
    values[name].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  public func isTrue(_ name: String, default value: Bool = false) -> Bool {
    switch values[name] {
    case "true": true
    case "false": false
    default: value
    }
  }

  /// `ENABLE_PREFIX_DELEGATION`
  public var mode: AddressMode { isTrue("ENABLE_PREFIX_DELEGATION") ? .prefix : .secondary }

  /// `AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG`: pods get their addresses from the subnet of an `ENIConfig`.
  public var usesCustomNetworking: Bool { isTrue("AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG") }

  /// How many pods a node gets that joins under these settings.
  ///
  /// EKS: managed node groups work `maxPods` out from the CNI's settings at the time a node is launched.
  public var maxPods: MaxPods {
    MaxPods(mode: mode, customNetworking: usesCustomNetworking, maxENI: number("MAX_ENI"))
  }
}
