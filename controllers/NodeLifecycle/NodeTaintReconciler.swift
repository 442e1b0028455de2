public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Keeps the NoSchedule taints of a node in line with its conditions.
///
/// Kubernetes: `nodelifecycle`, `doNoScheduleTaintingPass`.
public struct NodeTaintReconciler: Reconciler {
  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let node = context.cache.get(Node.self, key) else { return .done }
    let taints = NodeTaints.noSchedule(for: node, now: context.now)
    guard taints != node.spec.taints else { return .done }
    var changed = node
    changed.spec.taints = taints
    let updated = changed
    try await tolerating(.notFound) { try await context.client.update(updated) }
    return .done
  }
}

extension NodeTaintReconciler {
  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("nodetaint", NodeTaintReconciler())
      .for(Node.self, where: .taintsOrConditionsChanged)
      .component("node-controller")
  }
}
