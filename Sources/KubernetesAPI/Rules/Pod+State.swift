public import APIMachinery

/// What controllers ask of a pod.
extension Pod {
  /// True when all containers have ended for good.
  public var isOver: Bool {
    let phase = status.phase
    return phase == "Succeeded" || phase == "Failed"
  }

  /// True when the pod has been asked to leave.
  public var isTerminating: Bool { metadata.isBeingDeleted }

  /// Neither over nor leaving.
  ///
  /// Kubernetes: `controller.IsPodActive`.
  public var isActive: Bool { !isOver && !isTerminating }

  public func condition(_ type: String) -> PodCondition? {
    conditionFields(type).map { PodCondition(fields: $0) }
  }

  public var isReady: Bool { condition("Ready")?.status == "True" }

  /// Since when the pod is ready; `nil` when it is not.
  public var readySince: Timestamp? {
    guard let condition = condition("Ready"), condition.status == "True" else { return nil }
    return condition.lastTransitionTime
  }

  /// When the pod counts as available: it has been ready for `minReadySeconds` then; `nil` when it is not ready.
  ///
  /// Kubernetes: `podutil.IsPodAvailable`.
  public func availableAt(minReadySeconds: Int) -> Timestamp? {
    guard let condition = condition("Ready"), condition.status == "True" else { return nil }
    guard let since = condition.lastTransitionTime else { return nil }
    return since + .seconds(minReadySeconds)
  }
}
