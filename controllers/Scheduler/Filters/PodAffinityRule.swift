import APIMachinery
import KubernetesAPI

/// The affinity and anti-affinity between a pod and the pods that run already, in both directions.
///
/// Kubernetes: plug-in `InterPodAffinity`.
struct PodAffinityRule: Sendable {
  /// One part of the topology: `topology.kubernetes.io/zone` = `us-west-2a`.
  private struct Part: Hashable, Sendable {
    let key: String
    let value: String
  }

  private let required: [AffinityTerm]
  private let requiredAnti: [AffinityTerm]
  /// Pods that match all required terms, by part.
  private var wanted: [Part: Int] = [:]
  /// True when the first pod of a group that wants its own kind near may go anywhere.
  private var isFirstOfItsKind = false
  /// Pods that match some required anti-affinity term, by part.
  private var unwanted: [Part: Int] = [:]
  /// Parts where pods run that do not want this pod.
  private var forbidden: Set<Part> = []
  /// Preference of the parts: positive attracts.
  private var preference: [Part: Int] = [:]

  init(_ pod: SchedulingPod, _ state: inout ClusterState) {
    required = pod.requiredAffinity
    requiredAnti = pod.requiredAntiAffinity
    countRequired(pod, &state)
    for term in requiredAnti { add(term, weight: 1, to: \.unwanted, &state) }
    for item in pod.preferredAffinity { add(item.term, weight: item.weight, to: \.preference, &state) }
    for item in pod.preferredAntiAffinity { add(item.term, weight: -item.weight, to: \.preference, &state) }
    for key in state.podsWithAffinity {
      if let (other, node) = state.placement(of: key) { consider(other, on: node, for: pod, state) }
    }
  }

  var hasPreference: Bool { !preference.isEmpty }

  func rejection(of node: NodeInfo) -> Rejection? {
    if !required.isEmpty, !meetsRequired(node) { return .affinity }
    for term in requiredAnti {
      if let part = part(term.topologyKey, of: node), unwanted[part, default: 0] > 0 { return .antiAffinity }
    }
    if !forbidden.isEmpty, forbidden.contains(where: { node.labels[$0.key] == $0.value }) {
      return .existingAntiAffinity
    }
    return nil
  }

  /// The sum of the preferences of all parts that the node belongs to.
  func preference(for node: NodeInfo) -> Int {
    preference.reduce(0) { $0 + (node.labels[$1.key.key] == $1.key.value ? $1.value : 0) }
  }

  private func meetsRequired(_ node: NodeInfo) -> Bool {
    var isMet = true
    for term in required {
      guard let part = part(term.topologyKey, of: node) else { return false }
      if wanted[part, default: 0] <= 0 { isMet = false }
    }
    return isMet || isFirstOfItsKind
  }

  private func part(_ key: String, of node: NodeInfo) -> Part? {
    node.labels[key].map { Part(key: key, value: $0) }
  }

  private mutating func countRequired(_ pod: SchedulingPod, _ state: inout ClusterState) {
    guard !required.isEmpty else { return }
    let matchers = required.map(\.matcher)
    let counts = state.matchCounts(matchers, skippingTerminating: false)
    for (position, node) in state.nodes.enumerated() where counts[position] > 0 {
      for term in required {
        if let part = part(term.topologyKey, of: node) { wanted[part, default: 0] += counts[position] }
      }
    }
    isFirstOfItsKind = wanted.isEmpty && matchers.allSatisfy { state.matches(pod, $0) }
  }

  private mutating func add(
    _ term: AffinityTerm, weight: Int, to table: WritableKeyPath<Self, [Part: Int]>,
    _ state: inout ClusterState
  ) {
    let counts = state.matchCounts([term.matcher], skippingTerminating: false)
    for (position, node) in state.nodes.enumerated() where counts[position] > 0 {
      guard let part = part(term.topologyKey, of: node) else { continue }
      self[keyPath: table][part, default: 0] += weight * counts[position]
    }
  }

  /// What a pod that runs already thinks of `pod`.
  private mutating func consider(
    _ other: SchedulingPod, on node: NodeInfo, for pod: SchedulingPod, _ state: ClusterState
  ) {
    for term in other.requiredAntiAffinity where state.matches(pod, term.matcher) {
      if let part = part(term.topologyKey, of: node) { forbidden.insert(part) }
    }
    func prefer(_ term: AffinityTerm, _ weight: Int) {
      guard state.matches(pod, term.matcher), let part = part(term.topologyKey, of: node) else { return }
      preference[part, default: 0] += weight
    }
    for item in other.preferredAffinity { prefer(item.term, item.weight) }
    for item in other.preferredAntiAffinity { prefer(item.term, -item.weight) }
    for term in other.requiredAffinity { prefer(term, Self.hardAffinityWeight) }
  }

  /// Kubernetes: `InterPodAffinityArgs.hardPodAffinityWeight`, default 1.
  private static let hardAffinityWeight = 1
}
