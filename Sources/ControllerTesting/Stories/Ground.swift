/// A network, a cluster and node groups, as manifests: what a story stands on.
///
/// ```swift
/// let ground = Ground(subnets: ["10.0.0.0/24"])
/// try await cluster.apply(ground.manifest + "\n---\n" + ground.nodeGroup(desired: 2, max: 3))
/// ```
public struct Ground: Sendable {
  /// The name of the network.
  public var network: String
  /// The name of the cluster.
  public var cluster: String
  public var block: String
  /// The CIDRs of the subnets `a`, `b`, `c`, each in a zone of its own.
  public var subnets: [String]
  /// Whether the cluster has the add-ons that EKS installs by itself.
  public var hasAddons: Bool

  /// - Parameter subnets: Not more than three.
  public init(
    network: String = "net", cluster: String = "main", block: String = "10.0.0.0/16", subnets: [String],
    hasAddons: Bool = true
  ) {
    self.network = network
    self.cluster = cluster
    self.block = block
    self.subnets = subnets
    self.hasAddons = hasAddons
  }

  private static let zones = ["a", "b", "c"]

  private static func references(_ subnets: some Sequence<String>) -> String {
    "[\(subnets.map { "{from: {name: \($0)}}" }.joined(separator: ", "))]"
  }

  /// The network, its subnets and the cluster.
  public var manifest: String {
    let list = zip(Self.zones, subnets).map { zone, cidr in
      """
      ---
      apiVersion: ec2.services.k8s.aws/v1alpha1
      kind: Subnet
      metadata: {name: \(zone)}
      spec: {vpcRef: {from: {name: \(network)}}, availabilityZone: us-west-2\(zone), cidrBlock: \(cidr)}
      """
    }
    return """
      apiVersion: ec2.services.k8s.aws/v1alpha1
      kind: VPC
      metadata: {name: \(network)}
      spec: {cidrBlocks: [\(block)]}
      \(list.joined(separator: "\n"))
      ---
      apiVersion: eks.services.k8s.aws/v1alpha1
      kind: Cluster
      metadata: {name: \(cluster)}
      spec:
        name: \(cluster)\(hasAddons ? "" : "\n  bootstrapSelfManagedAddons: false")
        roleARN: arn:aws:iam::111122223333:role/eks
        resourcesVPCConfig: {subnetRefs: \(Self.references(Self.zones.prefix(subnets.count)))}
      """
  }

  /// A node group of the cluster, in some of its subnets; in all if not said.
  public func nodeGroup(
    _ name: String = "workers", type: String = "m5.large", min: Int = 0, desired: Int, max: Int,
    subnets: [String]? = nil
  ) -> String {
    """
    apiVersion: eks.services.k8s.aws/v1alpha1
    kind: NodeGroup
    metadata: {name: \(name)}
    spec:
      name: \(name)
      clusterRef: {from: {name: \(cluster)}}
      nodeRole: arn:aws:iam::111122223333:role/node
      subnetRefs: \(Self.references(subnets ?? Array(Self.zones.prefix(self.subnets.count))))
      instanceTypes: [\(type)]
      scalingConfig: {minSize: \(min), desiredSize: \(desired), maxSize: \(max)}
    """
  }
}
