public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Keeps the pods of a StatefulSet, each with its number, its name and its claims.
///
/// Kubernetes: `pkg/controller/statefulset`, `UpdateStatefulSet`.
public struct StatefulSetReconciler: Reconciler {
  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let set = context.cache.get(StatefulSet.self, key) else { return .done }
    let selector = try Selector(labelSelector: set.spec.selector.fields)
    let claim = ObjectClaim(owner: set, selector: selector)
    let orphans = context.cache.orphans(Pod.self, of: StatefulSet.self, in: key.namespace)
    let pods = try await claim.settle(
      owned: context.cache.owned(Pod.self, by: set),
      orphans: orphans.filter { set.ordinal(of: $0) != nil }, with: context.client)
    let history = RevisionHistory(
      try await claim.settle(
        context.cache.list(ControllerRevision.self, namespace: key.namespace), with: context.client))
    var sync = StatefulSetSync(set, pods: pods, history: history, context)
    try await sync.run()
    return try await sync.writeStatus()
  }
}

// MARK: - What leads to a look

extension StatefulSetReconciler {
  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("statefulset", StatefulSetReconciler())
      .for(StatefulSet.self)
      .watches(Pod.self, map: keys)
      .watches(ControllerRevision.self, map: keys)
      .watches(PersistentVolumeClaim.self, where: Predicate { $0.type == .deleted }, map: keys(ofClaim:_:))
      .indexByClaim(Pod.self, of: StatefulSet.self)
      .concurrency(5)
      .component("statefulset-controller")
  }

  /// An object leads to the set that controls it, and one without a controller to those that could adopt it.
  private static func keys<Kind: Resource>(_ change: Change<Kind>, _ cache: Cache) -> [ObjectKey] {
    cache.claimants(StatefulSet.self, of: change) { $0.spec.selector.fields }
  }

  /// A claim that has gone leads to the sets that may want it anew.
  private static func keys(ofClaim change: Change<PersistentVolumeClaim>, _ cache: Cache) -> [ObjectKey] {
    let name = change.object.metadata.name ?? ""
    return cache.list(StatefulSet.self, namespace: change.object.metadata.namespace).filter { set in
      set.spec.volumeClaimTemplates.contains {
        name.hasPrefix("\($0.metadata.name ?? "")-\(set.metadata.name ?? "")-")
      }
    }.map(\.key)
  }
}
