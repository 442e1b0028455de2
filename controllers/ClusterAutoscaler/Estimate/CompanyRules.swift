import APIMachinery
import KubernetesAPI

/// What a pod and the pods that are there say about each other's company: topology spread constraints that must hold, and
/// required affinity and anti-affinity. Worked out once for all nodes.
///
/// Kubernetes: the scheduler's plug-ins `PodTopologySpread` and `InterPodAffinity`, whose filters the Cluster Autoscaler
/// runs on imagined nodes.
struct CompanyRules {
  private var spreads: [SpreadCount] = []
  private var wanted: [TermCount] = []
  /// Whether the first pod of a group that wants its own kind near may go anywhere.
  private var isFirstOfItsKind = false
  private var unwanted: [TermCount] = []
  /// Values of topology labels near which pods run that do not want this pod.
  private var forbidden: [(key: String, value: String)] = []

  init(_ pod: PodDemand, _ fleet: Fleet) {
    let keys = pod.spread.map(\.topologyKey)
    spreads = pod.spread.map { SpreadCount($0, of: pod, needed: keys, fleet) }
    wanted = pod.affinity.map { TermCount($0, fleet) }
    unwanted = pod.antiAffinity.map { TermCount($0, fleet) }
    isFirstOfItsKind =
      wanted.allSatisfy { $0.counts.isEmpty } && pod.affinity.allSatisfy { fleet.matches(pod, $0.matcher) }
    for (other, node) in fleet.guards {
      for term in other.antiAffinity where fleet.matches(pod, term.matcher) {
        if let value = node.labels[term.topologyKey] { forbidden.append((term.topologyKey, value)) }
      }
    }
  }

  /// Why the pod may not join the pods on a node, in the scheduler's words; `nil` when it may.
  func rejection(by node: NodeShape) -> String? {
    for spread in spreads {
      if let reason = spread.rejection(by: node) { return reason }
    }
    if !wanted.isEmpty, !isNearWanted(node) { return "node(s) didn't match pod affinity rules" }
    if unwanted.contains(where: { $0.count(near: node) > 0 }) {
      return "node(s) didn't match pod anti-affinity rules"
    }
    if forbidden.contains(where: { node.labels[$0.key] == $0.value }) {
      return "node(s) didn't satisfy existing pods anti-affinity rules"
    }
    return nil
  }

  private func isNearWanted(_ node: NodeShape) -> Bool {
    guard wanted.allSatisfy({ node.labels[$0.key] != nil }) else { return false }
    return isFirstOfItsKind || wanted.allSatisfy { $0.count(near: node) > 0 }
  }
}

/// The pods that one term of affinity means, by the value of its topology label.
private struct TermCount {
  let key: String
  private(set) var counts: [String: Int] = [:]

  init(_ term: AffinityTerm, _ fleet: Fleet) {
    key = term.topologyKey
    for node in fleet.nodes {
      guard let value = node.labels[key] else { continue }
      let count = node.pods.count { fleet.matches($0, term.matcher) }
      if count > 0 { counts[value, default: 0] += count }
    }
  }

  func count(near node: NodeShape) -> Int { node.labels[key].flatMap { counts[$0] } ?? 0 }
}

/// The pods that one spread constraint counts, by the value of its topology label.
private struct SpreadCount {
  private static let refusal = "node(s) didn't match pod topology spread constraints"

  private let key: String
  private let maxSkew: Int
  /// 1 when the pod would count itself.
  private let own: Int
  private var counts: [String: Int] = [:]
  private let least: Int

  init(_ constraint: TopologySpreadConstraint, of pod: PodDemand, needed: [String], _ fleet: Fleet) {
    key = constraint.topologyKey
    maxSkew = constraint.maxSkew
    let matcher = PodMatcher(
      selector: constraint.labelSelector, namespaces: [pod.key.namespace],
      matchLabelKeys: constraint.matchLabelKeys, podLabels: pod.labels)
    own = fleet.matches(pod, matcher) ? 1 : 0
    let honorsAffinity = (constraint.nodeAffinityPolicy ?? "Honor") == "Honor"
    let honorsTaints = constraint.nodeTaintsPolicy == "Honor"
    for node in fleet.nodes {
      guard let value = node.labels[key], needed.allSatisfy({ node.labels[$0] != nil }) else { continue }
      if honorsAffinity, !pod.pod.spec.acceptsNode(named: node.name, labels: node.labels) { continue }
      if honorsTaints, pod.isRepelled(by: node) { continue }
      counts[value, default: 0] += node.pods.count { fleet.matches($0, matcher) }
    }
    let isShort = counts.count < constraint.minDomains ?? 1
    least = isShort ? 0 : counts.values.min() ?? 0
  }

  func rejection(by node: NodeShape) -> String? {
    guard let value = node.labels[key] else { return "\(Self.refusal) (missing required label)" }
    return counts[value, default: 0] + own - least > maxSkew ? Self.refusal : nil
  }
}
