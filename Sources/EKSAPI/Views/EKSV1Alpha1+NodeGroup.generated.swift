// Generated from Sources/EKSAPI/Schemas/EKSV1Alpha1+NodeGroup.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Nodes of one making that EKS launches, replaces and updates as a group.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 NodeGroup`.
public struct NodeGroup: Resource {
  public static let definition = ResourceDefinition(
    group: "eks.services.k8s.aws", version: "v1alpha1", kind: "NodeGroup", plural: "nodegroups", shortNames:
    ["ng"], subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the group should be.
  public var spec: NodeGroupSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What the group is.
  public var status: NodeGroupStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// What a node group should be.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 NodeGroupSpec`.
public struct NodeGroupSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the group in EKS.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The cluster that the nodes join.
  public var clusterName: String? {
    get { fields[optional: "clusterName"] }
    set { fields[optional: "clusterName"] = newValue }
  }

  /// The cluster as a Kubernetes object, in place of clusterName.
  public var clusterRef: ResourceReference? {
    get { fields[optional: "clusterRef"] }
    set { fields[optional: "clusterRef"] = newValue }
  }

  /// The IAM role of the nodes.
  public var nodeRole: String? {
    get { fields[optional: "nodeRole"] }
    set { fields[optional: "nodeRole"] = newValue }
  }

  /// The role as a Kubernetes object.
  public var nodeRoleRef: ResourceReference? {
    get { fields[optional: "nodeRoleRef"] }
    set { fields[optional: "nodeRoleRef"] = newValue }
  }

  /// The subnets that nodes may be launched in.
  public var subnets: [String] {
    get { fields[list: "subnets"] }
    set { fields[list: "subnets"] = newValue }
  }

  /// The subnets as Kubernetes objects.
  public var subnetRefs: [ResourceReference] {
    get { fields[list: "subnetRefs"] }
    set { fields[list: "subnetRefs"] = newValue }
  }

  /// How many nodes there are.
  public var scalingConfig: NodeGroupScalingConfig? {
    get { fields[optional: "scalingConfig"] }
    set { fields[optional: "scalingConfig"] = newValue }
  }

  /// The EC2 instance types to choose from; t3.medium when none is given.
  public var instanceTypes: [String] {
    get { fields[list: "instanceTypes"] }
    set { fields[list: "instanceTypes"] = newValue }
  }

  /// How the instances are bought; ON_DEMAND when not given.
  public var capacityType: String? {
    get { fields[optional: "capacityType"] }
    set { fields[optional: "capacityType"] = newValue }
  }

  /// The family of the machine image.
  public var amiType: String? {
    get { fields[optional: "amiType"] }
    set { fields[optional: "amiType"] = newValue }
  }

  /// The size of the root volume, in GiB.
  public var diskSize: Int? {
    get { fields[optional: "diskSize"] }
    set { fields[optional: "diskSize"] = newValue }
  }

  /// Labels of the nodes.
  public var labels: StringMap {
    get { fields[map: "labels"] }
    set { fields[map: "labels"] = newValue }
  }

  /// Taints of the nodes.
  public var taints: [NodeGroupTaint] {
    get { fields[list: "taints"] }
    set { fields[list: "taints"] = newValue }
  }

  /// An EC2 launch template that says more about the instances.
  public var launchTemplate: LaunchTemplateReference? {
    get { fields[optional: "launchTemplate"] }
    set { fields[optional: "launchTemplate"] = newValue }
  }

  /// Who may log in to the nodes.
  public var remoteAccess: NodeGroupRemoteAccess? {
    get { fields[optional: "remoteAccess"] }
    set { fields[optional: "remoteAccess"] = newValue }
  }

  /// The release of the machine image, such as 1.36.0-20260801.
  public var releaseVersion: String? {
    get { fields[optional: "releaseVersion"] }
    set { fields[optional: "releaseVersion"] = newValue }
  }

  /// The Kubernetes version of the nodes; by default the cluster's.
  public var version: String? {
    get { fields[optional: "version"] }
    set { fields[optional: "version"] = newValue }
  }

  /// How many nodes are replaced at a time in an update.
  public var updateConfig: NodeGroupUpdateConfig? {
    get { fields[optional: "updateConfig"] }
    set { fields[optional: "updateConfig"] = newValue }
  }

  /// Whether ailing nodes are replaced.
  public var nodeRepairConfig: NodeRepairConfig? {
    get { fields[optional: "nodeRepairConfig"] }
    set { fields[optional: "nodeRepairConfig"] = newValue }
  }

  /// Instances that are prepared in advance.
  public var warmPoolConfig: WarmPoolConfig? {
    get { fields[optional: "warmPoolConfig"] }
    set { fields[optional: "warmPoolConfig"] = newValue }
  }

  /// Tags of the group in AWS; instances do not inherit them.
  public var tags: StringMap {
    get { fields[map: "tags"] }
    set { fields[map: "tags"] = newValue }
  }

  /// Makes a repeated creation harmless.
  public var clientRequestToken: String? {
    get { fields[optional: "clientRequestToken"] }
    set { fields[optional: "clientRequestToken"] = newValue }
  }
}

/// How many nodes a group has.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 NodeGroupScalingConfig`.
public struct NodeGroupScalingConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The number of nodes wanted now; a cluster autoscaler changes it.
  public var desiredSize: Int? {
    get { fields[optional: "desiredSize"] }
    set { fields[optional: "desiredSize"] = newValue }
  }

