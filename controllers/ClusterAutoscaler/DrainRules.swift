import APIMachinery
import ControllerRuntime
import KubernetesAPI

/// What keeps a node because of the pods on it.
///
/// Cluster Autoscaler: `simulator/drainability/rules`, FAQ "What types of pods can prevent CA from removing a node?".
struct DrainRules {
  static let safeToEvict = "cluster-autoscaler.kubernetes.io/safe-to-evict"
  static let safeVolumes = "cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes"
  /// Controllers that make a pod anew elsewhere.
  private static let knownControllers: Set = [
    "ReplicationController", "ReplicaSet", "StatefulSet", "Job", "DaemonSet",
  ]

  let settings: AutoscalerSettings
  let cache: Cache

  /// Whether all of `pods` may be evicted, each budget having room for those that it covers.
  func areMovable(_ pods: [Pod]) -> Bool {
    var taken: [ObjectKey: Int] = [:]
    return pods.allSatisfy { pod in
      let budgets = budgets(of: pod)
      guard isMovable(pod, hasBudget: !budgets.isEmpty) else { return false }
      for budget in budgets {
        taken[budget.key, default: 0] += 1
        if taken[budget.key, default: 0] > budget.status.disruptionsAllowed ?? 0 { return false }
      }
      return true
    }
  }

  private func isMovable(_ pod: Pod, hasBudget: Bool) -> Bool {
    switch pod.metadata.annotations[Self.safeToEvict] {
    case "true": return true
    case "false": return false
    default: break
    }
    guard let owner = pod.metadata.ownerReferences.first(where: { $0.controller == true }) else {
      return false
    }
    if settings.skipsNodesWithCustomControllerPods, !Self.knownControllers.contains(owner.kind) {
      return false
    }
    if settings.skipsNodesWithSystemPods, pod.metadata.namespace == "kube-system", !hasBudget { return false }
    return !settings.skipsNodesWithLocalStorage || !hasLocalStorage(pod)
  }

  private func hasLocalStorage(_ pod: Pod) -> Bool {
    let safe = (pod.metadata.annotations[Self.safeVolumes] ?? "").split(separator: ",").map(String.init)
    return pod.spec.volumes.contains { volume in
      if safe.contains(volume.name) { return false }
      return volume.hostPath != nil || (volume.emptyDir.map { $0.medium != "Memory" } ?? false)
    }
  }

  private func budgets(of pod: Pod) -> [PodDisruptionBudget] {
    cache.list(PodDisruptionBudget.self, namespace: pod.metadata.namespace).filter { budget in
      guard let selector = budget.spec.selector, let parsed = try? Selector(labelSelector: selector.fields)
      else {
        return false
      }
      return parsed.matches(pod.metadata.labels)
    }
  }
}
