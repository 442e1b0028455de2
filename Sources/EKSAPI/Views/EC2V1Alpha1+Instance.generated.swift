// Generated from Sources/EKSAPI/Schemas/EC2V1Alpha1+Instance.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A virtual machine in AWS.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 Instance`.
public struct Instance: Resource {
  public static let definition = ResourceDefinition(
    group: "ec2.services.k8s.aws", version: "v1alpha1", kind: "Instance", plural: "instances", subresources:
    ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the instance should be.
  public var spec: InstanceSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What the instance is.
  public var status: InstanceStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// What an instance should be.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 InstanceSpec`.
public struct InstanceSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The type, such as m5.large.
  public var instanceType: String? {
    get { fields[optional: "instanceType"] }
    set { fields[optional: "instanceType"] = newValue }
  }

  /// The machine image.
  public var imageID: String? {
    get { fields[optional: "imageID"] }
    set { fields[optional: "imageID"] = newValue }
  }

  /// The subnet of the primary network interface.
  public var subnetID: String? {
    get { fields[optional: "subnetID"] }
    set { fields[optional: "subnetID"] = newValue }
  }

  /// The subnet as a Kubernetes object, in place of subnetID.
  public var subnetRef: ResourceReference? {
    get { fields[optional: "subnetRef"] }
    set { fields[optional: "subnetRef"] = newValue }
  }

  /// Where the instance runs.
  public var placement: Placement? {
    get { fields[optional: "placement"] }
    set { fields[optional: "placement"] = newValue }
  }

  /// How the instance is bought, if not on demand.
  public var instanceMarketOptions: InstanceMarketOptionsRequest? {
    get { fields[optional: "instanceMarketOptions"] }
    set { fields[optional: "instanceMarketOptions"] = newValue }
  }

  /// Its volumes.
  public var blockDeviceMappings: [BlockDeviceMapping] {
    get { fields[list: "blockDeviceMappings"] }
    set { fields[list: "blockDeviceMappings"] = newValue }
  }

  /// Whether it is guarded from being terminated.
  public var disableAPITermination: Bool? {
    get { fields[optional: "disableAPITermination"] }
    set { fields[optional: "disableAPITermination"] = newValue }
  }

  /// Whether traffic to volumes has bandwidth of its own.
  public var ebsOptimized: Bool? {
    get { fields[optional: "ebsOptimized"] }
    set { fields[optional: "ebsOptimized"] = newValue }
  }

  /// The IAM role of the instance.
  public var iamInstanceProfile: IAMInstanceProfileReference? {
    get { fields[optional: "iamInstanceProfile"] }
    set { fields[optional: "iamInstanceProfile"] = newValue }
  }

  /// What a shutdown from inside does.
  public var instanceInitiatedShutdownBehavior: String? {
    get { fields[optional: "instanceInitiatedShutdownBehavior"] }
    set { fields[optional: "instanceInitiatedShutdownBehavior"] = newValue }
  }

  /// How many IPv6 addresses to assign.
  public var ipv6AddressCount: Int? {
    get { fields[optional: "ipv6AddressCount"] }
    set { fields[optional: "ipv6AddressCount"] = newValue }
  }

  /// The SSH key pair.
  public var keyName: String? {
    get { fields[optional: "keyName"] }
    set { fields[optional: "keyName"] = newValue }
  }

  /// The launch template.
  public var launchTemplate: LaunchTemplateSpecification? {
    get { fields[optional: "launchTemplate"] }
    set { fields[optional: "launchTemplate"] = newValue }
  }

  /// How many to launch at most.
  public var maxCount: Int? {
    get { fields[optional: "maxCount"] }
    set { fields[optional: "maxCount"] = newValue }
  }

  /// How many to launch at least.
  public var minCount: Int? {
    get { fields[optional: "minCount"] }
    set { fields[optional: "minCount"] = newValue }
  }

  /// Detailed monitoring.
  public var monitoring: InstanceMonitoring? {
    get { fields[optional: "monitoring"] }
    set { fields[optional: "monitoring"] = newValue }
  }

  /// The primary private address.
  public var privateIPAddress: String? {
    get { fields[optional: "privateIPAddress"] }
    set { fields[optional: "privateIPAddress"] = newValue }
  }

  /// The security groups of the primary interface.
  public var securityGroupIDs: [String] {
    get { fields[list: "securityGroupIDs"] }
    set { fields[list: "securityGroupIDs"] = newValue }
  }

  /// The security groups as Kubernetes objects.
  public var securityGroupRefs: [ResourceReference] {
    get { fields[list: "securityGroupRefs"] }
    set { fields[list: "securityGroupRefs"] = newValue }
  }

  /// The security groups by name.
  public var securityGroups: [String] {
    get { fields[list: "securityGroups"] }
    set { fields[list: "securityGroups"] = newValue }
  }

  /// Tags of the instance.
  public var tags: [Tag] {
    get { fields[list: "tags"] }
    set { fields[list: "tags"] = newValue }
  }

  /// The start script, in base64.
  public var userData: String? {
    get { fields[optional: "userData"] }
    set { fields[optional: "userData"] = newValue }
  }
}

/// Where an instance runs.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 Placement`.
public struct Placement: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The zone.
  public var availabilityZone: String? {
    get { fields[optional: "availabilityZone"] }
    set { fields[optional: "availabilityZone"] = newValue }
  }

