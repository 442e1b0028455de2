internal import APIMachinery
internal import VPCAddressing

/// An error of EC2: its code, as the real service spells it, and its message.
public struct EC2Error: Error, Hashable, Sendable, CustomStringConvertible {
  public var code: Code
  public var message: String
  /// The call that was refused, where it matters which one it was.
  public var action: EC2Action?

  public init(_ code: Code, _ message: String, action: EC2Action? = nil) {
    self.code = code
    self.message = message
    self.action = action
  }

  public var description: String { "\(code.rawValue): \(message)" }

  /// EC2's error codes. Open: the service has many more.
  public struct Code: Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static let insufficientFreeAddresses = Code(rawValue: "InsufficientFreeAddressesInSubnet")
    public static let insufficientCIDRBlocks = Code(rawValue: "InsufficientCidrBlocks")
    public static let addressLimitExceeded = Code(rawValue: "PrivateIpAddressLimitExceeded")
    public static let attachmentLimitExceeded = Code(rawValue: "AttachmentLimitExceeded")
    public static let insufficientInstanceCapacity = Code(rawValue: "InsufficientInstanceCapacity")
    public static let instanceLimitExceeded = Code(rawValue: "InstanceLimitExceeded")
    public static let invalidInstanceType = Code(rawValue: "InvalidInstanceType")
    public static let subnetNotFound = Code(rawValue: "InvalidSubnetID.NotFound")
    public static let instanceNotFound = Code(rawValue: "InvalidInstanceID.NotFound")
    public static let networkInterfaceNotFound = Code(rawValue: "InvalidNetworkInterfaceID.NotFound")
    public static let networkInterfaceInUse = Code(rawValue: "InvalidNetworkInterface.InUse")
    public static let incorrectState = Code(rawValue: "IncorrectState")
    public static let requestLimitExceeded = Code(rawValue: "RequestLimitExceeded")
    public static let invalidParameterCombination = Code(rawValue: "InvalidParameterCombination")
    public static let invalidParameter = Code(rawValue: "InvalidParameterValue")
    /// The model's own trouble, not EC2's: the store that holds its state did not answer as hoped.
    public static let internalError = Code(rawValue: "InternalError")
  }

  /// Whether the subnet has no room: what makes the allocator pause for two minutes.
  public var isSubnetExhausted: Bool {
    code == .insufficientFreeAddresses || code == .insufficientCIDRBlocks
  }
}

extension EC2Error {
  /// Whether the account has made too many calls: the same call goes through a little later.
  public var isThrottled: Bool { code == .requestLimitExceeded }

  /// The error as the AWS SDK words it: `operation error EC2: RunInstances, api error RequestLimitExceeded: ...`.
  public var sdkDescription: String {
    "operation error EC2: \(action.map { "\($0.rawValue), " } ?? "")api error \(description)"
  }

  /// Whether the instance or the interface that the call was about is no longer there.
  public var isAboutSomethingGone: Bool { code == .instanceNotFound || code == .networkInterfaceNotFound }

  init(_ error: AddressingError) {
    self.init(Code(rawValue: error.code.rawValue), error.message)
  }

  init(_ error: StatusError) {
    self.init(.internalError, error.message)
  }
}
