import APIMachinery
import ControllerRuntime
import KubernetesAPI

/// How a job ends, decided once: from then on its pods are ended, and the job is finished when none is left.
///
/// Kubernetes: `syncJob`; the condition that is set first is `FailureTarget` or `SuccessCriteriaMet`, the one that
/// is set last `Failed` or `Complete`.
struct JobOutcome: Sendable, Hashable {
  var hasFailed: Bool
  var reason: String
  var message: String

  /// The condition that says that the end is decided.
  var interimType: String { hasFailed ? "FailureTarget" : "SuccessCriteriaMet" }

  /// The condition that says that the job is finished.
  var finalType: String { hasFailed ? "Failed" : "Complete" }

  /// - Returns: `nil` while the job goes on.
  static func decide(_ job: Job, _ tally: JobTally, now: Timestamp) -> JobOutcome? {
    decided(job) ?? failure(of: job, tally, now: now) ?? success(of: job, tally)
  }

  /// What an earlier look decided.
  private static func decided(_ job: Job) -> JobOutcome? {
    for (type, hasFailed) in [("FailureTarget", true), ("SuccessCriteriaMet", false)] {
      guard let condition = job.status.conditions.condition(type), condition.status == "True" else {
        continue
      }
      return JobOutcome(
        hasFailed: hasFailed, reason: condition.reason ?? "", message: condition.message ?? "")
    }
    return nil
  }

  private static func failure(of job: Job, _ tally: JobTally, now: Timestamp) -> JobOutcome? {
    if let fatal = tally.fatal {
      return JobOutcome(hasFailed: true, reason: "PodFailurePolicy", message: fatal.message)
    }
    if tally.failed > job.spec.backoffLimit ?? 6 || restartsTooOften(job, tally) {
      return JobOutcome(
        hasFailed: true, reason: "BackoffLimitExceeded",
        message: "Job has reached the specified backoff limit")
    }
    if let end = deadline(of: job), end <= now {
      return JobOutcome(
        hasFailed: true, reason: "DeadlineExceeded",
        message: "Job was active longer than specified deadline")
    }
    return job.countsPerIndex ? failureOfIndexes(job, tally) : nil
  }

  /// When the job will have been active for as long as it may.
  static func deadline(of job: Job) -> Timestamp? {
    guard let seconds = job.spec.activeDeadlineSeconds, let start = job.status.startTime else { return nil }
    return job.spec.suspend == true ? nil : start + .seconds(seconds)
  }

  /// Containers that are restarted in place count as failures too.
  ///
  /// Kubernetes: `pastBackoffLimitOnFailure`.
  private static func restartsTooOften(_ job: Job, _ tally: JobTally) -> Bool {
    guard job.spec.template.spec.restartPolicy == "OnFailure" else { return false }
    let restarts = tally.active.reduce(0) { sum, pod in
      (pod.status.initContainerStatuses + pod.status.containerStatuses).reduce(sum) { $0 + $1.restartCount }
    }
    let limit = job.spec.backoffLimit ?? 6
    return limit == 0 ? restarts > 0 : restarts >= limit
  }

  private static func failureOfIndexes(_ job: Job, _ tally: JobTally) -> JobOutcome? {
    let failed = tally.failedIndexes.count
    if let limit = job.spec.maxFailedIndexes, failed > limit {
      return JobOutcome(
        hasFailed: true, reason: "MaxFailedIndexesExceeded",
        message: "Job has exceeded the specified maximal number of failed indexes")
    }
    guard failed > 0, failed + tally.completedIndexes.count >= job.spec.completions ?? 0 else { return nil }
    return JobOutcome(hasFailed: true, reason: "FailedIndexes", message: "Job has failed indexes")
  }

  private static func success(of job: Job, _ tally: JobTally) -> JobOutcome? {
    if let rule = metRule(of: job, tally) {
      return JobOutcome(
        hasFailed: false, reason: "SuccessPolicy", message: "Matched rules at index \(rule)")
    }
    let isComplete =
      job.spec.completions.map { tally.succeeded >= $0 }
      ?? (tally.succeeded > 0 && tally.active.isEmpty)
    guard isComplete, job.spec.completions != nil || job.spec.suspend != true else { return nil }
    return JobOutcome(
      hasFailed: false, reason: "CompletionsReached", message: "Reached expected number of succeeded pods")
  }

  /// Kubernetes: `pkg/controller/job/success_policy.go`.
  private static func metRule(of job: Job, _ tally: JobTally) -> Int? {
    guard job.isIndexed, let rules = job.spec.successPolicy?.rules, !tally.completedIndexes.isEmpty else {
      return nil
    }
    return rules.firstIndex { rule in
      guard let text = rule.succeededIndexes else {
        return tally.completedIndexes.count >= rule.succeededCount ?? Int.max
      }
      guard let wanted = IndexRanges(text, below: job.spec.completions ?? 0) else { return false }
      return tally.completedIndexes.countShared(with: wanted) >= rule.succeededCount ?? wanted.count
    }
  }
}
