public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Tells how many pods of a budget may be evicted now.
///
/// Kubernetes: `pkg/controller/disruption`.
public struct PodDisruptionBudgetReconciler: Reconciler {
  /// How long an eviction that was allowed counts although the pod does not show it yet.
  static let evictionTimeout: Duration = .seconds(120)

  private let pace = ReconcilePace()

  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let budget = context.cache.get(PodDisruptionBudget.self, key) else {
      pace.forget(key)
      return .done
    }
    guard !budget.metadata.isBeingDeleted else { return .done }
    let selector = try Selector(labelSelector: budget.spec.selector?.fields)
    if let wait = pace.wait(key, now: context.now) { return .requeue(after: wait) }
    let pods = context.cache.list(Pod.self, namespace: key.namespace, matching: selector)
    pace.note(key, objects: pods.count, now: context.now)
    let census = BudgetCensus(budget, pods: pods, now: context.now) { context.scale(of: $0) }
    let status = census.status(of: budget, now: context.now)
    if status != budget.status {
      var changed = budget
      changed.status = status
      try await context.client.updateStatus(changed)
    }
    if let problem = census.problem { context.events.warning(budget, problem.reason, problem.message) }
    return census.nextExpiry.map { .requeue(after: $0 - context.now) } ?? .done
  }
}

extension ReconcileContext {
  /// The size that the controller of a pod asks for, and who it is; `nil` when it has none.
  fileprivate func scale(of pod: Pod) -> (owner: String, replicas: Int)? {
    guard let owner = pod.metadata.controller, owner.kind == "ReplicaSet" else { return nil }
    let key = ObjectKey(namespace: pod.metadata.namespace ?? "", name: owner.name)
    guard let replicaSet = cache.get(ReplicaSet.self, key), replicaSet.metadata.uid == owner.uid else {
      return nil
    }
    guard let parent = replicaSet.metadata.controller, parent.kind == "Deployment" else {
      return (owner.uid, replicaSet.spec.replicas ?? 1)
    }
    let deployment = cache.get(Deployment.self, ObjectKey(namespace: key.namespace, name: parent.name))
    guard let deployment, deployment.metadata.uid == parent.uid else {
      return (owner.uid, replicaSet.spec.replicas ?? 1)
    }
    return (parent.uid, deployment.spec.replicas ?? 1)
  }
}

extension PodDisruptionBudgetReconciler {
  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("disruption", PodDisruptionBudgetReconciler())
      .for(PodDisruptionBudget.self)
      .watches(Pod.self, map: budgets(_:_:))
      .watches(ReplicaSet.self, where: .generationChanged) { change, cache in
        budgets(cache, in: change.object.metadata.namespace ?? "")
      }
      .watches(Deployment.self, where: .generationChanged) { change, cache in
        budgets(cache, in: change.object.metadata.namespace ?? "")
      }
      .indexByLabels(Pod.self)
      .component("controllermanager")
  }

  /// The budgets that a pod counts in, before or after its change.
  private static func budgets(_ change: Change<Pod>, _ cache: Cache) -> [ObjectKey] {
    let all = cache.list(PodDisruptionBudget.self, namespace: change.object.metadata.namespace ?? "")
    guard !all.isEmpty, change.isCounted else { return [] }
    let pods = [change.old, change.object].compactMap { $0 }
    return all.filter { budget in
      guard let selector = try? Selector(labelSelector: budget.spec.selector?.fields) else { return false }
      return pods.contains { selector.matches($0.metadata.labels) }
    }.map(\.key)
  }

  private static func budgets(_ cache: Cache, in namespace: String) -> [ObjectKey] {
    cache.list(PodDisruptionBudget.self, namespace: namespace).map(\.key)
  }
}

extension Change where Kind == Pod {
  /// Something changed that a budget counts.
  fileprivate var isCounted: Bool {
    guard let old, type == .modified else { return true }
    return old.isReady != object.isReady || old.isTerminating != object.isTerminating
      || old.isOver != object.isOver || old.metadata.labels != object.metadata.labels
  }
}
