import APIMachinery
import KubernetesAPI

/// When a pod has to leave a node because of its NoExecute taints.
///
/// Kubernetes: `pkg/controller/tainteviction`.
enum TaintEviction: Hashable {
  /// All taints are tolerated for ever, or there are none.
  case stays
  case leaves(at: Timestamp)

  /// - Parameter now: Counts for a taint without a time.
  init(of pod: Pod, taints: [Taint], now: Timestamp) {
    let taints = taints.filter { $0.effect == "NoExecute" }
    let tolerations = pod.spec.tolerations
    var earliest: Timestamp?
    for taint in taints {
      let matching = tolerations.filter { $0.tolerates(taint) }
      guard !matching.isEmpty else {
        self = .leaves(at: now)
        return
      }
      let limits = matching.compactMap(\.tolerationSeconds)
      guard let shortest = limits.min() else { continue }
      let leavesAt = (taint.timeAdded ?? now) + .seconds(max(0, shortest))
      earliest = min(earliest ?? leavesAt, leavesAt)
    }
    self = earliest.map { .leaves(at: $0) } ?? .stays
  }
}
