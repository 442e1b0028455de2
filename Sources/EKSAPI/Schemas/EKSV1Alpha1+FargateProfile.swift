extension Schemas {
  static let eksV1Alpha1FargateProfile = #"""
    api eks.services.k8s.aws/v1alpha1 aws.k8s.services.eks.v1alpha1

    kind FargateProfile subresources(status) "Says which pods run on Fargate, and in which subnets."
      spec    FargateProfileSpec    "What the profile should be; it cannot be changed once made."
      status  FargateProfileStatus  "What the profile is."
      column "Cluster"              string  path({.spec.clusterName}{.spec.clusterRef.from.name})
      column "Status"               string  path(.status.status)
      column "PodExecutionRoleARN"  string  path(.spec.podExecutionRoleARN)  priority(1)
      column "Synced"  string  path(.status.conditions[?(@.type=="ACK.ResourceSynced")].status)
      column "Age"                  date    path(.metadata.creationTimestamp)

    type FargateProfileSpec "What a Fargate profile should be."
      name                 string                    required immutable  "The name of the profile in EKS."
      clusterName          string                    immutable  "The cluster of the profile."
      clusterRef           ResourceReference
          "The cluster as a Kubernetes object, in place of clusterName."
      podExecutionRoleARN  string                    immutable
          "The IAM role that the kubelets of Fargate act under."
      podExecutionRoleRef  ResourceReference         "The role as a Kubernetes object."
      selectors            [FargateProfileSelector]  immutable max-items(5)
          "A pod that fits one of them runs on Fargate."
      subnets              [string]                  immutable
          "The private subnets that pods get their addresses from."
      subnetRefs           [ResourceReference]       "The subnets as Kubernetes objects."
      tags                 map[string]               "Tags of the profile in AWS."
      clientRequestToken   string                    "Makes a repeated creation harmless."

    type FargateProfileSelector "Chooses pods by namespace and labels; * and ? are wildcards."
      labels     map[string]  "Labels that the pod must have; at most five."
      namespace  string       "The namespace of the pod."

    type FargateProfileStatus "What a Fargate profile is."
      ackResourceMetadata  ResourceMetadata      "Where the profile lives in AWS."
      conditions           [ResourceCondition]   "Aspects of the state."
      createdAt            time                  "When the profile was made."
      health               FargateProfileHealth  "What is wrong, if something is."
      status               string
          "CREATING, ACTIVE, DELETING, CREATE_FAILED or DELETE_FAILED."

    type FargateProfileHealth "What is wrong with a Fargate profile."
      issues  [FargateProfileIssue]  "The issues."

    type FargateProfileIssue "One thing that is wrong with a Fargate profile."
      code         string    "The kind of issue, such as PodExecutionRoleAlreadyInUse or AccessDenied."
      message      string    "An explanation."
      resourceIDs  [string]  "The AWS resources that it is about."
    """#
}
