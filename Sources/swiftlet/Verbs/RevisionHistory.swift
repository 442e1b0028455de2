import APIMachinery
import KubernetesAPI
import KubernetesClient

/// The revisions of a Deployment: its ReplicaSets by their number.
struct RevisionHistory {
  let revisions: [(number: Int, replicaSet: ReplicaSet)]

  static let annotation = "deployment.kubernetes.io/revision"

  init(_ deployment: Deployment, _ session: Session) async throws {
    let uid = deployment.metadata.uid
    let all = try await session.client.list(ReplicaSet.self, namespace: deployment.metadata.namespace)
    revisions = all.items.filter { $0.metadata.controller?.uid == uid }.compactMap { replicaSet in
      replicaSet.metadata.annotations[Self.annotation].flatMap { Int($0) }.map { ($0, replicaSet) }
    }.sorted { $0.number < $1.number }
  }

  /// The template of a revision, without the hash that tells its pods.
  static func template(of replicaSet: ReplicaSet) -> JSONObject {
    var template = replicaSet.spec.template
    template.metadata.labels["pod-template-hash"] = nil
    return template.fields
  }
}
