import APIMachinery
import ControllerRuntime
import CustomResources
import KubernetesAPI
import KubernetesClient

extension PostgresReconciler {
  /// The version that the servers are to run. Before they go to a newer one, a backup is made.
  ///
  /// What they run now is asked of the API itself. A cache that is behind may show the database of before an upgrade, and
  /// data of a newer version cannot be read by an older one.
  ///
  /// - Returns: `nil` when the servers stay as they are: while that backup is not made yet, and while an older version seems
  ///   to be wanted.
  func versionToRun(
    _ cluster: PostgresCluster, _ parts: Parts, _ context: ReconcileContext
  ) async throws -> Int? {
    let wanted = cluster.spec.version
    guard let servers = try await context.client.find(StatefulSet.self, cluster.key),
      let present = Parts.version(of: servers), present != wanted
    else { return wanted }
    guard present < wanted else { return nil }
    return try await isMade(parts.backup("before-\(wanted)", version: present), context) ? wanted : nil
  }

  /// Whether a backup is made; starts it when nobody did.
  private func isMade(_ backup: Job, _ context: ReconcileContext) async throws -> Bool {
    try await makeOnce(backup, context)
    return context.cache.get(Job.self, backup.key)?.isComplete ?? false
  }
}

extension PostgresReconciler {
  /// Makes the last backup of a deleted database, and lets it go.
  func finish(_ cluster: PostgresCluster, _ context: ReconcileContext) async throws -> Action {
    guard cluster.metadata.hasFinalizer(Self.finalizer) else { return .done }
    // A database that never ran has nothing to keep.
    if cluster.spec.backup.beforeDeletion, let version = cluster.status.version {
      guard try await isMade(Parts(of: cluster).backup("last", version: version), context) else {
        return .awaitChange
      }
      context.events.normal(cluster, "BackedUp", "Made the last backup")
    }
    try await context.client.removeFinalizer(Self.finalizer, from: cluster)
    return .done
  }
}
