/// How many pods the addresses of a node allow.
///
/// VPC CNI: section 2; EKS: `max-pods-calculator.sh` of the AMI.
public struct MaxPods: Hashable, Sendable {
  /// What a slot of an interface holds.
  public var mode: AddressMode
  /// With custom networking the primary interface gives pods no address.
  public var customNetworking: Bool
  /// `MAX_ENI`: a lower bound of interfaces than the type allows.
  public var maxENI: Int?

  public init(mode: AddressMode = .secondary, customNetworking: Bool = false, maxENI: Int? = nil) {
    self.mode = mode
    self.customNetworking = customNetworking
    self.maxENI = maxENI
  }

  /// The value by formula: interfaces × slots (× 16 in prefix mode) + 2 for the pods of the host's network that
  /// run on every node, `aws-node` and `kube-proxy`.
  ///
  /// A type that can have no prefixes falls back to secondary addresses.
  public func formula(for type: InstanceType) -> Int {
    let limit = maxENI.map { $0 >= 1 ? min($0, type.maxENIs) : type.maxENIs } ?? type.maxENIs
    let interfaces = max(0, customNetworking ? limit - 1 : limit)
    let unit = mode == .prefix && type.supportsPrefixes ? AddressMode.prefix.unit : 1
    return interfaces * type.slotsPerENI * unit + 2
  }

  /// The value that EKS gives to nodes of managed node groups: the formula's, at most 110 up to 30 vCPUs and 250
  /// above, in both modes.
  public func capped(for type: InstanceType) -> Int {
    min(formula(for: type), type.vCPUs > 30 ? 250 : 110)
  }

  /// The value for a group of mixed types: the smallest (EKS: node groups, section 4). `nil` for no type.
  public func capped(forAll types: [InstanceType]) -> Int? {
    types.map { capped(for: $0) }.min()
  }
}

/// What a slot of a network interface holds.
public enum AddressMode: String, Hashable, Sendable {
  /// A single secondary address.
  case secondary
  /// A /28 prefix of 16 addresses.
  case prefix

  /// The addresses that a slot holds.
  public var unit: Int { self == .prefix ? 16 : 1 }
}
