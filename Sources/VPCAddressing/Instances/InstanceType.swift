/// What an EC2 instance type offers to a Kubernetes node.
public struct InstanceType: Hashable, Sendable {
  /// A processor architecture, spelled as the node label `kubernetes.io/arch` spells it.
  public enum Architecture: String, Sendable {
    case amd64
    case arm64
  }

  /// What the machine is virtualized with.
  public enum Hypervisor: String, Sendable {
    case nitro
    case xen
    case none
  }

  public let name: String
  public let vCPUs: Int
  public let memoryMiB: Int
  public let architecture: Architecture
  public let hypervisor: Hypervisor
  public let isBareMetal: Bool
  /// The most network interfaces on the default network card.
  public let maxENIs: Int
  /// IPv4 slots of each interface, its primary address among them.
  public let ipv4PerENI: Int
  /// Branch interfaces for security groups of pods: 0 where the type can have no trunk, `nil` where it is not known.
  public let branchENIs: Int?
  public let gpus: Int
  public let networkCards: Int

  /// VPC CNI: section 5: prefixes need a Nitro or bare-metal type.
  public var supportsPrefixes: Bool { hypervisor == .nitro || isBareMetal }

  /// The slots of an interface that pods can have: all but the primary address.
  public var slotsPerENI: Int { ipv4PerENI - 1 }

  /// The limits that the address allocator works within.
  public var eniLimits: ENILimits { ENILimits(maxENIs: maxENIs, ipv4PerENI: ipv4PerENI) }
}

/// How many interfaces an instance can have, and how many addresses an interface.
public struct ENILimits: Hashable, Sendable {
  public var maxENIs: Int
  /// Slots of one interface, the primary address among them.
  public var ipv4PerENI: Int

  public init(maxENIs: Int, ipv4PerENI: Int) {
    self.maxENIs = maxENIs
    self.ipv4PerENI = ipv4PerENI
  }

  /// Slots of one interface for secondary addresses or prefixes.
  public var slotsPerENI: Int { ipv4PerENI - 1 }
}
