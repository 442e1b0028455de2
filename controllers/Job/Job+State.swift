import APIMachinery
import ControllerRuntime
import KubernetesAPI

extension Job {
  /// True when the job will make no more pods: it is complete, or it has failed.
  var isFinished: Bool {
    status.conditions.isConditionTrue("Complete") || status.conditions.isConditionTrue("Failed")
  }

  var isIndexed: Bool { spec.completionMode == "Indexed" }

  var parallelism: Int { spec.parallelism ?? 1 }

  /// Whether failures are counted for each index by itself.
  var countsPerIndex: Bool { isIndexed && spec.backoffLimitPerIndex != nil }

  /// Whether a pod is replaced only once it has failed, and not as soon as it is leaving.
  var replacesOnlyFailed: Bool { spec.podReplacementPolicy == "Failed" || spec.podFailurePolicy != nil }

  var completedIndexes: IndexRanges { ranges(status.completedIndexes) }

  var failedIndexes: IndexRanges { ranges(status.failedIndexes) }

  private func ranges(_ text: String?) -> IndexRanges {
    IndexRanges(text ?? "", below: spec.completions ?? 0) ?? IndexRanges()
  }
}

extension Pod {
  static let indexKey = "batch.kubernetes.io/job-completion-index"
  static let failureCountKey = "batch.kubernetes.io/job-index-failure-count"
  static let ignoredCountKey = "batch.kubernetes.io/job-index-ignored-failure-count"

  /// Which piece of an indexed job's work the pod does.
  var completionIndex: Int? { metadata.annotations[Self.indexKey].flatMap { Int($0) } }

  /// How many pods of the index failed before this one.
  var indexFailureCount: Int { metadata.annotations[Self.failureCountKey].flatMap { Int($0) } ?? 0 }

  /// How many pods of the index failed before this one in a way that a policy does not count.
  var indexIgnoredCount: Int { metadata.annotations[Self.ignoredCountKey].flatMap { Int($0) } ?? 0 }

  var allIndexFailures: Int { indexFailureCount + indexIgnoredCount }

  var isTracked: Bool { metadata.hasFinalizer(JobFinalizer.name) }

  var hasSucceeded: Bool { status.phase == "Succeeded" }

  /// Whether the pod counts as failed.
  ///
  /// Kubernetes: `isPodFailed`: a pod that is leaving may never reach the phase Failed.
  func hasFailed(for job: Job) -> Bool {
    if status.phase == "Failed" { return true }
    return !job.replacesOnlyFailed && isTerminating && !hasSucceeded
  }

  /// When the last container ended, or else when the pod was asked to leave.
  func finishTime(now: Timestamp) -> Timestamp {
    let ends = status.containerStatuses.compactMap { $0.state?.terminated?.finishedAt }
    return ends.max() ?? metadata.deletionTimestamp.map { min($0, now) }
      ?? condition("Ready")?.lastTransitionTime ?? now
  }
}
