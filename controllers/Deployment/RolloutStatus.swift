import APIMachinery
import KubernetesAPI

extension Rollout {
  /// The counts of the Deployment's status, and whether it is available.
  ///
  /// Kubernetes: `deployment/sync.go`, `calculateStatus`.
  func countedStatus(at now: Timestamp) -> DeploymentStatus {
    var status = deployment.status
    let available = all.reduce(0) { $0 + $1.availableReplicas }
    status.observedGeneration = deployment.metadata.generation
    status.replicas = nonZero(all.reduce(0) { $0 + $1.status.replicas })
    status.updatedReplicas = nonZero(new?.status.replicas ?? 0)
    status.readyReplicas = nonZero(all.reduce(0) { $0 + $1.readyReplicas })
    status.availableReplicas = nonZero(available)
    status.unavailableReplicas = nonZero(max(0, total - available))
    status.terminatingReplicas = all.reduce(0) { $0 + ($1.status.terminatingReplicas ?? 0) }
    if available >= deployment.budget.minAvailable {
      status.set(
        "Available", "True", "MinimumReplicasAvailable", "Deployment has minimum availability.", at: now)
    } else {
      status.set(
        "Available", "False", "MinimumReplicasUnavailable", "Deployment does not have minimum availability.",
        at: now)
    }
    return status
  }

  /// The status after a step of a roll-out: the counts, and how it gets on.
  ///
  /// Kubernetes: `deployment/progress.go`, `syncRolloutStatus`.
  func rolloutStatus(at now: Timestamp) -> DeploymentStatus {
    var status = countedStatus(at: now)
    if let deadline = deployment.progressDeadline {
      if !isKnownComplete(status) { updateProgress(&status, deadline: deadline, at: now) }
    } else {
      status.remove("Progressing")
    }
    updateFailure(&status, at: now)
    return status
  }

  /// True when the roll-out was complete before and nothing has changed.
  private func isKnownComplete(_ status: DeploymentStatus) -> Bool {
    status.replicas == status.updatedReplicas
      && deployment.condition("Progressing")?.reason == "NewReplicaSetAvailable"
  }

  private func updateProgress(_ status: inout DeploymentStatus, deadline: Duration, at now: Timestamp) {
    let subject =
      new.map { "ReplicaSet \"\($0.metadata.name ?? "")\"" }
      ?? "Deployment \"\(deployment.metadata.name ?? "")\""
    if isComplete(status) {
      status.set(
        "Progressing", "True", "NewReplicaSetAvailable", "\(subject) has successfully progressed.", at: now)
    } else if hasProgressed(to: status) {
      let old = deployment.condition("Progressing")
      let changedAt = old?.status == "True" ? old?.lastTransitionTime : now
      status.replace(
        "Progressing", "True", "ReplicaSetUpdated", "\(subject) is progressing.", changedAt: changedAt,
        at: now)
    } else if isTimedOut(status, deadline: deadline, at: now) {
      status.set(
        "Progressing", "False", "ProgressDeadlineExceeded", "\(subject) has timed out progressing.", at: now)
    }
  }

  /// Kubernetes: `DeploymentComplete`.
  func isComplete(_ status: DeploymentStatus) -> Bool {
    let wanted = deployment.replicas
    return status.updatedReplicas ?? 0 == wanted && status.replicas ?? 0 == wanted
      && status.availableReplicas ?? 0 == wanted
      && status.observedGeneration ?? 0 >= deployment.metadata.generation ?? 0
  }

  /// More new pods, fewer old ones, or more that are ready or available: that is progress.
  private func hasProgressed(to status: DeploymentStatus) -> Bool {
    let before = deployment.status
    let oldPods = (status.replicas ?? 0) - (status.updatedReplicas ?? 0)
    let oldPodsBefore = (before.replicas ?? 0) - (before.updatedReplicas ?? 0)
    return status.updatedReplicas ?? 0 > before.updatedReplicas ?? 0 || oldPods < oldPodsBefore
      || status.readyReplicas ?? 0 > before.readyReplicas ?? 0
      || status.availableReplicas ?? 0 > before.availableReplicas ?? 0
  }

  private func isTimedOut(_ status: DeploymentStatus, deadline: Duration, at now: Timestamp) -> Bool {
    guard let condition = status.condition("Progressing") else { return false }
    switch condition.reason {
    case "NewReplicaSetAvailable": return false
    case "ProgressDeadlineExceeded": return true
    default: return condition.lastUpdateTime.map { $0 + deadline < now } ?? false
    }
  }

  /// When the deadline has to be looked at again; `nil` when it does not run.
  ///
  /// Kubernetes: `requeueStuckDeployment`.
  func deadlineCheck(_ status: DeploymentStatus) -> Timestamp? {
    guard let deadline = deployment.progressDeadline, let condition = status.condition("Progressing") else {
      return nil
    }
    if isComplete(status) || condition.reason == "ProgressDeadlineExceeded" { return nil }
    return condition.lastUpdateTime.map { $0 + deadline + .seconds(1) }
  }

  /// Shows that pods could not be made.
  private func updateFailure(_ status: inout DeploymentStatus, at now: Timestamp) {
    let sources = (new.map { [$0] } ?? []) + old
    let failures = sources.compactMap { $0.status.conditions.first { $0.type == "ReplicaFailure" } }
    if let failure = failures.first {
      status.set(
        "ReplicaFailure", failure.status, failure.reason ?? "", failure.message ?? "", at: now)
    } else {
      status.remove("ReplicaFailure")
    }
  }

  /// Kubernetes leaves counts of zero out.
  private func nonZero(_ count: Int) -> Int? { count == 0 ? nil : count }
}
