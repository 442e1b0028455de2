public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Brings a Deployment's ReplicaSets to the sizes that its template, its size and its strategy ask for.
///
/// Kubernetes: `pkg/controller/deployment/deployment_controller.go`, `syncDeployment`.
public struct DeploymentReconciler: Reconciler {
  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let deployment = context.cache.get(Deployment.self, key) else { return .done }
    let selector = try Selector(labelSelector: deployment.spec.selector.fields)
    if selector.selectsEverything {
      context.events.warning(
        deployment, "SelectingAll",
        "This deployment is selecting all pods. A non-empty selector is required.")
      return .done
    }
    let claim = ObjectClaim(owner: deployment, selector: selector)
    let replicaSets = try await claim.settle(candidates(of: deployment, context), with: context.client)
    var sync = DeploymentSync(Rollout(deployment, replicaSets: replicaSets), context)

    if deployment.metadata.isBeingDeleted { return try await sync.writeCounts() }
    sync.notePause()
    if deployment.spec.paused == true { return try await sync.scale(isPaused: true) }
    if sync.rollout.isScaling { return try await sync.scale(isPaused: false) }
    return deployment.isRecreate ? try await sync.recreate() : try await sync.roll()
  }

  /// The ReplicaSets that the Deployment controls, and those that nobody does.
  private func candidates(of deployment: Deployment, _ context: ReconcileContext) -> [ReplicaSet] {
    context.cache.owned(ReplicaSet.self, by: deployment)
      + context.cache.orphans(ReplicaSet.self, of: Deployment.self, in: deployment.metadata.namespace ?? "")
  }
}

extension DeploymentReconciler {
  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("deployment", DeploymentReconciler())
      .for(Deployment.self)
      .watches(ReplicaSet.self, map: keys)
      .indexByClaim(ReplicaSet.self, of: Deployment.self)
      .concurrency(5)
  }

  /// A ReplicaSet leads to the Deployment that controls it, and one without a controller to those that could
  /// adopt it.
  private static func keys(_ change: Change<ReplicaSet>, _ cache: Cache) -> [ObjectKey] {
    cache.claimants(Deployment.self, of: change) { $0.spec.selector.fields }
  }
}
