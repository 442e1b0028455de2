import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// Gives a security group its id.
struct SecurityGroupReconciler: Reconciler {
  static let finalizer = "finalizers.ec2.services.k8s.aws/SecurityGroup"

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let group = context.cache.get(SecurityGroup.self, key) else { return .done }
    if group.metadata.isBeingDeleted {
      _ = try await context.client.removeFinalizer(Self.finalizer, from: group)
      return .done
    }
    var current = try await context.client.addFinalizer(Self.finalizer, to: group)
    let before = current
    current.status.id = CloudIdentifier.other("sg", token: group.metadata.uid ?? "")
    current.status.conditions.setSynced(at: context.now)
    if current.fields != before.fields { try await context.client.updateStatus(current) }
    return .done
  }
}