  /// The placement group.
  public var groupName: String? {
    get { fields[optional: "groupName"] }
    set { fields[optional: "groupName"] = newValue }
  }

  /// The dedicated host.
  public var hostID: String? {
    get { fields[optional: "hostID"] }
    set { fields[optional: "hostID"] = newValue }
  }

  /// The partition of the placement group.
  public var partitionNumber: Int? {
    get { fields[optional: "partitionNumber"] }
    set { fields[optional: "partitionNumber"] = newValue }
  }

  /// Whether hardware is shared with other accounts.
  public var tenancy: String? {
    get { fields[optional: "tenancy"] }
    set { fields[optional: "tenancy"] = newValue }
  }
}

/// How an instance is bought.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 InstanceMarketOptionsRequest`.
public struct InstanceMarketOptionsRequest: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The market.
  public var marketType: String? {
    get { fields[optional: "marketType"] }
    set { fields[optional: "marketType"] = newValue }
  }

  /// The terms for a spot instance.
  public var spotOptions: SpotMarketOptions? {
    get { fields[optional: "spotOptions"] }
    set { fields[optional: "spotOptions"] = newValue }
  }
}

/// The terms for a spot instance.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SpotMarketOptions`.
public struct SpotMarketOptions: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How long it is promised to run.
  public var blockDurationMinutes: Int? {
    get { fields[optional: "blockDurationMinutes"] }
    set { fields[optional: "blockDurationMinutes"] = newValue }
  }

  /// What happens when it is taken back.
  public var instanceInterruptionBehavior: String? {
    get { fields[optional: "instanceInterruptionBehavior"] }
    set { fields[optional: "instanceInterruptionBehavior"] = newValue }
  }

  /// The most to pay for an hour.
  public var maxPrice: String? {
    get { fields[optional: "maxPrice"] }
    set { fields[optional: "maxPrice"] = newValue }
  }

  /// Whether it is asked for again after an interruption.
  public var spotInstanceType: String? {
    get { fields[optional: "spotInstanceType"] }
    set { fields[optional: "spotInstanceType"] = newValue }
  }

  /// When the request ends.
  public var validUntil: Timestamp? {
    get { fields[optional: "validUntil"] }
    set { fields[optional: "validUntil"] = newValue }
  }
}

/// A volume of an instance.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 BlockDeviceMapping`.
public struct BlockDeviceMapping: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the device.
  public var deviceName: String? {
    get { fields[optional: "deviceName"] }
    set { fields[optional: "deviceName"] = newValue }
  }

  /// The volume.
  public var ebs: EBSBlockDevice? {
    get { fields[optional: "ebs"] }
    set { fields[optional: "ebs"] = newValue }
  }
}

