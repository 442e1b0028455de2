import APIMachinery
import KubernetesAPI

extension Deployment {
  var replicas: Int { spec.replicas ?? 1 }

  var isRecreate: Bool { spec.strategy?.type == "Recreate" }

  /// The bounds of the roll-out. Recreate keeps none: all pods go before the first one comes.
  var budget: RolloutBudget {
    if isRecreate {
      var budget = RolloutBudget(replicas: replicas, maxSurge: 0, maxUnavailable: 0)
      budget.maxUnavailable = 0
      return budget
    }
    let bounds = spec.strategy?.rollingUpdate
    let surge = (bounds?.maxSurge ?? "25%").scaled(of: replicas, rounding: .up) ?? 0
    let unavailable = (bounds?.maxUnavailable ?? "25%").scaled(of: replicas, rounding: .down) ?? 0
    return RolloutBudget(replicas: replicas, maxSurge: surge, maxUnavailable: unavailable)
  }

  /// How long a roll-out may stand still; `nil` when it may for ever.
  var progressDeadline: Duration? {
    let seconds = spec.progressDeadlineSeconds ?? 600
    return seconds == Int(Int32.max) ? nil : .seconds(seconds)
  }

  /// The number of old ReplicaSets to keep; `nil` when all are kept.
  var historyLimit: Int? {
    let limit = spec.revisionHistoryLimit ?? 10
    return limit == Int(Int32.max) ? nil : limit
  }

  func condition(_ type: String) -> DeploymentCondition? {
    status.conditions.first { $0.type == type }
  }
}

extension DeploymentStatus {
  func condition(_ type: String) -> DeploymentCondition? {
    conditions.first { $0.type == type }
  }

  /// Sets a condition. One that says the same with the same reason stays as it is, times included.
  mutating func set(_ type: String, _ status: String, _ reason: String, _ message: String, at now: Timestamp)
  {
    let old = condition(type)
    if old?.status == status, old?.reason == reason { return }
    replace(
      type, status, reason, message, changedAt: old?.status == status ? old?.lastTransitionTime : now, at: now
    )
  }

  /// Sets a condition anew, so that its update time is `now`.
  mutating func replace(
    _ type: String, _ status: String, _ reason: String, _ message: String, changedAt: Timestamp?,
    at now: Timestamp
  ) {
    remove(type)
    conditions += [
      DeploymentCondition {
        $0.type = type
        $0.status = status
        $0.lastUpdateTime = now
        $0.lastTransitionTime = changedAt ?? now
        $0.reason = reason
        $0.message = message
      }
    ]
  }

  mutating func remove(_ type: String) {
    conditions.removeAll { $0.type == type }
  }
}

extension ReplicaSet {
  var replicas: Int { spec.replicas ?? 1 }
  var availableReplicas: Int { status.availableReplicas ?? 0 }
  var readyReplicas: Int { status.readyReplicas ?? 0 }
  var size: RolloutBudget.Size { .init(replicas: replicas, available: availableReplicas) }

  /// True when this ReplicaSet was made from `template`.
  func isMade(from template: PodTemplateSpec) -> Bool {
    var (mine, wanted) = (spec.template, template)
    mine.metadata.labels[TemplateHash.label] = nil
    wanted.metadata.labels[TemplateHash.label] = nil
    return mine == wanted
  }

  /// Oldest first; ties by name.
  static func isOlder(_ left: ReplicaSet, _ right: ReplicaSet) -> Bool {
    let (leftTime, rightTime) = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
    if let leftTime, let rightTime, leftTime != rightTime { return leftTime < rightTime }
    return (left.metadata.name ?? "") < (right.metadata.name ?? "")
  }
}
