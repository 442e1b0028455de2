import APIMachinery
import ControllerRuntime
import KubernetesAPI

/// The nodes of a DaemonSet, counted.
struct DaemonCensus: Sendable {
  var desired = 0
  var current = 0
  var misscheduled = 0
  var ready = 0
  var available = 0
  var updated = 0
  /// When the next ready pod will count as available.
  var nextAvailableAt: Timestamp?

  /// - Complexity: O(*n*) in the numbers of nodes and pods.
  init(
    _ set: DaemonSet, _ pods: DaemonPods, placements: [(node: String, placement: DaemonPlacement)],
    revision: String, now: Timestamp
  ) {
    let minReadySeconds = set.spec.minReadySeconds ?? 0
    for (node, placement) in placements {
      let present = pods[node]
      // Beside an old pod that is counted, a new one may be what a surge waits for.
      if minReadySeconds != 0 {
        for case let time? in present.map({ $0.availableAt(minReadySeconds: minReadySeconds) })
        where time > now {
          nextAvailableAt = min(nextAvailableAt ?? time, time)
        }
      }
      let oldest = present.min { $0.precedesAsDaemon($1) }
      guard placement == .runs else {
        if oldest != nil { misscheduled += 1 }
        continue
      }
      desired += 1
      guard let oldest else { continue }
      current += 1
      if oldest.isUpdated(to: revision) { updated += 1 }
      guard oldest.isReady else { continue }
      ready += 1
      if oldest.isAvailable(after: minReadySeconds, now: now) { available += 1 }
    }
  }

  /// The status that says so.
  ///
  /// Kubernetes: `storeDaemonSetStatus`.
  func status(of set: DaemonSet, collisionCount: Int?) -> DaemonSetStatus {
    var status = set.status
    status.observedGeneration = set.metadata.generation
    status.desiredNumberScheduled = desired
    status.currentNumberScheduled = current
    status.numberMisscheduled = misscheduled
    status.numberReady = ready
    status.updatedNumberScheduled = nonZero(updated)
    status.numberAvailable = nonZero(available)
    status.numberUnavailable = nonZero(desired - available)
    status.collisionCount = collisionCount
    return status
  }

  private func nonZero(_ count: Int) -> Int? { count == 0 ? nil : count }
}

extension Pod {
  /// Whether the pod is made of the template with this hash.
  func isUpdated(to revision: String) -> Bool { metadata.labels[RevisionHistory.label] == revision }

  func isAvailable(after minReadySeconds: Int, now: Timestamp) -> Bool {
    guard isReady else { return false }
    return minReadySeconds == 0 || availableAt(minReadySeconds: minReadySeconds).map { $0 <= now } ?? false
  }
}
