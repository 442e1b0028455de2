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

extension IPAddress {
  /// The address as a number, and how many bits it has.
  public var bits: (value: UInt128, count: Int) {
    switch self {
    case .v4(let address): (UInt128(address.rawValue), 32)
    case .v6(let address): (UInt128(address.high) << 64 | UInt128(address.low), 128)
    }
  }

  /// The first address of the network of that prefix.
  public func masked(to prefixLength: Int) -> IPAddress {
    let (value, count) = bits
    let hostBits = UInt128(count - prefixLength)
    let kept = prefixLength == 0 ? 0 : (value >> hostBits) << hostBits
    if count == 32 { return .v4(IPv4Address(rawValue: UInt32(truncatingIfNeeded: kept))) }
    return .v6(
      IPv6Address(high: UInt64(truncatingIfNeeded: kept >> 64), low: UInt64(truncatingIfNeeded: kept)))
  }
}
