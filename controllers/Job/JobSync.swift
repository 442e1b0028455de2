import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// One look at a job: pods made or ended, one write of the status, and the finalizers that may go then.
struct JobSync {
  private let job: Job
  private let pods: [Pod]
  private let context: ReconcileContext
  private let memory: JobMemory
  private var tally: JobTally
  private var status: JobStatus
  /// How many of the active pods were just ended, and how many were made.
  private var ended = 0
  private var made: [Pod] = []
  private var failure: (any Error)?

  init(_ job: Job, pods: [Pod], memory: JobMemory, _ context: ReconcileContext) {
    self.job = job
    self.memory = memory
    self.pods = pods
    self.context = context
    tally = JobTally(of: job, pods: pods, now: context.now)
    status = job.status
  }

  mutating func run() async throws -> Action {
    noteStart()
    let outcome = JobOutcome.decide(jobWithStart, tally, now: context.now)
    var wait: Duration?
    if let outcome {
      try await requireActive()
      await endPods(tally.active.count)
      tally.releaseAll(pods)
      note(outcome)
    } else if !job.metadata.isBeingDeleted {
      wait = try await carryOn()
    }
    try await writeStatus(outcome)
    try await JobFinalizer.release(tally.countable, with: context.client)
    if let failure { throw failure }
    return again(outcome, wait)
  }

  /// The job as it will be when this look's start is written.
  private var jobWithStart: Job {
    var job = job
    job.status.startTime = status.startTime
    return job
  }

  private mutating func noteStart() {
    if status.startTime == nil, job.spec.suspend != true { status.startTime = context.now }
  }

  // MARK: Pods

  /// - Returns: How long pods that failed must wait for others in their place.
  /// - Throws: ``JobConfirmation/behind(_:)`` when the cache showed a past state.
  private mutating func carryOn() async throws(StatusError) -> Duration? {
    let plan = JobPodPlan(for: job, tally, now: context.now)
    if plan.surplus > 0 {
      try await requireActive()
      await endPods(plan.surplus)
    }
    if !plan.create.isEmpty {
      guard try await JobConfirmation.isCurrent(job, with: context.client), try await arePodsSeen() else {
        throw JobConfirmation.behind(job)
      }
      await make(plan.create)
    }
    noteSuspension()
    return plan.wait
  }

  /// Makes sure that the pods that look active are, before some of them are ended: one that is over is kept as it is.
  private func requireActive() async throws(StatusError) {
    guard try await JobConfirmation.areActive(tally.active, with: context.client) else {
      throw JobConfirmation.behind(job)
    }
  }

  /// A process that takes over a job asks once which pods it has: its cache of them may lag behind that of jobs.
  private func arePodsSeen() async throws(StatusError) -> Bool {
    if memory.hasSeenPods(of: job) { return true }
    // A look that failed may have made some before it could say so.
    if job.status.startTime != nil || context.failures > 0 {
      guard try await JobConfirmation.areAll(pods, of: job, with: context.client) else { return false }
    }
    memory.noteSeenPods(of: job)
    return true
  }

  private mutating func make(_ indexes: [Int?]) async {
    let failures = job.countsPerIndex ? tally.lastFailures : [:]
    let drafts = indexes.map { index in
      JobPod.make(for: job, index: index, after: index.flatMap { failures[$0] })
    }
    let client = context.client
    let results = Gathered<Pod>()
    let (_, error) = await slowStart(drafts.count) { index in
      results.add(try await client.create(drafts[index]), at: index)
    }
    made = results.inOrder
    for pod in made {
      context.events.normal(job, "SuccessfulCreate", "Created pod: \(pod.metadata.name ?? "")")
    }
    guard let error else { return }
    // The pod may have been made, and the answer lost: asks again before the next one is.
    memory.forget(job.key)
    if let error = error as? StatusError,
      error.details?.causes.contains(where: { $0.reason == "NamespaceTerminating" }) == true
    {
      return
    }
    context.events.warning(job, "FailedCreate", "Error creating: \(error)")
    failure = error
  }

