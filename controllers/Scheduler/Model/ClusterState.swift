import APIMachinery
import KubernetesAPI

/// The nodes and the pods bound to them, as the scheduler believes them to be: what it has watched, and what it has
/// decided itself and not seen confirmed yet ("assumed" pods).
///
/// Kubernetes: `scheduler/backend/cache`.
struct ClusterState: Sendable {
  /// In the byte order of their names.
  private(set) var nodes: [NodeInfo] = []
  private var positions: [String: Int] = [:]
  private var placements: [ObjectKey: Placement] = [:]
  /// Least recently made first. So few that looking them through is quicker than hashing selectors.
  private var tables: [MatchTable] = []
  /// The parts of the topology by label, until a node comes, goes or changes its labels.
  private var parts: [String: TopologyParts] = [:]
  private var namespaceLabels: [String: StringMap] = [:]
  /// Bound pods that carry affinity terms; few, as a rule.
  private(set) var podsWithAffinity: [ObjectKey] = []
  private(set) var volumes = VolumeCatalog()

  /// How many match tables are kept.
  private static let tableLimit = 128

  private struct Placement: Sendable {
    var pod: SchedulingPod
    var nodeName: String
    var isAssumed: Bool
  }

  /// The pods that all of some matchers match, counted.
  private struct MatchTable: Sendable {
    let matchers: [PodMatcher]
    let skipsTerminating: Bool
    /// How many there are on each node, by its position.
    var counts: [Int]
  }

  init() {}

  mutating func changeVolumes(_ change: (inout VolumeCatalog) -> Void) { change(&volumes) }

  subscript(name: String) -> NodeInfo? { positions[name].map { nodes[$0] } }

  func position(of name: String) -> Int? { positions[name] }

  func placement(of key: ObjectKey) -> (pod: SchedulingPod, node: NodeInfo)? {
    guard let placement = placements[key], let position = positions[placement.nodeName] else { return nil }
    return (placement.pod, nodes[position])
  }

  /// The pod if it is placed on the node called `name`.
  func placed(_ key: ObjectKey, on name: String) -> SchedulingPod? {
    guard let placement = placements[key], placement.nodeName == name, positions[name] != nil else {
      return nil
    }
    return placement.pod
  }

  func isPlaced(_ key: ObjectKey) -> Bool { placements[key] != nil }

  func isAssumed(_ key: ObjectKey) -> Bool { placements[key]?.isAssumed ?? false }
}

// MARK: - Nodes and namespaces

extension ClusterState {
  mutating func setNode(_ node: Node) {
    let name = node.metadata.name ?? ""
    if let position = positions[name] {
      let labels = nodes[position].labels
      nodes[position].update(node)
      if nodes[position].labels != labels { parts.removeAll() }
      return
    }
    let place = nodes.firstIndex { name.utf8.lexicographicallyPrecedes($0.name.utf8) } ?? nodes.endIndex
    var info = NodeInfo(node)
    for key in placements.keys.sorted() {
      if let placement = placements[key], placement.nodeName == name { info.add(placement.pod) }
    }
    nodes.insert(info, at: place)
    renumber()
  }

  mutating func removeNode(_ name: String) {
    guard let position = positions[name] else { return }
    nodes.remove(at: position)
    renumber()
  }

  private mutating func renumber() {
    positions = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.name, $0) })
    tables.removeAll()
    parts.removeAll()
  }

  /// How the label `key` divides the nodes.
  ///
  /// - Complexity: O(1), O(nodes) the first time.
  mutating func parts(by key: String) -> TopologyParts {
    if let known = parts[key] { return known }
    let fresh = TopologyParts(key: key, nodes: nodes)
    parts[key] = fresh
    return fresh
  }

  mutating func setNamespace(_ name: String, labels: StringMap?) {
    guard namespaceLabels[name] != labels else { return }
    namespaceLabels[name] = labels
    tables.removeAll()
  }

  func labels(ofNamespace name: String) -> StringMap? { namespaceLabels[name] }
}

// MARK: - Pods

extension ClusterState {
  /// Takes a pod as bound, by the API's word or by the scheduler's own decision.
  mutating func place(_ pod: SchedulingPod, on nodeName: String, isAssumed: Bool) {
    removePod(pod.key)
    placements[pod.key] = Placement(pod: pod, nodeName: nodeName, isAssumed: isAssumed)
    if pod.hasAffinityTerms { podsWithAffinity.append(pod.key) }
    guard let position = positions[nodeName] else { return }
    nodes[position].add(pod)
    count(pod, at: position, by: 1)
  }

  /// Takes the API's word for a pod that was assumed, and its new version, in which nothing changed that counts.
  mutating func confirm(_ pod: SchedulingPod) {
    guard var placement = placements[pod.key] else { return }
    if let position = positions[placement.nodeName] { nodes[position].replace(placement.pod, with: pod) }
    placement.pod = pod
    placement.isAssumed = false
    placements[pod.key] = placement
  }

  mutating func removePod(_ key: ObjectKey) {
    guard let placement = placements.removeValue(forKey: key) else { return }
    if placement.pod.hasAffinityTerms { podsWithAffinity.removeAll { $0 == key } }
    guard let position = positions[placement.nodeName] else { return }
    nodes[position].remove(placement.pod)
    count(placement.pod, at: position, by: -1)
  }

  private mutating func count(_ pod: SchedulingPod, at position: Int, by step: Int) {
    for index in tables.indices where matches(pod, tables[index]) { tables[index].counts[position] += step }
  }

  private func matches(_ pod: SchedulingPod, _ table: MatchTable) -> Bool {
    if table.skipsTerminating, pod.pod.isTerminating { return false }
    return table.matchers.allSatisfy { matches(pod, $0) }
  }

  /// Whether a pod is one of those that `matcher` means.
  func matches(_ pod: SchedulingPod, _ matcher: PodMatcher) -> Bool {
    matcher.matches(
      pod.labels, namespace: pod.key.namespace, namespaceLabels: namespaceLabels[pod.key.namespace])
  }

  /// How many pods on each node, by its position, all of `matchers` match.
  ///
  /// The table is kept and follows the pods, so asking again costs O(tables).
  ///
  /// - Complexity: O(pods) the first time.
  mutating func matchCounts(_ matchers: [PodMatcher], skippingTerminating: Bool) -> [Int] {
    let known = tables.last { $0.skipsTerminating == skippingTerminating && $0.matchers == matchers }
    if let known { return known.counts }
    var fresh = MatchTable(
      matchers: matchers, skipsTerminating: skippingTerminating,
      counts: [Int](repeating: 0, count: nodes.count))
    for (position, node) in nodes.enumerated() {
      fresh.counts[position] = node.pods.count { matches($0, fresh) }
    }
    if tables.count >= Self.tableLimit { tables.removeFirst() }
    tables.append(fresh)
    return fresh.counts
  }
}
