// Generated from Sources/EKSAPI/Schemas/EC2V1Alpha1+Subnet.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A range of a VPC's addresses in one availability zone.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 Subnet`.
public struct Subnet: Resource {
  public static let definition = ResourceDefinition(
    group: "ec2.services.k8s.aws", version: "v1alpha1", kind: "Subnet", plural: "subnets", subresources:
    ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the subnet should be.
  public var spec: SubnetSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What the subnet is, with the addresses that are taken.
  public var status: SubnetStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// What a subnet should be.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SubnetSpec`.
public struct SubnetSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The range of its IPv4 addresses: /16 to /28.
  public var cidrBlock: String? {
    get { fields[optional: "cidrBlock"] }
    set { fields[optional: "cidrBlock"] = newValue }
  }

  /// The zone, such as us-west-2a.
  public var availabilityZone: String? {
    get { fields[optional: "availabilityZone"] }
    set { fields[optional: "availabilityZone"] = newValue }
  }

  /// The zone by its identifier, such as usw2-az1.
  public var availabilityZoneID: String? {
    get { fields[optional: "availabilityZoneID"] }
    set { fields[optional: "availabilityZoneID"] = newValue }
  }

  /// The VPC of the subnet.
  public var vpcID: String? {
    get { fields[optional: "vpcID"] }
    set { fields[optional: "vpcID"] = newValue }
  }

  /// The VPC as a Kubernetes object, in place of vpcID.
  public var vpcRef: ResourceReference? {
    get { fields[optional: "vpcRef"] }
    set { fields[optional: "vpcRef"] = newValue }
  }

  /// Whether instances get a public address: true makes a public subnet.
  public var mapPublicIPOnLaunch: Bool? {
    get { fields[optional: "mapPublicIPOnLaunch"] }
    set { fields[optional: "mapPublicIPOnLaunch"] = newValue }
  }

  /// Whether interfaces get an IPv6 address.
  public var assignIPv6AddressOnCreation: Bool? {
    get { fields[optional: "assignIPv6AddressOnCreation"] }
    set { fields[optional: "assignIPv6AddressOnCreation"] = newValue }
  }

  /// The pool of own addresses, on an Outpost.
  public var customerOwnedIPv4Pool: String? {
    get { fields[optional: "customerOwnedIPv4Pool"] }
    set { fields[optional: "customerOwnedIPv4Pool"] = newValue }
  }

  /// Whether the DNS server makes up IPv6 answers for IPv4 names.
  public var enableDNS64: Bool? {
    get { fields[optional: "enableDNS64"] }
    set { fields[optional: "enableDNS64"] = newValue }
  }

  /// Whether names made of instance identifiers have AAAA records.
  public var enableResourceNameDNSAAAARecord: Bool? {
    get { fields[optional: "enableResourceNameDNSAAAARecord"] }
    set { fields[optional: "enableResourceNameDNSAAAARecord"] = newValue }
  }

  /// Whether names made of instance identifiers have A records.
  public var enableResourceNameDNSARecord: Bool? {
    get { fields[optional: "enableResourceNameDNSARecord"] }
    set { fields[optional: "enableResourceNameDNSARecord"] = newValue }
  }

  /// What the names of instances are made of.
  public var hostnameType: String? {
    get { fields[optional: "hostnameType"] }
    set { fields[optional: "hostnameType"] = newValue }
  }

  /// The IPv6 range.
  public var ipv6CIDRBlock: String? {
    get { fields[optional: "ipv6CIDRBlock"] }
    set { fields[optional: "ipv6CIDRBlock"] = newValue }
  }

  /// Whether the subnet has IPv6 addresses only.
  public var ipv6Native: Bool? {
    get { fields[optional: "ipv6Native"] }
    set { fields[optional: "ipv6Native"] = newValue }
  }

  /// The Outpost that the subnet is on.
  public var outpostARN: String? {
    get { fields[optional: "outpostARN"] }
    set { fields[optional: "outpostARN"] = newValue }
  }

  /// The route tables of the subnet.
  public var routeTables: [String] {
    get { fields[list: "routeTables"] }
    set { fields[list: "routeTables"] = newValue }
  }

  /// The route tables as Kubernetes objects.
  public var routeTableRefs: [ResourceReference] {
    get { fields[list: "routeTableRefs"] }
    set { fields[list: "routeTableRefs"] = newValue }
  }

  /// Tags of the subnet.
  public var tags: [Tag] {
    get { fields[list: "tags"] }
    set { fields[list: "tags"] = newValue }
  }
}

/// What a subnet is.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SubnetStatus`.
public struct SubnetStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where the subnet lives in AWS.
  public var ackResourceMetadata: ResourceMetadata? {
    get { fields[optional: "ackResourceMetadata"] }
    set { fields[optional: "ackResourceMetadata"] = newValue }
  }