/// An EBS volume.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 EBSBlockDevice`.
public struct EBSBlockDevice: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether it goes with the instance.
  public var deleteOnTermination: Bool? {
    get { fields[optional: "deleteOnTermination"] }
    set { fields[optional: "deleteOnTermination"] = newValue }
  }

  /// Whether it is encrypted.
  public var encrypted: Bool? {
    get { fields[optional: "encrypted"] }
    set { fields[optional: "encrypted"] = newValue }
  }

  /// Its operations a second.
  public var iops: Int? {
    get { fields[optional: "iops"] }
    set { fields[optional: "iops"] = newValue }
  }

  /// The key that encrypts it.
  public var kmsKeyID: String? {
    get { fields[optional: "kmsKeyID"] }
    set { fields[optional: "kmsKeyID"] = newValue }
  }

  /// The snapshot that it is made of.
  public var snapshotID: String? {
    get { fields[optional: "snapshotID"] }
    set { fields[optional: "snapshotID"] = newValue }
  }

  /// Its throughput, in MiB a second.
  public var throughput: Int? {
    get { fields[optional: "throughput"] }
    set { fields[optional: "throughput"] = newValue }
  }

  /// Its size, in GiB.
  public var volumeSize: Int? {
    get { fields[optional: "volumeSize"] }
    set { fields[optional: "volumeSize"] = newValue }
  }

  /// Its type, such as gp3.
  public var volumeType: String? {
    get { fields[optional: "volumeType"] }
    set { fields[optional: "volumeType"] = newValue }
  }
}

/// Names an IAM instance profile.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 IAMInstanceProfileReference`.
public struct IAMInstanceProfileReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Its ARN.
  public var arn: String? {
    get { fields[optional: "arn"] }
    set { fields[optional: "arn"] = newValue }
  }

  /// Its name.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }
}

/// Names a launch template.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 LaunchTemplateSpecification`.
public struct LaunchTemplateSpecification: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Its identifier.
  public var launchTemplateID: String? {
    get { fields[optional: "launchTemplateID"] }
    set { fields[optional: "launchTemplateID"] = newValue }
  }

  /// Its name.
  public var launchTemplateName: String? {
    get { fields[optional: "launchTemplateName"] }
    set { fields[optional: "launchTemplateName"] = newValue }
  }

  /// Its version.
  public var version: String? {
    get { fields[optional: "version"] }
    set { fields[optional: "version"] = newValue }
  }
}

/// Detailed monitoring of an instance.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 InstanceMonitoring`.
public struct InstanceMonitoring: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether it is on.
  public var enabled: Bool? {
    get { fields[optional: "enabled"] }
    set { fields[optional: "enabled"] = newValue }
  }
}

