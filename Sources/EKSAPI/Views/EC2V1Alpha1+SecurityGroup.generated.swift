// Generated from Sources/EKSAPI/Schemas/EC2V1Alpha1+SecurityGroup.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Rules for the traffic to and from network interfaces.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SecurityGroup`.
public struct SecurityGroup: Resource {
  public static let definition = ResourceDefinition(
    group: "ec2.services.k8s.aws", version: "v1alpha1", kind: "SecurityGroup", plural: "securitygroups",
    subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the group should be.
  public var spec: SecurityGroupSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What the group is.
  public var status: SecurityGroupStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// What a security group should be.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SecurityGroupSpec`.
public struct SecurityGroupSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the group in its VPC.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// What the group is for.
  public var description: String {
    get { fields[required: "description", empty: ""] }
    set { fields[required: "description", empty: ""] = newValue }
  }

  /// The VPC of the group.
  public var vpcID: String? {
    get { fields[optional: "vpcID"] }
    set { fields[optional: "vpcID"] = newValue }
  }

  /// The VPC as a Kubernetes object, in place of vpcID.
  public var vpcRef: ResourceReference? {
    get { fields[optional: "vpcRef"] }
    set { fields[optional: "vpcRef"] = newValue }
  }

  /// Traffic that is let in.
  public var ingressRules: [SecurityGroupRule] {
    get { fields[list: "ingressRules"] }
    set { fields[list: "ingressRules"] = newValue }
  }

  /// Traffic that is let out.
  public var egressRules: [SecurityGroupRule] {
    get { fields[list: "egressRules"] }
    set { fields[list: "egressRules"] = newValue }
  }

  /// Tags of the group.
  public var tags: [Tag] {
    get { fields[list: "tags"] }
    set { fields[list: "tags"] = newValue }
  }
}

/// Traffic that is let through.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SecurityGroupRule`.
public struct SecurityGroupRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The first port, or the ICMP type; -1 stands for all.
  public var fromPort: Int? {
    get { fields[optional: "fromPort"] }
    set { fields[optional: "fromPort"] = newValue }
  }

  /// tcp, udp, icmp, icmpv6 or a protocol number; -1 stands for all.
  public var ipProtocol: String? {
    get { fields[optional: "ipProtocol"] }
    set { fields[optional: "ipProtocol"] = newValue }
  }

  /// The IPv4 addresses of the other side.
  public var ipRanges: [SecurityGroupIPRange] {
    get { fields[list: "ipRanges"] }
    set { fields[list: "ipRanges"] = newValue }
  }

  /// The IPv6 addresses of the other side.
  public var ipv6Ranges: [SecurityGroupIPv6Range] {
    get { fields[list: "ipv6Ranges"] }
    set { fields[list: "ipv6Ranges"] = newValue }
  }

  /// The other side as managed lists of ranges.
  public var prefixListIDs: [SecurityGroupPrefixList] {
    get { fields[list: "prefixListIDs"] }
    set { fields[list: "prefixListIDs"] = newValue }
  }

  /// The last port, or the ICMP code.
  public var toPort: Int? {
    get { fields[optional: "toPort"] }
    set { fields[optional: "toPort"] = newValue }
  }

  /// The other side as security groups.
  public var userIDGroupPairs: [SecurityGroupPair] {
    get { fields[list: "userIDGroupPairs"] }
    set { fields[list: "userIDGroupPairs"] = newValue }
  }
}

/// An IPv4 range in a rule.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SecurityGroupIPRange`.
public struct SecurityGroupIPRange: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The range.
  public var cidrIP: String? {
    get { fields[optional: "cidrIP"] }
    set { fields[optional: "cidrIP"] = newValue }
  }

  /// What the range is.
  public var description: String? {
    get { fields[optional: "description"] }
    set { fields[optional: "description"] = newValue }
  }
}

/// An IPv6 range in a rule.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SecurityGroupIPv6Range`.
public struct SecurityGroupIPv6Range: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The range.
  public var cidrIPv6: String? {
    get { fields[optional: "cidrIPv6"] }
    set { fields[optional: "cidrIPv6"] = newValue }
  }

  /// What the range is.
  public var description: String? {
    get { fields[optional: "description"] }
    set { fields[optional: "description"] = newValue }
  }
}