  /// Ends the active pods whose loss costs least: those without a node, those that are not ready, the youngest.
  private mutating func endPods(_ count: Int) async {
    guard count > 0 else { return }
    let chosen = tally.active.sorted(by: Self.goesFirst).prefix(count).map { $0 }
    let client = context.client
    let (_, error) = await slowStart(chosen.count, initialBatch: chosen.count) { index in
      let options = DeleteOptions(preconditionUID: chosen[index].metadata.uid)
      try await tolerating(.notFound) {
        try await client.delete(Pod.self, chosen[index].key, options: options)
      }
    }
    if let error {
      context.events.warning(job, "FailedDelete", "Error deleting: \(error)")
      failure = error
      return
    }
    ended = chosen.count
    for pod in chosen {
      context.events.normal(job, "SuccessfulDelete", "Deleted pod: \(pod.metadata.name ?? "")")
    }
  }

  private static func goesFirst(_ left: Pod, _ right: Pod) -> Bool {
    func rank(_ pod: Pod) -> (Int, Int, Int64) {
      let age = pod.metadata.creationTimestamp?.nanosecondsSince1970 ?? 0
      return ((pod.spec.nodeName ?? "").isEmpty ? 0 : 1, pod.isReady ? 1 : 0, -age)
    }
    let (first, second) = (rank(left), rank(right))
    return first == second ? left.key < right.key : first < second
  }

  // MARK: Status

  private mutating func noteSuspension() {
    let isSuspended = job.spec.suspend == true
    let was = status.conditions.isConditionTrue("Suspended")
    guard isSuspended != was else { return }
    let (reason, message) = isSuspended ? ("JobSuspended", "Job suspended") : ("JobResumed", "Job resumed")
    status.conditions.setCondition(
      "Suspended", status: isSuspended ? "True" : "False", reason: reason, message: message, at: context.now)
    if !isSuspended { status.startTime = context.now }
    context.events.normal(job, isSuspended ? "Suspended" : "Resumed", message)
  }

  /// Says that the end is decided, and that the job is finished when no pod is left and all are counted.
  private mutating func note(_ outcome: JobOutcome) {
    status.conditions.setCondition(
      outcome.interimType, status: "True", reason: outcome.reason, message: outcome.message, at: context.now)
    guard tally.isSettled, tally.active.isEmpty, tally.terminating.isEmpty else { return }
    status.conditions.setCondition(
      outcome.finalType, status: "True", reason: outcome.reason, message: outcome.message, at: context.now)
    if !outcome.hasFailed { status.completionTime = context.now }
  }

  private mutating func writeStatus(_ outcome: JobOutcome?) async throws(StatusError) {
    status.active = nonZero(tally.active.count - ended + made.count)
    status.ready = tally.ready
    status.terminating = tally.terminating.count + ended
    status.succeeded = nonZero(job.isIndexed ? tally.completedIndexes.count : tally.countedSucceeded)
    status.failed = nonZero(tally.countedFailed)
    if job.isIndexed { status.completedIndexes = nonEmpty(tally.completedIndexes) }
    if job.countsPerIndex { status.failedIndexes = tally.failedIndexes.description }
    status.uncountedTerminatedPods = UncountedTerminatedPods {
      $0.succeeded = tally.uncountedSucceeded
      $0.failed = tally.uncountedFailed
    }
    guard status != job.status else { return }
    var changed = job
    changed.status = status
    try await context.client.updateStatus(changed)
    announce(outcome)
  }

  private func announce(_ outcome: JobOutcome?) {
    guard let outcome, status.conditions.isConditionTrue(outcome.finalType) else { return }
    if outcome.hasFailed {
      context.events.warning(job, outcome.reason, outcome.message)
    } else {
      context.events.normal(job, "Completed", "Job completed")
    }
  }

  private func nonZero(_ count: Int) -> Int? { count == 0 ? nil : count }

  private func nonEmpty(_ indexes: IndexRanges) -> String? { indexes.isEmpty ? nil : indexes.description }

  /// When to look again: when pods may be replaced, or when the time of the job is over.
  private func again(_ outcome: JobOutcome?, _ wait: Duration?) -> Action {
    if outcome != nil {
      return status.conditions.isConditionTrue(outcome?.finalType ?? "") ? .done : .awaitChange
    }
    let deadline = JobOutcome.deadline(of: jobWithStart).map { $0 - context.now }
    return [wait, deadline].compactMap(\.self).min().map { .requeue(after: $0) } ?? .done
  }
}
