/// An address of either family with the length of its network's prefix.
public struct IPCIDR: Hashable, Sendable {
  public let address: IPAddress
  public let prefixLength: Int

  /// An address in a network; bits behind the prefix may be set. `nil` when the prefix is longer than the address.
  public init?(_ address: IPAddress, prefixLength: Int) {
    guard 0...address.bits.count ~= prefixLength else { return nil }
    self.address = address
    self.prefixLength = prefixLength
  }

  /// Reads a network of either family, as fields like a node's `podCIDR` hold it; bits behind the prefix are refused.
  public init(_ text: some StringProtocol) throws(AddressingError) {
    if !text.utf8.contains(UInt8(ascii: ":")) {
      let cidr = try IPv4CIDR(text)
      (address, prefixLength) = (.v4(cidr.base), cidr.prefixLength)
      return
    }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let base = try? IPv6Address(parts[0]),
      let length = IPv4CIDR.prefixLength(parts[1].utf8, upTo: 128)
    else { throw AddressingError(.invalidCIDR, "\"\(text)\" is not an IPv6 CIDR (like fd00::/64)") }
    (address, prefixLength) = (.v6(base), length)
    guard address == masked.address else {
      throw AddressingError(.invalidCIDR, "\"\(text)\" has bits set behind its prefix")
    }
  }

  private init(unchecked address: IPAddress, _ prefixLength: Int) {
    self.address = address
    self.prefixLength = prefixLength
  }

  /// The same network by its first address.
  public var masked: IPCIDR { IPCIDR(unchecked: address.masked(to: prefixLength), prefixLength) }

  /// Whether an address is in the network; one of the other family never is.
  public func contains(_ other: IPAddress) -> Bool {
    other.bits.count == address.bits.count && other.masked(to: prefixLength) == masked.address
  }

  /// Whether a network is all in this one. A network is in itself.
  public func contains(_ other: IPCIDR) -> Bool {
    other.prefixLength >= prefixLength && contains(other.address)
  }
}

extension IPCIDR: CustomStringConvertible {
  public var description: String { "\(address)/\(prefixLength)" }
}
