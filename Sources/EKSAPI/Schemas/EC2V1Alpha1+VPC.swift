extension Schemas {
  static let ec2V1Alpha1VPC = #"""
    api ec2.services.k8s.aws/v1alpha1 aws.k8s.services.ec2.v1alpha1

    kind VPC plural(vpcs) subresources(status) "A virtual network in AWS."
      spec    VPCSpec    "What the VPC should be."
      status  VPCStatus  "What the VPC is."
      column "ID"     string  path(.status.vpcID)
      column "CIDR"   string  path(.spec.cidrBlocks[0])
      column "State"  string  path(.status.state)
      column "Age"    date    path(.metadata.creationTimestamp)

    type VPCSpec "What a VPC should be."
      cidrBlocks                       [string]  required min-items(1)
          "The ranges of its addresses; the first is the primary one."
      enableDNSHostnames               bool      "Whether instances with public addresses get DNS names."
      enableDNSSupport                 bool      "Whether the Amazon DNS server answers."
      instanceTenancy                  string    immutable enum(default dedicated host)
          "Whether hardware is shared with other accounts."
      amazonProvidedIPv6CIDRBlock      bool      "Whether Amazon gives the VPC an IPv6 range."
      ipv4IPAMPoolID                   string    "The pool that the IPv4 range is taken from."
      ipv4NetmaskLength                int64     "The length of the range to take from the pool."
      ipv6CIDRBlock                    string    format(cidr)  "The IPv6 range."
      ipv6CIDRBlockNetworkBorderGroup  string    "The zones that the IPv6 range is announced in."
      ipv6IPAMPoolID                   string    "The pool that the IPv6 range is taken from."
      ipv6NetmaskLength                int64     "The length of the IPv6 range to take from the pool."
      ipv6Pool                         string    "The pool of own IPv6 addresses."
      disallowSecurityGroupDefaultRules  bool
          "Whether the rules of the default security group are taken away."
      tags                             [Tag]     "Tags of the VPC."

    type Tag "A label of an AWS resource."
      key    string  "The key."
      value  string  "The value."

    type VPCStatus "What a VPC is."
      ackResourceMetadata             ResourceMetadata              "Where the VPC lives in AWS."
      cidrBlockAssociationSet         [VPCCIDRBlockAssociation]
          "The IPv4 ranges and the state of each."
      conditions                      [ResourceCondition]           "Aspects of the state."
      dhcpOptionsID                   string                        "The DHCP options in force."
      ipv6CIDRBlockAssociationSet     [VPCIPv6CIDRBlockAssociation]
          "The IPv6 ranges and the state of each."
      isDefault                       bool
          "Whether this is the region's default VPC."
      ownerID                         string                        "The account that owns the VPC."
      securityGroupDefaultRulesExist  bool
          "Whether the default security group still has its rules."
      state                           string                        "pending or available."
      vpcID                           string                        "The identifier: vpc-0..."

    type VPCCIDRBlockAssociation "An IPv4 range of a VPC."
      associationID   string             "The identifier of the association."
      cidrBlock       string             "The range."
      cidrBlockState  VPCCIDRBlockState  "The state of the association."

    type VPCIPv6CIDRBlockAssociation "An IPv6 range of a VPC."
      associationID       string             "The identifier of the association."
      ipv6CIDRBlock       string             "The range."
      ipv6CIDRBlockState  VPCCIDRBlockState  "The state of the association."
      ipv6Pool            string             "The pool that the range comes from."
      networkBorderGroup  string             "The zones that the range is announced in."

    type VPCCIDRBlockState "The state of a range of a VPC."
      state          string  "associating, associated, disassociating, disassociated, failing or failed."
      statusMessage  string  "An explanation."
    """#
}
