import APIMachinery
import KubernetesAPI

/// The annotations by which a Deployment keeps its history on its ReplicaSets.
///
/// Kubernetes: `pkg/controller/deployment/util/deployment_util.go`.
enum Revision {
  static let number = "deployment.kubernetes.io/revision"
  static let history = "deployment.kubernetes.io/revision-history"
  static let desiredReplicas = "deployment.kubernetes.io/desired-replicas"
  static let maxReplicas = "deployment.kubernetes.io/max-replicas"

  /// Annotations of the Deployment that its ReplicaSets do not get.
  private static let notCopied: Set<String> = [
    number, history, desiredReplicas, maxReplicas, "kubectl.kubernetes.io/last-applied-configuration",
    "deprecated.deployment.rollback.to",
  ]

  /// The number of a ReplicaSet; zero when it has none.
  static func number(of replicaSet: ReplicaSet) -> Int {
    replicaSet.metadata.annotations[number].flatMap { Int($0) } ?? 0
  }

  /// Gives a ReplicaSet the Deployment's annotations and, when it becomes the newest, the next number.
  ///
  /// - Parameter isNew: It is about to be made; a ReplicaSet that is used again remembers its former number.
  static func annotate(
    _ replicaSet: inout ReplicaSet, for deployment: Deployment, number next: Int, isNew: Bool
  ) {
    var annotations = replicaSet.metadata.annotations
    for (key, value) in deployment.metadata.annotations where !notCopied.contains(key) {
      annotations[key] = value
    }
    let former = annotations[number] ?? ""
    if Int(former) ?? 0 < next {
      annotations[number] = "\(next)"
      if !isNew, !former.isEmpty {
        annotations[history] = annotations[history].map { "\($0),\(former)" } ?? former
      }
    }
    if isNew { setSize(&annotations, of: deployment) }
    replicaSet.metadata.annotations = annotations
  }

  /// Notes the size that the Deployment had when this ReplicaSet was last sized.
  static func setSize(_ annotations: inout StringMap, of deployment: Deployment) {
    let budget = deployment.budget
    annotations[desiredReplicas] = "\(budget.replicas)"
    annotations[maxReplicas] = "\(budget.maxTotal)"
  }
}
