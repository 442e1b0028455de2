import APIMachinery
import KubernetesAPI

/// The pods of a ReplicaSet, counted.
struct ReplicaSetCensus {
  var replicas = 0
  var fullyLabeled = 0
  var ready = 0
  var available = 0
  var terminating = 0
  /// When the next ready pod will count as available.
  var nextAvailableAt: Timestamp?

  /// - Complexity: O(*n*), one pass over the pods.
  init(of replicaSet: ReplicaSet, pods: [Pod], now: Timestamp) {
    let labels = replicaSet.spec.template.metadata.labels
    let minReadySeconds = replicaSet.spec.minReadySeconds ?? 0
    for pod in pods {
      if pod.isOver { continue }
      if pod.isTerminating {
        terminating += 1
        continue
      }
      replicas += 1
      if labels.isSubset(of: pod.metadata.labels) { fullyLabeled += 1 }
      guard pod.isReady else { continue }
      ready += 1
      note(
        availableAt: minReadySeconds == 0 ? nil : pod.availableAt(minReadySeconds: minReadySeconds), now: now)
    }
  }

  /// Counts a ready pod as available, now or later.
  private mutating func note(availableAt time: Timestamp?, now: Timestamp) {
    if let time, time > now {
      nextAvailableAt = min(nextAvailableAt ?? time, time)
    } else {
      available += 1
    }
  }

  /// The status that says so.
  ///
  /// Kubernetes: `replica_set_utils.go`, `calculateStatus`.
  func status(of replicaSet: ReplicaSet, failure: Failure?, now: Timestamp) -> ReplicaSetStatus {
    var status = replicaSet.status
    status.replicas = replicas
    status.fullyLabeledReplicas = nonZero(fullyLabeled)
    status.readyReplicas = nonZero(ready)
    status.availableReplicas = nonZero(available)
    status.terminatingReplicas = terminating
    status.observedGeneration = replicaSet.metadata.generation
    let old = status.conditions.first { $0.type == "ReplicaFailure" }
    if let failure, old?.reason != failure.reason {
      status.conditions =
        status.conditions.filter { $0.type != "ReplicaFailure" } + [failure.condition(at: now)]
    } else if failure == nil, old != nil {
      status.conditions = status.conditions.filter { $0.type != "ReplicaFailure" }
    }
    return status
  }

  /// Pods could not be made or deleted.
  struct Failure {
    /// `FailedCreate` or `FailedDelete`.
    var reason: String
    var message: String

    func condition(at now: Timestamp) -> ReplicaSetCondition {
      ReplicaSetCondition {
        $0.type = "ReplicaFailure"
        $0.status = "True"
        $0.reason = reason
        $0.message = message
        $0.lastTransitionTime = now
      }
    }
  }

  private func nonZero(_ count: Int) -> Int? { count == 0 ? nil : count }
}
