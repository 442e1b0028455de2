public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import Synchronization

/// Gives every pod that has none a node.
///
/// One key stands for the whole queue: each reconcile schedules all pods that are ready, deciding one after the
/// other and binding many at a time. See `README.md` beside this file.
///
/// Kubernetes: `kube-scheduler` with its default profile.
public final class Scheduler: Reconciler {
  private let state: Mutex<SchedulerState>

  /// The only key: the queue of pods.
  static let key = ObjectKey(name: "queue")
  /// How many bindings may be under way at a time.
  private static let bindingLimit = 64

  public init(schedulerName: String = "default-scheduler") {
    state = Mutex(SchedulerState(schedulerName: schedulerName))
  }

  /// The loop, ready to be added to a manager.
  public static func controller(schedulerName: String = "default-scheduler") -> Controller {
    let scheduler = Scheduler(schedulerName: schedulerName)
    return Controller("scheduler", scheduler)
      .component(schedulerName)
      .watches(Namespace.self) { change in scheduler.apply { $0.apply(change) } }
      .watches(Node.self) { change in scheduler.apply { $0.apply(change) } }
      .watches(Pod.self, where: .schedulingChanged) { change in scheduler.apply { $0.apply(change) } }
      .reads(PodDisruptionBudget.self)
      .watches(PersistentVolumeClaim.self) { change in scheduler.apply { $0.apply(change) } }
      .watches(PersistentVolume.self) { change in scheduler.apply { $0.apply(change) } }
      .watches(StorageClass.self) { change in scheduler.apply { $0.apply(change) } }
      .watches(CSINode.self) { change in scheduler.apply { $0.apply(change) } }
  }

  private func apply(_ change: (inout SchedulerState) -> Bool) -> [ObjectKey] {
    state.withLock { change(&$0) } ? [Self.key] : []
  }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    var wake: Timestamp?
    repeat {
      try await decideAll(context)
      wake = state.withLock { $0.nextWake(now: context.now) }
    } while wake.map { $0 <= context.now } ?? false
    return wake.map { .requeue(after: $0 - context.now) } ?? .done
  }

  /// Schedules the pods whose turn it is.
  private func decideAll(_ context: ReconcileContext) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      var underWay = 0
      while let decision = next(context) {
        if underWay >= Self.bindingLimit {
          try await group.next()
          underWay -= 1
        }
        group.addTask { try await self.carryOut(decision, context) }
        underWay += 1
      }
      try await group.waitForAll()
    }
  }

  private func next(_ context: ReconcileContext) -> SchedulerState.Decision? {
    state.withLock {
      $0.next(
        now: context.now, budgets: { context.cache.list(PodDisruptionBudget.self) },
        random: context.world.random)
    }
  }

  private func carryOut(_ decision: SchedulerState.Decision, _ context: ReconcileContext) async throws {
    switch decision {
    case .bind(let pod, let node): await bind(pod, to: node, context)
    case .prepareVolumes(let pod, let node, let preparations):
      await prepareVolumes(of: pod, on: node, preparations, context)
    case .volumesFailed(let pod, let message): context.events.warning(pod.pod, "FailedScheduling", message)
    case .unschedulable(let pod, let message, let victims, let nominated):
      for victim in victims { try await evict(victim, for: pod, context) }
      try await report(pod, message, nominated: nominated, context)
    }
  }
}

extension Scheduler {
  /// Takes back the assumption of a pod whose volumes cannot be seen to.
  func giveUpVolumes(of pod: SchedulingPod, isGone: Bool, now: Timestamp) {
    state.withLock { state in
      state.volumeWaits[pod.key] = nil
      state.bindingFailed(pod.key, isGone: isGone, now: now)
    }
  }
}

// MARK: - Writes

extension Scheduler {
  private func bind(_ pod: SchedulingPod, to node: String, _ context: ReconcileContext) async {
    let binding = Binding {
      $0.metadata.name = pod.key.name
      $0.metadata.namespace = pod.key.namespace
      $0.metadata.uid = pod.uid
      $0.target.kind = "Node"
      $0.target.name = node
    }
    do {
      _ = try await context.client.create(
        Pod.definition.groupVersionResource, pod.key, subresource: "binding", object: DynamicObject(binding),
        options: WriteOptions())
      state.withLock { $0.bound(pod.key) }
      context.events.normal(
        pod.pod, "Scheduled", "Successfully assigned \(pod.key) to \(node)")
    } catch {
      context.note("binding \(pod.key) to \(node): \(error)")
      if await isBound(pod, to: node, context) { return state.withLock { $0.bound(pod.key) } }
      state.withLock {
        $0.bindingFailed(pod.key, isGone: error.isNotFound, now: context.now)
      }
    }
  }

  /// Whether a binding was made whose answer was lost: the room that it takes would be given away once more.
  private func isBound(_ pod: SchedulingPod, to node: String, _ context: ReconcileContext) async -> Bool {
    guard let live = try? await context.client.find(Pod.self, pod.key) else { return false }
    return live.metadata.uid == pod.uid && live.spec.nodeName == node
  }

  /// Says on the pod why it has no node, where that is news.
  private func report(
    _ pod: SchedulingPod, _ message: String, nominated: String?, _ context: ReconcileContext
  ) async throws {
    context.events.warning(pod.pod, "FailedScheduling", message)
    guard let current = context.cache.get(Pod.self, pod.key), current.metadata.uid == pod.uid else { return }
    let known = current.condition("PodScheduled")
    let isKnown = known?.status == "False" && known?.reason == "Unschedulable" && known?.message == message
    guard !isKnown || nominated != current.status.nominatedNodeName else { return }
    var condition = PodCondition {
      $0.type = "PodScheduled"
      $0.status = "False"
      $0.reason = "Unschedulable"
      $0.message = message
    }
    condition.lastTransitionTime = known?.status == "False" ? known?.lastTransitionTime : context.now
    var status: JSONObject = ["conditions": [condition.json]]
    if let nominated { status["nominatedNodeName"] = .string(nominated) }
    do {
      try await context.client.patch(
        Pod.self, pod.key, .strategicMerge(["status": .object(status)]), subresource: "status")
    } catch {
      if !error.isNotFound { throw error }
      return
    }
  }

  /// Kubernetes: a victim is told by a `DisruptionTarget` condition, then deleted with its grace period.
  private func evict(
    _ victim: SchedulingPod, for pod: SchedulingPod, _ context: ReconcileContext
  ) async throws {
    let condition = PodCondition {
      $0.type = "DisruptionTarget"
      $0.status = "True"
      $0.reason = "PreemptionByScheduler"
      $0.message = "default-scheduler: preempting to accommodate a higher priority pod"
      $0.lastTransitionTime = context.now
    }
    guard try await mark(victim, condition, context) else { return }
    do {
      _ = try await context.client.delete(
        Pod.definition.groupVersionResource, victim.key, options: DeleteOptions(preconditionUID: victim.uid))
    } catch {
      if !error.isNotFound { throw error }
      return
    }
    context.events.normal(
      victim.pod, "Preempted",
      "Preempted by pod \(pod.uid) on node \(victim.pod.spec.nodeName ?? "")")
  }

  /// - Returns: False when the pod is gone.
  private func mark(
    _ victim: SchedulingPod, _ condition: PodCondition, _ context: ReconcileContext
  ) async throws -> Bool {
    do {
      try await context.client.patch(
        Pod.self, victim.key, .strategicMerge(["status": ["conditions": [condition.json]]]),
        subresource: "status")
      return true
    } catch {
      if !error.isNotFound { throw error }
      return false
    }
  }
}
