import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// Emptying nodes before their instances go.
///
/// EKS: node groups, section 2: each termination is preceded by a drain through the Kubernetes API. Outside updates,
/// disruption budgets delay it for 15 minutes at most.
extension GroupSync {
  private static let patience = Duration.seconds(15 * 60)
  private static let retryInterval = Duration.seconds(5)
  /// EKS: an update waits after the last pod, so that load balancers notice.
  private static let restBeforeTermination = Duration.seconds(60)

  /// Takes an instance away: empties its node first, if it has one.
  mutating func remove(_ id: String) async throws {
    guard let place = instances.firstIndex(where: { $0.metadata.name == id }) else { return }
    let instance = instances[place]
    if let node = nodes[id] {
      let node = try await startDrain(id, node)
      guard try await isEmptied(node, deadline: deadline(instance, node)) else { return }
    }
    try await ec2.terminateInstance(instance.key)
    instances[place].metadata.deletionTimestamp = context.now
    if let described = try await ec2.describe(instance: instance.key) {
      lookAgain(in: described.changesIn ?? .milliseconds(1))
    } else {
      instances.remove(at: place)
      try await forget(id)
    }
  }

  private mutating func forget(_ id: String) async throws {
    guard let node = nodes.removeValue(forKey: id) else { return }
    try await tolerating(.notFound) { try await context.client.delete(Node.self, node.key) }
  }

  /// Until when the drain may take: a spot instance goes when EC2 says so.
  private func deadline(_ instance: Instance, _ node: Node) -> Timestamp {
    let patience = (node.drainStartedAt ?? context.now) + Self.patience
    return instance.status.spotInterruptionTime.map { min($0, patience) } ?? patience
  }

  /// Marks a node unschedulable.
  mutating func cordon(_ id: String) async throws {
    guard let node = nodes[id], node.spec.unschedulable != true else { return }
    nodes[id] = try await context.client.patch(
      Node.self, node.key,
      .merge([
        "spec": ["unschedulable": true],
        "metadata": ["labels": ["node.kubernetes.io/exclude-from-external-load-balancers": "true"]],
      ]))
  }

  private mutating func startDrain(_ id: String, _ node: Node) async throws -> Node {
    if node.drainStartedAt != nil { return node }
    let patched = try await context.client.patch(
      Node.self, node.key,
      .merge([
        "spec": ["unschedulable": true],
        "metadata": ["annotations": [Node.drainAnnotation: .string(context.now.rfc3339)]],
      ]))
    nodes[id] = patched
    context.events.normal(patched, "NodeDraining", "Draining node \(node.metadata.name ?? "")")
    return patched
  }

  /// Evicts what is left on a node.
  ///
  /// - Returns: Whether nothing is left that would have to go first.
  private mutating func isEmptied(_ node: Node, deadline: Timestamp) async throws -> Bool {
    let name = node.metadata.name ?? ""
    let left = context.cache.list(Pod.self, index: NodeGroupReconciler.podsByNode, name)
      .filter(\.mustLeaveBeforeNode)
    if left.isEmpty { return hasRested(node) }
    if context.now >= deadline {
      if isUpdating { return try await giveUpDrain(node, left) }
      return true
    }
    for pod in left where !pod.metadata.isBeingDeleted { try await evict(pod) }
    lookAgain(in: min(Self.retryInterval, deadline - context.now))
    return false
  }

  private mutating func hasRested(_ node: Node) -> Bool {
    guard isUpdating, let started = node.drainStartedAt else { return true }
    let due = started + latency.scaled(Self.restBeforeTermination)
    if due > context.now { lookAgain(in: due - context.now) }
    return due <= context.now
  }

  /// EKS: node groups, section 2: without force, an update fails when a node cannot be emptied in time.
  private mutating func giveUpDrain(_ node: Node, _ left: [Pod]) async throws -> Bool {
    if group.metadata.annotations["eks.services.k8s.aws/force-update-version"] == "true" {
      for pod in left {
        try await tolerating(.notFound) { try await context.client.delete(Pod.self, pod.key) }
      }
      return true
    }
    note(
      code: "PodEvictionFailure",
      "Reached max retries while trying to evict pods from nodes in node group \(group.groupName)")
    lookAgain(in: .seconds(60))
    return false
  }

  private func evict(_ pod: Pod) async throws {
    let eviction = Eviction {
      $0.metadata.name = pod.metadata.name
      $0.metadata.namespace = pod.metadata.namespace
    }
    do throws(StatusError) {
      _ = try await context.client.create(
        Pod.definition.groupVersionResource, pod.key, subresource: "eviction",
        object: DynamicObject(eviction),
        options: WriteOptions())
    } catch {
      // A budget says not now; gone is as good as evicted.
      if !error.isTooManyRequests && !error.isNotFound { throw error }
    }
  }
}

extension Pod {
  /// Whether the pod keeps its node from being taken away: all but those of DaemonSets, mirrors, and the finished.
  var mustLeaveBeforeNode: Bool {
    if ["Succeeded", "Failed"].contains(status.phase ?? "") { return false }
    if metadata.annotations["kubernetes.io/config.mirror"] != nil { return false }
    return !metadata.ownerReferences.contains { $0.kind == "DaemonSet" && $0.controller == true }
  }
}
