public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import Synchronization

/// Looks at all nodes every five seconds: marks those that fell silent, and taints the lost ones so that their
/// pods leave, slowly.
///
/// Kubernetes: `pkg/controller/nodelifecycle`, `monitorNodeHealth`.
public struct NodeMonitor: Reconciler {
  /// The one key of this loop.
  public static let key = ObjectKey(name: "nodes")
  static let interval: Duration = .seconds(5)
  /// Pods by the name of their node.
  public static let podsByNode: IndexName = "spec.nodeName"

  private struct State: Sendable {
    var health: [String: NodeHealth] = [:]
    var evictions = ZoneEvictions()
  }

  private final class SharedState: Sendable {
    let value = Mutex(State())
  }

  private let state = SharedState()

  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    let now = context.now
    var nodes: [Node] = []
    for node in context.cache.list(Node.self) { nodes.append(try await check(node, now, context)) }
    forgetAllBut(nodes)
    try await taint(nodes, now, context)
    // The first node brings the loop back.
    return nodes.isEmpty ? .done : .requeue(after: Self.interval)
  }

  // MARK: - Health

  /// Marks a node that is silent.
  ///
  /// - Returns: The node as it is now.
  private func check(_ node: Node, _ now: Timestamp, _ context: ReconcileContext) async throws -> Node {
    let name = node.metadata.name ?? ""
    let lease = context.cache.get(Lease.self, ObjectKey(namespace: "kube-node-lease", name: name))
    let isSilent = state.value.withLock { state in
      var health = state.health[name] ?? NodeHealth(now: now)
      health.observe(node, lease: lease, now: now)
      state.health[name] = health
      return health.isSilent(node, now: now)
    }
    guard isSilent, let conditions = NodeHealth.silentConditions(of: node, now: now) else { return node }
    var changed = node
    changed.status.conditions = conditions
    let marked = changed
    let written = try await tolerating(.notFound, .conflict) { try await context.client.updateStatus(marked) }
    guard let written else { return node }
    context.events.normal(node, "NodeNotReady", "Node \(name) status is now: NodeNotReady")
    try await markPods(of: name, now, context)
    return written
  }

  /// The pods of a lost node are not ready: Services stop sending to them.
  ///
  /// Kubernetes: `controllerutil.MarkPodsNotReady`.
  private func markPods(of node: String, _ now: Timestamp, _ context: ReconcileContext) async throws {
    for pod in context.cache.list(Pod.self, index: Self.podsByNode, node) where pod.isReady {
      var changed = pod
      for index in changed.status.conditions.indices where changed.status.conditions[index].type == "Ready" {
        changed.status.conditions[index].status = "False"
        changed.status.conditions[index].lastTransitionTime = now
      }
      let marked = changed
      try await tolerating(.notFound, .conflict) { try await context.client.updateStatus(marked) }
      context.events.warning(pod, "NodeNotReady", "Node is not ready")
    }
  }

  private func forgetAllBut(_ nodes: [Node]) {
    state.value.withLock { state in
      // All nodes have been looked at: if there are no more than those, there is nothing to forget.
      guard state.health.count > nodes.count else { return }
      let names = Set(nodes.compactMap { $0.metadata.name })
      state.health = state.health.filter { names.contains($0.key) }
    }
  }

  // MARK: - Eviction

  /// Gives the lost nodes whose turn it is their NoExecute taint, and takes it from those that are well.
  private func taint(_ nodes: [Node], _ now: Timestamp, _ context: ReconcileContext) async throws {
    let members = nodes.map {
      ZoneEvictions.Member(
        name: $0.metadata.name ?? "", zone: $0.zone, isReady: NodeTaints.fault(of: $0) == nil)
    }
    let (due, isDark) = state.value.withLock { state in
      _ = state.evictions.observe(members, now: now)
      for (node, member) in zip(nodes, members) { state.evictions.queue(node, as: member) }
      return (state.evictions.due(at: now), state.evictions.isEveryZoneDark)
    }
    for (node, member) in zip(nodes, members) {
      let fault = member.isReady ? nil : NodeTaints.fault(of: node)
      let taints = node.spec.taints
      if fault == nil, taints.isEmpty { continue }
      let isTainted = taints.contains { $0.isEviction }
      let keeps = fault != nil && !isDark && (isTainted || due.contains(node.metadata.name ?? ""))
      try await write(NodeTaints.noExecute(keeps ? fault : nil, in: taints, now: now), to: node, context)
    }
  }

  private func write(_ taints: [Taint], to node: Node, _ context: ReconcileContext) async throws {
    guard taints != node.spec.taints else { return }
    var changed = node
    changed.spec.taints = taints
    let updated = changed
    try await tolerating(.notFound, .conflict) { try await context.client.update(updated) }
  }
}

extension ZoneEvictions {
  /// Puts a node in or out of its zone's queue, as it is lost or well.
  mutating func queue(_ node: Node, as member: Member) {
    if member.isReady || node.spec.taints.contains(where: { $0.isEviction }) {
      remove(member.name, zone: member.zone)
    } else {
      add(member.name, zone: member.zone)
    }
  }
}

extension Node {
  /// Kubernetes: `component-helpers/node/topology`, `GetZoneKey`.
  var zone: String {
    let labels = metadata.labels
    return labels["topology.kubernetes.io/region", default: ""] + "/"
      + labels["topology.kubernetes.io/zone", default: ""]
  }
}

extension Taint {
  /// The taint that makes pods leave a lost node.
  var isEviction: Bool {
    effect == "NoExecute" && (key == NodeTaints.notReady || key == NodeTaints.unreachable)
  }
}

extension NodeMonitor {
  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("nodelifecycle", NodeMonitor())
      .atStart(key)
      .watches(Node.self, where: .readinessChanged) { _ in [key] }
      .reads(Lease.self)
      .reads(Pod.self)
      .indexPodsByNode()
      .component("node-controller")
  }
}

extension Predicate where Kind == Node {
  /// The node became ready or lost.
  static var readinessChanged: Predicate {
    modified { NodeTaints.fault(of: $0) != NodeTaints.fault(of: $1) }
  }

  /// Something changed that taints follow from.
  static var taintsOrConditionsChanged: Predicate {
    modified { old, new in
      old.fields["spec"] != new.fields["spec"]
        || old.status.conditions.map(\.status) != new.status.conditions.map(\.status)
    }
  }
}

extension Controller {
  /// Lets the controller find pods by their nodes.
  consuming func indexPodsByNode() -> Controller {
    index(Pod.self, NodeMonitor.podsByNode, madeOf: { $0.object("spec")?["nodeName"] }) { pod in
      pod.spec.nodeName.map { [$0] } ?? []
    }
  }
}
