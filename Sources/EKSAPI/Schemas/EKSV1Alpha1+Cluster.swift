extension Schemas {
  static let eksV1Alpha1Cluster = #"""
    api eks.services.k8s.aws/v1alpha1 aws.k8s.services.eks.v1alpha1

    kind Cluster subresources(status) "An EKS cluster: the record of a control plane on the AWS side."
      spec    ClusterSpec    "What the cluster should be."
      status  ClusterStatus  "What the cluster is."
      column "Version"          string  path(.spec.version)
      column "Status"           string  path(.status.status)
      column "PlatformVersion"  string  path(.status.platformVersion)  priority(1)
      column "Endpoint"         string  path(.status.endpoint)  priority(1)
      column "Synced"  string  path(.status.conditions[?(@.type=="ACK.ResourceSynced")].status)  priority(1)
      column "Age"              date    path(.metadata.creationTimestamp)

    type ClusterSpec "What an EKS cluster should be."
      name                        string                  required immutable max-length(100)
          "The name of the cluster in EKS."
      roleARN                     string
          "The IAM role that the control plane acts under."
      roleRef                     ResourceReference
          "The role as a Kubernetes object, in place of roleARN."
      version                     string                  "The Kubernetes version, such as 1.36."
      resourcesVPCConfig          ClusterVPCConfig        required
          "The subnets and security groups of the control plane, and who reaches its endpoint."
      kubernetesNetworkConfig     KubernetesNetworkConfig  "The addresses of services."
      accessConfig                ClusterAccessConfig     "How callers are told apart and let in."
      bootstrapSelfManagedAddons  bool
          "Whether the default add-ons are installed at creation."
      clientRequestToken          string                  "Makes a repeated creation harmless."
      computeConfig               ClusterComputeConfig    "EKS Auto Mode's compute."
      controlPlaneScalingConfig   ControlPlaneScalingConfig  "The size of the control plane."
      deletionProtection          bool                    "Refuses to delete the cluster while true."
      encryptionConfig            [ClusterEncryptionConfig]
          "Which resources are encrypted, and by which key."
      logging                     ClusterLogging          "Which logs of the control plane are kept."
      outpostConfig               ClusterOutpostConfig    "Places the control plane on an Outpost."
      remoteNetworkConfig         RemoteNetworkConfig     "The networks of hybrid nodes and their pods."
      storageConfig               ClusterStorageConfig    "EKS Auto Mode's storage."
      tags                        map[string]             "Tags of the cluster in AWS."
      upgradePolicy               ClusterUpgradePolicy    "What happens at the end of standard support."
      zonalShiftConfig            ZonalShiftConfig
          "Whether traffic may be moved away from an ailing zone."

    type ClusterVPCConfig "The network of a control plane."
      endpointPrivateAccess  bool                 default(false)
          "Whether the endpoint is reached from inside the VPC."
      endpointPublicAccess   bool                 default(true)
          "Whether the endpoint is reached from the internet."
      publicAccessCIDRs      [string]             "The addresses that may reach the public endpoint."
      securityGroupIDs       [string]             max-items(5)
          "Further security groups of the control plane's interfaces."
      securityGroupRefs      [ResourceReference]  "Further security groups, as Kubernetes objects."
      subnetIDs              [string]
          "Subnets, in two zones at least, for the control plane's interfaces."
      subnetRefs             [ResourceReference]  "The subnets, as Kubernetes objects."

    type KubernetesNetworkConfig "The addresses of services."
      elasticLoadBalancing  ElasticLoadBalancingConfig  "EKS Auto Mode's load balancers."
      ipFamily              string                      enum(ipv4 ipv6)
          "The family of pod and service addresses."
      serviceIPv4CIDR       string                      format(cidr)
          "The range of IPv4 service addresses."
      serviceIPv6CIDR       string                      format(cidr)
          "The range of IPv6 service addresses."

    type ElasticLoadBalancingConfig "EKS Auto Mode's load balancers."
      enabled  bool  "Whether they are on."

    type ClusterAccessConfig "How callers are told apart and let in."
      authenticationMode  string  enum(API API_AND_CONFIG_MAP CONFIG_MAP)
          "Where the grants stand: access entries, the aws-auth ConfigMap, or both."
      bootstrapClusterCreatorAdminPermissions  bool
          "Whether who creates the cluster becomes its administrator."

    type ClusterComputeConfig "EKS Auto Mode's compute."
      enabled      bool               "Whether it is on."
      nodePools    [string]           "The built-in node pools to use."
      nodeRoleARN  string             "The IAM role of its nodes."
      nodeRoleRef  ResourceReference  "The role as a Kubernetes object."

    type ControlPlaneScalingConfig "The size of a control plane."
      tier  string  "The name of the size."

    type ClusterEncryptionConfig "Which resources are encrypted, and by which key."
      provider   EncryptionProvider  "The key."
      resources  [string]            "The resources to encrypt: secrets."

    type EncryptionProvider "A key of AWS KMS."
      keyARN  string             "The ARN of the key."
      keyRef  ResourceReference  "The key as a Kubernetes object."

    type ClusterLogging "Which logs of the control plane are kept."
      clusterLogging  [ClusterLogSetup]  "One entry for the kinds of logs that share a setting."

    type ClusterLogSetup "A setting for some kinds of logs."
      enabled  bool      "Whether these logs are kept."
      types    [string]  "The kinds: api, audit, authenticator, controllerManager, scheduler."

    type ClusterOutpostConfig "Places a control plane on an Outpost."
      controlPlaneInstanceType  string                        "The type of its instances."
      controlPlanePlacement     ClusterControlPlanePlacement  "The placement group of its instances."
      outpostARNs               [string]                      "The Outposts."

    type ClusterControlPlanePlacement "The placement of a control plane on an Outpost."
      groupName  string  "The placement group."

    type RemoteNetworkConfig "The networks of hybrid nodes and their pods."
      remoteNodeNetworks  [RemoteNetwork]  "The networks of the nodes."
      remotePodNetworks   [RemoteNetwork]  "The networks of the pods."

    type RemoteNetwork "Ranges of addresses outside of AWS."
      cidrs  [string]  "The ranges."

    type ClusterStorageConfig "EKS Auto Mode's storage."
      blockStorage  ClusterBlockStorage  "Its block storage."

    type ClusterBlockStorage "EKS Auto Mode's block storage."
      enabled  bool  "Whether it is on."

    type ClusterUpgradePolicy "What happens at the end of standard support."
      supportType  string  enum(STANDARD EXTENDED)
          "Whether the cluster moves on or pays for extended support."

    type ZonalShiftConfig "Whether traffic may be moved away from an ailing zone."
      enabled  bool  "Whether it may."

    type ClusterStatus "What an EKS cluster is."
      ackResourceMetadata   ResourceMetadata      "Where the cluster lives in AWS."
      certificateAuthority  ClusterCertificate    "The authority that signed the endpoint's certificate."
      conditions            [ResourceCondition]   "Aspects of the state."
      createdAt             time                  "When the cluster was made."
      endpoint              string                "The URL of the API server."
      health                ClusterHealth         "What is wrong, if something is."
      id                    string                "The identifier of a cluster on an Outpost."
      identity              ClusterIdentity       "Who vouches for service accounts."
      platformVersion       string                "EKS' own version of the control plane, such as eks.3."
      status                string
          "CREATING, ACTIVE, UPDATING, DELETING, PENDING or FAILED."
      vpcID                 string                "The VPC of the subnets."
      clusterSecurityGroupID  string              "The security group that EKS made for the cluster."

    type ClusterCertificate "A certificate authority."
      data  string  "The certificate in PEM, in base64."

    type ClusterHealth "What is wrong with a cluster."
      issues  [ClusterIssue]  "The issues."

    type ClusterIssue "One thing that is wrong with a cluster."
      code         string    "The kind of issue."
      message      string    "An explanation."
      resourceIDs  [string]  "The AWS resources that it is about."

    type ClusterIdentity "Who vouches for service accounts."
      oidc  OIDCIdentity  "The OpenID Connect provider."

    type OIDCIdentity "An OpenID Connect provider."
      issuer  string  "The URL of the issuer."
    """#
}
