/// A call to EC2 that counts against a quota of the account, as the API spells it.
///
/// EC2: `ec2-api-throttling`. Calls that only read are not counted here: what they stand for, the instance metadata
/// that `ipamd` reads and the Auto Scaling service's own view, has no share in the account's quota.
public enum EC2Action: String, Hashable, Sendable, CaseIterable {
  case runInstances = "RunInstances"
  case terminateInstances = "TerminateInstances"
  case createNetworkInterface = "CreateNetworkInterface"
  case attachNetworkInterface = "AttachNetworkInterface"
  case detachNetworkInterface = "DetachNetworkInterface"
  case deleteNetworkInterface = "DeleteNetworkInterface"
  case assignPrivateIPAddresses = "AssignPrivateIpAddresses"
  case unassignPrivateIPAddresses = "UnassignPrivateIpAddresses"

  /// How many requests may be made.
  ///
  /// EC2: the table "Request token bucket sizes and refill rates". Attaching and detaching have no line of their own
  /// and so the quota of mutating actions.
  public var requestQuota: RequestQuota {
    switch self {
    case .runInstances: RequestQuota(capacity: 5, refillPerSecond: 2)
    case .attachNetworkInterface, .detachNetworkInterface: RequestQuota(capacity: 50, refillPerSecond: 5)
    case .terminateInstances, .createNetworkInterface, .deleteNetworkInterface, .assignPrivateIPAddresses,
      .unassignPrivateIPAddresses:
      RequestQuota(capacity: 100, refillPerSecond: 5)
    }
  }

  /// How many resources requests may be about; `nil` when they are not counted.
  ///
  /// EC2: the table "Resource token bucket sizes and refill rates".
  public var resourceQuota: RequestQuota? {
    switch self {
    case .runInstances: RequestQuota(capacity: 1000, refillPerSecond: 2)
    case .terminateInstances: RequestQuota(capacity: 1000, refillPerSecond: 20)
    default: nil
    }
  }
}

/// The size of a token bucket and how fast it fills.
public struct RequestQuota: Hashable, Sendable {
  public let capacity: Int
  public let refillPerSecond: Double

  public init(capacity: Int, refillPerSecond: Double) {
    self.capacity = capacity
    self.refillPerSecond = refillPerSecond
  }
}
