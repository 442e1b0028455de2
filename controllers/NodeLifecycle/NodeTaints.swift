import APIMachinery
import KubernetesAPI

/// The taints that follow from a node's conditions.
///
/// Kubernetes: `nodelifecycle`, `nodeConditionToTaintKeyStatusMap`.
enum NodeTaints {
  static let notReady = "node.kubernetes.io/not-ready"
  static let unreachable = "node.kubernetes.io/unreachable"
  static let unschedulable = "node.kubernetes.io/unschedulable"

  /// A condition, the status that is a fault, and the taint for it.
  private static let rules: [(type: String, status: String, key: String)] = [
    ("Ready", "False", notReady),
    ("Ready", "Unknown", unreachable),
    ("MemoryPressure", "True", "node.kubernetes.io/memory-pressure"),
    ("DiskPressure", "True", "node.kubernetes.io/disk-pressure"),
    ("NetworkUnavailable", "True", "node.kubernetes.io/network-unavailable"),
    ("PIDPressure", "True", "node.kubernetes.io/pid-pressure"),
  ]

  /// The node's taints with those of effect NoSchedule as its conditions ask for; all others stay.
  static func noSchedule(for node: Node, now: Timestamp) -> [Taint] {
    let conditions = node.status.conditions
    var wanted = rules.filter { rule in
      conditions.contains { $0.type == rule.type && $0.status == rule.status }
    }.map(\.key)
    if node.spec.unschedulable == true { wanted.append(unschedulable) }
    let kept = node.spec.taints.filter { taint in
      taint.effect != "NoSchedule" || !isOurs(taint.key) || wanted.contains(taint.key)
    }
    let missing = wanted.filter { key in
      !kept.contains { $0.key == key && $0.effect == "NoSchedule" }
    }
    return kept + missing.map { taint($0, "NoSchedule", now: now) }
  }

  /// The taints with the one of effect NoExecute that says why a node is lost, or with none when it is well.
  static func noExecute(_ key: String?, in taints: [Taint], now: Timestamp) -> [Taint] {
    let others = taints.filter { $0.effect != "NoExecute" || ($0.key != notReady && $0.key != unreachable) }
    guard let key else { return others }
    if let present = taints.first(where: { $0.effect == "NoExecute" && $0.key == key }) {
      return others + [present]
    }
    return others + [taint(key, "NoExecute", now: now)]
  }

  /// Why pods shall leave the node; `nil` when it is well.
  static func fault(of node: Node) -> String? {
    switch node.condition("Ready")?.status {
    case "False": notReady
    case "Unknown": unreachable
    default: nil
    }
  }

  private static func isOurs(_ key: String) -> Bool {
    key == unschedulable || rules.contains { $0.key == key }
  }

  private static func taint(_ key: String, _ effect: String, now: Timestamp) -> Taint {
    Taint {
      $0.key = key
      $0.effect = effect
      $0.timeAdded = now
    }
  }
}
