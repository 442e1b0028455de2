// Generated from Sources/EKSAPI/Schemas/EKSV1Alpha1+Cluster.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// An EKS cluster: the record of a control plane on the AWS side.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 Cluster`.
public struct Cluster: Resource {
  public static let definition = ResourceDefinition(
    group: "eks.services.k8s.aws", version: "v1alpha1", kind: "Cluster", plural: "clusters", subresources:
    ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the cluster should be.
  public var spec: ClusterSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What the cluster is.
  public var status: ClusterStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// What an EKS cluster should be.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterSpec`.
public struct ClusterSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the cluster in EKS.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The IAM role that the control plane acts under.
  public var roleARN: String? {
    get { fields[optional: "roleARN"] }
    set { fields[optional: "roleARN"] = newValue }
  }

  /// The role as a Kubernetes object, in place of roleARN.
  public var roleRef: ResourceReference? {
    get { fields[optional: "roleRef"] }
    set { fields[optional: "roleRef"] = newValue }
  }

  /// The Kubernetes version, such as 1.36.
  public var version: String? {
    get { fields[optional: "version"] }
    set { fields[optional: "version"] = newValue }
  }

  /// The subnets and security groups of the control plane, and who reaches its endpoint.
  public var resourcesVPCConfig: ClusterVPCConfig {
    get { fields[view: "resourcesVPCConfig"] }
    set { fields[view: "resourcesVPCConfig"] = newValue }
    _modify { yield &fields[view: "resourcesVPCConfig"] }
  }

  /// The addresses of services.
  public var kubernetesNetworkConfig: KubernetesNetworkConfig? {
    get { fields[optional: "kubernetesNetworkConfig"] }
    set { fields[optional: "kubernetesNetworkConfig"] = newValue }
  }

  /// How callers are told apart and let in.
  public var accessConfig: ClusterAccessConfig? {
    get { fields[optional: "accessConfig"] }
    set { fields[optional: "accessConfig"] = newValue }
  }

  /// Whether the default add-ons are installed at creation.
  public var bootstrapSelfManagedAddons: Bool? {
    get { fields[optional: "bootstrapSelfManagedAddons"] }
    set { fields[optional: "bootstrapSelfManagedAddons"] = newValue }
  }

  /// Makes a repeated creation harmless.
  public var clientRequestToken: String? {
    get { fields[optional: "clientRequestToken"] }
    set { fields[optional: "clientRequestToken"] = newValue }
  }

  /// EKS Auto Mode's compute.
  public var computeConfig: ClusterComputeConfig? {
    get { fields[optional: "computeConfig"] }
    set { fields[optional: "computeConfig"] = newValue }
  }

  /// The size of the control plane.
  public var controlPlaneScalingConfig: ControlPlaneScalingConfig? {
    get { fields[optional: "controlPlaneScalingConfig"] }
    set { fields[optional: "controlPlaneScalingConfig"] = newValue }
  }

  /// Refuses to delete the cluster while true.
  public var deletionProtection: Bool? {
    get { fields[optional: "deletionProtection"] }
    set { fields[optional: "deletionProtection"] = newValue }
  }

  /// Which resources are encrypted, and by which key.
  public var encryptionConfig: [ClusterEncryptionConfig] {
    get { fields[list: "encryptionConfig"] }
    set { fields[list: "encryptionConfig"] = newValue }
  }

  /// Which logs of the control plane are kept.
  public var logging: ClusterLogging? {
    get { fields[optional: "logging"] }
    set { fields[optional: "logging"] = newValue }
  }

  /// Places the control plane on an Outpost.
  public var outpostConfig: ClusterOutpostConfig? {
    get { fields[optional: "outpostConfig"] }
    set { fields[optional: "outpostConfig"] = newValue }
  }

  /// The networks of hybrid nodes and their pods.
  public var remoteNetworkConfig: RemoteNetworkConfig? {
    get { fields[optional: "remoteNetworkConfig"] }
    set { fields[optional: "remoteNetworkConfig"] = newValue }
  }

  /// EKS Auto Mode's storage.
  public var storageConfig: ClusterStorageConfig? {
    get { fields[optional: "storageConfig"] }
    set { fields[optional: "storageConfig"] = newValue }
  }

  /// Tags of the cluster in AWS.
  public var tags: StringMap {
    get { fields[map: "tags"] }
    set { fields[map: "tags"] = newValue }
  }

  /// What happens at the end of standard support.
  public var upgradePolicy: ClusterUpgradePolicy? {
    get { fields[optional: "upgradePolicy"] }
    set { fields[optional: "upgradePolicy"] = newValue }
  }

  /// Whether traffic may be moved away from an ailing zone.
  public var zonalShiftConfig: ZonalShiftConfig? {
    get { fields[optional: "zonalShiftConfig"] }
    set { fields[optional: "zonalShiftConfig"] = newValue }
  }
}

/// The network of a control plane.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterVPCConfig`.
public struct ClusterVPCConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether the endpoint is reached from inside the VPC.
  public var endpointPrivateAccess: Bool? {
    get { fields[optional: "endpointPrivateAccess"] }
    set { fields[optional: "endpointPrivateAccess"] = newValue }
  }