  /// The greatest number of nodes.
  public var maxSize: Int? {
    get { fields[optional: "maxSize"] }
    set { fields[optional: "maxSize"] = newValue }
  }

  /// The least number of nodes.
  public var minSize: Int? {
    get { fields[optional: "minSize"] }
    set { fields[optional: "minSize"] = newValue }
  }
}

/// A taint of the nodes of a group.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 NodeGroupTaint`.
public struct NodeGroupTaint: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What happens to pods that do not tolerate it.
  public var effect: String? {
    get { fields[optional: "effect"] }
    set { fields[optional: "effect"] = newValue }
  }

  /// The key of the taint.
  public var key: String? {
    get { fields[optional: "key"] }
    set { fields[optional: "key"] = newValue }
  }

  /// The value of the taint.
  public var value: String? {
    get { fields[optional: "value"] }
    set { fields[optional: "value"] = newValue }
  }
}

/// Names an EC2 launch template, by its identifier or by its name.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 LaunchTemplateReference`.
public struct LaunchTemplateReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The identifier of the template.
  public var id: String? {
    get { fields[optional: "id"] }
    set { fields[optional: "id"] = newValue }
  }

  /// The name of the template.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// The version of the template; by default the template's default one.
  public var version: String? {
    get { fields[optional: "version"] }
    set { fields[optional: "version"] = newValue }
  }
}

/// Who may log in to the nodes of a group.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 NodeGroupRemoteAccess`.
public struct NodeGroupRemoteAccess: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the SSH key pair.
  public var ec2SshKey: String? {
    get { fields[optional: "ec2SshKey"] }
    set { fields[optional: "ec2SshKey"] = newValue }
  }

  /// The security groups from which SSH is let in.
  public var sourceSecurityGroups: [String] {
    get { fields[list: "sourceSecurityGroups"] }
    set { fields[list: "sourceSecurityGroups"] = newValue }
  }

  /// The same groups as Kubernetes objects.
  public var sourceSecurityGroupRefs: [ResourceReference] {
    get { fields[list: "sourceSecurityGroupRefs"] }
    set { fields[list: "sourceSecurityGroupRefs"] = newValue }
  }
}

/// How many nodes are replaced at a time: exactly one of the first two is given.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 NodeGroupUpdateConfig`.
public struct NodeGroupUpdateConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The number of nodes.
  public var maxUnavailable: Int? {
    get { fields[optional: "maxUnavailable"] }
    set { fields[optional: "maxUnavailable"] = newValue }
  }

  /// The share of the group's nodes, in percent.
  public var maxUnavailablePercentage: Int? {
    get { fields[optional: "maxUnavailablePercentage"] }
    set { fields[optional: "maxUnavailablePercentage"] = newValue }
  }

  /// Whether new nodes are launched before old ones go, or after.
  public var updateStrategy: String? {
    get { fields[optional: "updateStrategy"] }
    set { fields[optional: "updateStrategy"] = newValue }
  }
}

/// Whether ailing nodes are replaced.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 NodeRepairConfig`.
public struct NodeRepairConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether they are.
  public var enabled: Bool? {
    get { fields[optional: "enabled"] }
    set { fields[optional: "enabled"] = newValue }
  }

  /// Repairs stop when more nodes than that are ailing.
  public var maxUnhealthyNodeThresholdCount: Int? {
    get { fields[optional: "maxUnhealthyNodeThresholdCount"] }
    set { fields[optional: "maxUnhealthyNodeThresholdCount"] = newValue }
  }

  /// Repairs stop when a greater share of the nodes is ailing.
  public var maxUnhealthyNodeThresholdPercentage: Int? {
    get { fields[optional: "maxUnhealthyNodeThresholdPercentage"] }
    set { fields[optional: "maxUnhealthyNodeThresholdPercentage"] = newValue }
  }

  /// How many nodes are repaired at once.
  public var maxParallelNodesRepairedCount: Int? {
    get { fields[optional: "maxParallelNodesRepairedCount"] }
    set { fields[optional: "maxParallelNodesRepairedCount"] = newValue }
  }

  /// Which share of the nodes is repaired at once.
  public var maxParallelNodesRepairedPercentage: Int? {
    get { fields[optional: "maxParallelNodesRepairedPercentage"] }
    set { fields[optional: "maxParallelNodesRepairedPercentage"] = newValue }
  }

  /// What is done about a condition with a certain reason.
  public var nodeRepairConfigOverrides: [NodeRepairOverride] {
    get { fields[list: "nodeRepairConfigOverrides"] }
    set { fields[list: "nodeRepairConfigOverrides"] = newValue }
  }
}

