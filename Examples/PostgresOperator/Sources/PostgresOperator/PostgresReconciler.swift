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
    return try await report(cluster, context)
  }

  /// Makes a password once. The servers know it.
  private func keepPassword(_ parts: Parts, _ context: ReconcileContext) async throws {
    try await makeOnce(parts.secret(password: context.world.random.password(length: 24)), context)
  }

  /// Makes an object that is made once: one that is there is never touched, whether the cache shows it or not.
  func makeOnce<Kind: Resource>(_ object: Kind, _ context: ReconcileContext) async throws {
    guard context.cache.get(Kind.self, object.key) == nil else { return }
    try await tolerating(.alreadyExists) { try await context.client.create(object) }
  }
}

extension RandomSource {
  /// Letters and digits that are not taken for one another.
  fileprivate func password(length: Int) -> String {
    let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
    return String((0..<length).map { _ in letters[Int(next(below: UInt64(letters.count)))] })
  }
}
