public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import Synchronization

/// Removes pods that no kubelet will ever report on again: those of vanished nodes, those that were to be deleted
/// before they had a node, and the oldest ended ones when there are too many.
///
/// Kubernetes: `pkg/controller/podgc`.
public struct PodGarbageCollector: Reconciler {
  /// The one key of this loop.
  public static let key = ObjectKey(name: "pods")
  static let interval: Duration = .seconds(20)
  /// How long a node must be gone before its pods are.
  static let quarantine: Duration = .seconds(40)
  /// Kubernetes: `--terminated-pod-gc-threshold`.
  static let endedLimit = 12_500

  /// The reason of the condition `DisruptionTarget` of a pod that goes with its node.
  private static let disruptionReason = "DeletionByPodGC"

  private final class SharedState: Sendable {
    /// Since when nodes are missing that pods name.
    let missing = Mutex<[String: Timestamp]>([:])
  }

  private let state = SharedState()

  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    let now = context.now
    for node in vanishedNodes(now, context) {
      for pod in context.cache.list(Pod.self, index: NodeMonitor.podsByNode, node) {
        try await remove(pod, isLost: true, context)
      }
    }
    for why in ["leaving", "begun"] {
      for pod in context.cache.list(Pod.self, index: Self.unbound, why) { try await remove(pod, context) }
    }
    try await removeEnded(context)
    return .requeue(after: Self.interval)
  }

  /// The nodes that pods name and that have been missing for long enough.
  private func vanishedNodes(_ now: Timestamp, _ context: ReconcileContext) -> [String] {
    let named = context.cache.values(of: Pod.self, index: NodeMonitor.podsByNode)
    let absent = named.filter { context.cache.get(Node.self, ObjectKey(name: $0)) == nil }
    return state.missing.withLock { missing in
      missing = missing.filter { absent.contains($0.key) }
      for name in absent where missing[name] == nil { missing[name] = now }
      return absent.filter { missing[$0].map { $0 + Self.quarantine <= now } ?? false }
    }
  }

  private func removeEnded(_ context: ReconcileContext) async throws {
    let ended = context.cache.list(Pod.self, index: Self.unbound, "ended")
    guard ended.count > Self.endedLimit else { return }
    let oldestFirst = ended.sorted { left, right in
      let (a, b) = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
      if let a, let b, a != b { return a < b }
      return left.key < right.key
    }
    for pod in oldestFirst.prefix(ended.count - Self.endedLimit) { try await remove(pod, context) }
  }

  private func remove(_ pod: Pod, isLost: Bool = false, _ context: ReconcileContext) async throws {
    let options = DeleteOptions(gracePeriodSeconds: 0, preconditionUID: pod.metadata.uid)
    try await tolerating(.notFound) {
      if isLost {
        _ = try await context.markDisrupted(
          pod, reason: Self.disruptionReason, message: "PodGC: node no longer exists",
          phase: pod.isOver ? nil : "Failed")
      }
      try await context.client.delete(Pod.self, pod.key, options: options)
    }
  }
}

extension PodGarbageCollector {
  /// Pods that may have to be removed, by why: `ended`, `leaving` before they had a node, and `begun`: marked as lost with
  /// their node by a look that came no further. Kubernetes forgets those when another node takes the name.
  static let unbound: IndexName = "podgc.candidate"

  static func candidacy(of pod: Pod) -> [String] {
    if pod.isOver {
      let mark = pod.status.conditions.condition("DisruptionTarget")
      return mark?.status == "True" && mark?.reason == disruptionReason ? ["ended", "begun"] : ["ended"]
    }
    return (pod.spec.nodeName ?? "").isEmpty && pod.isTerminating ? ["leaving"] : []
  }
}

extension PodGarbageCollector {
  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("podgc", PodGarbageCollector())
      .atStart(key)
      .reads(Node.self)
      .reads(Pod.self)
      .indexPodsByNode()
      .index(Pod.self, unbound, candidacy)
      .component("pod-garbage-collector")
  }
}
