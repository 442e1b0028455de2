public import APIMachinery
public import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// The kubelet's part: runs the pods that are bound to nodes, without containers.
///
/// Kubernetes: `pkg/kubelet`, `syncPod`.
public struct PodLifecycleReconciler: Reconciler {
  /// How long a pod without waits may stay without an address before it is shown to be waiting.
  private static let addressPatience: Duration = .milliseconds(250)

  private let latencies: ContainerLatencies
  private let kubelets = Kubelets()

  public init(latencies: ContainerLatencies = ContainerLatencies()) {
    self.latencies = latencies
  }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let pod = context.cache.get(Pod.self, key) else {
      kubelets.forget(key)
      return .done
    }
    guard let name = pod.spec.nodeName, let node = context.cache.get(Node.self, ObjectKey(name: name)),
      KubeletPower.isOn(node, context)
    else { return .done }
    let now = context.now
    let uid = pod.metadata.uid ?? ""
    var worker = PodWorker(
      pod, host: host(node), memory: kubelets.memory(of: key, uid: uid), now: now, latencies: latencies
    ) { kubelets.has($0, on: name) }
    worker.advance()
    kubelets.remember(worker.memory, of: key, uid: uid)
    kubelets.noteFetched(worker.fetchedImages, on: name)
    if let wait = patience(worker, now: now) { return .requeue(after: wait) }

    try await write(worker, context)
    return worker.wakeAt.map { .requeue(after: max($0 - now, .nanoseconds(1))) } ?? .done
  }

  /// The address usually comes at once, and then `Pending` need not be written.
  private func patience(_ worker: PodWorker, now: Timestamp) -> Duration? {
    guard latencies.scale == 0, worker.status.podIP == nil, !worker.isLeaving else { return nil }
    guard let seenAt = worker.memory.seenAt, seenAt + Self.addressPatience > now else { return nil }
    return seenAt + Self.addressPatience - now
  }

  private func host(_ node: Node) -> PodWorker.Host {
    let addresses = node.status.addresses.filter { $0.type == "InternalIP" }.map(\.address)
    return PodWorker.Host(name: node.metadata.name ?? "", addresses: addresses)
  }

  /// Writes the status if it changed, reports the events, and removes a pod that has come to its end.
  private func write(_ worker: PodWorker, _ context: ReconcileContext) async throws {
    for event in worker.events { context.events.report(event, about: worker.pod) }
    var pod = worker.pod
    pod.status = worker.status
    let (updated, hasChanged) = (pod, worker.status != worker.pod.status)
    let options = DeleteOptions(gracePeriodSeconds: 0, preconditionUID: pod.metadata.uid)
    try await tolerating(.notFound) {
      if hasChanged { try await context.client.updateStatus(updated) }
      if worker.isFinished { try await context.client.delete(Pod.self, updated.key, options: options) }
    }
  }
}

extension PodLifecycleReconciler {
  /// The loop, ready for a manager.
  public static func controller(latencies: ContainerLatencies = ContainerLatencies()) -> Controller {
    Controller("podlifecycle", PodLifecycleReconciler(latencies: latencies))
      .for(Pod.self, where: Predicate { !($0.object.spec.nodeName ?? "").isEmpty })
      .watches(Node.self, where: .kubeletChanged, keys: pods(of:_:))
      .watches(Instance.self, where: .powerChanged) { change, cache in
        cache.nodes(of: change.object).flatMap { pods(on: $0, cache) }
      }
      .index(Pod.self, podsByNode) { pod in pod.spec.nodeName.map { [$0] } ?? [] }
      .index(Instance.self, KubeletPower.instancesByID) { [KubeletPower.id(of: $0)] }
      .concurrency(8)
      .component("kubelet")
  }

  static let podsByNode: IndexName = "spec.nodeName"

  private static func pods(of change: Change<Node>, _ cache: Cache) -> [ObjectKey] {
    pods(on: change.object.metadata.name ?? "", cache)
  }

  private static func pods(on node: String, _ cache: Cache) -> [ObjectKey] {
    cache.list(Pod.self, index: podsByNode, node).map(\.key)
  }
}

extension Cache {
  /// The names of the nodes that run on an instance.
  func nodes(of instance: Instance) -> [String] {
    let id = KubeletPower.id(of: instance)
    return list(Node.self).filter { KubeletPower.instanceID(of: $0) == id }.compactMap(\.metadata.name)
  }
}

extension Predicate where Kind == Node {
  /// A kubelet was started or stopped, or came to its addresses.
  static var kubeletChanged: Predicate {
    modified { old, new in
      old.metadata.annotations[KubeletPower.annotation] != new.metadata.annotations[KubeletPower.annotation]
        || old.fields["status"]?["addresses"] != new.fields["status"]?["addresses"]
        || old.spec.providerID != new.spec.providerID
    }
  }
}

extension Predicate where Kind == Instance {
  static var powerChanged: Predicate {
    modified { old, new in
      old.status.state?.name != new.status.state?.name
        || (old.metadata.deletionTimestamp == nil) != (new.metadata.deletionTimestamp == nil)
    }
  }
}
