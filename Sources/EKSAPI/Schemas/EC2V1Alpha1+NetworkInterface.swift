extension Schemas {
  static let ec2V1Alpha1NetworkInterface = #"""
    api ec2.services.k8s.aws/v1alpha1 aws.k8s.services.ec2.v1alpha1

    kind NetworkInterface short(eni) subresources(status)
        "A virtual network card with addresses of one subnet."
      spec    NetworkInterfaceSpec    "What the interface should be."
      status  NetworkInterfaceStatus  "What the interface is, with its addresses."
      column "Status"       string   path(.status.status)
      column "Instance"     string   path(.status.attachment.instanceID)
      column "Device"       integer  path(.status.attachment.deviceIndex)
      column "Subnet"       string   path(.status.subnetID)
      column "Address"      string   path(.status.privateIPAddress)
      column "Addresses"    string   path(.status.privateIPAddresses[*].privateIPAddress)  priority(1)
      column "Prefixes"     string   path(.status.ipv4Prefixes[*].ipv4Prefix)  priority(1)
      column "Description"  string   path(.spec.description)  priority(1)
      column "Age"          date     path(.metadata.creationTimestamp)

    type NetworkInterfaceSpec "What a network interface should be."
      description                     string               "What the interface is for."
      subnetID                        string               immutable  "The subnet of its addresses."
      subnetRef                       ResourceReference
          "The subnet as a Kubernetes object, in place of subnetID."
      securityGroupIDs                [string]             "Its security groups."
      securityGroupRefs               [ResourceReference]  "Its security groups as Kubernetes objects."
      interfaceType                   string               "interface, trunk or efa."
      ipv4PrefixCount                 int64                min(0)  "How many /28 prefixes to assign."
      privateIPAddress                string               format(ip)  "The primary address."
      secondaryPrivateIPAddressCount  int64                min(0)
          "How many secondary addresses to assign."
      tags                            [Tag]                "Tags of the interface."

    type NetworkInterfaceStatus "What a network interface is."
      ackResourceMetadata  ResourceMetadata                    "Where the interface lives in AWS."
      networkInterfaceID   string                              "The identifier: eni-0..."
      status               string
          "pending, available, associated, attaching, in-use or detaching."
      attachment           NetworkInterfaceAttachment          "The instance that it is attached to."
      subnetID             string                              "The subnet of its addresses."
      vpcID                string                              "The VPC."
      availabilityZone     string                              "The zone."
      privateIPAddress     string                              "The primary address."
      privateIPAddresses   [NetworkInterfacePrivateIPAddress]
          "All single addresses, the primary one among them."
      ipv4Prefixes         [IPv4PrefixSpecification]           "The /28 prefixes."
      privateDNSName       string                              "The private DNS name."
      macAddress           string                              "The hardware address."
      interfaceType        string                              "interface, trunk or efa."
      ownerID              string                              "The account that owns the interface."
      requesterID          string
          "Who asked for the interface on the owner's behalf."
      requesterManaged     bool                                "Whether AWS manages the interface."
      sourceDestCheck      bool
          "Whether traffic must be to or from its own addresses."
      groups               [SecurityGroupIdentifier]           "Its security groups."
      tagSet               [Tag]                               "Its tags."
      conditions           [ResourceCondition]                 "Aspects of the state."

    type NetworkInterfaceAttachment "The tie between a network interface and an instance."
      attachmentID         string  "The identifier: eni-attach-0..."
      attachTime           time    "When attaching began."
      deleteOnTermination  bool    "Whether the interface goes with the instance."
      deviceIndex          int64   "The device of the instance; 0 is the primary interface."
      instanceID           string  "The instance."
      instanceOwnerID      string  "The account that owns the instance."
      networkCardIndex     int64   "The network card of the instance."
      status               string  "attaching, attached, detaching or detached."

    type NetworkInterfacePrivateIPAddress "One address of a network interface."
      primary           bool    "Whether it is the primary one."
      privateDNSName    string  "The private DNS name of the address."
      privateIPAddress  string  "The address."

    type IPv4PrefixSpecification "A prefix of a network interface."
      ipv4Prefix  string  "The range, 16 addresses long."
    """#
}
