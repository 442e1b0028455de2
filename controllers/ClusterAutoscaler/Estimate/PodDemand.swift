import APIMachinery
import KubernetesAPI

/// What a pod asks of a node, as far as the autoscaler reckons with it: resources, labels, taints, and the pods near it.
struct PodDemand: Sendable {
  let key: ObjectKey
  let pod: Pod
  let requests: Amounts
  let hostPorts: [Int]
  let labels: StringMap
  /// Spread constraints that must hold.
  let spread: [TopologySpreadConstraint]
  /// Required terms.
  let affinity: [AffinityTerm]
  let antiAffinity: [AffinityTerm]

  init(_ pod: Pod) {
    self.pod = pod
    key = pod.key
    let spec = pod.spec
    requests = Amounts(requestsOf: spec)
    let labels = pod.metadata.labels
    self.labels = labels
    spread = spec.topologySpreadConstraints.filter { $0.whenUnsatisfiable == "DoNotSchedule" }
    let rules = spec.affinity
    func terms(_ list: [PodAffinityTerm]?) -> [AffinityTerm] {
      (list ?? []).map {
        AffinityTerm($0, namespace: pod.metadata.namespace ?? "", podLabels: labels)
      }
    }
    affinity = terms(rules?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution)
    antiAffinity = terms(rules?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution)
    hostPorts = spec.containers.flatMap(\.ports).compactMap(\.hostPort).filter { $0 > 0 }
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
    return isRepelled(by: node) ? "node(s) had untolerated taint(s)" : nil
  }

  /// Whether a taint of the node keeps the pod away.
  func isRepelled(by node: NodeShape) -> Bool {
    pod.spec.firstUntolerated(of: node.taints, effects: ["NoSchedule", "NoExecute"]) != nil
  }

  /// Why the pod does not fit beside what is on the node; `nil` when it does.
  func rejection(by node: NodeShape) -> String? {
    if let reason = rejection(byEmpty: node) { return reason }
    if let reason = node.free.shortage(of: requests) { return reason }
    if hostPorts.contains(where: { node.hostPorts.contains($0) }) {
      return "node(s) didn't have free ports for the requested pod ports"
    }
    return nil
  }
}
