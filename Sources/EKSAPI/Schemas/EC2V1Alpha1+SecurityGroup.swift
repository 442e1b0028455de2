extension Schemas {
  static let ec2V1Alpha1SecurityGroup = #"""
    api ec2.services.k8s.aws/v1alpha1 aws.k8s.services.ec2.v1alpha1

    kind SecurityGroup subresources(status) "Rules for the traffic to and from network interfaces."
      spec    SecurityGroupSpec    "What the group should be."
      status  SecurityGroupStatus  "What the group is."
      column "ID"    string  path(.status.id)
      column "VPC"   string  path(.spec.vpcID)  priority(1)
      column "Age"   date    path(.metadata.creationTimestamp)

    type SecurityGroupSpec "What a security group should be."
      name          string                  required immutable  "The name of the group in its VPC."
      description   string                  required immutable  "What the group is for."
      vpcID         string                  immutable  "The VPC of the group."
      vpcRef        ResourceReference       "The VPC as a Kubernetes object, in place of vpcID."
      ingressRules  [SecurityGroupRule]     "Traffic that is let in."
      egressRules   [SecurityGroupRule]     "Traffic that is let out."
      tags          [Tag]                   "Tags of the group."

    type SecurityGroupRule "Traffic that is let through."
      fromPort          int64                  "The first port, or the ICMP type; -1 stands for all."
      ipProtocol        string
          "tcp, udp, icmp, icmpv6 or a protocol number; -1 stands for all."
      ipRanges          [SecurityGroupIPRange] "The IPv4 addresses of the other side."
      ipv6Ranges        [SecurityGroupIPv6Range] "The IPv6 addresses of the other side."
      prefixListIDs     [SecurityGroupPrefixList] "The other side as managed lists of ranges."
      toPort            int64                  "The last port, or the ICMP code."
      userIDGroupPairs  [SecurityGroupPair]    "The other side as security groups."

    type SecurityGroupIPRange "An IPv4 range in a rule."
      cidrIP       string  format(cidr)  "The range."
      description  string  "What the range is."

    type SecurityGroupIPv6Range "An IPv6 range in a rule."
      cidrIPv6     string  format(cidr)  "The range."
      description  string  "What the range is."

    type SecurityGroupPrefixList "A managed list of ranges in a rule."
      description   string  "What the list is."
      prefixListID  string  "The identifier of the list."

    type SecurityGroupPair "A security group in a rule."
      description             string             "What the group is."
      groupID                 string             "The identifier of the group."
      groupName               string             "The name of the group."
      groupRef                ResourceReference  "The group as a Kubernetes object."
      peeringStatus           string             "The state of the VPC peering."
      userID                  string             "The account that owns the group."
      vpcID                   string             "The VPC of the group."
      vpcPeeringConnectionID  string             "The VPC peering connection."
      vpcRef                  ResourceReference  "The VPC as a Kubernetes object."

    type SecurityGroupStatus "What a security group is."
      ackResourceMetadata  ResourceMetadata         "Where the group lives in AWS."
      conditions           [ResourceCondition]      "Aspects of the state."
      id                   string                   "The identifier: sg-0..."
      rules                [SecurityGroupRuleState] "The rules in force."

    type SecurityGroupRuleState "A rule in force."
      cidrIPv4             string  "The IPv4 range of the other side."
      cidrIPv6             string  "The IPv6 range of the other side."
      description          string  "What the rule is for."
      fromPort             int64   "The first port."
      ipProtocol           string  "The protocol."
      isEgress             bool    "Whether the rule is about traffic that goes out."
      prefixListID         string  "The managed list of the other side."
      securityGroupRuleID  string  "The identifier of the rule."
      tags                 [Tag]   "Tags of the rule."
      toPort               int64   "The last port."
    """#
}
