import APIMachinery
import EKSAPI
import KubernetesAPI

/// Which ailing nodes of a group are replaced now, and when the next one may be.
///
/// EKS: node groups, section 8 "Node health / auto repair".
struct RepairPlan: Sendable, Hashable {
  /// How long a condition has to say that something is wrong before the node is replaced.
  private static let waits: [String: Duration] = [
    "Ready": .seconds(30 * 60), "KernelReady": .seconds(30 * 60), "NetworkingReady": .seconds(30 * 60),
    "StorageReady": .seconds(30 * 60), "ContainerRuntimeReady": .seconds(30 * 60),
    "AcceleratedHardwareReady": .seconds(10 * 60),
  ]
  /// Without thresholds of its own, a group of more than five nodes of which more than a fifth is ailing is left alone.
  private static let smallGroup = 5
  private static let unhealthyShare = 0.2

  /// The instances whose nodes are replaced.
  private(set) var repairs: [String] = []
  /// When another node will have been ailing for long enough.
  private(set) var next: Timestamp?

  /// A node that is there.
  struct Member: Sendable, Hashable {
    var id: String
    var conditions: [NodeCondition]
    /// Whether it is on its way out already.
    var isLeaving = false
  }

  /// - Parameter members: Asked for only where node repair is on.
  init(_ config: NodeRepairConfig?, _ members: @autoclosure () -> [Member], at now: Timestamp) {
    guard let config, config.enabled == true else { return }
    let members = members()
    let ailing = members.filter { member in member.conditions.contains(where: Self.isBad) }
    if Self.isTooMany(ailing.count, of: members.count, config) { return }
    var free = Self.limit(config, members.count) - ailing.count(where: \.isLeaving)
    for member in ailing where !member.isLeaving {
      guard let due = Self.due(member, config) else { continue }
      if due > now {
        next = min(next ?? due, due)
      } else if free > 0 {
        repairs.append(member.id)
        free -= 1
      }
    }
  }

  private static func isBad(_ condition: NodeCondition) -> Bool {
    waits[condition.type] != nil && condition.status != "True"
  }

  /// When the first of a node's conditions has lasted for long enough; `nil` when none ever will.
  private static func due(_ member: Member, _ config: NodeRepairConfig) -> Timestamp? {
    member.conditions.filter(isBad).compactMap { condition -> Timestamp? in
      guard let since = condition.lastTransitionTime else { return nil }
      let override = config.nodeRepairConfigOverrides.first {
        $0.nodeMonitoringCondition == condition.type && $0.nodeUnhealthyReason == condition.reason
      }
      if override?.repairAction == "NoAction" { return nil }
      let wait =
        override.map { Duration.seconds(60 * $0.minRepairWaitTimeMins) } ?? waits[condition.type]
      return wait.map { since + $0 }
    }.min()
  }

  private static func isTooMany(_ ailing: Int, of count: Int, _ config: NodeRepairConfig) -> Bool {
    if let most = config.maxUnhealthyNodeThresholdCount { return ailing > most }
    if let most = config.maxUnhealthyNodeThresholdPercentage { return ailing * 100 > most * count }
    return count > smallGroup && Double(ailing) > unhealthyShare * Double(count)
  }

  /// How many nodes may be on their way out for repair.
  private static func limit(_ config: NodeRepairConfig, _ count: Int) -> Int {
    if let most = config.maxParallelNodesRepairedCount { return most }
    return config.maxParallelNodesRepairedPercentage.map { max(1, $0 * count / 100) } ?? count
  }
}
