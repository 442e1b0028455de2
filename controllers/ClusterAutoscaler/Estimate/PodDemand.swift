import APIMachinery
import KubernetesAPI

/// What a pod asks of a node, as far as the autoscaler reckons with it: resources, labels and taints.
struct PodDemand: Sendable {
  let key: ObjectKey
  let pod: Pod
  let requests: Amounts
  let hostPorts: [Int]
  /// Label values of this pod's own that it refuses beside itself on a host (anti-affinity by host name).
  private let refusesItsLike: Bool

  init(_ pod: Pod) {
    self.pod = pod
    key = pod.key
    requests = Amounts(requestsOf: pod.spec)
    let affinity = pod.spec.affinity
    let labels = pod.metadata.labels
    refusesItsLike =
      affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution.contains { term in
        term.topologyKey == "kubernetes.io/hostname"
          && (term.labelSelector?.matchLabels ?? [:]).isSubset(of: labels)
      } ?? false
    hostPorts = pod.spec.containers.flatMap(\.ports).compactMap(\.hostPort).filter { $0 > 0 }
  }

  /// The pod that a daemon would have on a node.
  init(daemonOf set: DaemonSet) {
    self.init(
      Pod {
        $0.metadata.name = set.metadata.name
        $0.metadata.namespace = set.metadata.namespace
        $0.metadata.labels = set.spec.template.metadata.labels
        $0.spec = set.spec.template.spec
      })
  }

  /// Why the pod would not run on an empty node of this shape; `nil` when it would.
  func rejection(byEmpty node: NodeShape) -> String? {
    if node.isUnschedulable { return "node(s) were unschedulable" }
    guard pod.spec.acceptsNode(named: node.name, labels: node.labels) else {
      return "node(s) didn't match Pod's node affinity/selector"
    }
    if pod.spec.firstUntolerated(of: node.taints, effects: ["NoSchedule", "NoExecute"]) != nil {
      return "node(s) had untolerated taint(s)"
    }
    return nil
  }

  /// Why the pod does not fit beside what is on the node; `nil` when it does.
  func rejection(by node: NodeShape) -> String? {
    if let reason = rejection(byEmpty: node) { return reason }
    if let reason = node.free.shortage(of: requests) { return reason }
    if hostPorts.contains(where: { node.hostPorts.contains($0) }) {
      return "node(s) didn't have free ports for the requested pod ports"
    }
    if refusesItsLike, node.podLabels.contains(pod.metadata.labels) {
      return "node(s) didn't match pod anti-affinity rules"
    }
    return nil
  }
}
