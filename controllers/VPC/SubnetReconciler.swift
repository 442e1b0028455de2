import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient
import VPCAddressing

/// Gives a subnet its id and its count of free addresses; lets it go when no interface holds an address of it.
struct SubnetReconciler: Reconciler {
  static let finalizer = "finalizers.ec2.services.k8s.aws/Subnet"

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let subnet = context.cache.get(Subnet.self, key) else { return .done }
    if subnet.metadata.isBeingDeleted { return try await release(subnet, context) }
    let vpc = context.cache.list(VPC.self, namespace: subnet.metadata.namespace).first {
      subnet.isPart(of: $0)
    }
    guard let vpcID = vpc?.status.vpcID ?? subnet.spec.vpcID else { return .awaitChange }
    var current = try await context.client.addFinalizer(Self.finalizer, to: subnet)
    let before = current
    let pool = try current.pool()
    current.status.subnetID = CloudIdentifier.other("subnet", token: subnet.metadata.uid ?? "")
    current.status.vpcID = vpcID
    current.status.cidrBlock = subnet.spec.cidrBlock
    current.status.availabilityZone = subnet.spec.availabilityZone
    current.status.availableIPAddressCount = pool.availableCount
    current.status.ownerID = CloudAccount.id
    current.status.state = "available"
    current.status.conditions.setSynced(at: context.now)
    if current.fields != before.fields { try await context.client.updateStatus(current) }
    return .done
  }

  private func release(_ subnet: Subnet, _ context: ReconcileContext) async throws -> Action {
    guard subnet.status.allocations.isEmpty else {
      var blocked = subnet
      let id = subnet.status.subnetID ?? ""
      if blocked.status.conditions.setBlocked(
        "DependencyViolation: The subnet '\(id)' has dependencies and cannot be deleted.", at: context.now)
      {
        try await context.client.updateStatus(blocked)
      }
      return .awaitChange
    }
    _ = try await context.client.removeFinalizer(Self.finalizer, from: subnet)
    return .done
  }
}