  /// The identifier: subnet-0...
  public var subnetID: String? {
    get { fields[optional: "subnetID"] }
    set { fields[optional: "subnetID"] = newValue }
  }

  /// The VPC of the subnet.
  public var vpcID: String? {
    get { fields[optional: "vpcID"] }
    set { fields[optional: "vpcID"] = newValue }
  }

  /// The range of its IPv4 addresses.
  public var cidrBlock: String? {
    get { fields[optional: "cidrBlock"] }
    set { fields[optional: "cidrBlock"] = newValue }
  }

  /// The zone.
  public var availabilityZone: String? {
    get { fields[optional: "availabilityZone"] }
    set { fields[optional: "availabilityZone"] = newValue }
  }

  /// How many addresses are free; AWS keeps five for itself.
  public var availableIPAddressCount: Int? {
    get { fields[optional: "availableIPAddressCount"] }
    set { fields[optional: "availableIPAddressCount"] = newValue }
  }

  /// The ranges that are taken, in the order of their addresses (a field of this simulation, not of ACK).
  public var allocations: [SubnetAllocationEntry] {
    get { fields[list: "allocations"] }
    set { fields[list: "allocations"] = newValue }
  }

  /// Aspects of the state.
  public var conditions: [ResourceCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// Whether this is the zone's default subnet.
  public var defaultForAZ: Bool? {
    get { fields[optional: "defaultForAZ"] }
    set { fields[optional: "defaultForAZ"] = newValue }
  }

  /// The device that local network interfaces are at.
  public var enableLniAtDeviceIndex: Int? {
    get { fields[optional: "enableLniAtDeviceIndex"] }
    set { fields[optional: "enableLniAtDeviceIndex"] = newValue }
  }

  /// The IPv6 ranges and the state of each.
  public var ipv6CIDRBlockAssociationSet: [SubnetIPv6CIDRBlockAssociation] {
    get { fields[list: "ipv6CIDRBlockAssociationSet"] }
    set { fields[list: "ipv6CIDRBlockAssociationSet"] = newValue }
  }

  /// Whether instances get an address of the own pool.
  public var mapCustomerOwnedIPOnLaunch: Bool? {
    get { fields[optional: "mapCustomerOwnedIPOnLaunch"] }
    set { fields[optional: "mapCustomerOwnedIPOnLaunch"] = newValue }
  }

  /// The account that owns the subnet.
  public var ownerID: String? {
    get { fields[optional: "ownerID"] }
    set { fields[optional: "ownerID"] = newValue }
  }

  /// How the names of instances are made.
  public var privateDNSNameOptionsOnLaunch: PrivateDNSNameOptions? {
    get { fields[optional: "privateDNSNameOptionsOnLaunch"] }
    set { fields[optional: "privateDNSNameOptionsOnLaunch"] = newValue }
  }

  /// pending or available.
  public var state: String? {
    get { fields[optional: "state"] }
    set { fields[optional: "state"] = newValue }
  }
}

/// Addresses of a subnet that an interface holds.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SubnetAllocationEntry`.
public struct SubnetAllocationEntry: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The addresses: one, the first and the last, or a CIDR range.
  public var range: String {
    get { fields[required: "range", empty: ""] }
    set { fields[required: "range", empty: ""] = newValue }
  }

  /// The interface.
  public var networkInterfaceID: String {
    get { fields[required: "networkInterfaceID", empty: ""] }
    set { fields[required: "networkInterfaceID", empty: ""] = newValue }
  }
}

/// An IPv6 range of a subnet.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SubnetIPv6CIDRBlockAssociation`.
public struct SubnetIPv6CIDRBlockAssociation: ObjectView {
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
}

/// How the names of instances are made.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 PrivateDNSNameOptions`.
public struct PrivateDNSNameOptions: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether names made of instance identifiers have AAAA records.
  public var enableResourceNameDNSAAAARecord: Bool? {
    get { fields[optional: "enableResourceNameDNSAAAARecord"] }
    set { fields[optional: "enableResourceNameDNSAAAARecord"] = newValue }
  }

  /// Whether names made of instance identifiers have A records.
  public var enableResourceNameDNSARecord: Bool? {
    get { fields[optional: "enableResourceNameDNSARecord"] }
    set { fields[optional: "enableResourceNameDNSARecord"] = newValue }
  }

  /// What the names of instances are made of.
  public var hostnameType: String? {
    get { fields[optional: "hostnameType"] }
    set { fields[optional: "hostnameType"] = newValue }
  }
}
