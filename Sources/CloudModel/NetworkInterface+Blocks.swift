internal import APIMachinery
public import EKSAPI
public import VPCAddressing

extension NetworkInterface {
  /// The primary private address; `nil` until the interface has been made.
  public var primaryAddress: IPv4Address? {
    status.privateIPAddress.flatMap { try? IPv4Address($0) }
  }

  /// What the slots beside the primary address hold: secondary addresses and prefixes, in order.
  public var blocks: [AddressBlock] {
    let single = status.privateIPAddresses.filter { $0.primary != true }.compactMap { entry in
      entry.privateIPAddress.flatMap { try? IPv4Address($0) }.map { AddressBlock(address: $0) }
    }
    let prefixes = status.ipv4Prefixes.compactMap { entry in
      entry.ipv4Prefix.flatMap { try? IPv4CIDR($0) }.map { AddressBlock(cidr: $0) }
    }
    return (single + prefixes).sorted { $0.cidr < $1.cidr }
  }

  /// All that the interface holds of its subnet, the primary address among it.
  var heldRanges: [IPv4Range] {
    (primaryAddress.map { [IPv4Range($0)] } ?? []) + blocks.map(\.cidr.range)
  }

  /// The instance that the interface is attached to, or is being attached to.
  public var instanceID: String? { status.attachment?.instanceID }

  /// Whether the interface can be used: attached, and EC2 has finished attaching.
  public var isAttached: Bool { status.attachment?.status == "attached" }

  mutating func addAddresses(_ addresses: [IPv4Address]) {
    status.privateIPAddresses += addresses.map { address in
      NetworkInterfacePrivateIPAddress {
        $0.primary = false
        $0.privateIPAddress = address.description
      }
    }
  }

  mutating func addPrefixes(_ prefixes: [IPv4CIDR]) {
    status.ipv4Prefixes += prefixes.map { prefix in
      IPv4PrefixSpecification { $0.ipv4Prefix = prefix.description }
    }
  }

  /// Takes blocks off; the primary address stays.
  mutating func removeBlocks(_ blocks: [IPv4CIDR]) {
    let texts = blocks.map { $0.prefixLength == 32 ? $0.base.description : $0.description }
    status.privateIPAddresses.removeAll { entry in
      entry.primary != true && texts.contains(entry.privateIPAddress ?? "")
    }
    status.ipv4Prefixes.removeAll { texts.contains($0.ipv4Prefix ?? "") }
  }
}
