import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

extension DeploymentSync {
  /// Sees to it that the ReplicaSet of the present template is there and carries the newest revision. One that
  /// was made from the same template before is used again: that is what a roll-back does.
  ///
  /// Kubernetes: `deployment/sync.go`, `getNewReplicaSet`.
  mutating func syncNew(isCreating: Bool) async throws {
    if let new = rollout.new {
      try await adopt(new)
    } else if isCreating {
      try await createNew()
    }
    try await noteRevision()
  }

  /// Brings the annotations of a ReplicaSet that is there in line.
  private mutating func adopt(_ new: ReplicaSet) async throws {
    // A roll-back looks like a past state of the Deployment, which a cache that lags may show. Kubernetes does not ask.
    if Revision.number(of: new) < rollout.nextRevision {
      try await context.client.requireFresh(rollout.deployment)
    }
    var changed = new
    Revision.annotate(&changed, for: rollout.deployment, number: rollout.nextRevision, isNew: false)
    changed.spec.minReadySeconds = rollout.deployment.spec.minReadySeconds
    if changed != new { rollout.new = try await context.client.update(changed) }
    if rollout.deployment.condition("Progressing") == nil {
      noteProgress("FoundNewReplicaSet", "Found new replica set \"\(new.metadata.name ?? "")\"")
    }
  }

  private mutating func createNew() async throws {
    try await context.client.requirePresent(rollout.deployment)
    try await requireHistory()
    let wanted = newReplicaSet()
    do throws(StatusError) {
      noteCreated(try await context.client.create(wanted))
    } catch {
      if error.isAlreadyExists { return try await resolveCollision(with: wanted.key) }
      try await noteFailure(error)
      throw error
    }
  }

  /// The Deployment carries the newest number that it gave. Where no ReplicaSet has it, somebody deleted that one, or the
  /// cache of them lags behind: asks the API which there are, so that the new one does not come beside those of before.
  ///
  /// - Throws: `Conflict` when there are others.
  private func requireHistory() async throws {
    let deployment = rollout.deployment
    let newest = deployment.metadata.annotations[Revision.number].flatMap { Int($0) } ?? 0
    guard newest >= rollout.nextRevision else { return }
    let labels = deployment.spec.selector.matchLabels.map { "\($0.key)=\($0.value)" }
    let live = try await context.client.list(
      ReplicaSet.self, namespace: deployment.metadata.namespace,
      options: ListOptions(labelSelector: labels.joined(separator: ","))
    ).items.filter { $0.isControlled(by: deployment) }
    guard Set(live.map(\.metadata.uid)) == Set(rollout.all.map(\.metadata.uid)) else {
      throw StatusError.conflict(
        Deployment.definition.groupResource, name: deployment.key.name,
        "the cache of its ReplicaSets is behind the cluster")
    }
  }

  private mutating func noteCreated(_ created: ReplicaSet) {
    let name = created.metadata.name ?? ""
    rollout.new = created
    noteProgress("NewReplicaSetCreated", "Created new replica set \"\(name)\"")
    guard created.replicas > 0 else { return }
    context.events.normal(
      rollout.deployment, "ScalingReplicaSet", "Scaled up replica set \(name) from 0 to \(created.replicas)")
  }

  private func newReplicaSet() -> ReplicaSet {
    let deployment = rollout.deployment
    let hash = TemplateHash(
      deployment.spec.template, collisionCount: deployment.status.collisionCount
    ).description
    var replicaSet = ReplicaSet {
      $0.metadata.name = "\(deployment.metadata.name ?? "")-\(hash)"
      $0.metadata.namespace = deployment.metadata.namespace
      $0.metadata.ownerReferences = [OwnerReference(controller: deployment)]
      $0.spec.replicas = rollout.newSize
      $0.spec.minReadySeconds = deployment.spec.minReadySeconds
      $0.spec.selector = deployment.spec.selector
      $0.spec.selector.matchLabels[TemplateHash.label] = hash
      $0.spec.template = deployment.spec.template
      $0.spec.template.metadata.labels[TemplateHash.label] = hash
      $0.metadata.labels = $0.spec.template.metadata.labels
    }
    Revision.annotate(&replicaSet, for: deployment, number: rollout.nextRevision, isNew: true)
    return replicaSet
  }

  /// The name is taken: by our own ReplicaSet that the cache has not seen yet, or by one with another template,
  /// and then the next hash is tried.
  private mutating func resolveCollision(with key: ObjectKey) async throws {
    let present = try await context.client.get(ReplicaSet.self, key)
    let deployment = rollout.deployment
    if present.metadata.controller?.uid == deployment.metadata.uid,
      present.isMade(from: deployment.spec.template)
    {
      // It may as well be one of before, of a past template of the Deployment.
      try await context.client.requireFresh(deployment)
      rollout.new = present
      return
    }
    var counted = deployment
    counted.status.collisionCount = (deployment.status.collisionCount ?? 0) + 1
    try await context.client.updateStatus(counted)
    throw NameCollision(name: key.name)
  }

  /// The Deployment carries the number of its newest ReplicaSet: the one that it has as it was seen, and no later.
  private mutating func noteRevision() async throws {
    guard let number = rollout.new?.metadata.annotations[Revision.number] else { return }
    guard rollout.deployment.metadata.annotations[Revision.number] != number else { return }
    let seen = rollout.deployment.metadata.resourceVersion ?? ""
    let patch: JSON = [
      "metadata": ["annotations": [Revision.number: .string(number)], "resourceVersion": .string(seen)]
    ]
    let patched = try await context.client.patch(Deployment.self, rollout.deployment.key, .merge(patch))
    let status = rollout.deployment.status
    rollout.deployment = patched
    rollout.deployment.status = status
  }

  private mutating func noteProgress(_ reason: String, _ message: String) {
    guard rollout.deployment.progressDeadline != nil else { return }
    rollout.deployment.status.set("Progressing", "True", reason, message, at: context.now)
  }

  private func noteFailure(_ error: StatusError) async throws {
    context.events.warning(
      rollout.deployment, "ReplicaSetCreateError", "Failed to create new replica set: \(error)")
    guard rollout.deployment.progressDeadline != nil else { return }
    var failed = rollout.deployment
    failed.status.set("Progressing", "False", "ReplicaSetCreateError", error.message, at: context.now)
    if failed.status != rollout.deployment.status { try await context.client.updateStatus(failed) }
  }
}

/// Another object has the name that the new ReplicaSet would get; the next try takes another.
struct NameCollision: Error, CustomStringConvertible {
  var name: String

  var description: String { "the name \(name) belongs to a ReplicaSet of another template" }
}
