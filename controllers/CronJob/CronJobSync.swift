import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// One look at a cron job: old jobs go, the list of those that run is put right, and a job is made if one is due.
struct CronJobSync {
  private let cronJob: CronJob
  private let jobs: [Job]
  private let context: ReconcileContext
  private var status: CronJobStatus

  init(_ cronJob: CronJob, jobs: [Job], _ context: ReconcileContext) {
    self.cronJob = cronJob
    self.jobs = jobs.sorted { $0.key < $1.key }
    self.context = context
    status = cronJob.status
  }

  mutating func run() async throws -> Action {
    try await deleteOldJobs()
    followJobs()
    let action = try await startIfDue()
    try await writeStatus()
    return action
  }

  private func writeStatus() async throws(StatusError) {
    guard status != cronJob.status else { return }
    var changed = cronJob
    changed.status = status
    try await context.client.updateStatus(changed)
  }

  // MARK: Jobs that there are

  /// Keeps as many finished jobs as the limits say, the latest ones.
  private func deleteOldJobs() async throws {
    let spec = cronJob.spec
    for (type, limit) in [
      ("Complete", spec.successfulJobsHistoryLimit), ("Failed", spec.failedJobsHistoryLimit),
    ] {
      guard let limit else { continue }
      let finished = jobs.filter { $0.status.conditions.isConditionTrue(type) && !$0.metadata.isBeingDeleted }
      let oldestFirst = finished.sorted { ($0.start, $0.key) < ($1.start, $1.key) }
      for job in oldestFirst.prefix(max(0, finished.count - limit)) { try await delete(job) }
    }
  }

  private func delete(_ job: Job) async throws {
    let options = DeleteOptions(propagationPolicy: .background, preconditionUID: job.metadata.uid)
    try await tolerating(.notFound) { try await context.client.delete(Job.self, job.key, options: options) }
    context.events.normal(cronJob, "SuccessfulDelete", "Deleted job \(job.metadata.name ?? "")")
  }

  /// Takes jobs that are over off the list of those that run, and puts on it what is missing there.
  private mutating func followJobs() {
    let listed = Set(status.active.map { $0.uid ?? "" })
    for job in jobs {
      let isListed = listed.contains(job.metadata.uid ?? "")
      if !job.isOver, !isListed {
        let name = job.metadata.name ?? ""
        if job.scheduledBefore(status.lastScheduleTime) {
          context.events.warning(
            cronJob, "UnexpectedJob", "Saw a job that the controller did not create or forgot: \(name)")
        }
        status.active += [ObjectReference(to: job)]
      } else if job.isOver, isListed {
        noteEnd(of: job)
      } else {
        noteSuccess(of: job)
      }
    }
    let present = Set(jobs.map { $0.metadata.uid ?? "" })
    for lost in status.active where !present.contains(lost.uid ?? "") {
      context.events.normal(cronJob, "MissingJob", "Active job went missing: \(lost.name ?? "")")
    }
    status.active = status.active.filter { present.contains($0.uid ?? "") }
  }

  private mutating func noteEnd(of job: Job) {
    let type = job.status.conditions.isConditionTrue("Complete") ? "Complete" : "Failed"
    status.active = status.active.filter { $0.uid != job.metadata.uid }
    context.events.normal(
      cronJob, "SawCompletedJob", "Saw completed job: \(job.metadata.name ?? ""), condition: \(type)")
    noteSuccess(of: job)
  }

  /// A job counts also when it was over before anybody put it on the list.
  private mutating func noteSuccess(of job: Job) {
    guard job.status.conditions.isConditionTrue("Complete"), let end = job.status.completionTime else {
      return
    }
    status.lastSuccessfulTime = max(status.lastSuccessfulTime ?? end, end)
  }

  // MARK: A job that is due

  private mutating func startIfDue() async throws -> Action {
    if cronJob.metadata.isBeingDeleted || cronJob.spec.suspend == true { return .done }
    guard let zone = TimeZoneRules.named(cronJob.spec.timeZone ?? "UTC") else {
      context.events.warning(
        cronJob, "UnknownTimeZone", "invalid timeZone: \"\(cronJob.spec.timeZone ?? "")\": unknown time zone")
      return .done
    }
    let schedule: CronSchedule
    do throws(CronError) { schedule = try CronSchedule(cronJob.spec.schedule) } catch {
      context.events.warning(
        cronJob, "UnparseableSchedule", "unparseable schedule: \"\(cronJob.spec.schedule)\" : \(error)")
      return .done
    }
    let window = ScheduleWindow(of: schedule, in: zone, since: since, now: context.now)
    if window.missedMany {
      context.events.warning(
        cronJob, "TooManyMissedTimes",
        "too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew")
    }
    if let time = window.latest, isInTime(time) { try await start(for: time) }
    return schedule.next(after: context.now, in: zone).map { .requeue(after: $0 - context.now) } ?? .done
  }

