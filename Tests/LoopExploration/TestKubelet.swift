import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// A kubelet without nodes, for the loops that only look at the states of pods: a pod runs and is ready after a second,
/// is gone two seconds after it was asked to leave, and ends after five if its label `ends` says how.
enum TestKubelet {
  static let controller = Controller("test-kubelet") { key, context in
    guard let pod = context.cache.get(Pod.self, key) else { return .done }
    if let deletion = pod.metadata.deletionTimestamp { return try await stop(pod, since: deletion, context) }
    let age = context.now - (pod.metadata.creationTimestamp ?? context.now)
    switch pod.status.phase {
    case "Succeeded", "Failed": return .done
    case "Running":
      guard let end = end(of: pod) else { return .done }
      if age < .seconds(5) { return .requeue(after: .seconds(5) - age) }
      try await write(pod, phase: end, isReady: false, context)
    default:
      if age < .seconds(1) { return .requeue(after: .seconds(1) - age) }
      try await write(pod, phase: "Running", isReady: true, context)
      if end(of: pod) != nil { return .requeue(after: .seconds(4)) }
    }
    return .done
  }.for(Pod.self)

  /// How the pod ends, if it does: a pod of the first index that is `mixed` fails once.
  private static func end(of pod: Pod) -> String? {
    switch pod.metadata.labels["ends"] {
    case "well": "Succeeded"
    case "badly": "Failed"
    default: nil
    }
  }

  private static func stop(
    _ pod: Pod, since deletion: Timestamp, _ context: ReconcileContext
  ) async throws -> Action {
    let asked = deletion - .seconds(pod.metadata.deletionGracePeriodSeconds ?? 0)
    let rest = asked + .seconds(2) - context.now
    if rest > .zero { return .requeue(after: rest) }
    try await tolerating(.notFound, .conflict) {
      try await context.client.delete(
        Pod.self, pod.key,
        options: DeleteOptions(gracePeriodSeconds: 0, preconditionUID: pod.metadata.uid))
    }
    return .done
  }

  private static func write(
    _ pod: Pod, phase: String, isReady: Bool, _ context: ReconcileContext
  ) async throws {
    var pod = pod
    pod.status.phase = phase
    let address = address(of: pod)
    pod.status.podIP = address
    pod.status.podIPs = [PodIP { $0.ip = address }]
    pod.status.conditions.setCondition(
      "Ready", status: isReady ? "True" : "False", reason: "Test", at: context.now)
    try await context.client.updateStatus(pod)
  }

  /// One for each UID, for all that matters.
  private static func address(of pod: Pod) -> String {
    let number = (pod.metadata.uid ?? "").utf8.reduce(UInt32(0)) { ($0 &* 31 &+ UInt32($1)) & 0xFF_FFFF }
    return "10.\(number >> 16).\(number >> 8 & 0xFF).\(number & 0xFF)"
  }
}
