public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Deletes the pods of a node that do not tolerate its NoExecute taints, each when its time is up.
///
/// Kubernetes: `pkg/controller/tainteviction`.
public struct TaintEvictionReconciler: Reconciler {
  public init() {}

  /// - Parameter key: The name of a node.
  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let node = context.cache.get(Node.self, key) else { return .done }
    let taints = node.spec.taints.filter { $0.effect == "NoExecute" }
    guard !taints.isEmpty else { return .done }
    let now = context.now
    var next: Timestamp?
    for pod in context.cache.list(Pod.self, index: NodeMonitor.podsByNode, key.name) where !pod.isTerminating
    {
      guard case .leaves(let time) = TaintEviction(of: pod, taints: taints, now: now) else { continue }
      if time > now {
        next = min(next ?? time, time)
      } else {
        try await evict(pod, context)
      }
    }
    return next.map { .requeue(after: $0 - now) } ?? .done
  }

  private func evict(_ pod: Pod, _ context: ReconcileContext) async throws {
    context.events.normal(
      pod, "TaintManagerEviction", "Marking for deletion Pod \(pod.key)")
    let options = DeleteOptions(preconditionUID: pod.metadata.uid)
    try await tolerating(.notFound) {
      _ = try await context.markDisrupted(
        pod, reason: "DeletionByTaintManager", message: "Taint manager: deleting due to NoExecute taint")
      try await context.client.delete(Pod.self, pod.key, options: options)
    }
  }
}

extension ReconcileContext {
  /// Notes on a pod why it is about to be deleted.
  ///
  /// Kubernetes: the condition `DisruptionTarget`.
  func markDisrupted(
    _ pod: Pod, reason: String, message: String, phase: String? = nil
  ) async throws(StatusError) -> Pod {
    var changed = pod
    if let phase { changed.status.phase = phase }
    if changed.condition("DisruptionTarget")?.status != "True" {
      changed.status.conditions =
        changed.status.conditions.filter { $0.type != "DisruptionTarget" } + [
          PodCondition {
            $0.type = "DisruptionTarget"
            $0.status = "True"
            $0.lastTransitionTime = now
            $0.reason = reason
            $0.message = message
          }
        ]
    }
    guard changed != pod else { return pod }
    return try await client.updateStatus(changed)
  }
}

extension TaintEvictionReconciler {
  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("tainteviction", TaintEvictionReconciler())
      .for(Node.self, where: .taintsOrConditionsChanged)
      .watches(Pod.self, where: .bindingChanged) { change, cache in
        let node = ObjectKey(name: change.object.spec.nodeName ?? "")
        let isTainted = cache.get(Node.self, node)?.spec.taints.contains { $0.effect == "NoExecute" } ?? false
        return isTainted ? [node] : []
      }
      .indexPodsByNode()
      .component("taint-eviction-controller")
  }
}

extension Predicate where Kind == Pod {
  /// A pod came to a node, or tolerates something else.
  static var bindingChanged: Predicate {
    Predicate { change in
      guard change.type != .deleted, let node = change.object.spec.nodeName, !node.isEmpty else {
        return false
      }
      guard let old = change.old?.spec else { return true }
      let new = change.object.spec
      if old.fields.isIdentical(to: new.fields) { return false }
      return old.nodeName != node || old.fields["tolerations"] != new.fields["tolerations"]
    }
  }
}