  /// Times up to this one are done with: jobs were made for them, or it is too late.
  private var since: Timestamp {
    let last = status.lastScheduleTime ?? cronJob.metadata.creationTimestamp ?? context.now
    guard let seconds = cronJob.spec.startingDeadlineSeconds else { return last }
    return max(last, context.now - .seconds(seconds))
  }

  private func isInTime(_ time: Timestamp) -> Bool {
    guard let seconds = cronJob.spec.startingDeadlineSeconds, time + .seconds(seconds) < context.now else {
      return true
    }
    context.events.warning(cronJob, "MissSchedule", "Missed scheduled time to start a job: \(time.rfc3339)")
    return false
  }

  private mutating func start(for time: Timestamp) async throws {
    let draft = job(for: time)
    if let made = jobs.first(where: { $0.key == draft.key }) { return note(made, for: time) }
    switch cronJob.spec.concurrencyPolicy {
    case "Forbid" where !status.active.isEmpty:
      context.events.normal(
        cronJob, "JobAlreadyActive",
        "Not starting job because prior execution is running and concurrency policy is Forbid")
      return
    case "Replace":
      let running = Set(status.active.map { $0.uid ?? "" })
      for job in jobs where running.contains(job.metadata.uid ?? "") { try await delete(job) }
      status.active = []
    default: break
    }
    note(try await create(draft), for: time)
  }

  private func create(_ draft: Job) async throws(StatusError) -> Job {
    do throws(StatusError) {
      let made = try await context.client.create(draft)
      context.events.normal(cronJob, "SuccessfulCreate", "Created job \(made.metadata.name ?? "")")
      return made
    } catch {
      guard error.isAlreadyExists else {
        context.events.warning(cronJob, "FailedCreate", "Error creating job: \(error)")
        throw error
      }
      // An earlier look made it, and did not come to write it down.
      let made = try await context.client.get(Job.self, draft.key)
      guard made.metadata.controller?.uid == cronJob.metadata.uid else { throw error }
      return made
    }
  }

  private mutating func note(_ made: Job, for time: Timestamp) {
    let isListed = status.active.contains { $0.uid == made.metadata.uid }
    if !made.isOver, !isListed { status.active += [ObjectReference(to: made)] }
    status.lastScheduleTime = time
  }

  /// The name is made of the time: the same time never makes two jobs.
  private func job(for time: Timestamp) -> Job {
    let template = cronJob.spec.jobTemplate
    return Job {
      $0.metadata.name = "\(cronJob.metadata.name ?? "")-\(time.secondsSince1970 / 60)"
      $0.metadata.namespace = cronJob.metadata.namespace
      $0.metadata.labels = template.metadata.labels
      $0.metadata.annotations = template.metadata.annotations
      $0.metadata.annotations[Job.scheduledTimeKey] = time.rfc3339
      $0.metadata.ownerReferences = [OwnerReference(controller: cronJob)]
      $0.spec = template.spec
    }
  }
}

extension Job {
  static let scheduledTimeKey = "batch.kubernetes.io/cronjob-scheduled-timestamp"

  var isOver: Bool {
    status.conditions.isConditionTrue("Complete") || status.conditions.isConditionTrue("Failed")
  }

  var start: Timestamp {
    status.startTime ?? metadata.creationTimestamp ?? Timestamp(secondsSince1970: 0)
  }

  /// Whether the job was made for a time that its cron job has noted already.
  func scheduledBefore(_ time: Timestamp?) -> Bool {
    guard let time, let text = metadata.annotations[Self.scheduledTimeKey] else { return false }
    return Timestamp(rfc3339: text).map { $0 <= time } ?? false
  }
}

extension ObjectReference {
  init(to job: Job) {
    self.init()
    apiVersion = Job.definition.apiVersion
    kind = Job.definition.kind
    name = job.metadata.name
    namespace = job.metadata.namespace
    uid = job.metadata.uid
    resourceVersion = job.metadata.resourceVersion
  }
}
