import APIMachinery
import KubernetesAPI

/// The pods of a job, sorted and counted, with what the status has counted before.
///
/// Each pod is counted once, though the loop may be killed between any two writes: first its UID goes into
/// `uncountedTerminatedPods`, then its finalizer goes, then the UID becomes part of a count.
struct JobTally {
  /// Neither over nor leaving.
  private(set) var active: [Pod] = []
  /// Leaving and not over yet.
  private(set) var terminating: [Pod] = []
  /// Over for good, with what a failure means.
  private(set) var failures: [Failure] = []
  /// Pods whose finalizer may go once the status is written.
  private(set) var countable: [Pod] = []
  /// Indexes that have ended well.
  private(set) var completedIndexes: IndexRanges
  private(set) var failedIndexes: IndexRanges
  /// The UIDs that stand in the status and are not in the counts yet.
  private(set) var uncountedSucceeded: [String] = []
  private(set) var uncountedFailed: [String] = []
  /// What the counts of the status become.
  private(set) var countedSucceeded: Int
  private(set) var countedFailed: Int
  /// The first failure that a policy says the job must not survive.
  private(set) var fatal: PodFailureVerdict?

  struct Failure {
    var pod: Pod
    var verdict: PodFailureVerdict
    var finishedAt: Timestamp
  }

  private let job: Job

  /// - Complexity: O(*n*), and O(*n* · *r*) with *r* rules of a failure policy.
  init(of job: Job, pods: [Pod], now: Timestamp) {
    self.job = job
    completedIndexes = job.completedIndexes
    failedIndexes = job.failedIndexes
    countedSucceeded = job.status.succeeded ?? 0
    countedFailed = job.status.failed ?? 0
    settle(pods)
    for pod in pods { sort(pod, now: now) }
    if job.countsPerIndex { countFailedIndexes() }
    choosePodsToRelease(among: pods)
  }

  var succeeded: Int { job.isIndexed ? completedIndexes.count : countedSucceeded + uncountedSucceeded.count }

  var failed: Int { countedFailed + uncountedFailed.count }

  var ready: Int { active.count(where: \.isReady) }

  /// Whether every pod that is over is part of the counts.
  var isSettled: Bool { uncountedSucceeded.isEmpty && uncountedFailed.isEmpty && countable.isEmpty }

  /// Adds pods to the counts that have let their finalizer go since they were noted.
  private mutating func settle(_ pods: [Pod]) {
    let tracked = Set(pods.lazy.filter(\.isTracked).map { $0.metadata.uid ?? "" })
    let noted = job.status.uncountedTerminatedPods
    for uid in noted?.succeeded ?? [] {
      if tracked.contains(uid) { uncountedSucceeded.append(uid) } else { countedSucceeded += 1 }
    }
    for uid in noted?.failed ?? [] {
      if tracked.contains(uid) { uncountedFailed.append(uid) } else { countedFailed += 1 }
    }
  }

  private mutating func sort(_ pod: Pod, now: Timestamp) {
    if pod.isActive { active.append(pod) } else if !pod.isOver { terminating.append(pod) }
    if pod.hasSucceeded {
      let finishedAt = pod.finishTime(now: now)
      lastSuccess = max(lastSuccess ?? finishedAt, finishedAt)
      noteSuccess(of: pod)
    } else if pod.hasFailed(for: job) {
      noteFailure(of: pod, now: now)
    }
  }

  private mutating func noteSuccess(of pod: Pod) {
    guard pod.isTracked else { return }
    if job.isIndexed {
      guard let index = pod.completionIndex, index < job.spec.completions ?? 0 else { return }
      completedIndexes = completedIndexes.union(CollectionOfOne(index))
    } else if let uid = pod.metadata.uid, !uncountedSucceeded.contains(uid) {
      uncountedSucceeded.append(uid)
    }
  }

  private mutating func noteFailure(of pod: Pod, now: Timestamp) {
    let verdict = PodFailureVerdict(on: pod, by: job.spec.podFailurePolicy)
    failures.append(Failure(pod: pod, verdict: verdict, finishedAt: pod.finishTime(now: now)))
    if verdict.action == .failJob, fatal == nil { fatal = verdict }
    guard pod.isTracked, verdict.action != .ignore else { return }
    if let uid = pod.metadata.uid, !uncountedFailed.contains(uid) { uncountedFailed.append(uid) }
  }

  /// An index has failed when one of its pods failed as often as is allowed, or in a way that a policy says is final.
  private mutating func countFailedIndexes() {
    let limit = job.spec.backoffLimitPerIndex ?? 0
    let lost = failures.compactMap { failure -> Int? in
      guard let index = failure.pod.completionIndex, !completedIndexes.contains(index) else { return nil }
      let isFinal =
        failure.verdict.action == .failIndex
        || (failure.verdict.action != .ignore && failure.pod.indexFailureCount >= limit)
      return isFinal ? index : nil
    }
    failedIndexes = failedIndexes.union(lost)
  }

  /// A pod that tells how often its index has failed stays until another one of the index carries the count on.
  private mutating func choosePodsToRelease(among pods: [Pod]) {
    let carriers = job.countsPerIndex ? Set(lastFailures.values.compactMap(\.pod.metadata.uid)) : []
    let replaced = Set(active.compactMap(\.completionIndex))
    countable = pods.filter { pod in
      guard pod.isTracked, pod.hasSucceeded || pod.hasFailed(for: job) else { return false }
      guard carriers.contains(pod.metadata.uid ?? ""), let index = pod.completionIndex else { return true }
      return replaced.contains(index) || failedIndexes.contains(index) || completedIndexes.contains(index)
    }
  }

  /// The latest failure of each index.
  var lastFailures: [Int: Failure] {
    failures.reduce(into: [:]) { last, failure in
      guard let index = failure.pod.completionIndex else { return }
      let present = last[index]
      let isLater = present.map {
        ($0.pod.allIndexFailures, $0.finishedAt) < (failure.pod.allIndexFailures, failure.finishedAt)
      }
      if isLater ?? true { last[index] = failure }
    }
  }

  /// Makes the last carriers of counts countable too, when no more pods will be made.
  mutating func releaseAll(_ pods: [Pod]) {
    countable = pods.filter { $0.isTracked && ($0.hasSucceeded || $0.hasFailed(for: job)) }
  }

  /// How often in a row pods have failed since one last ended well, and when the last one did. Failures that
  /// a policy ignores are replaced after a wait too.
  var streak: (length: Int, last: Timestamp)? {
    JobBackoff.streak(failures: failures.map(\.finishedAt), lastSuccess: lastSuccess)
  }

  /// When a pod last ended well.
  private(set) var lastSuccess: Timestamp?
}
