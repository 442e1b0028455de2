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
  private static let addressPatience: Duration = .seconds(1)

  private let latencies: ContainerLatencies
  private let network: PodNetwork?
  private let kubelets = Kubelets()

  /// - Parameter network: Where addresses are asked for; `nil` when they come by themselves, as `status.podIP`.
  public init(latencies: ContainerLatencies = ContainerLatencies(), network: PodNetwork? = nil) {
    self.latencies = latencies
    self.network = network
  }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let pod = context.cache.get(Pod.self, key) else {
      kubelets.forget(key)
      return .done
    }
    guard let name = pod.spec.nodeName, let node = context.cache.get(Node.self, ObjectKey(name: name)) else {
      return .done
    }
    let machine = KubeletPower.machine(of: node)
    guard KubeletPower.isOn(node, machine: machine, context) else { return .done }
    let now = context.now
    let uid = pod.metadata.uid ?? ""
    var memory = kubelets.memory(of: key, uid: uid)
    let awaitsVolumes =
      pod.usesClaims && !pod.isTerminating && !PodVolumes.areMounted(pod, on: name, context)
    let isElsewhere = memory.machine != nil && memory.machine != machine
    let isNews = awaitsVolumes != memory.awaitsVolumes || isElsewhere
    memory.awaitsVolumes = awaitsVolumes
    let address = !awaitsVolumes && needsAddress(pod) ? network?.add(pod, context) : nil
    if address == nil, !isNews, let wait = memory.rest(of: pod, now: now) { return wait }
    memory.seenAt = memory.seenAt ?? now
    if address == nil, let wait = patience(pod, seenAt: memory.seenAt ?? now, now: now) {
      kubelets.remember(memory, of: key, uid: uid)
      return .requeue(after: wait)
    }
    var worker = PodWorker(
      pod, host: host(node, machine, of: pod, context), memory: memory, now: now, latencies: latencies
    ) {
      kubelets.has($0, on: name)
    }
    worker.setAddress(address)
    worker.advance()
    // What could not be written did not happen: the next look does it again from the same memory.
    guard let revision = try await write(worker, context) else {
      kubelets.forget(key, uid: uid)
      return .done
    }
    for event in worker.events { context.events.report(event, about: worker.pod) }
    kubelets.noteFetched(worker.fetchedImages, on: name)
    worker.memory.settledRevision = revision
    worker.memory.nextStepAt = worker.wakeAt
    kubelets.remember(worker.memory, of: key, uid: uid)
    return worker.wakeAt.map { .requeue(after: max($0 - now, .nanoseconds(1))) } ?? .done
  }

  /// How long to wait for the address of a pod without showing that it waits: it usually comes at once.
  private func patience(_ pod: Pod, seenAt: Timestamp, now: Timestamp) -> Duration? {
    guard latencies.scale == 0, needsAddress(pod), seenAt + Self.addressPatience > now else { return nil }
    return seenAt + Self.addressPatience - now
  }

  private func needsAddress(_ pod: Pod) -> Bool {
    pod.status.podIP == nil && pod.spec.hostNetwork != true && !pod.isTerminating && !pod.isOver
  }

  private func host(
    _ node: Node, _ machine: String, of pod: Pod, _ context: ReconcileContext
  ) -> PodWorker.Host {
    let addresses = node.status.addresses.compactMap { $0.type == "InternalIP" ? $0.address : nil }
    return PodWorker.Host(name: node.metadata.name ?? "", addresses: addresses, machine: machine) {
      ResizeRoom(on: node, without: pod, context)
    }
  }

  /// Writes the status if it changed, and removes a pod that has come to its end.
  ///
  /// - Returns: The revision of the pod afterwards; `nil` when it is gone.
  private func write(_ worker: PodWorker, _ context: ReconcileContext) async throws -> String? {
    var pod = worker.pod
    pod.status = worker.status
    let (updated, hasChanged) = (pod, worker.status != worker.pod.status)
    let options = DeleteOptions(gracePeriodSeconds: 0, preconditionUID: pod.metadata.uid)
    return try await tolerating(.notFound) {
      let written = hasChanged ? try await context.client.updateStatus(updated) : updated
      guard worker.isFinished else { return written.metadata.resourceVersion }
      try await context.client.delete(Pod.self, updated.key, options: options)
      return nil
    } ?? nil
  }
}

extension PodMemory {
  /// What to answer for a pod that has not changed since the last look, when no step is due.
  ///
  /// Most looks at a pod are for the loop's own write of its status.
  func rest(of pod: Pod, now: Timestamp) -> Action? {
    guard let settledRevision, pod.metadata.resourceVersion == settledRevision else { return nil }
    guard let nextStepAt else { return .done }
    return nextStepAt > now ? .requeue(after: nextStepAt - now) : nil
  }
}

extension PodLifecycleReconciler {
  /// The loop, ready for a manager.
  ///
  /// - Parameter network: Where addresses are asked for; `nil` when they come by themselves, as `status.podIP`.
  public static func controller(
    latencies: ContainerLatencies = ContainerLatencies(), network: PodNetwork? = nil
  ) -> Controller {
    let controller = Controller(
      "podlifecycle", PodLifecycleReconciler(latencies: latencies, network: network))
    return (network.map { controller.wakes(on: $0.freed) } ?? controller)
      .for(Pod.self, where: Predicate { !($0.object.spec.nodeName ?? "").isEmpty })
      .watches(Node.self, where: .kubeletChanged, map: pods(of:_:))
      .watches(Instance.self, where: .powerChanged) { change, cache in
        cache.nodes(of: change.object).flatMap { pods(on: $0, cache) }
      }
      .index(Pod.self, podsByNode, madeOf: { $0.object("spec")?["nodeName"] }) { pod in
        pod.spec.nodeName.map { [$0] } ?? []
      }
      .indexInstancesByID()
      .watchingVolumes()
      // As many status writes as there may be share one commit of the store.
      .concurrency(64)
      .ignoringOwnWrites()
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
    return list(Node.self).filter { $0.instanceID == id }.compactMap(\.metadata.name)
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
        || old.metadata.isBeingDeleted != new.metadata.isBeingDeleted
    }
  }
}
