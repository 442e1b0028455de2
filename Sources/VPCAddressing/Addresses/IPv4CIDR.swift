/// A block of IPv4 addresses: a network address and a prefix length.
public struct IPv4CIDR: Hashable, Sendable {
  /// The first address of the block; its bits behind the prefix are zero.
  public let base: IPv4Address
  /// The number of leading bits that all addresses of the block share, 0...32.
  public let prefixLength: Int

  /// The block of `prefixLength` bits that holds `address`.
  ///
  /// - Precondition: `prefixLength` is in 0...32.
  public init(containing address: IPv4Address, prefixLength: Int) {
    precondition((0...32).contains(prefixLength), "an IPv4 prefix has 0...32 bits")
    base = IPv4Address(rawValue: address.rawValue & Self.mask(prefixLength))
    self.prefixLength = prefixLength
  }

  /// Reads text like `10.0.0.0/16`. Host bits must be zero, as EC2 and Kubernetes demand of a network.
  public init(_ text: some StringProtocol) throws(AddressingError) {
    guard let (address, length) = Self.parts(of: String(text)) else {
      throw AddressingError(.invalidCIDR, "\"\(text)\" is not an IPv4 CIDR (like 10.0.0.0/16)")
    }
    self.init(containing: IPv4Address(rawValue: address), prefixLength: length)
    if base.rawValue != address {
      throw AddressingError(.invalidCIDR, "\"\(text)\" has bits set behind its prefix: use \(self)")
    }
  }

  /// What stands before and behind the slash.
  private static func parts(of text: String) -> (address: UInt32, length: Int)? {
    var text = text
    return text.withUTF8 { bytes -> (address: UInt32, length: Int)? in
      guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")),
        let address = IPv4Address.value(of: bytes[..<slash]),
        let length = prefixLength(bytes[(slash + 1)...])
      else { return nil }
      return (address, length)
    }
  }

  static func prefixLength(_ digits: some Collection<UInt8>, upTo limit: Int = 32) -> Int? {
    guard !digits.isEmpty, digits.count <= 3, digits.allSatisfy({ (48...57).contains($0) }),
      digits.count == 1 || digits.first != 48
    else { return nil }
    let length = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    return length <= limit ? length : nil
  }

  private static func mask(_ length: Int) -> UInt32 {
    length == 0 ? 0 : UInt32.max << UInt32(32 - length)
  }

  /// The number of addresses in the block.
  public var count: Int { 1 << (32 - prefixLength) }

  /// The last address of the block.
  public var last: IPv4Address { IPv4Address(rawValue: base.rawValue | ~Self.mask(prefixLength)) }

  /// All addresses from the first to the last.
  public var range: IPv4Range { IPv4Range(base, last) }

  /// The address at `offset` from the base; `nil` outside the block.
  public func address(at offset: Int) -> IPv4Address? {
    (0..<count).contains(offset) ? base.advanced(by: offset) : nil
  }

  public func contains(_ address: IPv4Address) -> Bool {
    address.rawValue & Self.mask(prefixLength) == base.rawValue
  }

  public func contains(_ other: IPv4CIDR) -> Bool {
    other.prefixLength >= prefixLength && contains(other.base)
  }

  public func overlaps(_ other: IPv4CIDR) -> Bool {
    contains(other.base) || other.contains(base)
  }

  /// The sub-blocks of `prefixLength` bits, in order.
  ///
  /// - Complexity: O(1) to make; the blocks are computed as they are asked for.
  public func subnets(prefixLength: Int) -> some RandomAccessCollection<IPv4CIDR> {
    let wanted = min(max(prefixLength, self.prefixLength), 32)
    let size = 1 << (32 - wanted)
    let first = base
    return (0..<(1 << (wanted - self.prefixLength))).lazy.map { index in
      IPv4CIDR(
        containing: IPv4Address(rawValue: first.rawValue &+ UInt32(index * size)), prefixLength: wanted)
    }
  }
}

extension IPv4CIDR: CustomStringConvertible {
  public var description: String { "\(base)/\(prefixLength)" }
}

extension IPv4CIDR: Comparable {
  /// By base address, then wider blocks first.
  public static func < (left: Self, right: Self) -> Bool {
    (left.base.rawValue, left.prefixLength) < (right.base.rawValue, right.prefixLength)
  }
}
