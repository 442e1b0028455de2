import APIMachinery
import KubernetesAPI

/// How many pods a job that goes on makes or ends, and which.
///
/// Kubernetes: `manageJob`.
struct JobPodPlan: Equatable {
  /// The indexes of pods to make; for a job without indexes as many `nil` as pods.
  var create: [Int?] = []
  /// How many active pods are too many.
  var surplus = 0
  /// When pods that must wait may be made.
  var wait: Duration?

  init(for job: Job, _ tally: JobTally, now: Timestamp) {
    if job.spec.suspend == true {
      surplus = tally.active.count
      return
    }
    let busy = tally.active.count + (job.replacesOnlyFailed ? tally.terminating.count : 0)
    let wanted = Self.wantedActive(job, tally)
    if tally.active.count > wanted {
      surplus = tally.active.count - wanted
    } else if busy < wanted {
      plan(wanted - busy, job, tally, now: now)
    }
  }

  private static func wantedActive(_ job: Job, _ tally: JobTally) -> Int {
    guard let completions = job.spec.completions else {
      // Once one has ended well the others may finish, and none is replaced.
      return tally.succeeded > 0 ? min(tally.active.count, job.parallelism) : job.parallelism
    }
    let left = completions - tally.succeeded - (job.countsPerIndex ? tally.failedIndexes.count : 0)
    return max(0, min(job.parallelism, left))
  }

  private mutating func plan(_ count: Int, _ job: Job, _ tally: JobTally, now: Timestamp) {
    let count = min(count, JobReconciler.burst)
    if job.countsPerIndex {
      planIndexes(count, job, tally, now: now)
    } else if let streak = tally.streak,
      let wait = JobBackoff.wait(failures: streak.length, last: streak.last, now: now)
    {
      self.wait = wait
    } else if job.isIndexed {
      create = Self.pendingIndexes(job, tally).prefix(count).map { $0 }
    } else {
      create = Array(repeating: nil, count: count)
    }
  }

  /// Each index waits for itself.
  private mutating func planIndexes(_ count: Int, _ job: Job, _ tally: JobTally, now: Timestamp) {
    let failures = tally.lastFailures
    for index in Self.pendingIndexes(job, tally) where create.count < count {
      if let failure = failures[index],
        let wait = JobBackoff.wait(
          failures: failure.pod.allIndexFailures + 1, last: failure.finishedAt, now: now)
      {
        self.wait = min(self.wait ?? wait, wait)
      } else {
        create.append(index)
      }
    }
  }

  /// The indexes that nobody works on and that are neither done nor lost, lowest first.
  private static func pendingIndexes(_ job: Job, _ tally: JobTally) -> some Sequence<Int> {
    var taken = Set(tally.active.compactMap(\.completionIndex))
    if job.replacesOnlyFailed { taken.formUnion(tally.terminating.compactMap(\.completionIndex)) }
    let (completed, failed) = (tally.completedIndexes, tally.failedIndexes)
    return (0..<(job.spec.completions ?? 0)).lazy.filter {
      !taken.contains($0) && !completed.contains($0) && !failed.contains($0)
    }
  }
}