  /// Whether the endpoint is reached from the internet.
  public var endpointPublicAccess: Bool? {
    get { fields[optional: "endpointPublicAccess"] }
    set { fields[optional: "endpointPublicAccess"] = newValue }
  }

  /// The addresses that may reach the public endpoint.
  public var publicAccessCIDRs: [String] {
    get { fields[list: "publicAccessCIDRs"] }
    set { fields[list: "publicAccessCIDRs"] = newValue }
  }

  /// Further security groups of the control plane's interfaces.
  public var securityGroupIDs: [String] {
    get { fields[list: "securityGroupIDs"] }
    set { fields[list: "securityGroupIDs"] = newValue }
  }

  /// Further security groups, as Kubernetes objects.
  public var securityGroupRefs: [ResourceReference] {
    get { fields[list: "securityGroupRefs"] }
    set { fields[list: "securityGroupRefs"] = newValue }
  }

  /// Subnets, in two zones at least, for the control plane's interfaces.
  public var subnetIDs: [String] {
    get { fields[list: "subnetIDs"] }
    set { fields[list: "subnetIDs"] = newValue }
  }

  /// The subnets, as Kubernetes objects.
  public var subnetRefs: [ResourceReference] {
    get { fields[list: "subnetRefs"] }
    set { fields[list: "subnetRefs"] = newValue }
  }
}

/// The addresses of services.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 KubernetesNetworkConfig`.
public struct KubernetesNetworkConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// EKS Auto Mode's load balancers.
  public var elasticLoadBalancing: ElasticLoadBalancingConfig? {
    get { fields[optional: "elasticLoadBalancing"] }
    set { fields[optional: "elasticLoadBalancing"] = newValue }
  }

  /// The family of pod and service addresses.
  public var ipFamily: String? {
    get { fields[optional: "ipFamily"] }
    set { fields[optional: "ipFamily"] = newValue }
  }

  /// The range of IPv4 service addresses.
  public var serviceIPv4CIDR: String? {
    get { fields[optional: "serviceIPv4CIDR"] }
    set { fields[optional: "serviceIPv4CIDR"] = newValue }
  }

  /// The range of IPv6 service addresses.
  public var serviceIPv6CIDR: String? {
    get { fields[optional: "serviceIPv6CIDR"] }
    set { fields[optional: "serviceIPv6CIDR"] = newValue }
  }
}

/// EKS Auto Mode's load balancers.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ElasticLoadBalancingConfig`.
public struct ElasticLoadBalancingConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether they are on.
  public var enabled: Bool? {
    get { fields[optional: "enabled"] }
    set { fields[optional: "enabled"] = newValue }
  }
}

/// How callers are told apart and let in.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterAccessConfig`.
public struct ClusterAccessConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where the grants stand: access entries, the aws-auth ConfigMap, or both.
  public var authenticationMode: String? {
    get { fields[optional: "authenticationMode"] }
    set { fields[optional: "authenticationMode"] = newValue }
  }

  /// Whether who creates the cluster becomes its administrator.
  public var bootstrapClusterCreatorAdminPermissions: Bool? {
    get { fields[optional: "bootstrapClusterCreatorAdminPermissions"] }
    set { fields[optional: "bootstrapClusterCreatorAdminPermissions"] = newValue }
  }
}

