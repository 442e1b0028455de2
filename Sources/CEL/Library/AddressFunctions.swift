import VPCAddressing

/// An IP address.
final class IPValue: CELObject, CustomStringConvertible {
  let address: IPAddress

  init(_ address: IPAddress) {
    self.address = address
  }

  /// Reads an address; one that stands for an IPv4 address in IPv6 is refused.
  static func parse(_ text: String) throws(CELError) -> IPAddress {
    let failure = "IP Address \(TextFunctions.quote(text)) parse error during conversion from string: "
    guard let address = try? IPAddress(text) else {
      throw .evaluation(failure + "ParseAddr(\(TextFunctions.quote(text))): unable to parse IP")
    }
    if case .v6(let v6) = address, v6.mappedIPv4 != nil {
      throw .evaluation(failure + "IPv4-mapped IPv6 address is not allowed")
    }
    return address
  }

  var celType: CELType { .opaque("net.IP") }
  var description: String { address.description }
  var celSize: UInt64? { if case .v4 = address { 4 } else { 16 } }

  func isEqual(to other: any CELObject) -> Bool { (other as? IPValue)?.address == address }
}

/// An address with the length of its network's prefix.
final class CIDRValue: CELObject, CustomStringConvertible {
  let cidr: IPCIDR

  init(_ cidr: IPCIDR) {
    self.cidr = cidr
  }

  static func parse(_ text: String) throws(CELError) -> CIDRValue {
    let failure = CELError.evaluation(
      "network address parse error during conversion from string: netip.ParsePrefix(\(TextFunctions.quote(text)))"
    )
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.allSatisfy({ $0 &- 48 < 10 }), let length = Int(parts[1]),
      parts[1] == "\(length)", let address = try? IPAddress(parts[0])
    else { throw failure }
    if case .v6(let v6) = address, v6.mappedIPv4 != nil { throw failure }
    guard let cidr = IPCIDR(address, prefixLength: length) else { throw failure }
    return CIDRValue(cidr)
  }

  var celType: CELType { .opaque("net.CIDR") }
  var description: String { cidr.description }
  var celSize: UInt64? { UInt64((cidr.prefixLength + 7) / 8) }

  func isEqual(to other: any CELObject) -> Bool { (other as? CIDRValue)?.cidr == cidr }
}

extension IPAddress {
  /// Whether the address is in the network.
  fileprivate func isIn(_ network: UInt128, length: Int) -> Bool {
    let (value, count) = bits
    return value >> UInt128(count - length) == network >> UInt128(count - length)
  }

  fileprivate var isV4: Bool { bits.count == 32 }

  fileprivate var isLoopback: Bool { isV4 ? isIn(127 << 24, length: 8) : bits.value == 1 }

  fileprivate var isMulticast: Bool { isV4 ? isIn(224 << 24, length: 4) : isIn(0xFF << 120, length: 8) }

  fileprivate var isLinkLocalMulticast: Bool {
    isV4 ? isIn(224 << 24, length: 24) : bits.value >> 120 == 0xFF && bits.value >> 112 & 0xF == 2
  }

  fileprivate var isLinkLocalUnicast: Bool {
    isV4 ? isIn(169 << 24 | 254 << 16, length: 16) : isIn(0xFE80 << 112, length: 10)
  }

  fileprivate var isGlobalUnicast: Bool {
    let (value, count) = bits
    return value != 0 && !(count == 32 && value == 0xFFFF_FFFF) && !isLoopback && !isMulticast
      && !isLinkLocalUnicast
  }
}

/// Kubernetes: `library/ip.go` and `library/cidr.go`.
enum AddressFunctions {
  static let unary: [String: FunctionTable.Unary] = [
    "ip": { (value) throws(CELError) in
      if case .object = value { return .object(IPValue(try value.demanded(CIDRValue.self).cidr.address)) }
      return .object(IPValue(try IPValue.parse(try value.demandedText)))
    },
    "isIP": { (text) throws(CELError) in .bool((try? IPValue.parse(try text.demandedText)) != nil) },
    "ip.isCanonical": { (text) throws(CELError) in
      let text = try text.demandedText
      return .bool(try IPValue.parse(text).description == text)
    },
    "family": { (value) throws(CELError) in .int(try address(value).isV4 ? 4 : 6) },
    "isUnspecified": { (value) throws(CELError) in .bool(try address(value).bits.value == 0) },
    "isLoopback": { (value) throws(CELError) in .bool(try address(value).isLoopback) },
    "isLinkLocalMulticast": { (value) throws(CELError) in .bool(try address(value).isLinkLocalMulticast) },
    "isLinkLocalUnicast": { (value) throws(CELError) in .bool(try address(value).isLinkLocalUnicast) },
    "isGlobalUnicast": { (value) throws(CELError) in .bool(try address(value).isGlobalUnicast) },
    "cidr": { (text) throws(CELError) in .object(try CIDRValue.parse(try text.demandedText)) },
    "isCIDR": { (text) throws(CELError) in .bool((try? CIDRValue.parse(try text.demandedText)) != nil) },
    "masked": { (value) throws(CELError) in
      .object(CIDRValue(try value.demanded(CIDRValue.self).cidr.masked))
    },
    "prefixLength": { (value) throws(CELError) in
      .int(Int64(try value.demanded(CIDRValue.self).cidr.prefixLength))
    },
  ]

  static let binary: [String: FunctionTable.Binary] = [
    "containsIP": { (cidr, value) throws(CELError) in
      let cidr = try cidr.demanded(CIDRValue.self).cidr
      if case .string(let text) = value { return .bool(cidr.contains(try IPValue.parse(text))) }
      return .bool(cidr.contains(try address(value)))
    },
    "containsCIDR": { (cidr, value) throws(CELError) in
      let cidr = try cidr.demanded(CIDRValue.self).cidr
      if case .string(let text) = value { return .bool(cidr.contains(try CIDRValue.parse(text).cidr)) }
      return .bool(cidr.contains(try value.demanded(CIDRValue.self).cidr))
    },
  ]

  private static func address(_ value: CELValue) throws(CELError) -> IPAddress {
    try value.demanded(IPValue.self).address
  }
}
