// Generated from Sources/EKSAPI/Schemas/EC2V1Alpha1+NetworkInterface.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A virtual network card with addresses of one subnet.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 NetworkInterface`.
public struct NetworkInterface: Resource {
  public static let definition = ResourceDefinition(
    group: "ec2.services.k8s.aws", version: "v1alpha1", kind: "NetworkInterface", plural: "networkinterfaces",
    shortNames: ["eni"], subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the interface should be.
  public var spec: NetworkInterfaceSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What the interface is, with its addresses.
  public var status: NetworkInterfaceStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// What a network interface should be.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 NetworkInterfaceSpec`.
public struct NetworkInterfaceSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the interface is for.
  public var description: String? {
    get { fields[optional: "description"] }
    set { fields[optional: "description"] = newValue }
  }

  /// The subnet of its addresses.
  public var subnetID: String? {
    get { fields[optional: "subnetID"] }
    set { fields[optional: "subnetID"] = newValue }
  }

  /// The subnet as a Kubernetes object, in place of subnetID.
  public var subnetRef: ResourceReference? {
    get { fields[optional: "subnetRef"] }
    set { fields[optional: "subnetRef"] = newValue }
  }

  /// Its security groups.
  public var securityGroupIDs: [String] {
    get { fields[list: "securityGroupIDs"] }
    set { fields[list: "securityGroupIDs"] = newValue }
  }

  /// Its security groups as Kubernetes objects.
  public var securityGroupRefs: [ResourceReference] {
    get { fields[list: "securityGroupRefs"] }
    set { fields[list: "securityGroupRefs"] = newValue }
  }

  /// interface, trunk or efa.
  public var interfaceType: String? {
    get { fields[optional: "interfaceType"] }
    set { fields[optional: "interfaceType"] = newValue }
  }

  /// How many /28 prefixes to assign.
  public var ipv4PrefixCount: Int? {
    get { fields[optional: "ipv4PrefixCount"] }
    set { fields[optional: "ipv4PrefixCount"] = newValue }
  }

  /// The primary address.
  public var privateIPAddress: String? {
    get { fields[optional: "privateIPAddress"] }
    set { fields[optional: "privateIPAddress"] = newValue }
  }

  /// How many secondary addresses to assign.
  public var secondaryPrivateIPAddressCount: Int? {
    get { fields[optional: "secondaryPrivateIPAddressCount"] }
    set { fields[optional: "secondaryPrivateIPAddressCount"] = newValue }
  }

  /// Tags of the interface.
  public var tags: [Tag] {
    get { fields[list: "tags"] }
    set { fields[list: "tags"] = newValue }
  }
}

/// What a network interface is.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 NetworkInterfaceStatus`.
public struct NetworkInterfaceStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where the interface lives in AWS.
  public var ackResourceMetadata: ResourceMetadata? {
    get { fields[optional: "ackResourceMetadata"] }
    set { fields[optional: "ackResourceMetadata"] = newValue }
  }

  /// The identifier: eni-0...
  public var networkInterfaceID: String? {
    get { fields[optional: "networkInterfaceID"] }
    set { fields[optional: "networkInterfaceID"] = newValue }
  }

  /// pending, available, associated, attaching, in-use or detaching.
  public var status: String? {
    get { fields[optional: "status"] }
    set { fields[optional: "status"] = newValue }
  }

  /// The instance that it is attached to.
  public var attachment: NetworkInterfaceAttachment? {
    get { fields[optional: "attachment"] }
    set { fields[optional: "attachment"] = newValue }
  }

  /// The subnet of its addresses.
  public var subnetID: String? {
    get { fields[optional: "subnetID"] }
    set { fields[optional: "subnetID"] = newValue }
  }

  /// The VPC.
  public var vpcID: String? {
    get { fields[optional: "vpcID"] }
    set { fields[optional: "vpcID"] = newValue }
  }

  /// The zone.
  public var availabilityZone: String? {
    get { fields[optional: "availabilityZone"] }
    set { fields[optional: "availabilityZone"] = newValue }
  }

  /// The primary address.
  public var privateIPAddress: String? {
    get { fields[optional: "privateIPAddress"] }
    set { fields[optional: "privateIPAddress"] = newValue }
  }

  /// All single addresses, the primary one among them.
  public var privateIPAddresses: [NetworkInterfacePrivateIPAddress] {
    get { fields[list: "privateIPAddresses"] }
    set { fields[list: "privateIPAddresses"] = newValue }
  }