/// A managed list of ranges in a rule.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SecurityGroupPrefixList`.
public struct SecurityGroupPrefixList: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the list is.
  public var description: String? {
    get { fields[optional: "description"] }
    set { fields[optional: "description"] = newValue }
  }

  /// The identifier of the list.
  public var prefixListID: String? {
    get { fields[optional: "prefixListID"] }
    set { fields[optional: "prefixListID"] = newValue }
  }
}

/// A security group in a rule.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SecurityGroupPair`.
public struct SecurityGroupPair: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the group is.
  public var description: String? {
    get { fields[optional: "description"] }
    set { fields[optional: "description"] = newValue }
  }

  /// The identifier of the group.
  public var groupID: String? {
    get { fields[optional: "groupID"] }
    set { fields[optional: "groupID"] = newValue }
  }

  /// The name of the group.
  public var groupName: String? {
    get { fields[optional: "groupName"] }
    set { fields[optional: "groupName"] = newValue }
  }

  /// The group as a Kubernetes object.
  public var groupRef: ResourceReference? {
    get { fields[optional: "groupRef"] }
    set { fields[optional: "groupRef"] = newValue }
  }

  /// The state of the VPC peering.
  public var peeringStatus: String? {
    get { fields[optional: "peeringStatus"] }
    set { fields[optional: "peeringStatus"] = newValue }
  }

  /// The account that owns the group.
  public var userID: String? {
    get { fields[optional: "userID"] }
    set { fields[optional: "userID"] = newValue }
  }

  /// The VPC of the group.
  public var vpcID: String? {
    get { fields[optional: "vpcID"] }
    set { fields[optional: "vpcID"] = newValue }
  }

  /// The VPC peering connection.
  public var vpcPeeringConnectionID: String? {
    get { fields[optional: "vpcPeeringConnectionID"] }
    set { fields[optional: "vpcPeeringConnectionID"] = newValue }
  }

  /// The VPC as a Kubernetes object.
  public var vpcRef: ResourceReference? {
    get { fields[optional: "vpcRef"] }
    set { fields[optional: "vpcRef"] = newValue }
  }
}

/// What a security group is.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SecurityGroupStatus`.
public struct SecurityGroupStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where the group lives in AWS.
  public var ackResourceMetadata: ResourceMetadata? {
    get { fields[optional: "ackResourceMetadata"] }
    set { fields[optional: "ackResourceMetadata"] = newValue }
  }

  /// Aspects of the state.
  public var conditions: [ResourceCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// The identifier: sg-0...
  public var id: String? {
    get { fields[optional: "id"] }
    set { fields[optional: "id"] = newValue }
  }

  /// The rules in force.
  public var rules: [SecurityGroupRuleState] {
    get { fields[list: "rules"] }
    set { fields[list: "rules"] = newValue }
  }
}

/// A rule in force.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SecurityGroupRuleState`.
public struct SecurityGroupRuleState: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The IPv4 range of the other side.
  public var cidrIPv4: String? {
    get { fields[optional: "cidrIPv4"] }
    set { fields[optional: "cidrIPv4"] = newValue }
  }

  /// The IPv6 range of the other side.
  public var cidrIPv6: String? {
    get { fields[optional: "cidrIPv6"] }
    set { fields[optional: "cidrIPv6"] = newValue }
  }

  /// What the rule is for.
  public var description: String? {
    get { fields[optional: "description"] }
    set { fields[optional: "description"] = newValue }
  }

  /// The first port.
  public var fromPort: Int? {
    get { fields[optional: "fromPort"] }
    set { fields[optional: "fromPort"] = newValue }
  }

  /// The protocol.
  public var ipProtocol: String? {
    get { fields[optional: "ipProtocol"] }
    set { fields[optional: "ipProtocol"] = newValue }
  }

  /// Whether the rule is about traffic that goes out.
  public var isEgress: Bool? {
    get { fields[optional: "isEgress"] }
    set { fields[optional: "isEgress"] = newValue }
  }

  /// The managed list of the other side.
  public var prefixListID: String? {
    get { fields[optional: "prefixListID"] }
    set { fields[optional: "prefixListID"] = newValue }
  }

  /// The identifier of the rule.
  public var securityGroupRuleID: String? {
    get { fields[optional: "securityGroupRuleID"] }
    set { fields[optional: "securityGroupRuleID"] = newValue }
  }

  /// Tags of the rule.
  public var tags: [Tag] {
    get { fields[list: "tags"] }
    set { fields[list: "tags"] = newValue }
  }

  /// The last port.
  public var toPort: Int? {
    get { fields[optional: "toPort"] }
    set { fields[optional: "toPort"] = newValue }
  }
}
