/// Why an address, a CIDR or an allocation was refused.
public struct AddressingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, for programs.
  public var code: Code
  /// What went wrong, for people: the input and what to do about it.
  public var message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { "\(code.rawValue): \(message)" }
}

extension AddressingError {
  /// The kinds of error. Those that EC2 also knows carry EC2's spelling.
  public struct Code: Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    /// The text is not an IP address.
    public static let invalidAddress = Code(rawValue: "InvalidAddress")
    /// The text is not a CIDR, or has bits set behind its prefix.
    public static let invalidCIDR = Code(rawValue: "InvalidCIDR")
    /// The address or range is held already.
    public static let addressInUse = Code(rawValue: "InvalidIPAddress.InUse")
    /// The address lies outside the subnet, or is one of the five that AWS keeps.
    public static let addressNotAssignable = Code(rawValue: "InvalidParameterValue")
    /// VPC CNI: EC2 has no single address left in the subnet.
    public static let insufficientFreeAddresses = Code(rawValue: "InsufficientFreeAddressesInSubnet")
    /// VPC CNI: EC2 has no whole aligned /28 left in the subnet, though single addresses may be free.
    public static let insufficientCIDRBlocks = Code(rawValue: "InsufficientCidrBlocks")
  }
}
