extension Schemas {
  static let eksV1Alpha1NodeGroup = #"""
    api eks.services.k8s.aws/v1alpha1 aws.k8s.services.eks.v1alpha1

    kind NodeGroup plural(nodegroups) short(ng) aliases(Nodegroup) subresources(status)
        "Nodes of one making that EKS launches, replaces and updates as a group."
      spec    NodeGroupSpec    "What the group should be."
      status  NodeGroupStatus  "What the group is."
      column "Cluster"         string   path({.spec.clusterName}{.spec.clusterRef.from.name})
      column "Version"         string   path(.spec.version)
      column "Status"          string   path(.status.status)
      column "ReleaseVersion"  string   path(.spec.releaseVersion)  priority(1)
      column "DesiredSize"     integer  path(.spec.scalingConfig.desiredSize)
      column "MinSize"         integer  path(.spec.scalingConfig.minSize)
      column "MaxSize"         integer  path(.spec.scalingConfig.maxSize)
      column "DiskSize"        integer  path(.spec.diskSize)  priority(1)
      column "Synced"  string  path(.status.conditions[?(@.type=="ACK.ResourceSynced")].status)
      column "Age"             date     path(.metadata.creationTimestamp)

    type NodeGroupSpec "What a node group should be."
      name                string                   required immutable max-length(63)
          "The name of the group in EKS."
      clusterName         string                   immutable  "The cluster that the nodes join."
      clusterRef          ResourceReference
          "The cluster as a Kubernetes object, in place of clusterName."
      nodeRole            string                   immutable  "The IAM role of the nodes."
      nodeRoleRef         ResourceReference        "The role as a Kubernetes object."
      subnets             [string]                 immutable  "The subnets that nodes may be launched in."
      subnetRefs          [ResourceReference]      "The subnets as Kubernetes objects."
      scalingConfig       NodeGroupScalingConfig   "How many nodes there are."
      instanceTypes       [string]                 immutable max-items(20)
          "The EC2 instance types to choose from; t3.medium when none is given."
      capacityType        string                   immutable enum(ON_DEMAND SPOT CAPACITY_BLOCK)
          "How the instances are bought; ON_DEMAND when not given."
      amiType             string                   immutable
          enum(AL2_x86_64 AL2_x86_64_GPU AL2_ARM_64 CUSTOM BOTTLEROCKET_ARM_64 BOTTLEROCKET_x86_64
          BOTTLEROCKET_ARM_64_FIPS BOTTLEROCKET_x86_64_FIPS BOTTLEROCKET_ARM_64_NVIDIA BOTTLEROCKET_x86_64_NVIDIA
          BOTTLEROCKET_ARM_64_NVIDIA_FIPS BOTTLEROCKET_x86_64_NVIDIA_FIPS WINDOWS_CORE_2019_x86_64
          WINDOWS_FULL_2019_x86_64 WINDOWS_CORE_2022_x86_64 WINDOWS_FULL_2022_x86_64 WINDOWS_CORE_2025_x86_64
          WINDOWS_FULL_2025_x86_64 AL2023_x86_64_STANDARD AL2023_ARM_64_STANDARD AL2023_x86_64_NEURON
          AL2023_x86_64_NVIDIA AL2023_ARM_64_NVIDIA)
          "The family of the machine image."
      diskSize            int64                    immutable min(1)
          "The size of the root volume, in GiB."
      labels              map[string]              "Labels of the nodes."
      taints              [NodeGroupTaint]         max-items(50)  "Taints of the nodes."
      launchTemplate      LaunchTemplateReference
          "An EC2 launch template that says more about the instances."
      remoteAccess        NodeGroupRemoteAccess    immutable  "Who may log in to the nodes."
      releaseVersion      string
          "The release of the machine image, such as 1.36.0-20260801."
      version             string
          "The Kubernetes version of the nodes; by default the cluster's."
      updateConfig        NodeGroupUpdateConfig    "How many nodes are replaced at a time in an update."
      nodeRepairConfig    NodeRepairConfig         "Whether ailing nodes are replaced."
      warmPoolConfig      WarmPoolConfig           "Instances that are prepared in advance."
      tags                map[string]
          "Tags of the group in AWS; instances do not inherit them."
      clientRequestToken  string                   "Makes a repeated creation harmless."

