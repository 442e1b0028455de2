import APIMachinery
import KubernetesAPI

/// Chooses which pods of a shrinking ReplicaSet go.
struct DeletionRanking {
  /// How many active pods of the same owner each node carries.
  private var podsByNode: [String: Int] = [:]
  private let now: Timestamp

  static let costAnnotation = "controller.kubernetes.io/pod-deletion-cost"

  /// - Parameter related: The pods of all ReplicaSets of the same owner.
  init(related: [Pod], now: Timestamp) {
    self.now = now
    for pod in related where pod.isActive {
      podsByNode[pod.spec.nodeName ?? "", default: 0] += 1
    }
  }

  /// The pods to delete.
  ///
  /// - Complexity: O(*n* log *n*).
  func choose(_ count: Int, of pods: [Pod]) -> [Pod] {
    if count >= pods.count { return pods }
    let ranked = pods.map { (pod: $0, rank: rank(of: $0)) }
    return ranked.sorted { $0.rank.precedes($1.rank, now: now) }.prefix(count).map(\.pod)
  }

  private func rank(of pod: Pod) -> PodDeletionRank {
    let node = pod.spec.nodeName ?? ""
    let readySince = pod.readySince
    return PodDeletionRank(
      isAssigned: !node.isEmpty, phase: Self.phase(of: pod), isReady: pod.isReady,
      deletionCost: pod.metadata.annotations[Self.costAnnotation].flatMap { Int32($0) }.map(Int.init) ?? 0,
      neighbours: podsByNode[node] ?? 0, readySince: readySince,
      restarts: pod.status.containerStatuses.map(\.restartCount).max() ?? 0,
      createdAt: pod.metadata.creationTimestamp, uid: pod.metadata.uid ?? "")
  }

  private static func phase(of pod: Pod) -> PodDeletionRank.Phase {
    switch pod.status.phase {
    case "Running": .running
    case "Unknown": .unknown
    default: .pending
    }
  }
}
