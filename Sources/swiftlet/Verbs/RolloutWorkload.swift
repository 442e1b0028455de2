import APIMachinery
import KubernetesAPI
import KubernetesClient

/// A kind whose pods are rolled out: what the roll-out commands need to know of it.
protocol RolloutWorkload: Resource {
  var template: PodTemplateSpec { get }
  var isPaused: Bool { get }

  /// - Throws: ``CommandError`` when there is nothing to follow, or the roll-out has failed.
  func progress() throws -> RolloutProgress

  /// The revisions, oldest first.
  func revisions(_ session: Session) async throws -> [WorkloadRevision]
}

extension RolloutWorkload {
  /// `deployment.apps/web`
  var title: String { "\(Self.definition.singular).\(Self.definition.group)/\(key.name)" }
}

extension RolloutWorkload {
  /// `deployments.apps "web"`, as errors name it.
  var subject: String { "\(Self.definition.groupResource) \"\(key.name)\"" }
}

/// A past state of a workload.
struct WorkloadRevision {
  let number: Int
  let changeCause: String?
  let template: PodTemplateSpec
  /// The template as it is shown, with the label that tells its pods.
  let labelledTemplate: PodTemplateSpec
  /// What brings the workload back to it.
  let patch: KubernetesClient.Patch
}

extension Deployment: RolloutWorkload {
  var template: PodTemplateSpec { spec.template }
  var isPaused: Bool { spec.paused == true }
  func progress() throws -> RolloutProgress { try RolloutProgress(self) }

  func revisions(_ session: Session) async throws -> [WorkloadRevision] {
    try await RevisionHistory(self, session).revisions.map { number, replicaSet in
      let template = RevisionHistory.template(of: replicaSet)
      return WorkloadRevision(
        number: number, changeCause: replicaSet.metadata.annotations["kubernetes.io/change-cause"],
        template: PodTemplateSpec(fields: template), labelledTemplate: replicaSet.spec.template,
        patch: .json([["op": "replace", "path": "/spec/template", "value": .object(template)]]))
    }
  }
}

extension DaemonSet: RolloutWorkload {
  var template: PodTemplateSpec { spec.template }
  var isPaused: Bool { false }
  func progress() throws -> RolloutProgress { try RolloutProgress(self) }
  func revisions(_ session: Session) async throws -> [WorkloadRevision] {
    try await WorkloadRevision.controllerRevisions(of: self, session)
  }
}

extension StatefulSet: RolloutWorkload {
  var template: PodTemplateSpec { spec.template }
  var isPaused: Bool { false }
  func progress() throws -> RolloutProgress { try RolloutProgress(self) }
  func revisions(_ session: Session) async throws -> [WorkloadRevision] {
    try await WorkloadRevision.controllerRevisions(of: self, session)
  }
}

extension WorkloadRevision {
  /// The ControllerRevisions that a workload controls.
  static func controllerRevisions<Owner: Resource>(
    of owner: Owner, _ session: Session
  ) async throws -> [WorkloadRevision] {
    let all = try await session.client.list(ControllerRevision.self, namespace: owner.metadata.namespace)
    let own = all.items.filter { $0.metadata.controller?.uid == owner.metadata.uid }
    return own.sorted { $0.revision < $1.revision }.map { revision in
      var template = revision.data?["spec"]?["template"]?.objectValue ?? JSONObject()
      template["$patch"] = nil
      return WorkloadRevision(
        number: revision.revision, changeCause: revision.metadata.annotations["kubernetes.io/change-cause"],
        template: PodTemplateSpec(fields: template), labelledTemplate: PodTemplateSpec(fields: template),
        patch: .strategicMerge(revision.data ?? .object([:])))
    }
  }
}
