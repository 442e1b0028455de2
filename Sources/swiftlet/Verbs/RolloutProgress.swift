import APIMachinery
import KubernetesAPI

/// What can be said of a roll-out at a moment.
///
/// Kubernetes: `kubectl/pkg/polymorphichelpers`, `DeploymentStatusViewer`, `DaemonSetStatusViewer`,
/// `StatefulSetStatusViewer`.
struct RolloutProgress {
  let text: String
  let isComplete: Bool
  /// The same in numbers, for a live view.
  let bars: [String]

  /// - Throws: ``CommandError`` when the Deployment has exceeded its progress deadline.
  init(_ deployment: Deployment) throws {
    let name = deployment.metadata.name ?? ""
    let (spec, status) = (deployment.spec, deployment.status)
    let wanted = spec.replicas ?? 1
    let updated = status.updatedReplicas ?? 0
    let total = status.replicas ?? 0
    let available = status.availableReplicas ?? 0
    bars = [
      "\(LiveView.bar(updated, of: wanted)) \(updated)/\(wanted) updated",
      "\(LiveView.bar(available, of: wanted)) \(available)/\(wanted) available, \(total) in all",
    ]
    func waiting(_ what: String) -> String {
      "Waiting for deployment \"\(name)\" rollout to finish: \(what)..."
    }
    guard (deployment.metadata.generation ?? 0) <= (status.observedGeneration ?? 0) else {
      (text, isComplete) = ("Waiting for deployment spec update to be observed...", false)
      return
    }
    let progressing = status.conditions.first { $0.type == "Progressing" }
    if progressing?.reason == "ProgressDeadlineExceeded" {
      throw CommandError("deployment \"\(name)\" exceeded its progress deadline")
    }
    if updated < wanted {
      (text, isComplete) = (waiting("\(updated) out of \(wanted) new replicas have been updated"), false)
    } else if total > updated {
      (text, isComplete) = (waiting("\(total - updated) old replicas are pending termination"), false)
    } else if available < updated {
      (text, isComplete) = (waiting("\(available) of \(updated) updated replicas are available"), false)
    } else {
      (text, isComplete) = ("deployment \"\(name)\" successfully rolled out", true)
    }
  }

  /// - Throws: ``CommandError`` when the pods are updated by hand.
  init(_ set: DaemonSet) throws {
    try Self.requireRollingUpdate(set.spec.updateStrategy?.type)
    let name = set.metadata.name ?? ""
    let wanted = set.status.desiredNumberScheduled
    let (updated, available) = (set.status.updatedNumberScheduled ?? 0, set.status.numberAvailable ?? 0)
    bars = [
      "\(LiveView.bar(updated, of: wanted)) \(updated)/\(wanted) updated",
      "\(LiveView.bar(available, of: wanted)) \(available)/\(wanted) available",
    ]
    func waiting(_ what: String) -> String {
      "Waiting for daemon set \"\(name)\" rollout to finish: \(what)..."
    }
    if (set.metadata.generation ?? 0) > (set.status.observedGeneration ?? 0) {
      (text, isComplete) = ("Waiting for daemon set spec update to be observed...", false)
    } else if updated < wanted {
      (text, isComplete) = (waiting("\(updated) out of \(wanted) new pods have been updated"), false)
    } else if available < wanted {
      (text, isComplete) = (waiting("\(available) of \(wanted) updated pods are available"), false)
    } else {
      (text, isComplete) = ("daemon set \"\(name)\" successfully rolled out", true)
    }
  }

  /// - Throws: ``CommandError`` when the pods are updated by hand.
  init(_ set: StatefulSet) throws {
    try Self.requireRollingUpdate(set.spec.updateStrategy?.type)
    let (status, wanted) = (set.status, set.spec.replicas ?? 1)
    let (ready, updated) = (status.readyReplicas ?? 0, status.updatedReplicas ?? 0)
    bars = [
      "\(LiveView.bar(updated, of: wanted)) \(updated)/\(wanted) updated",
      "\(LiveView.bar(ready, of: wanted)) \(ready)/\(wanted) ready",
    ]
    let observed = status.observedGeneration ?? 0
    if observed == 0 || (set.metadata.generation ?? 0) > observed {
      (text, isComplete) = ("Waiting for statefulset spec update to be observed...", false)
    } else if ready < wanted {
      (text, isComplete) = ("Waiting for \(wanted - ready) pods to be ready...", false)
    } else if let rolling = set.spec.updateStrategy?.rollingUpdate {
      let share = wanted - (rolling.partition ?? 0)
      isComplete = updated >= share
      text =
        isComplete
        ? "partitioned roll out complete: \(updated) new pods have been updated..."
        : "Waiting for partitioned roll out to finish: \(updated) out of \(share) new pods have been updated..."
    } else if status.updateRevision != status.currentRevision {
      isComplete = false
      text =
        "waiting for statefulset rolling update to complete \(updated) pods at revision "
        + "\(status.updateRevision ?? "")..."
    } else {
      isComplete = true
      text =
        "statefulset rolling update complete \(status.currentReplicas ?? 0) pods at revision "
        + "\(status.currentRevision ?? "")..."
    }
  }

  private static func requireRollingUpdate(_ type: String?) throws(CommandError) {
    guard type ?? "RollingUpdate" == "RollingUpdate" else {
      throw CommandError("rollout status is only available for RollingUpdate strategy type")
    }
  }
}
