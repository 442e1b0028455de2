public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Counts what a namespace uses of its quotas.
///
/// Kubernetes: `pkg/controller/resourcequota`.
public struct ResourceQuotaReconciler: Reconciler {
  public init() {}

  /// How often a quota is counted though nothing happened: a charge for an object that was not made goes with the next count.
  ///
  /// Kubernetes: `ResourceQuotaSyncPeriod`.
  private static let period = Duration.seconds(300)

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let quota = context.cache.get(ResourceQuota.self, key) else { return .done }
    var used: [String: Quantity] = [:]
    for name in quota.spec.hard.keys { used[name] = .zero }
    for count in Self.counts {
      for usage in count(quota, context.cache) {
        for (name, amount) in usage { if let sum = used[name] { used[name] = sum + amount } }
      }
    }
    var status = quota.status
    status.hard = quota.spec.hard
    status.used = [:]
    for name in used.keys.sorted() { status.used[name] = used[name] }
    guard status != quota.status else { return .requeue(after: Self.period) }
    var counted = quota
    counted.status = status
    try await tolerating(.notFound) { try await context.client.updateStatus(counted) }
    return .requeue(after: Self.period)
  }

  // MARK: - What is counted

  private typealias Count = @Sendable (ResourceQuota, Cache) -> [[String: Quantity]]

  private static let counts: [Count] = [
    count(Pod.self), count(Service.self), count(ConfigMap.self), count(Secret.self),
    count(PersistentVolumeClaim.self), count(ReplicationController.self), count(ResourceQuota.self),
    count(Deployment.self), count(ReplicaSet.self), count(StatefulSet.self), count(DaemonSet.self),
    count(Job.self), count(CronJob.self),
  ]

  private static func count<Kind: Resource>(_ kind: Kind.Type) -> Count {
    let resource = Kind.definition.groupResource
    return { quota, cache in
      cache.list(kind, namespace: quota.metadata.namespace)
        .filter { quota.spec.covers($0.fields, resource) }
        .map { ResourceUsage.of($0.fields, resource) }
    }
  }

  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    // A quota that admission has charged is not counted again: the object that it was charged for comes later.
    Controller("resourcequota", ResourceQuotaReconciler())
      .for(ResourceQuota.self, where: .modified { $0.spec != $1.spec })
      .counting(Pod.self).counting(Service.self).counting(ConfigMap.self).counting(Secret.self)
      .counting(PersistentVolumeClaim.self).counting(ReplicationController.self)
      .counting(Deployment.self).counting(ReplicaSet.self).counting(StatefulSet.self)
      .counting(DaemonSet.self).counting(Job.self).counting(CronJob.self)
  }
}

extension Controller {
  /// Looks at the quotas of a namespace when an object comes or goes, or takes more or less.
  fileprivate consuming func counting<Kind: Resource>(_ kind: Kind.Type) -> Controller {
    let resource = Kind.definition.groupResource
    return watches(kind) { change, cache in
      let quotas = cache.list(ResourceQuota.self, namespace: change.object.metadata.namespace)
      guard !quotas.isEmpty else { return [] }
      if change.type == .modified, let old = change.old,
        ResourceUsage.of(old.fields, resource) == ResourceUsage.of(change.object.fields, resource)
      {
        return []
      }
      return quotas.map(\.key)
    }
  }
}