/// EKS Auto Mode's compute.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterComputeConfig`.
public struct ClusterComputeConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether it is on.
  public var enabled: Bool? {
    get { fields[optional: "enabled"] }
    set { fields[optional: "enabled"] = newValue }
  }

  /// The built-in node pools to use.
  public var nodePools: [String] {
    get { fields[list: "nodePools"] }
    set { fields[list: "nodePools"] = newValue }
  }

  /// The IAM role of its nodes.
  public var nodeRoleARN: String? {
    get { fields[optional: "nodeRoleARN"] }
    set { fields[optional: "nodeRoleARN"] = newValue }
  }

  /// The role as a Kubernetes object.
  public var nodeRoleRef: ResourceReference? {
    get { fields[optional: "nodeRoleRef"] }
    set { fields[optional: "nodeRoleRef"] = newValue }
  }
}

/// The size of a control plane.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ControlPlaneScalingConfig`.
public struct ControlPlaneScalingConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the size.
  public var tier: String? {
    get { fields[optional: "tier"] }
    set { fields[optional: "tier"] = newValue }
  }
}

/// Which resources are encrypted, and by which key.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterEncryptionConfig`.
public struct ClusterEncryptionConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The key.
  public var provider: EncryptionProvider? {
    get { fields[optional: "provider"] }
    set { fields[optional: "provider"] = newValue }
  }

  /// The resources to encrypt: secrets.
  public var resources: [String] {
    get { fields[list: "resources"] }
    set { fields[list: "resources"] = newValue }
  }
}

/// A key of AWS KMS.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 EncryptionProvider`.
public struct EncryptionProvider: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The ARN of the key.
  public var keyARN: String? {
    get { fields[optional: "keyARN"] }
    set { fields[optional: "keyARN"] = newValue }
  }

  /// The key as a Kubernetes object.
  public var keyRef: ResourceReference? {
    get { fields[optional: "keyRef"] }
    set { fields[optional: "keyRef"] = newValue }
  }
}

/// Which logs of the control plane are kept.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterLogging`.
public struct ClusterLogging: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// One entry for the kinds of logs that share a setting.
  public var clusterLogging: [ClusterLogSetup] {
    get { fields[list: "clusterLogging"] }
    set { fields[list: "clusterLogging"] = newValue }
  }
}

/// A setting for some kinds of logs.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterLogSetup`.
public struct ClusterLogSetup: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether these logs are kept.
  public var enabled: Bool? {
    get { fields[optional: "enabled"] }
    set { fields[optional: "enabled"] = newValue }
  }

  /// The kinds: api, audit, authenticator, controllerManager, scheduler.
  public var types: [String] {
    get { fields[list: "types"] }
    set { fields[list: "types"] = newValue }
  }
}

/// Places a control plane on an Outpost.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterOutpostConfig`.
public struct ClusterOutpostConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The type of its instances.
  public var controlPlaneInstanceType: String? {
    get { fields[optional: "controlPlaneInstanceType"] }
    set { fields[optional: "controlPlaneInstanceType"] = newValue }
  }

  /// The placement group of its instances.
  public var controlPlanePlacement: ClusterControlPlanePlacement? {
    get { fields[optional: "controlPlanePlacement"] }
    set { fields[optional: "controlPlanePlacement"] = newValue }
  }

  /// The Outposts.
  public var outpostARNs: [String] {
    get { fields[list: "outpostARNs"] }
    set { fields[list: "outpostARNs"] = newValue }
  }
}

/// The placement of a control plane on an Outpost.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterControlPlanePlacement`.
public struct ClusterControlPlanePlacement: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The placement group.
  public var groupName: String? {
    get { fields[optional: "groupName"] }
    set { fields[optional: "groupName"] = newValue }
  }
}

/// The networks of hybrid nodes and their pods.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 RemoteNetworkConfig`.
public struct RemoteNetworkConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The networks of the nodes.
  public var remoteNodeNetworks: [RemoteNetwork] {
    get { fields[list: "remoteNodeNetworks"] }
    set { fields[list: "remoteNodeNetworks"] = newValue }
  }

  /// The networks of the pods.
  public var remotePodNetworks: [RemoteNetwork] {
    get { fields[list: "remotePodNetworks"] }
    set { fields[list: "remotePodNetworks"] = newValue }
  }
}

/// Ranges of addresses outside of AWS.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 RemoteNetwork`.
public struct RemoteNetwork: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The ranges.
  public var cidrs: [String] {
    get { fields[list: "cidrs"] }
    set { fields[list: "cidrs"] = newValue }
  }
}

