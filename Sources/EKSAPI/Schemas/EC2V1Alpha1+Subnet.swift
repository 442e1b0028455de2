extension Schemas {
  static let ec2V1Alpha1Subnet = #"""
    api ec2.services.k8s.aws/v1alpha1 aws.k8s.services.ec2.v1alpha1

    kind Subnet subresources(status) "A range of a VPC's addresses in one availability zone."
      spec    SubnetSpec    "What the subnet should be."
      status  SubnetStatus  "What the subnet is, with the addresses that are taken."
      column "ID"         string   path(.status.subnetID)
      column "CIDR"       string   path(.spec.cidrBlock)
      column "Zone"       string   path(.spec.availabilityZone)
      column "Available"  integer  path(.status.availableIPAddressCount)
      column "State"      string   path(.status.state)
      column "VPC"        string   path(.status.vpcID)  priority(1)
      column "Age"        date     path(.metadata.creationTimestamp)

    type SubnetSpec "What a subnet should be."
      cidrBlock                       string               immutable format(cidr)
          "The range of its IPv4 addresses: /16 to /28."
      availabilityZone                string               immutable  "The zone, such as us-west-2a."
      availabilityZoneID              string               immutable
          "The zone by its identifier, such as usw2-az1."
      vpcID                           string               immutable  "The VPC of the subnet."
      vpcRef                          ResourceReference
          "The VPC as a Kubernetes object, in place of vpcID."
      mapPublicIPOnLaunch             bool
          "Whether instances get a public address: true makes a public subnet."
      assignIPv6AddressOnCreation     bool                 "Whether interfaces get an IPv6 address."
      customerOwnedIPv4Pool           string               "The pool of own addresses, on an Outpost."
      enableDNS64                     bool
          "Whether the DNS server makes up IPv6 answers for IPv4 names."
      enableResourceNameDNSAAAARecord bool
          "Whether names made of instance identifiers have AAAA records."
      enableResourceNameDNSARecord    bool
          "Whether names made of instance identifiers have A records."
      hostnameType                    string               enum(ip-name resource-name)
          "What the names of instances are made of."
      ipv6CIDRBlock                   string               format(cidr)  "The IPv6 range."
      ipv6Native                      bool                 "Whether the subnet has IPv6 addresses only."
      outpostARN                      string               "The Outpost that the subnet is on."
      routeTables                     [string]             "The route tables of the subnet."
      routeTableRefs                  [ResourceReference]  "The route tables as Kubernetes objects."
      tags                            [Tag]                "Tags of the subnet."

    type SubnetStatus "What a subnet is."
      ackResourceMetadata            ResourceMetadata                 "Where the subnet lives in AWS."
      subnetID                       string                           "The identifier: subnet-0..."
      vpcID                          string                           "The VPC of the subnet."
      cidrBlock                      string                           "The range of its IPv4 addresses."
      availabilityZone               string                           "The zone."
      availableIPAddressCount        int64
          "How many addresses are free; AWS keeps five for itself."
      allocations                    [SubnetAllocationEntry]
          "The ranges that are taken, in the order of their addresses"
          "(a field of this simulation, not of ACK)."
      conditions                     [ResourceCondition]              "Aspects of the state."
      defaultForAZ                   bool
          "Whether this is the zone's default subnet."
      enableLniAtDeviceIndex         int64
          "The device that local network interfaces are at."
      ipv6CIDRBlockAssociationSet    [SubnetIPv6CIDRBlockAssociation]
          "The IPv6 ranges and the state of each."
      mapCustomerOwnedIPOnLaunch     bool
          "Whether instances get an address of the own pool."
      ownerID                        string                           "The account that owns the subnet."
      privateDNSNameOptionsOnLaunch  PrivateDNSNameOptions
          "How the names of instances are made."
      state                          string                           "pending or available."

    type SubnetAllocationEntry "Addresses of a subnet that an interface holds."
      range               string  required  "The addresses: one, the first and the last, or a CIDR range."
      networkInterfaceID  string  required  "The interface."

    type SubnetIPv6CIDRBlockAssociation "An IPv6 range of a subnet."
      associationID       string             "The identifier of the association."
      ipv6CIDRBlock       string             "The range."
      ipv6CIDRBlockState  VPCCIDRBlockState  "The state of the association."

    type PrivateDNSNameOptions "How the names of instances are made."
      enableResourceNameDNSAAAARecord  bool
          "Whether names made of instance identifiers have AAAA records."
      enableResourceNameDNSARecord     bool
          "Whether names made of instance identifiers have A records."
      hostnameType                     string  "What the names of instances are made of."
    """#
}
