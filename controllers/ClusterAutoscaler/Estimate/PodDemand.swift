import APIMachinery
import KubernetesAPI

/// What a pod asks of a node, as far as the autoscaler reckons with it: resources, labels and taints.
struct PodDemand: Sendable {
  let key: ObjectKey
  let pod: Pod
  let requests: Amounts
  let hostPorts: [Int]
  private let required: [NodeSelectorTerm]?
  /// Label values of this pod's own that it refuses beside itself on a host (anti-affinity by host name).
  private let refusesItsLike: Bool

  init(_ pod: Pod) {
    self.pod = pod
    key = pod.key
    requests = Amounts(requestsOf: pod.spec)
    let affinity = pod.spec.affinity
    required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms
    let labels = pod.metadata.labels
    refusesItsLike =
      affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution.contains { term in
        term.topologyKey == "kubernetes.io/hostname"
          && (term.labelSelector?.matchLabels ?? [:]).isSubset(of: labels)
      } ?? false
    hostPorts = pod.spec.containers.flatMap(\.ports).compactMap(\.hostPort).filter { $0 > 0 }
  }

  /// Why the pod would not run on an empty node of this shape; `nil` when it would.
  func rejection(byEmpty node: NodeShape) -> String? {
    if node.isUnschedulable { return "node(s) were unschedulable" }
    guard matchesLabels(of: node) else { return "node(s) didn't match Pod's node affinity/selector" }
    if node.taints.contains(where: { $0.effect != "PreferNoSchedule" && !tolerates($0) }) {
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

  private func matchesLabels(of node: NodeShape) -> Bool {
    guard pod.spec.nodeSelector.isSubset(of: node.labels) else { return false }
    guard let required else { return true }
    return required.contains { term in
      !term.matchExpressions.isEmpty
        && term.matchExpressions.allSatisfy { Self.holds($0, node.labels[$0.key]) }
    }
  }

  private static func holds(_ requirement: NodeSelectorRequirement, _ value: String?) -> Bool {
    switch requirement.operator {
    case "In": value.map { requirement.values.contains($0) } ?? false
    case "NotIn": value.map { !requirement.values.contains($0) } ?? true
    case "Exists": value != nil
    case "DoesNotExist": value == nil
    case "Gt": compare(value, requirement.values.first, >)
    case "Lt": compare(value, requirement.values.first, <)
    default: false
    }
  }

  private static func compare(_ value: String?, _ bound: String?, _ holds: (Int, Int) -> Bool) -> Bool {
    guard let value = value.flatMap({ Int($0) }), let bound = bound.flatMap({ Int($0) }) else { return false }
    return holds(value, bound)
  }

  private func tolerates(_ taint: Taint) -> Bool {
    pod.spec.tolerations.contains { toleration in
      let effect = toleration.effect ?? ""
      let key = toleration.key ?? ""
      guard effect.isEmpty || effect == taint.effect, key.isEmpty || key == taint.key else { return false }
      return toleration.operator == "Exists" || (toleration.value ?? "") == (taint.value ?? "")
    }
  }
}
