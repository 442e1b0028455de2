/// Addresses of a subnet that one owner (a network interface) holds.
public struct SubnetAllocation: Hashable, Sendable {
  public let range: IPv4Range
  /// Who holds them: the id of a network interface.
  public let owner: String

  public init(range: IPv4Range, owner: String) {
    self.range = range
    self.owner = owner
  }
}

/// Addresses that EC2 keeps out of its automatic choice of single addresses.
public struct SubnetReservation: Hashable, Sendable {
  /// What the reserved addresses are for.
  public enum Purpose: String, Sendable, CaseIterable {
    /// EC2 takes /28 prefixes from here, and no single addresses.
    case prefix
    /// EC2 takes nothing from here by itself; addresses are asked for by name.
    case explicit
  }

  public let cidr: IPv4CIDR
  public let purpose: Purpose

  public init(cidr: IPv4CIDR, purpose: Purpose) {
    self.cidr = cidr
    self.purpose = purpose
  }
}
