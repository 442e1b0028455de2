/// Counts reasons over the nodes, for the message of an unschedulable pod.
struct ReasonCount: Sendable {
  private var counts: [String: Int] = [:]

  init() {}

  mutating func add(_ reason: String) { counts[reason, default: 0] += 1 }
  mutating func add(_ reasons: [String]) { for reason in reasons { add(reason) } }

  /// `0/4 nodes are available: 1 Too many pods, 3 Insufficient cpu.`
  ///
  /// Kubernetes: `framework.FitError`: counted reasons in the order of their text, joined by commas.
  func message(nodeCount: Int) -> String {
    guard nodeCount > 0 else { return "no nodes available to schedule pods" }
    let parts = counts.map { "\($1) \($0)" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let list = parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))"
    return "0/\(nodeCount) nodes are available\(list)."
  }
}
