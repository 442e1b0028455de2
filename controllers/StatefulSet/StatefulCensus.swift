import APIMachinery
import KubernetesAPI

/// The pods of a StatefulSet, counted.
struct StatefulCensus: Sendable {
  var replicas = 0
  var ready = 0
  var available = 0
  var current = 0
  var updated = 0
  /// When the next ready pod will count as available.
  var nextAvailableAt: Timestamp?

  /// - Complexity: O(*n*), one pass over the pods.
  init(_ set: StatefulSet, pods: [Pod], current: String?, update: String?, now: Timestamp) {
    let minReadySeconds = set.spec.minReadySeconds ?? 0
    for pod in pods {
      replicas += 1
      if pod.status.phase == "Running", pod.isReady {
        ready += 1
        if pod.isAvailable(after: minReadySeconds, now: now) {
          available += 1
        } else if let time = pod.availableAt(minReadySeconds: minReadySeconds) {
          nextAvailableAt = min(nextAvailableAt ?? time, time)
        }
      }
      guard !pod.isTerminating else { continue }
      if pod.isOfRevision(current) { self.current += 1 }
      if pod.isOfRevision(update) { updated += 1 }
    }
  }

  /// The status that says so. When all pods are of the new revision and ready, it becomes the current one.
  ///
  /// Kubernetes: `completeRollingUpdate`.
  func status(of set: StatefulSet, current name: String?, update: String?, collisionCount: Int?)
    -> StatefulSetStatus
  {
    var status = set.status
    let wanted = set.spec.replicas ?? 1
    let isComplete = set.isRollingUpdate && [updated, ready, replicas].allSatisfy { $0 == wanted }
    status.observedGeneration = set.metadata.generation
    status.replicas = replicas
    status.readyReplicas = nonZero(ready)
    status.availableReplicas = available
    status.currentReplicas = nonZero(isComplete ? updated : current)
    status.updatedReplicas = nonZero(updated)
    status.currentRevision = isComplete ? update : name
    status.updateRevision = update
    status.collisionCount = collisionCount ?? 0
    return status
  }

  private func nonZero(_ count: Int) -> Int? { count == 0 ? nil : count }
}
