extension Schemas {
  static let ec2V1Alpha1Instance = #"""
    api ec2.services.k8s.aws/v1alpha1 aws.k8s.services.ec2.v1alpha1

    kind Instance subresources(status) "A virtual machine in AWS."
      spec    InstanceSpec    "What the instance should be."
      status  InstanceStatus  "What the instance is."
      column "Type"      string  path(.spec.instanceType)
      column "State"     string  path(.status.state.name)
      column "Zone"      string  path(.spec.placement.availabilityZone)
      column "Address"   string  path(.status.privateIPAddress)
      column "Capacity"  string  path(.status.capacityType)
      column "Name-DNS"  string  path(.status.privateDNSName)  priority(1)
      column "Subnet"    string  path(.status.subnetID)  priority(1)
      column "Age"       date    path(.metadata.creationTimestamp)

    type InstanceSpec "What an instance should be."
      instanceType                       string                         immutable
          "The type, such as m5.large."
      imageID                            string                         immutable  "The machine image."
      subnetID                           string                         immutable
          "The subnet of the primary network interface."
      subnetRef                          ResourceReference
          "The subnet as a Kubernetes object, in place of subnetID."
      placement                          Placement                      immutable
          "Where the instance runs."
      instanceMarketOptions              InstanceMarketOptionsRequest   immutable
          "How the instance is bought, if not on demand."
      blockDeviceMappings                [BlockDeviceMapping]           "Its volumes."
      disableAPITermination              bool
          "Whether it is guarded from being terminated."
      ebsOptimized                       bool
          "Whether traffic to volumes has bandwidth of its own."
      iamInstanceProfile                 IAMInstanceProfileReference    "The IAM role of the instance."
      instanceInitiatedShutdownBehavior  string                         enum(stop terminate)
          "What a shutdown from inside does."
      ipv6AddressCount                   int64                          min(0)
          "How many IPv6 addresses to assign."
      keyName                            string                         "The SSH key pair."
      launchTemplate                     LaunchTemplateSpecification    "The launch template."
      maxCount                           int64                          min(1)
          "How many to launch at most."
      minCount                           int64                          min(1)
          "How many to launch at least."
      monitoring                         InstanceMonitoring             "Detailed monitoring."
      privateIPAddress                   string                         format(ip)
          "The primary private address."
      securityGroupIDs                   [string]
          "The security groups of the primary interface."
      securityGroupRefs                  [ResourceReference]
          "The security groups as Kubernetes objects."
      securityGroups                     [string]                       "The security groups by name."
      tags                               [Tag]                          "Tags of the instance."
      userData                           string                         "The start script, in base64."

    type Placement "Where an instance runs."
      availabilityZone  string  "The zone."
      groupName         string  "The placement group."
      hostID            string  "The dedicated host."
      partitionNumber   int64   "The partition of the placement group."
      tenancy           string  enum(default dedicated host)
          "Whether hardware is shared with other accounts."

    type InstanceMarketOptionsRequest "How an instance is bought."
      marketType   string             enum(spot capacity-block)  "The market."
      spotOptions  SpotMarketOptions  "The terms for a spot instance."

    type SpotMarketOptions "The terms for a spot instance."
      blockDurationMinutes          int64   "How long it is promised to run."
      instanceInterruptionBehavior  string  enum(hibernate stop terminate)
          "What happens when it is taken back."
      maxPrice                      string  "The most to pay for an hour."
      spotInstanceType              string  enum(one-time persistent)
          "Whether it is asked for again after an interruption."
      validUntil                    time    "When the request ends."

    type BlockDeviceMapping "A volume of an instance."
      deviceName  string          "The name of the device."
      ebs         EBSBlockDevice  "The volume."

    type EBSBlockDevice "An EBS volume."
      deleteOnTermination  bool    "Whether it goes with the instance."
      encrypted            bool    "Whether it is encrypted."
      iops                 int64   "Its operations a second."
      kmsKeyID             string  "The key that encrypts it."
      snapshotID           string  "The snapshot that it is made of."
      throughput           int64   "Its throughput, in MiB a second."
      volumeSize           int64   "Its size, in GiB."
      volumeType           string  "Its type, such as gp3."

    type IAMInstanceProfileReference "Names an IAM instance profile."
      arn   string  "Its ARN."
      name  string  "Its name."

    type LaunchTemplateSpecification "Names a launch template."
      launchTemplateID    string  "Its identifier."
      launchTemplateName  string  "Its name."
      version             string  "Its version."

    type InstanceMonitoring "Detailed monitoring of an instance."
      enabled  bool  "Whether it is on."

    type InstanceStatus "What an instance is."
      ackResourceMetadata    ResourceMetadata     "Where the instance lives in AWS."
      instanceID             string               "The identifier: i-0..."
      instanceType           string               "The type."
      state                  InstanceState        "How far the instance is in its life."
      stateReason            InstanceStateReason  "Why the state last changed."
      stateTransitionReason  string               "Why the state last changed, in EC2's short form."
      launchTime             time                 "When it was launched."
      availabilityZone       string               "The zone that it runs in."
      capacityType           string               "ON_DEMAND or SPOT."
      instanceLifecycle      string               "spot for a spot instance."
      privateIPAddress       string               "The primary private address."
      privateDNSName         string               "The private DNS name, which is also the node's name."
      publicIPAddress        string               "The public address."
      publicDNSName          string               "The public DNS name."
      subnetID               string               "The subnet of the primary interface."
      vpcID                  string               "The VPC."
      amiLaunchIndex         int64                "The place among instances launched together."
      architecture           string               "The processor architecture."
      conditions             [ResourceCondition]  "Aspects of the state."
      hypervisor             string               "The hypervisor."
      platformDetails        string               "The platform."
      rootDeviceName         string               "The root device."
      rootDeviceType         string               "The type of the root device."
      spotInterruptionTime   time
          "When a spot instance will be taken back (a field of this simulation)."
      securityGroups         [SecurityGroupIdentifier]  "The security groups of the primary interface."

    type InstanceState "How far an instance is in its life."
      code  int64   "0 pending, 16 running, 32 shutting-down, 48 terminated, 64 stopping, 80 stopped."
      name  string  "pending, running, shutting-down, terminated, stopping or stopped."

    type InstanceStateReason "Why the state of an instance changed."
      code     string  "The reason, for programs."
      message  string  "The reason, for people."

    type SecurityGroupIdentifier "Names a security group."
      groupID    string  "Its identifier."
      groupName  string  "Its name."
    """#
}
