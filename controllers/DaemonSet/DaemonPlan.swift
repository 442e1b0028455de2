import APIMachinery
import KubernetesAPI

/// What to make and to delete so that each node has the pods that it should.
///
/// Kubernetes: `pkg/controller/daemon`, `podsShouldBeOnNode`.
struct DaemonPlan: Sendable {
  /// The nodes that need a pod.
  var nodes: [String] = []
  /// The pods that are too many or over.
  var surplus: [Pod] = []
  /// The pods among them that have ended.
  var ended: [Pod] = []
  /// When a failed pod may be replaced.
  var retryAfter: Duration?

  /// - Parameters:
  ///   - revision: The hash of the present template.
  ///   - failureWait: How long a failed pod has to wait for its replacement; `nil`: not at all.
  init(
    _ set: DaemonSet, _ pods: DaemonPods, placements: [(node: String, placement: DaemonPlacement)],
    revision: String, now: Timestamp, failureWait: (_ node: String) -> Duration?
  ) {
    var usedCount = 0
    for (node, placement) in placements {
      let present = pods[node]
      if !present.isEmpty { usedCount += 1 }
      if placement == .runs, present.isEmpty {
        nodes.append(node)
      } else if placement == .staysAway {
        surplus += present.filter { !$0.isTerminating }
      } else {
        let running = takeEnded(present, failureWait: { failureWait(node) })
        surplus += Self.surplus(of: running, set, revision: revision, now: now)
      }
    }
    // Pods beside those of the nodes are rare.
    if usedCount < pods.byNode.count { surplus += pods.strays(nodes: Set(placements.map(\.node))) }
  }

  /// Sets aside the pods that have ended.
  ///
  /// - Returns: The others, oldest first.
  private mutating func takeEnded(_ pods: [Pod], failureWait: () -> Duration?) -> [Pod] {
    var running: [Pod] = []
    for pod in pods where !pod.isTerminating {
      switch pod.status.phase {
      case "Failed":
        if let wait = failureWait() {
          retryAfter = min(retryAfter ?? wait, wait)
        } else {
          ended.append(pod)
        }
      case "Succeeded": ended.append(pod)
      default: running.append(pod)
      }
    }
    return running.sorted { $0.precedesAsDaemon($1) }
  }

  /// The pods beyond one a node; with a surge, beyond an old one and a new one, of which the old one goes as soon as
  /// the new one is available.
  private static func surplus(of running: [Pod], _ set: DaemonSet, revision: String, now: Timestamp) -> [Pod]
  {
    guard running.count > 1 else { return [] }
    guard set.allowsSurge else { return Array(running.dropFirst()) }
    let new = running.filter { $0.isUpdated(to: revision) }
    let old = running.filter { !$0.isUpdated(to: revision) }
    var surplus = Array(new.dropFirst()) + Array(old.dropFirst())
    if let new = new.first, let old = old.first,
      !old.isReady || new.isAvailable(after: set.spec.minReadySeconds ?? 0, now: now)
    {
      surplus.append(old)
    }
    return surplus
  }
}

extension DaemonSet {
  var allowsSurge: Bool {
    guard spec.updateStrategy?.type ?? "RollingUpdate" == "RollingUpdate" else { return false }
    return (spec.updateStrategy?.rollingUpdate?.maxSurge?.scaled(of: 100, rounding: .up) ?? 0) > 0
  }
}
