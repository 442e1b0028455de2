import APIMachinery
import ControllerRuntime
import CustomResources
import KubernetesAPI
import KubernetesClient

extension PostgresReconciler {
  /// Tells what there is, and writes it when the status says something else.
  func report(_ cluster: PostgresCluster, _ context: ReconcileContext) async throws -> Action {
    let servers = context.cache.get(StatefulSet.self, cluster.key)
    let state = ServerState(servers, wanted: cluster.spec)
    var changed = cluster
    changed.status.replicas = servers?.status.replicas
    changed.status.selector = "app.kubernetes.io/instance=\(cluster.key.name)"
    if state.isUniform { changed.status.version = state.version }
    changed.status.lastBackup = lastBackup(of: cluster, context) ?? cluster.status.lastBackup
    changed.status.conditions.setCondition(
      "Ready", status: state.isReady ? "True" : "False", reason: state.isReady ? "AllReady" : "NotAllReady",
      message: "\(state.ready) of \(cluster.spec.replicas) servers take requests",
      observedGeneration: cluster.metadata.generation, at: context.now)
    changed.status.conditions.setCondition(
      "Upgrading", status: state.isUpgrading ? "True" : "False",
      reason: state.isUpgrading ? "OtherVersion" : "SameVersion",
      message: state.isUpgrading ? "On the way to version \(cluster.spec.version)" : "",
      observedGeneration: cluster.metadata.generation, at: context.now)
    if changed.status != cluster.status { try await context.client.updateStatus(changed) }
    return state.isReady && !state.isUpgrading ? .done : .awaitChange
  }

  /// When the newest backup of the schedule ended well.
  private func lastBackup(of cluster: PostgresCluster, _ context: ReconcileContext) -> Timestamp? {
    let key = ObjectKey(namespace: cluster.key.namespace, name: "\(cluster.key.name)-backup")
    return context.cache.get(CronJob.self, key)?.status.lastSuccessfulTime
  }
}

/// What the servers of a database are doing.
struct ServerState {
  /// The version that they run, or are on the way to.
  let version: Int?
  let ready: Int
  /// All wanted servers run the version, and no others.
  let isUniform: Bool
  let isReady: Bool
  let isUpgrading: Bool

  init(_ servers: StatefulSet?, wanted: PostgresClusterSpec) {
    let status = servers?.status
    let isCurrent = servers != nil && status?.observedGeneration == servers?.metadata.generation
    version = servers.flatMap(Parts.version)
    ready = status?.readyReplicas ?? 0
    isUniform =
      isCurrent && status?.updateRevision == status?.currentRevision
      && status?.updatedReplicas == wanted.replicas
    isReady = isCurrent && ready == wanted.replicas
    isUpgrading =
      servers != nil
      && (version != wanted.version || (!isUniform && status?.currentRevision != status?.updateRevision))
  }
}
