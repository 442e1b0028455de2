import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient
import VPCAddressing

/// Makes a Fargate profile active, and takes its pods away before it goes.
///
/// EKS: Fargate, section 1. The key is a `FargateProfile`.
struct FargateProfileReconciler: Reconciler {
  /// ACK: keeps the object until its pods are gone.
  static let finalizer = "finalizers.eks.services.k8s.aws/FargateProfile"
  /// Pods by the profile that took them.
  static let podsByProfile: IndexName = "fargate.profile"

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard var profile = context.cache.get(FargateProfile.self, key) else { return .done }
    if profile.metadata.isBeingDeleted { return try await delete(profile, context) }
    profile = try await context.client.addFinalizer(Self.finalizer, to: profile)
    var wanted = profile
    wanted.status.status = profile.spec.selectors.isEmpty ? "CREATE_FAILED" : "ACTIVE"
    if wanted.status.createdAt == nil { wanted.status.createdAt = context.now }
    wanted.status.conditions.setCondition(
      "ACK.ResourceSynced", status: "True", reason: "Available", at: context.now)
    if wanted.fields != profile.fields { try await context.client.updateStatus(wanted) }
    return .done
  }

  /// EKS: Fargate, section 1: the pods of the profile are deleted with it.
  private func delete(_ profile: FargateProfile, _ context: ReconcileContext) async throws -> Action {
    guard profile.metadata.hasFinalizer(Self.finalizer) else { return .done }
    if profile.status.status != "DELETING" {
      var changed = profile
      changed.status.status = "DELETING"
      try await context.client.updateStatus(changed)
    }
    let pods = context.cache.list(Pod.self, index: Self.podsByProfile, profile.profileName)
    for pod in pods where !pod.metadata.isBeingDeleted {
      do throws(StatusError) {
        try await context.client.delete(Pod.self, pod.key)
      } catch {
        if !error.isNotFound { throw error }
      }
    }
    if !pods.isEmpty { return .awaitChange }
    _ = try await context.client.removeFinalizer(Self.finalizer, from: profile)
    return .done
  }
}
