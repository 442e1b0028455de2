// Generated from Sources/EKSAPI/Schemas/EC2V1Alpha1+VPC.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A virtual network in AWS.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 VPC`.
public struct VPC: Resource {
  public static let definition = ResourceDefinition(
    group: "ec2.services.k8s.aws", version: "v1alpha1", kind: "VPC", plural: "vpcs", subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the VPC should be.
  public var spec: VPCSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What the VPC is.
  public var status: VPCStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// What a VPC should be.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 VPCSpec`.
public struct VPCSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The ranges of its addresses; the first is the primary one.
  public var cidrBlocks: [String] {
    get { fields[list: "cidrBlocks"] }
    set { fields[list: "cidrBlocks"] = newValue }
  }

  /// Whether instances with public addresses get DNS names.
  public var enableDNSHostnames: Bool? {
    get { fields[optional: "enableDNSHostnames"] }
    set { fields[optional: "enableDNSHostnames"] = newValue }
  }

  /// Whether the Amazon DNS server answers.
  public var enableDNSSupport: Bool? {
    get { fields[optional: "enableDNSSupport"] }
    set { fields[optional: "enableDNSSupport"] = newValue }
  }

  /// Whether hardware is shared with other accounts.
  public var instanceTenancy: String? {
    get { fields[optional: "instanceTenancy"] }
    set { fields[optional: "instanceTenancy"] = newValue }
  }

  /// Whether Amazon gives the VPC an IPv6 range.
  public var amazonProvidedIPv6CIDRBlock: Bool? {
    get { fields[optional: "amazonProvidedIPv6CIDRBlock"] }
    set { fields[optional: "amazonProvidedIPv6CIDRBlock"] = newValue }
  }

  /// The pool that the IPv4 range is taken from.
  public var ipv4IPAMPoolID: String? {
    get { fields[optional: "ipv4IPAMPoolID"] }
    set { fields[optional: "ipv4IPAMPoolID"] = newValue }
  }

  /// The length of the range to take from the pool.
  public var ipv4NetmaskLength: Int? {
    get { fields[optional: "ipv4NetmaskLength"] }
    set { fields[optional: "ipv4NetmaskLength"] = newValue }
  }

  /// The IPv6 range.
  public var ipv6CIDRBlock: String? {
    get { fields[optional: "ipv6CIDRBlock"] }
    set { fields[optional: "ipv6CIDRBlock"] = newValue }
  }

  /// The zones that the IPv6 range is announced in.
  public var ipv6CIDRBlockNetworkBorderGroup: String? {
    get { fields[optional: "ipv6CIDRBlockNetworkBorderGroup"] }
    set { fields[optional: "ipv6CIDRBlockNetworkBorderGroup"] = newValue }
  }

  /// The pool that the IPv6 range is taken from.
  public var ipv6IPAMPoolID: String? {
    get { fields[optional: "ipv6IPAMPoolID"] }
    set { fields[optional: "ipv6IPAMPoolID"] = newValue }
  }

  /// The length of the IPv6 range to take from the pool.
  public var ipv6NetmaskLength: Int? {
    get { fields[optional: "ipv6NetmaskLength"] }
    set { fields[optional: "ipv6NetmaskLength"] = newValue }
  }

  /// The pool of own IPv6 addresses.
  public var ipv6Pool: String? {
    get { fields[optional: "ipv6Pool"] }
    set { fields[optional: "ipv6Pool"] = newValue }
  }

  /// Whether the rules of the default security group are taken away.
  public var disallowSecurityGroupDefaultRules: Bool? {
    get { fields[optional: "disallowSecurityGroupDefaultRules"] }
    set { fields[optional: "disallowSecurityGroupDefaultRules"] = newValue }
  }

  /// Tags of the VPC.
  public var tags: [Tag] {
    get { fields[list: "tags"] }
    set { fields[list: "tags"] = newValue }
  }
}

/// A label of an AWS resource.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 Tag`.
public struct Tag: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The key.
  public var key: String? {
    get { fields[optional: "key"] }
    set { fields[optional: "key"] = newValue }
  }

  /// The value.
  public var value: String? {
    get { fields[optional: "value"] }
    set { fields[optional: "value"] = newValue }
  }
}

