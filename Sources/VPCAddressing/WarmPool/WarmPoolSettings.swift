/// How many addresses a node keeps in reserve: the environment of `aws-node`.
///
/// VPC CNI: section 4, with the defaults of the shipped manifest.
public struct WarmPoolSettings: Hashable, Sendable {
  /// `WARM_ENI_TARGET`: whole interfaces' worth of addresses to keep free, in secondary mode.
  public var warmENITarget = 1
  /// `WARM_IP_TARGET`: addresses to keep free. Beats both targets above and below.
  public var warmIPTarget = 0
  /// `MINIMUM_IP_TARGET`: addresses to hold at least, used or free.
  public var minimumIPTarget = 0
  /// `WARM_PREFIX_TARGET`: prefixes to keep free, in prefix mode.
  public var warmPrefixTarget = 1
  /// `MAX_ENI`: a bound on interfaces below the instance type's; below 1 it is ignored.
  public var maxENI: Int?
  /// `AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG`: the primary interface gives pods no address.
  public var customNetworking = false
  /// Slots for interfaces that this allocator does not manage, or that are kept for a trunk.
  public var reservedENIs = 0

  public init() {}

  /// Whether addresses are counted, rather than interfaces or prefixes.
  public var usesIPTargets: Bool { warmIPTarget > 0 || minimumIPTarget > 0 }

  /// The number of interfaces that may be attached.
  func interfaceBudget(_ limits: ENILimits) -> Int {
    let bound = maxENI.map { $0 < 1 ? limits.maxENIs : min($0, limits.maxENIs) } ?? limits.maxENIs
    return bound - reservedENIs
  }
}

/// How long the allocator waits for what.
///
/// VPC CNI: section 3, "Timers".
public enum WarmPoolTimers {
  /// One turn of the pool loop.
  public static let turn = Duration.seconds(5)
  /// Between two turns that free addresses or prefixes.
  public static let decreaseInterval = Duration.seconds(30)
  /// No attempt to allocate after the subnet had no room.
  public static let subnetBackoff = Duration.seconds(120)
  /// A younger interface is never deleted.
  public static let minimumENIAge = Duration.seconds(60)
}
