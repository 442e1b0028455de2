/// A pod as the address store knows it.
public struct PodIdentity: Hashable, Sendable {
  /// The pod's UID: an address is assigned to it once, however often it is asked for.
  public let uid: String
  public let namespace: String
  public let name: String

  public init(uid: String, namespace: String, name: String) {
    self.uid = uid
    self.namespace = namespace
    self.name = name
  }
}

/// What is remembered about one address of a block.
///
/// VPC CNI: section 3 (`AddressInfo` of ipamd's data store). Times are durations from any one origin.
public struct AddressInfo: Hashable, Sendable {
  public let address: IPv4Address
  /// The pod that has the address now.
  public var pod: PodIdentity?
  public var assignedAt: Duration
  /// When the last pod gave the address back.
  public var unassignedAt: Duration?

  public var isAssigned: Bool { pod != nil }

  /// Whether the address rests: given back less than `cooldown` ago.
  public func isCooling(at now: Duration, cooldown: Duration) -> Bool {
    guard pod == nil, let unassignedAt else { return false }
    return now - unassignedAt <= cooldown
  }
}

/// What one slot of a network interface holds: a single address (/32) or a prefix (/28).
public struct AddressBlock: Hashable, Sendable {
  public let cidr: IPv4CIDR
  /// The addresses that are or were in use, lowest first; the others are free.
  public internal(set) var remembered: [AddressInfo] = []

  public init(cidr: IPv4CIDR) { self.cidr = cidr }

  public init(address: IPv4Address) { cidr = IPv4CIDR(containing: address, prefixLength: 32) }

  public var isPrefix: Bool { cidr.prefixLength < 32 }

  public var assignedCount: Int { remembered.reduce(0) { $0 + ($1.isAssigned ? 1 : 0) } }

  func coolingCount(at now: Duration, cooldown: Duration) -> Int {
    remembered.reduce(0) { $0 + ($1.isCooling(at: now, cooldown: cooldown) ? 1 : 0) }
  }

  /// VPC CNI: section 3: first an address that is past its cooldown (all such ones are forgotten), else the lowest
  /// that is not remembered. All sixteen addresses of a prefix are usable.
  mutating func take(for pod: PodIdentity, at now: Duration, cooldown: Duration) -> IPv4Address? {
    let rested = remembered.first { !$0.isAssigned && !$0.isCooling(at: now, cooldown: cooldown) }?.address
    remembered.removeAll { !$0.isAssigned && !$0.isCooling(at: now, cooldown: cooldown) }
    guard let address = rested ?? lowestUnknown else { return nil }
    remember(AddressInfo(address: address, pod: pod, assignedAt: now))
    return address
  }

  private var lowestUnknown: IPv4Address? {
    var candidate = cidr.base
    for info in remembered {
      if info.address != candidate { break }
      guard let next = candidate.advanced(by: 1) else { return nil }
      candidate = next
    }
    return cidr.contains(candidate) ? candidate : nil
  }

  mutating func remember(_ info: AddressInfo) {
    let place = remembered.firstIndex { $0.address >= info.address } ?? remembered.count
    if place < remembered.count, remembered[place].address == info.address {
      remembered[place] = info
    } else {
      remembered.insert(info, at: place)
    }
  }
}
