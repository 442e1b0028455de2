public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Keeps one pod of a DaemonSet on each node that it wants.
///
/// Kubernetes: `pkg/controller/daemon/daemon_controller.go`, `syncDaemonSet`.
public struct DaemonSetReconciler: Reconciler {
  /// How many pods one look makes or deletes at most.
  static let burst = 250

  private let pace = ReconcilePace()
  private let backoff = FailedPodBackoff()

  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let set = context.cache.get(DaemonSet.self, key) else {
      pace.forget(key)
      backoff.forget(set: key)
      return .done
    }
    if set.metadata.isBeingDeleted { return .done }
    if let wait = pace.wait(key, now: context.now) { return .requeue(after: wait) }
    let selector = try Selector(labelSelector: set.spec.selector.fields)
    guard !selector.selectsEverything else {
      context.events.warning(
        set, "SelectingAll", "This daemon set is selecting all pods. A non-empty selector is required.")
      return .done
    }
    let claim = ObjectClaim(owner: set, selector: selector)
    var sync = DaemonSetSync(
      set, pods: try await pods(of: set, claim, context),
      history: try await history(of: set, claim, context), backoff: backoff, context)
    try await sync.run()
    if !sync.hasMore { pace.note(key, objects: sync.size, now: context.now) }
    return try await sync.writeStatus()
  }

  private func pods(
    of set: DaemonSet, _ claim: ObjectClaim, _ context: ReconcileContext
  ) async throws -> [Pod] {
    try await claim.settle(
      owned: context.cache.owned(Pod.self, by: set),
      orphans: context.cache.orphans(Pod.self, of: DaemonSet.self, in: set.key.namespace),
      with: context.client)
  }

  private func history(
    of set: DaemonSet, _ claim: ObjectClaim, _ context: ReconcileContext
  ) async throws -> RevisionHistory {
    let all = context.cache.list(ControllerRevision.self, namespace: set.key.namespace)
    return RevisionHistory(try await claim.settle(all, with: context.client))
  }
}

// MARK: - What leads to a look

extension DaemonSetReconciler {
  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("daemonset", DaemonSetReconciler())
      .for(DaemonSet.self)
      .watches(Pod.self, map: keys)
      .watches(ControllerRevision.self, map: keys)
      .watches(
        Node.self,
        where: .modified { $0.metadata.labels != $1.metadata.labels || $0.spec.taints != $1.spec.taints },
        map: keys(ofNode:_:)
      )
      .indexByClaim(Pod.self, of: DaemonSet.self)
      .concurrency(2)
      .component("daemonset-controller")
  }

  /// An object leads to the set that controls it, and one without a controller to those that could adopt it.
  private static func keys<Kind: Resource>(_ change: Change<Kind>, _ cache: Cache) -> [ObjectKey] {
    cache.claimants(DaemonSet.self, of: change) { $0.spec.selector.fields }
  }

  /// A node leads to the sets that want it otherwise than before.
  private static func keys(ofNode change: Change<Node>, _ cache: Cache) -> [ObjectKey] {
    let sets = cache.list(DaemonSet.self)
    guard change.type == .modified, let old = change.old else {
      return sets.filter { $0.placement(on: change.object) != .staysAway }.map(\.key)
    }
    return sets.filter { $0.placement(on: old) != $0.placement(on: change.object) }.map(\.key)
  }
}