    type NodeGroupScalingConfig "How many nodes a group has."
      desiredSize  int64  min(0)  "The number of nodes wanted now; a cluster autoscaler changes it."
      maxSize      int64  min(1)  "The greatest number of nodes."
      minSize      int64  min(0)  "The least number of nodes."

    type NodeGroupTaint "A taint of the nodes of a group."
      effect  string  enum(NO_SCHEDULE NO_EXECUTE PREFER_NO_SCHEDULE)
          "What happens to pods that do not tolerate it."
      key     string  max-length(63)  "The key of the taint."
      value   string  max-length(63)  "The value of the taint."

    type LaunchTemplateReference "Names an EC2 launch template, by its identifier or by its name."
      id       string  "The identifier of the template."
      name     string  "The name of the template."
      version  string  "The version of the template; by default the template's default one."

    type NodeGroupRemoteAccess "Who may log in to the nodes of a group."
      ec2SshKey               string               "The name of the SSH key pair."
      sourceSecurityGroups    [string]             "The security groups from which SSH is let in."
      sourceSecurityGroupRefs [ResourceReference]  "The same groups as Kubernetes objects."

    type NodeGroupUpdateConfig "How many nodes are replaced at a time: exactly one of the first two is given."
      maxUnavailable            int64   min(1) max(100)  "The number of nodes."
      maxUnavailablePercentage  int64   min(1) max(100)  "The share of the group's nodes, in percent."
      updateStrategy            string  enum(DEFAULT MINIMAL)
          "Whether new nodes are launched before old ones go, or after."

    type NodeRepairConfig "Whether ailing nodes are replaced."
      enabled                             bool    "Whether they are."
      maxUnhealthyNodeThresholdCount      int64   min(0)
          "Repairs stop when more nodes than that are ailing."
      maxUnhealthyNodeThresholdPercentage int64   min(1) max(100)
          "Repairs stop when a greater share of the nodes is ailing."
      maxParallelNodesRepairedCount       int64   min(0)
          "How many nodes are repaired at once."
      maxParallelNodesRepairedPercentage  int64   min(1) max(100)
          "Which share of the nodes is repaired at once."
      nodeRepairConfigOverrides           [NodeRepairOverride]
          "What is done about a condition with a certain reason."

    type NodeRepairOverride "What is done about a condition of a node with a certain reason."
      nodeMonitoringCondition  string  required  "The type of the condition."
      nodeUnhealthyReason      string  required  "Its reason."
      minRepairWaitTimeMins    int64   required min(1)
          "How long the condition has to last, in minutes."
      repairAction             string  required enum(Replace Reboot NoAction)
          "What is done (here a node that is to be rebooted is replaced)."

    type WarmPoolConfig "Instances that are prepared in advance."
      enabled                   bool    "Whether there is a warm pool."
      maxGroupPreparedCapacity  int64   min(0)
          "The greatest number of instances, those in service included."
      minSize                   int64   min(0)  "The least number of instances in the pool."
      poolState                 string  enum(STOPPED RUNNING HIBERNATED)
          "The state that the instances wait in."
      reuseOnScaleIn            bool    "Whether instances go back to the pool when the group shrinks."

    type NodeGroupStatus "What a node group is."
      ackResourceMetadata  ResourceMetadata     "Where the group lives in AWS."
      conditions           [ResourceCondition]  "Aspects of the state."
      createdAt            time                 "When the group was made."
      modifiedAt           time                 "When the group was last changed."
      desiredSize          int64                "The number of nodes that EKS is working towards."
      health               NodeGroupHealth      "What is wrong, if something is."
      resources            NodeGroupResources   "The AWS resources behind the group."
      status               string
          "CREATING, ACTIVE, UPDATING, DELETING, CREATE_FAILED, DELETE_FAILED or DEGRADED."

    type NodeGroupHealth "What is wrong with a node group."
      issues  [NodeGroupIssue]  "The issues."

    type NodeGroupIssue "One thing that is wrong with a node group."
      code         string
          "The kind of issue, such as InsufficientFreeAddresses or NodeCreationFailure."
      message      string    "An explanation."
      resourceIDs  [string]  "The AWS resources that it is about."

    type NodeGroupResources "The AWS resources behind a node group."
      autoScalingGroups          [AutoScalingGroupReference]  "The Auto Scaling groups."
      remoteAccessSecurityGroup  string                       "The security group made for SSH."

    type AutoScalingGroupReference "Names an Auto Scaling group."
      name  string  "The name of the group."
    """#
}
