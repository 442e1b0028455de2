import APIMachinery
import KubernetesAPI

/// What the monitor remembers of one node: when it last heard of it, by its own clock.
///
/// Kubernetes: `nodelifecycle`, `nodeHealthData`. A node's own times are not trusted: only that they change.
struct NodeHealth: Sendable {
  /// How long a node may be silent.
  static let grace: Duration = .seconds(50)
  /// The same for a node that has never said anything.
  static let startupGrace: Duration = .seconds(60)

  private var heardAt: Timestamp
  private var renewTime: MicroTime?
  private var heartbeat: Timestamp?
  private var readyStatus: String?

  init(now: Timestamp) {
    heardAt = now
  }

  /// Takes note of the node and its lease.
  mutating func observe(_ node: Node, lease: Lease?, now: Timestamp) {
    let ready = node.condition("Ready")
    let renewed = lease?.spec.renewTime
    let (beat, status) = (ready?.lastHeartbeatTime, ready?.status)
    // A status that the monitor itself set to Unknown is no sign of life.
    let isOwnDoing = status == "Unknown"
    let hasChanged = beat != heartbeat || status != readyStatus
    if renewed != renewTime || (hasChanged && !isOwnDoing) { heardAt = now }
    renewTime = renewed
    heartbeat = beat
    readyStatus = status
  }

  /// When the node counts as lost, if it stays silent.
  func isSilent(_ node: Node, now: Timestamp) -> Bool {
    let hasSpoken = node.condition("Ready") != nil
    return heardAt + (hasSpoken ? Self.grace : Self.startupGrace) < now
  }

  /// The conditions of a silent node.
  ///
  /// - Returns: `nil` when they say so already.
  static func silentConditions(of node: Node, now: Timestamp) -> [NodeCondition]? {
    var conditions = node.status.conditions
    var hasChanged = false
    for type in ["Ready", "MemoryPressure", "DiskPressure", "PIDPressure"] {
      if let position = conditions.firstIndex(where: { $0.type == type }) {
        guard conditions[position].status != "Unknown" else { continue }
        conditions[position].status = "Unknown"
        conditions[position].reason = "NodeStatusUnknown"
        conditions[position].message = "Kubelet stopped posting node status."
        conditions[position].lastTransitionTime = now
      } else {
        conditions.append(neverPosted(type, since: node.metadata.creationTimestamp ?? now, now: now))
      }
      hasChanged = true
    }
    return hasChanged ? conditions : nil
  }

  private static func neverPosted(_ type: String, since: Timestamp, now: Timestamp) -> NodeCondition {
    NodeCondition {
      $0.type = type
      $0.status = "Unknown"
      $0.reason = "NodeStatusNeverUpdated"
      $0.message = "Kubelet never posted node status."
      $0.lastHeartbeatTime = since
      $0.lastTransitionTime = now
    }
  }
}
