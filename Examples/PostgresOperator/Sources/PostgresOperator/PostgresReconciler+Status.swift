import APIMachinery
import ControllerRuntime
import CustomResources
import KubernetesAPI
import KubernetesClient

extension PostgresReconciler {
  /// Tells what there is, and writes it when it is not what the status says.
  func report(
    _ cluster: PostgresCluster, _ parts: Parts, _ context: ReconcileContext
  ) async throws -> Action {
    let servers = context.cache.get(StatefulSet.self, parts.serversKey)
    var changed = cluster
    let state = ServerState(servers, wanted: cluster.spec)
    changed.status.replicas = servers?.status.replicas
    changed.status.selector = "app.kubernetes.io/instance=\(cluster.metadata.name ?? "")"
    if state.isUniform { changed.status.version = state.version }
    changed.status.lastBackup = lastBackup(of: cluster, context) ?? cluster.status.lastBackup
    let generation = cluster.metadata.generation
    changed.status.conditions.setCondition(
      "Ready", status: state.isReady ? "True" : "False", reason: state.isReady ? "AllReady" : "NotAllReady",
      message: "\(state.ready) of \(cluster.spec.replicas) servers take requests",
      observedGeneration: generation,
      at: context.now)
    changed.status.conditions.setCondition(
      "Upgrading", status: state.isUpgrading ? "True" : "False",
      reason: state.isUpgrading ? "OtherVersion" : "SameVersion",
      message: state.isUpgrading ? "On the way to version \(cluster.spec.version)" : "",
      observedGeneration: generation,
      at: context.now)
    if changed.status != cluster.status { try await context.client.updateStatus(changed) }
    return state.isReady && !state.isUpgrading ? .done : .awaitChange
  }

  /// When the newest backup ended well.
  private func lastBackup(of cluster: PostgresCluster, _ context: ReconcileContext) -> Timestamp? {
    let schedule = context.cache.get(
      CronJob.self, ObjectKey(namespace: cluster.key.namespace, name: "\(cluster.key.name)-backup"))
    return schedule?.status.lastSuccessfulTime
  }
}

/// What the servers of a database are doing.
struct ServerState {
  let version: Int?
  let ready: Int
  /// All wanted servers run the version, and no others.
  let isUniform: Bool
  let isReady: Bool
  let isUpgrading: Bool

  init(_ servers: StatefulSet?, wanted: PostgresClusterSpec) {
    let status = servers?.status
    version = servers.flatMap(Parts.version)
    ready = status?.readyReplicas ?? 0
    let isCurrent = status?.observedGeneration == servers?.metadata.generation && servers != nil
    let hasRolled =
      isCurrent && status?.updateRevision == status?.currentRevision
      && status?.updatedReplicas == wanted.replicas
    isUniform = hasRolled
    isReady = isCurrent && ready == wanted.replicas
    isUpgrading =
      servers != nil
      && (version != wanted.version || (!hasRolled && status?.currentRevision != status?.updateRevision))
  }
}
