import APIMachinery
import KubernetesAPI

/// The pods of a set by the node that they are on or meant for.
struct DaemonPods: Sendable {
  private(set) var byNode: [String: [Pod]] = [:]

  /// - Complexity: O(*n*) in the number of pods.
  init(_ pods: [Pod]) {
    for pod in pods {
      // One that is over and leaving holds nothing any more.
      if pod.isOver, pod.isTerminating { continue }
      byNode[pod.daemonNodeName, default: []].append(pod)
    }
  }

  subscript(node: String) -> [Pod] { byNode[node] ?? [] }

  /// Whether one of the pods is made of another template than the one with this hash.
  func hasOld(besides revision: String) -> Bool {
    byNode.values.contains { $0.contains { !$0.isUpdated(to: revision) } }
  }

  mutating func add(_ pod: Pod) { byNode[pod.daemonNodeName, default: []].append(pod) }

  /// Notes that a pod was asked to leave.
  mutating func markLeaving(_ pod: Pod, at now: Timestamp) {
    let node = pod.daemonNodeName
    guard let place = byNode[node]?.firstIndex(where: { $0.key == pod.key }) else { return }
    byNode[node]?[place].metadata.deletionTimestamp = now
  }

  /// The pods that are meant for nodes which are not there and that never came to one.
  func strays(nodes: Set<String>) -> [Pod] {
    byNode.filter { !nodes.contains($0.key) }.flatMap(\.value)
      .filter { ($0.spec.nodeName ?? "").isEmpty && !$0.isTerminating }
      .sorted { $0.key < $1.key }
  }
}

extension Pod {
  /// The node that a daemon pod is on, or the one that its affinity names.
  ///
  /// Kubernetes: `pkg/controller/daemon/util GetTargetNodeName`.
  var daemonNodeName: String {
    if let node = spec.nodeName, !node.isEmpty { return node }
    let required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
    for term in required?.nodeSelectorTerms ?? [] {
      for field in term.matchFields where field.key == "metadata.name" && field.operator == "In" {
        if let name = field.values.first { return name }
      }
    }
    return ""
  }

  /// Kubernetes: `podByCreationTimestampAndPhase`: scheduled before waiting, then the older first.
  func precedesAsDaemon(_ other: Pod) -> Bool {
    let (isBound, otherIsBound) = (spec.nodeName != nil, other.spec.nodeName != nil)
    if isBound != otherIsBound { return isBound }
    let (time, otherTime) = (metadata.creationTimestamp, other.metadata.creationTimestamp)
    if let time, let otherTime, time != otherTime { return time < otherTime }
    return key < other.key
  }
}
