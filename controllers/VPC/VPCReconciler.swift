import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// Gives a VPC its id; lets it go when its subnets are gone.
struct VPCReconciler: Reconciler {
  static let finalizer = "finalizers.ec2.services.k8s.aws/VPC"

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let vpc = context.cache.get(VPC.self, key) else { return .done }
    if vpc.metadata.isBeingDeleted { return try await release(vpc, context) }
    var current = try await context.client.addFinalizer(Self.finalizer, to: vpc)
    let before = current
    current.status.vpcID = CloudIdentifier.other("vpc", token: vpc.metadata.uid ?? "")
    current.status.state = "available"
    current.status.ownerID = CloudAccount.id
    current.status.cidrBlockAssociationSet = vpc.spec.cidrBlocks.map { block in
      VPCCIDRBlockAssociation {
        $0.associationID = CloudIdentifier.other(
          "vpc-cidr-assoc", token: "\(vpc.metadata.uid ?? "")/\(block)")
        $0.cidrBlock = block
        $0.cidrBlockState = VPCCIDRBlockState { $0.state = "associated" }
      }
    }
    current.status.conditions.setSynced(at: context.now)
    if current.fields != before.fields { try await context.client.updateStatus(current) }
    return .done
  }

  private func release(_ vpc: VPC, _ context: ReconcileContext) async throws -> Action {
    let subnets = context.cache.list(Subnet.self, namespace: vpc.metadata.namespace)
      .filter { $0.isPart(of: vpc) }
    guard subnets.isEmpty else {
      var blocked = vpc
      let id = vpc.status.vpcID ?? ""
      if blocked.status.conditions.setBlocked(
        "DependencyViolation: The vpc '\(id)' has dependencies and cannot be deleted.", at: context.now)
      {
        try await context.client.updateStatus(blocked)
      }
      return .awaitChange
    }
    _ = try await context.client.removeFinalizer(Self.finalizer, from: vpc)
    return .done
  }
}
