public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Keeps what a `PostgresCluster` asks for: its password, its service, its servers and its backups.
///
/// Each look does the same steps in the same order, from what it sees, and every step can be done again: so it does not
/// matter where the look before was cut off.
public struct PostgresReconciler: Reconciler {
  /// Holds a deleted database until its last backup is made.
  static let finalizer = "postgres.example.com/last-backup"

  public static var controller: Controller {
    Controller("postgres", PostgresReconciler())
      .for(PostgresCluster.self)
      .owns(StatefulSet.self)
      .owns(Job.self)
      .owns(CronJob.self)
      .owns(Secret.self)
      .owns(Service.self)
      .concurrency(4)
      .timeout(.seconds(60))
  }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard var cluster = context.cache.get(PostgresCluster.self, key) else { return .done }
    if cluster.metadata.isBeingDeleted { return try await finish(cluster, context) }
    cluster = try await context.client.addFinalizer(Self.finalizer, to: cluster)

    let parts = Parts(of: cluster)
    try await keepPassword(parts, context)
    try await context.apply(parts.service())
    try await context.apply(parts.backups())
    if let version = try await versionToRun(cluster, parts, context) {
      try await context.apply(parts.servers(version: version))
    }
    return try await report(cluster, parts, context)
  }

  // MARK: Steps

  /// Makes a password once. What is there is never touched: the servers know it.
  private func keepPassword(_ parts: Parts, _ context: ReconcileContext) async throws {
    let secret = parts.secret(password: context.world.random.password(length: 24))
    guard context.cache.get(Secret.self, secret.key) == nil else { return }
    do {
      try await context.client.create(secret)
    } catch let error as StatusError where error.reason == .alreadyExists {
      context.note("the cache has not seen the secret yet")
    }
  }

  /// The version that the servers are to run. Before they go to a newer one, a backup is made.
  ///
  /// - Returns: `nil` while that backup is not made yet: the servers stay as they are.
  private func versionToRun(
    _ cluster: PostgresCluster, _ parts: Parts, _ context: ReconcileContext
  ) async throws -> Int? {
    let wanted = cluster.spec.version
    guard let servers = context.cache.get(StatefulSet.self, parts.serversKey),
      let present = Parts.version(of: servers), present != wanted
    else { return wanted }
    return try await isMade(parts.backup("before-\(wanted)"), context) ? wanted : nil
  }

  /// Makes the last backup of a deleted database, and lets it go.
  private func finish(_ cluster: PostgresCluster, _ context: ReconcileContext) async throws -> Action {
    guard cluster.metadata.hasFinalizer(Self.finalizer) else { return .done }
    // A database that never ran has nothing to keep.
    if cluster.spec.backup.beforeDeletion, cluster.status.version != nil {
      guard try await isMade(Parts(of: cluster).backup("last"), context) else { return .awaitChange }
      context.events.normal(cluster, "BackedUp", "Made the last backup")
    }
    try await context.client.removeFinalizer(Self.finalizer, from: cluster)
    return .done
  }

  /// Whether a backup is made; starts it when nobody did. It has a name of its own, so that it is made once.
  private func isMade(_ backup: Job, _ context: ReconcileContext) async throws -> Bool {
    try await context.apply(backup).isComplete
  }
}

extension RandomSource {
  /// Letters and digits that are not taken for one another.
  fileprivate func password(length: Int) -> String {
    let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
    return String((0..<length).map { _ in letters[Int(next(below: UInt64(letters.count)))] })
  }
}

extension Job {
  var isComplete: Bool { status.conditions.isConditionTrue("Complete") }
}