/// EKS Auto Mode's storage.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterStorageConfig`.
public struct ClusterStorageConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Its block storage.
  public var blockStorage: ClusterBlockStorage? {
    get { fields[optional: "blockStorage"] }
    set { fields[optional: "blockStorage"] = newValue }
  }
}

/// EKS Auto Mode's block storage.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterBlockStorage`.
public struct ClusterBlockStorage: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether it is on.
  public var enabled: Bool? {
    get { fields[optional: "enabled"] }
    set { fields[optional: "enabled"] = newValue }
  }
}

/// What happens at the end of standard support.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterUpgradePolicy`.
public struct ClusterUpgradePolicy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether the cluster moves on or pays for extended support.
  public var supportType: String? {
    get { fields[optional: "supportType"] }
    set { fields[optional: "supportType"] = newValue }
  }
}

/// Whether traffic may be moved away from an ailing zone.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ZonalShiftConfig`.
public struct ZonalShiftConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether it may.
  public var enabled: Bool? {
    get { fields[optional: "enabled"] }
    set { fields[optional: "enabled"] = newValue }
  }
}

/// What an EKS cluster is.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterStatus`.
public struct ClusterStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where the cluster lives in AWS.
  public var ackResourceMetadata: ResourceMetadata? {
    get { fields[optional: "ackResourceMetadata"] }
    set { fields[optional: "ackResourceMetadata"] = newValue }
  }

  /// The authority that signed the endpoint's certificate.
  public var certificateAuthority: ClusterCertificate? {
    get { fields[optional: "certificateAuthority"] }
    set { fields[optional: "certificateAuthority"] = newValue }
  }

  /// Aspects of the state.
  public var conditions: [ResourceCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// When the cluster was made.
  public var createdAt: Timestamp? {
    get { fields[optional: "createdAt"] }
    set { fields[optional: "createdAt"] = newValue }
  }

  /// The URL of the API server.
  public var endpoint: String? {
    get { fields[optional: "endpoint"] }
    set { fields[optional: "endpoint"] = newValue }
  }

  /// What is wrong, if something is.
  public var health: ClusterHealth? {
    get { fields[optional: "health"] }
    set { fields[optional: "health"] = newValue }
  }

  /// The identifier of a cluster on an Outpost.
  public var id: String? {
    get { fields[optional: "id"] }
    set { fields[optional: "id"] = newValue }
  }

  /// Who vouches for service accounts.
  public var identity: ClusterIdentity? {
    get { fields[optional: "identity"] }
    set { fields[optional: "identity"] = newValue }
  }

  /// EKS' own version of the control plane, such as eks.3.
  public var platformVersion: String? {
    get { fields[optional: "platformVersion"] }
    set { fields[optional: "platformVersion"] = newValue }
  }

  /// CREATING, ACTIVE, UPDATING, DELETING, PENDING or FAILED.
  public var status: String? {
    get { fields[optional: "status"] }
    set { fields[optional: "status"] = newValue }
  }

  /// The VPC of the subnets.
  public var vpcID: String? {
    get { fields[optional: "vpcID"] }
    set { fields[optional: "vpcID"] = newValue }
  }

  /// The security group that EKS made for the cluster.
  public var clusterSecurityGroupID: String? {
    get { fields[optional: "clusterSecurityGroupID"] }
    set { fields[optional: "clusterSecurityGroupID"] = newValue }
  }
}

/// A certificate authority.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterCertificate`.
public struct ClusterCertificate: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The certificate in PEM, in base64.
  public var data: String? {
    get { fields[optional: "data"] }
    set { fields[optional: "data"] = newValue }
  }
}

/// What is wrong with a cluster.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterHealth`.
public struct ClusterHealth: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The issues.
  public var issues: [ClusterIssue] {
    get { fields[list: "issues"] }
    set { fields[list: "issues"] = newValue }
  }
}

/// One thing that is wrong with a cluster.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterIssue`.
public struct ClusterIssue: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The kind of issue.
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

/// Who vouches for service accounts.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 ClusterIdentity`.
public struct ClusterIdentity: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The OpenID Connect provider.
  public var oidc: OIDCIdentity? {
    get { fields[optional: "oidc"] }
    set { fields[optional: "oidc"] = newValue }
  }
}

/// An OpenID Connect provider.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 OIDCIdentity`.
public struct OIDCIdentity: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The URL of the issuer.
  public var issuer: String? {
    get { fields[optional: "issuer"] }
    set { fields[optional: "issuer"] = newValue }
  }
}
