public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Keeps as many pods as a ReplicaSet asks for.
///
/// Kubernetes: `pkg/controller/replicaset/replica_set.go`, `syncReplicaSet`.
public struct ReplicaSetReconciler: Reconciler {
  /// How many pods one look makes or deletes at most.
  static let burst = 500

  private let pace = ReconcilePace()

  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let replicaSet = context.cache.get(ReplicaSet.self, key) else {
      pace.forget(key)
      return .done
    }
    if let wait = pace.wait(key, now: context.now) { return .requeue(after: wait) }
    let selector = try Selector(labelSelector: replicaSet.spec.selector.fields)
    let claim = ObjectClaim(owner: replicaSet, selector: selector)
    let pods = try await claim.settle(
      owned: context.cache.owned(Pod.self, by: replicaSet),
      orphans: context.cache.orphans(Pod.self, of: ReplicaSet.self, in: key.namespace),
      with: context.client)

    var sync = ReplicaSetSync(replicaSet, pods: pods, context)
    if !replicaSet.metadata.isBeingDeleted { try await sync.manage() }
    if !sync.hasMore { pace.note(key, objects: pods.count, now: context.now) }
    return try await sync.writeStatus()
  }
}

extension ReplicaSetReconciler {
  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("replicaset", ReplicaSetReconciler())
      .for(ReplicaSet.self)
      .watches(Pod.self, map: keys)
      .indexByClaim(Pod.self, of: ReplicaSet.self)
      .index(ReplicaSet.self, siblings, madeOf: { $0.object("metadata")?["ownerReferences"] }) {
        $0.metadata.controller.map { [$0.uid] } ?? []
      }
      .concurrency(5)
  }

  /// A pod leads to the ReplicaSet that controls it, and one without a controller to those that could adopt it.
  private static func keys(_ change: Change<Pod>, _ cache: Cache) -> [ObjectKey] {
    cache.claimants(ReplicaSet.self, of: change) { $0.spec.selector.fields }
  }
}