  /// The /28 prefixes.
  public var ipv4Prefixes: [IPv4PrefixSpecification] {
    get { fields[list: "ipv4Prefixes"] }
    set { fields[list: "ipv4Prefixes"] = newValue }
  }

  /// The private DNS name.
  public var privateDNSName: String? {
    get { fields[optional: "privateDNSName"] }
    set { fields[optional: "privateDNSName"] = newValue }
  }

  /// The hardware address.
  public var macAddress: String? {
    get { fields[optional: "macAddress"] }
    set { fields[optional: "macAddress"] = newValue }
  }

  /// interface, trunk or efa.
  public var interfaceType: String? {
    get { fields[optional: "interfaceType"] }
    set { fields[optional: "interfaceType"] = newValue }
  }

  /// The account that owns the interface.
  public var ownerID: String? {
    get { fields[optional: "ownerID"] }
    set { fields[optional: "ownerID"] = newValue }
  }

  /// Who asked for the interface on the owner's behalf.
  public var requesterID: String? {
    get { fields[optional: "requesterID"] }
    set { fields[optional: "requesterID"] = newValue }
  }

  /// Whether AWS manages the interface.
  public var requesterManaged: Bool? {
    get { fields[optional: "requesterManaged"] }
    set { fields[optional: "requesterManaged"] = newValue }
  }

  /// Whether traffic must be to or from its own addresses.
  public var sourceDestCheck: Bool? {
    get { fields[optional: "sourceDestCheck"] }
    set { fields[optional: "sourceDestCheck"] = newValue }
  }

  /// Its security groups.
  public var groups: [SecurityGroupIdentifier] {
    get { fields[list: "groups"] }
    set { fields[list: "groups"] = newValue }
  }

  /// Its tags.
  public var tagSet: [Tag] {
    get { fields[list: "tagSet"] }
    set { fields[list: "tagSet"] = newValue }
  }

  /// Aspects of the state.
  public var conditions: [ResourceCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }
}

/// The tie between a network interface and an instance.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 NetworkInterfaceAttachment`.
public struct NetworkInterfaceAttachment: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The identifier: eni-attach-0...
  public var attachmentID: String? {
    get { fields[optional: "attachmentID"] }
    set { fields[optional: "attachmentID"] = newValue }
  }

  /// When attaching began.
  public var attachTime: Timestamp? {
    get { fields[optional: "attachTime"] }
    set { fields[optional: "attachTime"] = newValue }
  }

  /// Whether the interface goes with the instance.
  public var deleteOnTermination: Bool? {
    get { fields[optional: "deleteOnTermination"] }
    set { fields[optional: "deleteOnTermination"] = newValue }
  }

  /// The device of the instance; 0 is the primary interface.
  public var deviceIndex: Int? {
    get { fields[optional: "deviceIndex"] }
    set { fields[optional: "deviceIndex"] = newValue }
  }

  /// The instance.
  public var instanceID: String? {
    get { fields[optional: "instanceID"] }
    set { fields[optional: "instanceID"] = newValue }
  }

  /// The account that owns the instance.
  public var instanceOwnerID: String? {
    get { fields[optional: "instanceOwnerID"] }
    set { fields[optional: "instanceOwnerID"] = newValue }
  }

  /// The network card of the instance.
  public var networkCardIndex: Int? {
    get { fields[optional: "networkCardIndex"] }
    set { fields[optional: "networkCardIndex"] = newValue }
  }

  /// attaching, attached, detaching or detached.
  public var status: String? {
    get { fields[optional: "status"] }
    set { fields[optional: "status"] = newValue }
  }
}

/// One address of a network interface.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 NetworkInterfacePrivateIPAddress`.
public struct NetworkInterfacePrivateIPAddress: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether it is the primary one.
  public var primary: Bool? {
    get { fields[optional: "primary"] }
    set { fields[optional: "primary"] = newValue }
  }

  /// The private DNS name of the address.
  public var privateDNSName: String? {
    get { fields[optional: "privateDNSName"] }
    set { fields[optional: "privateDNSName"] = newValue }
  }

  /// The address.
  public var privateIPAddress: String? {
    get { fields[optional: "privateIPAddress"] }
    set { fields[optional: "privateIPAddress"] = newValue }
  }
}

/// A prefix of a network interface.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 IPv4PrefixSpecification`.
public struct IPv4PrefixSpecification: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The range, 16 addresses long.
  public var ipv4Prefix: String? {
    get { fields[optional: "ipv4Prefix"] }
    set { fields[optional: "ipv4Prefix"] = newValue }
  }
}
