public import APIMachinery
public import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// The kubelet's other part: says that its node is alive.
///
/// Every ten seconds it renews the leases of all nodes whose kubelets work, in one go, and every five minutes it
/// reports their status. A new node gets its conditions at once.
///
/// Kubernetes: `pkg/kubelet/nodelease`, `kubelet_node_status.go`.
public struct NodeHeartbeat: Reconciler {
  /// The one key of this loop.
  public static let key = ObjectKey(name: "heartbeat")
  /// Where the leases of nodes live.
  static let namespace = "kube-node-lease"

  static let renewInterval: Duration = .seconds(10)
  static let leaseDuration = 40
  static let reportInterval: Duration = .seconds(300)

  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    let now = context.now
    let all = context.cache.list(Node.self)
    // The first node brings the loop back.
    if all.isEmpty { return .done }
    let nodes = all.filter { KubeletPower.isOn($0, machine: KubeletPower.machine(of: $0), context) }
    // All at once, so that the beats of hundreds of nodes share a few commits of the store.
    try await withThrowingTaskGroup { group in
      for node in nodes { group.addTask { try await beat(node, now, context) } }
      try await group.waitForAll()
    }
    return .requeue(after: Self.renewInterval)
  }

  private func beat(_ node: Node, _ now: Timestamp, _ context: ReconcileContext) async throws(StatusError) {
    do throws(StatusError) {
      try await report(node, now, context)
      try await renew(node, now, context)
    } catch {
      // Gone, or written by somebody else: the next beat sees it anew.
      if !error.isNotFound, !error.isConflict { throw error }
    }
  }

  // MARK: - The lease

  private func renew(_ node: Node, _ now: Timestamp, _ context: ReconcileContext) async throws(StatusError) {
    let key = ObjectKey(namespace: Self.namespace, name: node.metadata.name ?? "")
    guard var lease = context.cache.get(Lease.self, key) else {
      try await context.client.create(newLease(key, of: node, now))
      return
    }
    // A beat that a new node brought on leaves the others for their own time.
    if let renewed = lease.spec.renewTime, now - renewed.timestamp < Self.renewInterval * 0.9 { return }
    lease.spec.renewTime = MicroTime(now)
    try await context.client.update(lease)
  }

  private func newLease(_ key: ObjectKey, of node: Node, _ now: Timestamp) -> Lease {
    Lease {
      $0.metadata.name = key.name
      $0.metadata.namespace = key.namespace
      var owner = OwnerReference(controller: node)
      owner.controller = nil
      owner.blockOwnerDeletion = nil
      $0.metadata.ownerReferences = [owner]
      $0.spec.holderIdentity = key.name
      $0.spec.leaseDurationSeconds = Self.leaseDuration
      $0.spec.renewTime = MicroTime(now)
    }
  }

  // MARK: - The status

  private func report(_ node: Node, _ now: Timestamp, _ context: ReconcileContext) async throws(StatusError) {
    let ready = node.condition("Ready")
    let isFresh = ready?.lastHeartbeatTime.map { now - $0 < Self.reportInterval } ?? false
    if ready?.status == "True", isFresh { return }
    var changed = node
    changed.status.conditions = Self.conditions(node.status.conditions, now: now)
    try await context.client.updateStatus(changed)
    if ready?.status != "True" {
      context.events.normal(
        node, "NodeReady", "Node \(node.metadata.name ?? "") status is now: NodeReady")
    }
  }

  /// The conditions that a healthy kubelet reports.
  private static let healthy: [(type: String, status: String, reason: String, message: String)] = [
    ("MemoryPressure", "False", "KubeletHasSufficientMemory", "kubelet has sufficient memory available"),
    ("DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
    ("PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
    ("Ready", "True", "KubeletReady", "kubelet is posting ready status"),
  ]

  static func conditions(_ old: [NodeCondition], now: Timestamp) -> [NodeCondition] {
    var conditions = old
    for rule in healthy {
      let position = conditions.firstIndex { $0.type == rule.type }
      let before = position.map { conditions[$0] }
      let condition = NodeCondition {
        $0.type = rule.type
        $0.status = rule.status
        $0.lastHeartbeatTime = now
        $0.lastTransitionTime = before?.status == rule.status ? before?.lastTransitionTime : now
        $0.reason = rule.reason
        $0.message = rule.message
      }
      if let position { conditions[position] = condition } else { conditions.append(condition) }
    }
    return conditions
  }
}

extension NodeHeartbeat {
  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("nodeheartbeat", NodeHeartbeat())
      .atStart(key)
      .watches(Node.self, where: .kubeletChanged) { change in change.type == .deleted ? [] : [key] }
      .watches(Instance.self, where: .powerChanged) { _ in [key] }
      .reads(Lease.self)
      .indexInstancesByID()
      .component("kubelet")
  }
}
