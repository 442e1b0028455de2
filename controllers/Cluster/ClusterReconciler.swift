public import APIMachinery
import CloudModel
public import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// Keeps the record of an EKS cluster: CREATING, then ACTIVE; on deletion DELETING, once its node groups and Fargate
/// profiles are gone.
///
/// EKS: `CreateCluster`, `DescribeCluster`, `DeleteCluster`; ACK: `eks.services.k8s.aws/v1alpha1 Cluster`.
public struct ClusterReconciler: Reconciler {
  static let finalizer = "finalizers.eks.services.k8s.aws/Cluster"
  private let endpoint: String

  /// - Parameter endpoint: The address under which this API is served, shown as the cluster's own.
  public init(endpoint: String) { self.endpoint = endpoint }

  /// The loop, ready to be added to a manager.
  public static func controller(endpoint: String) -> Controller {
    Controller("eks-cluster", ClusterReconciler(endpoint: endpoint))
      .for(
        Cluster.self,
        where: .generationChanged
      )
      .watches(NodeGroup.self, where: Predicate { $0.type == .deleted }) { change, cache in
        cache.list(Cluster.self, namespace: change.object.metadata.namespace).map(\.key)
      }
      .watches(FargateProfile.self, where: Predicate { $0.type == .deleted }) { change, cache in
        cache.list(Cluster.self, namespace: change.object.metadata.namespace).map(\.key)
      }
      .watches(Subnet.self, where: .modified { $0.status.vpcID != $1.status.vpcID }) { change, cache in
        cache.list(Cluster.self, namespace: change.object.metadata.namespace).map(\.key)
      }
  }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let cluster = context.cache.get(Cluster.self, key) else { return .done }
    if cluster.metadata.isBeingDeleted { return try await release(cluster, context) }
    var current = try await context.client.addFinalizer(Self.finalizer, to: cluster)
    let before = current
    let subnet = subnet(of: cluster, context.cache)
    let vpcID = subnet?.status.vpcID
    if let subnet, vpcID != nil, cluster.status.status != "ACTIVE" {
      try await DefaultAddons(cluster, subnet: subnet)?.install(with: context.client)
    }
    current.status.createdAt = cluster.metadata.creationTimestamp
    current.status.status = vpcID == nil ? "CREATING" : "ACTIVE"
    current.status.vpcID = vpcID
    current.status.endpoint = endpoint
    current.status.platformVersion = "eks.1"
    current.status.clusterSecurityGroupID = CloudIdentifier.other(
      "sg", token: "\(cluster.metadata.uid ?? "")/cluster")
    current.status.conditions.setCondition(
      "ACK.ResourceSynced", status: vpcID == nil ? "False" : "True",
      reason: vpcID == nil ? "Creating" : "Active",
      at: context.now)
    if current.fields != before.fields { try await context.client.updateStatus(current) }
    return vpcID == nil ? .awaitChange : .done
  }

  /// One of the cluster's subnets, which knows its VPC and its zone.
  private func subnet(of cluster: Cluster, _ cache: Cache) -> Subnet? {
    let config = cluster.spec.resourcesVPCConfig
    let subnets = cache.list(Subnet.self, namespace: cluster.metadata.namespace)
    let referred = config.subnetRefs.compactMap(\.from.name)
    return subnets.first {
      referred.contains($0.metadata.name ?? "") || config.subnetIDs.contains($0.status.subnetID ?? "none")
    }
  }

  /// EKS: a cluster with node groups or Fargate profiles cannot be deleted.
  private func release(_ cluster: Cluster, _ context: ReconcileContext) async throws -> Action {
    let namespace = cluster.metadata.namespace
    let groups = context.cache.list(
      NodeGroup.self, namespace: namespace,
      where: { cluster.isNamed($0.spec.clusterRef, $0.spec.clusterName) })
    let profiles = context.cache.list(
      FargateProfile.self, namespace: namespace,
      where: { cluster.isNamed($0.spec.clusterRef, $0.spec.clusterName) })
    guard groups.isEmpty, profiles.isEmpty else {
      var blocked = cluster
      let what = groups.isEmpty ? "Fargate profiles" : "nodegroups"
      if blocked.status.conditions.setCondition(
        "ACK.Recoverable", status: "True", reason: "ResourceInUseException",
        message: "Cluster has \(what) attached",
        at: context.now)
      {
        try await context.client.updateStatus(blocked)
      }
      return .awaitChange
    }
    _ = try await context.client.removeFinalizer(Self.finalizer, from: cluster)
    return .done
  }
}

extension Cluster {
  /// Whether a node group or profile means this cluster.
  func isNamed(_ reference: ResourceReference?, _ name: String?) -> Bool {
    reference?.from.name == metadata.name || (name != nil && name == spec.name)
  }
}
