/// An IP address of either family.
public enum IPAddress: Hashable, Sendable {
  case v4(IPv4Address)
  case v6(IPv6Address)

  /// Reads an address of either family.
  public init(_ text: some StringProtocol) throws(AddressingError) {
    if text.utf8.contains(UInt8(ascii: ":")) {
      self = .v6(try IPv6Address(text))
    } else if let value = IPv4Address.value(of: text.utf8) {
      self = .v4(IPv4Address(rawValue: value))
    } else {
      throw AddressingError(
        .invalidAddress, "\"\(text)\" is not a valid IP address (like 10.9.8.7 or 2001:db8::ffff)")
    }
  }

  /// Whether `text` is an address.
  public static func isValid(_ text: some StringProtocol) -> Bool { (try? IPAddress(text)) != nil }
}

extension IPAddress: CustomStringConvertible {
  public var description: String {
    switch self {
    case .v4(let address): address.description
    case .v6(let address): address.description
    }
  }
}

/// A CIDR of either family, as fields like a node's `podCIDR` hold it.
public enum IPCIDR: Hashable, Sendable {
  case v4(IPv4CIDR)
  case v6(base: IPv6Address, prefixLength: Int)

  /// Reads a CIDR of either family; bits behind the prefix are refused.
  public init(_ text: some StringProtocol) throws(AddressingError) {
    if !text.utf8.contains(UInt8(ascii: ":")) {
      self = .v4(try IPv4CIDR(text))
      return
    }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let base = try? IPv6Address(parts[0]),
      let length = IPv4CIDR.prefixLength(parts[1], upTo: 128)
    else { throw AddressingError(.invalidCIDR, "\"\(text)\" is not an IPv6 CIDR (like fd00::/64)") }
    guard Self.hasNoHostBits(base, length) else {
      throw AddressingError(.invalidCIDR, "\"\(text)\" has bits set behind its prefix")
    }
    self = .v6(base: base, prefixLength: length)
  }

  private static func hasNoHostBits(_ base: IPv6Address, _ length: Int) -> Bool {
    if length == 128 { return true }
    if length >= 64 { return base.low & (UInt64.max >> UInt64(length - 64)) == 0 }
    return base.low == 0 && base.high & (UInt64.max >> UInt64(length)) == 0
  }
}

extension IPCIDR: CustomStringConvertible {
  public var description: String {
    switch self {
    case .v4(let cidr): cidr.description
    case .v6(let base, let prefixLength): "\(base)/\(prefixLength)"
    }
  }
}