/// What an instance is.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 InstanceStatus`.
public struct InstanceStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where the instance lives in AWS.
  public var ackResourceMetadata: ResourceMetadata? {
    get { fields[optional: "ackResourceMetadata"] }
    set { fields[optional: "ackResourceMetadata"] = newValue }
  }

  /// The identifier: i-0...
  public var instanceID: String? {
    get { fields[optional: "instanceID"] }
    set { fields[optional: "instanceID"] = newValue }
  }

  /// The type.
  public var instanceType: String? {
    get { fields[optional: "instanceType"] }
    set { fields[optional: "instanceType"] = newValue }
  }

  /// How far the instance is in its life.
  public var state: InstanceState? {
    get { fields[optional: "state"] }
    set { fields[optional: "state"] = newValue }
  }

  /// Why the state last changed.
  public var stateReason: InstanceStateReason? {
    get { fields[optional: "stateReason"] }
    set { fields[optional: "stateReason"] = newValue }
  }

  /// Why the state last changed, in EC2's short form.
  public var stateTransitionReason: String? {
    get { fields[optional: "stateTransitionReason"] }
    set { fields[optional: "stateTransitionReason"] = newValue }
  }

  /// When it was launched.
  public var launchTime: Timestamp? {
    get { fields[optional: "launchTime"] }
    set { fields[optional: "launchTime"] = newValue }
  }

  /// The zone that it runs in.
  public var availabilityZone: String? {
    get { fields[optional: "availabilityZone"] }
    set { fields[optional: "availabilityZone"] = newValue }
  }

  /// ON_DEMAND or SPOT.
  public var capacityType: String? {
    get { fields[optional: "capacityType"] }
    set { fields[optional: "capacityType"] = newValue }
  }

  /// spot for a spot instance.
  public var instanceLifecycle: String? {
    get { fields[optional: "instanceLifecycle"] }
    set { fields[optional: "instanceLifecycle"] = newValue }
  }

  /// The primary private address.
  public var privateIPAddress: String? {
    get { fields[optional: "privateIPAddress"] }
    set { fields[optional: "privateIPAddress"] = newValue }
  }

  /// The private DNS name, which is also the node's name.
  public var privateDNSName: String? {
    get { fields[optional: "privateDNSName"] }
    set { fields[optional: "privateDNSName"] = newValue }
  }

  /// The public address.
  public var publicIPAddress: String? {
    get { fields[optional: "publicIPAddress"] }
    set { fields[optional: "publicIPAddress"] = newValue }
  }

  /// The public DNS name.
  public var publicDNSName: String? {
    get { fields[optional: "publicDNSName"] }
    set { fields[optional: "publicDNSName"] = newValue }
  }

  /// The subnet of the primary interface.
  public var subnetID: String? {
    get { fields[optional: "subnetID"] }
    set { fields[optional: "subnetID"] = newValue }
  }

  /// The VPC.
  public var vpcID: String? {
    get { fields[optional: "vpcID"] }
    set { fields[optional: "vpcID"] = newValue }
  }

  /// The place among instances launched together.
  public var amiLaunchIndex: Int? {
    get { fields[optional: "amiLaunchIndex"] }
    set { fields[optional: "amiLaunchIndex"] = newValue }
  }

  /// The processor architecture.
  public var architecture: String? {
    get { fields[optional: "architecture"] }
    set { fields[optional: "architecture"] = newValue }
  }

  /// Aspects of the state.
  public var conditions: [ResourceCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// The hypervisor.
  public var hypervisor: String? {
    get { fields[optional: "hypervisor"] }
    set { fields[optional: "hypervisor"] = newValue }
  }

  /// The platform.
  public var platformDetails: String? {
    get { fields[optional: "platformDetails"] }
    set { fields[optional: "platformDetails"] = newValue }
  }

  /// The root device.
  public var rootDeviceName: String? {
    get { fields[optional: "rootDeviceName"] }
    set { fields[optional: "rootDeviceName"] = newValue }
  }

  /// The type of the root device.
  public var rootDeviceType: String? {
    get { fields[optional: "rootDeviceType"] }
    set { fields[optional: "rootDeviceType"] = newValue }
  }

  /// When a spot instance will be taken back (a field of this simulation).
  public var spotInterruptionTime: Timestamp? {
    get { fields[optional: "spotInterruptionTime"] }
    set { fields[optional: "spotInterruptionTime"] = newValue }
  }

  /// The security groups of the primary interface.
  public var securityGroups: [SecurityGroupIdentifier] {
    get { fields[list: "securityGroups"] }
    set { fields[list: "securityGroups"] = newValue }
  }
}

/// How far an instance is in its life.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 InstanceState`.
public struct InstanceState: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// 0 pending, 16 running, 32 shutting-down, 48 terminated, 64 stopping, 80 stopped.
  public var code: Int? {
    get { fields[optional: "code"] }
    set { fields[optional: "code"] = newValue }
  }

  /// pending, running, shutting-down, terminated, stopping or stopped.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }
}

/// Why the state of an instance changed.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 InstanceStateReason`.
public struct InstanceStateReason: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The reason, for programs.
  public var code: String? {
    get { fields[optional: "code"] }
    set { fields[optional: "code"] = newValue }
  }

  /// The reason, for people.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }
}

/// Names a security group.
///
/// ACK: `ec2.services.k8s.aws/v1alpha1 SecurityGroupIdentifier`.
public struct SecurityGroupIdentifier: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Its identifier.
  public var groupID: String? {
    get { fields[optional: "groupID"] }
    set { fields[optional: "groupID"] = newValue }
  }

  /// Its name.
  public var groupName: String? {
    get { fields[optional: "groupName"] }
    set { fields[optional: "groupName"] = newValue }
  }
}
