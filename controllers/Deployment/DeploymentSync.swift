import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// One look at a Deployment: what is there, and the writes that bring it one step further.
///
/// A step that changed the sizes of ReplicaSets ends the look. Their status tells when the next one is due.
struct DeploymentSync {
  var rollout: Rollout
  let context: ReconcileContext
  /// The status as it was read.
  private let observed: DeploymentStatus

  init(_ rollout: Rollout, _ context: ReconcileContext) {
    self.rollout = rollout
    self.context = context
    observed = rollout.deployment.status
  }

  // MARK: - The strategies

  /// RollingUpdate: first the new ReplicaSet grows as far as it may, then the old ones shrink as far as they may.
  ///
  /// Kubernetes: `deployment/rolling.go`.
  mutating func roll() async throws -> Action {
    try await syncNew(isCreating: true)
    if let new = rollout.new, let size = rollout.nextNewSize {
      try await resize(new, to: size)
      return try await writeRollout()
    }
    let shrinking = rollout.nextOldSizes
    for (replicaSet, size) in shrinking { try await resize(replicaSet, to: size) }
    if shrinking.isEmpty { try await cleanUpWhenComplete() }
    return try await writeRollout()
  }

  /// Recreate: all old pods go, and when the last one is gone the new ones come.
  ///
  /// Kubernetes: `deployment/recreate.go`.
  mutating func recreate() async throws -> Action {
    try await syncNew(isCreating: false)
    let active = rollout.old.filter { $0.replicas > 0 }
    for replicaSet in active { try await resize(replicaSet, to: 0) }
    guard active.isEmpty, rollout.old.allSatisfy(\.isEmptied) else { return try await writeRollout() }
    try await syncNew(isCreating: true)
    if let new = rollout.new, new.replicas != rollout.deployment.replicas {
      try await resize(new, to: rollout.deployment.replicas)
    }
    try await cleanUpWhenComplete()
    return try await writeRollout()
  }

  /// Only the sizes follow the Deployment's: it is paused, or its size has just changed.
  ///
  /// Kubernetes: `deployment/sync.go`, `sync`.
  mutating func scale(isPaused: Bool) async throws -> Action {
    try await syncNew(isCreating: false)
    for (replicaSet, size) in rollout.scaledSizes { try await resize(replicaSet, to: size) }
    if isPaused { try await cleanUp() }
    return try await writeCounts()
  }

  /// Notes that the roll-out stands still on purpose, so that its deadline does not run, or goes on.
  ///
  /// Kubernetes: `checkPausedConditions`.
  mutating func notePause() {
    let reason = rollout.deployment.condition("Progressing")?.reason
    guard rollout.deployment.progressDeadline != nil, reason != "ProgressDeadlineExceeded" else { return }
    let isPaused = rollout.deployment.spec.paused == true
    if isPaused, reason != "DeploymentPaused" {
      rollout.deployment.status.set(
        "Progressing", "Unknown", "DeploymentPaused", "Deployment is paused", at: context.now)
    } else if !isPaused, reason == "DeploymentPaused" {
      rollout.deployment.status.set(
        "Progressing", "Unknown", "DeploymentResumed", "Deployment is resumed", at: context.now)
    }
  }

  // MARK: - Writes

  /// Gives a ReplicaSet its size, and notes the Deployment's size on it.
  mutating func resize(_ replicaSet: ReplicaSet, to size: Int) async throws {
    var changed = replicaSet
    changed.spec.replicas = size
    var annotations = changed.metadata.annotations
    Revision.setSize(&annotations, of: rollout.deployment)
    changed.metadata.annotations = annotations
    guard changed != replicaSet else { return }
    replace(try await context.client.update(changed))
    guard size != replicaSet.replicas else { return }
    context.events.normal(
      rollout.deployment, "ScalingReplicaSet",
      "Scaled \(size > replicaSet.replicas ? "up" : "down") replica set \(replicaSet.metadata.name ?? "") "
        + "from \(replicaSet.replicas) to \(size)")
  }

  mutating func replace(_ replicaSet: ReplicaSet) {
    if rollout.new?.metadata.uid == replicaSet.metadata.uid {
      rollout.new = replicaSet
    } else if let index = rollout.old.firstIndex(where: { $0.metadata.uid == replicaSet.metadata.uid }) {
      rollout.old[index] = replicaSet
    }
  }

  private func cleanUpWhenComplete() async throws {
    if rollout.isComplete(rollout.deployment.status) { try await cleanUp() }
  }

  /// Deletes the old ReplicaSets that the history has no room for.
  private func cleanUp() async throws {
    for replicaSet in rollout.expired {
      let options = DeleteOptions(preconditionUID: replicaSet.metadata.uid)
      try await tolerating(.notFound) {
        try await context.client.delete(ReplicaSet.self, replicaSet.key, options: options)
      }
    }
  }

  /// Writes the status of a roll-out.
  ///
  /// - Returns: When to look whether the roll-out has stood still for too long.
  private func writeRollout() async throws -> Action {
    let status = rollout.rolloutStatus(at: context.now)
    try await write(status)
    return rollout.deadlineCheck(status).map { .requeue(after: $0 - context.now) } ?? .done
  }

  /// Writes the counts alone.
  func writeCounts() async throws -> Action {
    try await write(rollout.countedStatus(at: context.now))
    return .done
  }

  private func write(_ status: DeploymentStatus) async throws {
    guard status != observed else { return }
    var deployment = rollout.deployment
    deployment.status = status
    try await context.client.updateStatus(deployment)
  }
}

extension ReplicaSet {
  /// True when no pod is left, not even one that is leaving.
  var isEmptied: Bool {
    replicas == 0 && status.replicas == 0 && status.terminatingReplicas ?? 0 == 0
      && status.observedGeneration ?? 0 >= metadata.generation ?? 0
  }
}
