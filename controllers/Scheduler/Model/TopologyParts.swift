import APIMachinery

/// How a label divides the nodes: `topology.kubernetes.io/zone` into zones. Worked out once for all pods.
struct TopologyParts: Sendable {
  /// The part of each node, by the node's position; `nil` for a node without the label.
  private(set) var parts: [Int?] = []
  /// How many parts there are.
  private(set) var count = 0

  init(key: String, nodes: [NodeInfo]) {
    var numbers: [String: Int] = [:]
    parts = nodes.map { node in
      guard let value = node.labels[key] else { return nil }
      if let known = numbers[value] { return known }
      numbers[value] = numbers.count
      return numbers.count - 1
    }
    count = numbers.count
  }
}
