import APIMachinery
import KubernetesAPI

/// How the autoscaler chooses among the groups that could be raised.
///
/// Cluster Autoscaler: `--expander`.
public enum Expander: String, Sendable, Hashable, CaseIterable {
  case random
  /// The group that takes in most of the pending pods.
  case mostPods = "most-pods"
  /// The group that needs the fewest new nodes.
  case leastNodes = "least-nodes"
  /// The group that leaves the least CPU and memory unused.
  case leastWaste = "least-waste"
  /// The group that the ConfigMap `cluster-autoscaler-priority-expander` puts highest.
  case priority

  /// The options that this expander likes best.
  func best(_ options: [ScaleUp], _ priorities: GroupPriorities?) -> [ScaleUp] {
    switch self {
    case .random: options
    case .mostPods: Self.least(options) { Double(-$0.estimate.pods.count) }
    case .leastNodes: Self.least(options) { Double($0.estimate.nodes.count) }
    case .leastWaste: Self.least(options) { $0.estimate.waste }
    case .priority: priorities.map { $0.best(options) } ?? options
    }
  }

  private static func least(_ options: [ScaleUp], _ measure: (ScaleUp) -> Double) -> [ScaleUp] {
    let best = options.map(measure).min()
    return options.filter { measure($0) == best }
  }

  /// What a chain of expanders chooses; where the last one leaves several, chance decides.
  ///
  /// - Parameter chance: A random number below a bound.
  static func choose(
    _ options: [ScaleUp], _ chain: [Expander], _ priorities: GroupPriorities?, chance: (UInt64) -> UInt64
  ) -> ScaleUp? {
    let left = chain.reduce(options) { $1.best($0, priorities) }
    guard left.count > 1 else { return left.first }
    return left[Int(chance(UInt64(left.count)))]
  }
}

/// What the ConfigMap of the expander `priority` says: patterns of group names by priority, the highest number first.
///
/// Cluster Autoscaler: `expander/priority/readme.md`.
struct GroupPriorities: Sendable {
  static let configMap = ObjectKey(namespace: "kube-system", name: "cluster-autoscaler-priority-expander")

  private var patterns: [(priority: Int, text: String)] = []

  /// - Returns: `nil` when there is nothing that can be read.
  init?(_ configMap: ConfigMap?) {
    guard let text = configMap?.data["priorities"],
      case .object(let members)? = try? YAML.parse(text).first?.value
    else { return nil }
    for member in members {
      guard let priority = Int(member.key), case .array(let list) = member.value else { continue }
      patterns += list.compactMap { item in item.stringValue.map { (priority, $0) } }
    }
    if patterns.isEmpty { return nil }
  }

  /// The options of the highest priority that any has. Groups that no pattern names are not used, unless none is named.
  func best(_ options: [ScaleUp]) -> [ScaleUp] {
    let ranked = options.map { (option: $0, priority: priority(of: $0.group.scalingGroup)) }
    guard let highest = ranked.compactMap(\.priority).max() else { return options }
    return ranked.filter { $0.priority == highest }.map(\.option)
  }

  private func priority(of name: String) -> Int? {
    patterns.filter { pattern in
      guard let regex = try? Regex(pattern.text) else { return false }
      return name.firstMatch(of: regex) != nil
    }.map(\.priority).max()
  }
}