/// What a VPC is.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 VPCStatus`.
public struct VPCStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where the VPC lives in AWS.
  public var ackResourceMetadata: ResourceMetadata? {
    get { fields[optional: "ackResourceMetadata"] }
    set { fields[optional: "ackResourceMetadata"] = newValue }
  }

  /// The IPv4 ranges and the state of each.
  public var cidrBlockAssociationSet: [VPCCIDRBlockAssociation] {
    get { fields[list: "cidrBlockAssociationSet"] }
    set { fields[list: "cidrBlockAssociationSet"] = newValue }
  }

  /// Aspects of the state.
  public var conditions: [ResourceCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// The DHCP options in force.
  public var dhcpOptionsID: String? {
    get { fields[optional: "dhcpOptionsID"] }
    set { fields[optional: "dhcpOptionsID"] = newValue }
  }

  /// The IPv6 ranges and the state of each.
  public var ipv6CIDRBlockAssociationSet: [VPCIPv6CIDRBlockAssociation] {
    get { fields[list: "ipv6CIDRBlockAssociationSet"] }
    set { fields[list: "ipv6CIDRBlockAssociationSet"] = newValue }
  }

  /// Whether this is the region's default VPC.
  public var isDefault: Bool? {
    get { fields[optional: "isDefault"] }
    set { fields[optional: "isDefault"] = newValue }
  }

  /// The account that owns the VPC.
  public var ownerID: String? {
    get { fields[optional: "ownerID"] }
    set { fields[optional: "ownerID"] = newValue }
  }

  /// Whether the default security group still has its rules.
  public var securityGroupDefaultRulesExist: Bool? {
    get { fields[optional: "securityGroupDefaultRulesExist"] }
    set { fields[optional: "securityGroupDefaultRulesExist"] = newValue }
  }

  /// pending or available.
  public var state: String? {
    get { fields[optional: "state"] }
    set { fields[optional: "state"] = newValue }
  }

  /// The identifier: vpc-0...
  public var vpcID: String? {
    get { fields[optional: "vpcID"] }
    set { fields[optional: "vpcID"] = newValue }
  }
}

/// An IPv4 range of a VPC.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 VPCCIDRBlockAssociation`.
public struct VPCCIDRBlockAssociation: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The identifier of the association.
  public var associationID: String? {
    get { fields[optional: "associationID"] }
    set { fields[optional: "associationID"] = newValue }
  }

  /// The range.
  public var cidrBlock: String? {
    get { fields[optional: "cidrBlock"] }
    set { fields[optional: "cidrBlock"] = newValue }
  }

  /// The state of the association.
  public var cidrBlockState: VPCCIDRBlockState? {
    get { fields[optional: "cidrBlockState"] }
    set { fields[optional: "cidrBlockState"] = newValue }
  }
}

/// An IPv6 range of a VPC.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 VPCIPv6CIDRBlockAssociation`.
public struct VPCIPv6CIDRBlockAssociation: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The identifier of the association.
  public var associationID: String? {
    get { fields[optional: "associationID"] }
    set { fields[optional: "associationID"] = newValue }
  }

  /// The range.
  public var ipv6CIDRBlock: String? {
    get { fields[optional: "ipv6CIDRBlock"] }
    set { fields[optional: "ipv6CIDRBlock"] = newValue }
  }

  /// The state of the association.
  public var ipv6CIDRBlockState: VPCCIDRBlockState? {
    get { fields[optional: "ipv6CIDRBlockState"] }
    set { fields[optional: "ipv6CIDRBlockState"] = newValue }
  }

  /// The pool that the range comes from.
  public var ipv6Pool: String? {
    get { fields[optional: "ipv6Pool"] }
    set { fields[optional: "ipv6Pool"] = newValue }
  }

  /// The zones that the range is announced in.
  public var networkBorderGroup: String? {
    get { fields[optional: "networkBorderGroup"] }
    set { fields[optional: "networkBorderGroup"] = newValue }
  }
}

/// The state of a range of a VPC.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 VPCCIDRBlockState`.
public struct VPCCIDRBlockState: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// associating, associated, disassociating, disassociated, failing or failed.
  public var state: String? {
    get { fields[optional: "state"] }
    set { fields[optional: "state"] = newValue }
  }

  /// An explanation.
  public var statusMessage: String? {
    get { fields[optional: "statusMessage"] }
    set { fields[optional: "statusMessage"] = newValue }
  }
}