/// What is done about a condition of a node with a certain reason.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 NodeRepairOverride`.
public struct NodeRepairOverride: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The type of the condition.
  public var nodeMonitoringCondition: String {
    get { fields[required: "nodeMonitoringCondition", empty: ""] }
    set { fields[required: "nodeMonitoringCondition", empty: ""] = newValue }
  }

  /// Its reason.
  public var nodeUnhealthyReason: String {
    get { fields[required: "nodeUnhealthyReason", empty: ""] }
    set { fields[required: "nodeUnhealthyReason", empty: ""] = newValue }
  }

  /// How long the condition has to last, in minutes.
  public var minRepairWaitTimeMins: Int {
    get { fields[required: "minRepairWaitTimeMins", empty: 0] }
    set { fields[required: "minRepairWaitTimeMins", empty: 0] = newValue }
  }

  /// What is done (here a node that is to be rebooted is replaced).
  public var repairAction: String {
    get { fields[required: "repairAction", empty: ""] }
    set { fields[required: "repairAction", empty: ""] = newValue }
  }
}

/// Instances that are prepared in advance.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 WarmPoolConfig`.
public struct WarmPoolConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether there is a warm pool.
  public var enabled: Bool? {
    get { fields[optional: "enabled"] }
    set { fields[optional: "enabled"] = newValue }
  }

  /// The greatest number of instances, those in service included.
  public var maxGroupPreparedCapacity: Int? {
    get { fields[optional: "maxGroupPreparedCapacity"] }
    set { fields[optional: "maxGroupPreparedCapacity"] = newValue }
  }

  /// The least number of instances in the pool.
  public var minSize: Int? {
    get { fields[optional: "minSize"] }
    set { fields[optional: "minSize"] = newValue }
  }

  /// The state that the instances wait in.
  public var poolState: String? {
    get { fields[optional: "poolState"] }
    set { fields[optional: "poolState"] = newValue }
  }

  /// Whether instances go back to the pool when the group shrinks.
  public var reuseOnScaleIn: Bool? {
    get { fields[optional: "reuseOnScaleIn"] }
    set { fields[optional: "reuseOnScaleIn"] = newValue }
  }
}

/// What a node group is.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 NodeGroupStatus`.
public struct NodeGroupStatus: ObjectView {
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

  /// When the group was made.
  public var createdAt: Timestamp? {
    get { fields[optional: "createdAt"] }
    set { fields[optional: "createdAt"] = newValue }
  }

  /// When the group was last changed.
  public var modifiedAt: Timestamp? {
    get { fields[optional: "modifiedAt"] }
    set { fields[optional: "modifiedAt"] = newValue }
  }

  /// The number of nodes that EKS is working towards.
  public var desiredSize: Int? {
    get { fields[optional: "desiredSize"] }
    set { fields[optional: "desiredSize"] = newValue }
  }

  /// What is wrong, if something is.
  public var health: NodeGroupHealth? {
    get { fields[optional: "health"] }
    set { fields[optional: "health"] = newValue }
  }

  /// The AWS resources behind the group.
  public var resources: NodeGroupResources? {
    get { fields[optional: "resources"] }
    set { fields[optional: "resources"] = newValue }
  }

  /// CREATING, ACTIVE, UPDATING, DELETING, CREATE_FAILED, DELETE_FAILED or DEGRADED.
  public var status: String? {
    get { fields[optional: "status"] }
    set { fields[optional: "status"] = newValue }
  }
}

/// What is wrong with a node group.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 NodeGroupHealth`.
public struct NodeGroupHealth: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The issues.
  public var issues: [NodeGroupIssue] {
    get { fields[list: "issues"] }
    set { fields[list: "issues"] = newValue }
  }
}

/// One thing that is wrong with a node group.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 NodeGroupIssue`.
public struct NodeGroupIssue: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The kind of issue, such as InsufficientFreeAddresses or NodeCreationFailure.
  public var code: String? {
    get { fields[optional: "code"] }
    set { fields[optional: "code"] = newValue }
  }

  /// An explanation.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// The AWS resources that it is about.
  public var resourceIDs: [String] {
    get { fields[list: "resourceIDs"] }
    set { fields[list: "resourceIDs"] = newValue }
  }
}

/// The AWS resources behind a node group.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 NodeGroupResources`.
public struct NodeGroupResources: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The Auto Scaling groups.
  public var autoScalingGroups: [AutoScalingGroupReference] {
    get { fields[list: "autoScalingGroups"] }
    set { fields[list: "autoScalingGroups"] = newValue }
  }

  /// The security group made for SSH.
  public var remoteAccessSecurityGroup: String? {
    get { fields[optional: "remoteAccessSecurityGroup"] }
    set { fields[optional: "remoteAccessSecurityGroup"] = newValue }
  }
}

/// Names an Auto Scaling group.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 AutoScalingGroupReference`.
public struct AutoScalingGroupReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the group.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }
}
