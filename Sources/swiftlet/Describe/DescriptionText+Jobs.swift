import APIMachinery
import KubernetesAPI

extension DescriptionText {
  /// Kubernetes: `kubectl/pkg/describe describeJob`.
  mutating func describe(_ job: Job) {
    let (spec, status) = (job.spec, job.status)
    field("Name", job.metadata.name ?? "")
    field("Namespace", job.metadata.namespace ?? "")
    field("Selector", spec.selector?.text ?? "")
    labels("Labels", job.metadata.labels)
    annotations("Annotations", job.metadata.annotations)
    controller(job.metadata)
    field("Parallelism", optional: spec.parallelism.map(String.init))
    field("Completions", spec.completions.map(String.init) ?? "<unset>")
    field("Completion Mode", optional: spec.completionMode)
    field("Suspend", optional: spec.suspend.map(String.init))
    field("Backoff Limit", optional: spec.backoffLimit.map(String.init))
    field("TTL Seconds After Finished", optional: spec.ttlSecondsAfterFinished.map(String.init))
    times(of: status)
    field("Active Deadline Seconds", optional: spec.activeDeadlineSeconds.map { "\($0)s" })
    let ready = status.ready.map { " (\($0) Ready)" } ?? ""
    field(
      "Pods Statuses",
      "\(status.active ?? 0) Active\(ready) / \(status.succeeded ?? 0) Succeeded / \(status.failed ?? 0) Failed"
    )
    if spec.completionMode == "Indexed" {
      field("Completed Indexes", Self.shortened(status.completedIndexes ?? ""))
    }
    template(spec.template)
  }

  private mutating func times(of status: JobStatus) {
    field("Start Time", optional: status.startTime?.localText)
    field("Completed At", optional: status.completionTime?.localText)
    if let start = status.startTime, let end = status.completionTime {
      field("Duration", (end - start).human)
    }
  }

  /// Some fifty characters of a list of indexes.
  private static func shortened(_ indexes: String) -> String {
    if indexes.isEmpty { return "<none>" }
    guard let comma = indexes.dropFirst(50).firstIndex(of: ",") else { return indexes }
    return "\(indexes[...comma])..."
  }

  /// Kubernetes: `kubectl/pkg/describe describeCronJob`.
  mutating func describe(_ cron: CronJob) {
    let spec = cron.spec
    identity(cron.metadata)
    field("Schedule", spec.schedule)
    field("Concurrency Policy", spec.concurrencyPolicy ?? "")
    field("Suspend", spec.suspend.map { $0 ? "True" : "False" } ?? "<unset>")
    count("Successful Job History Limit", spec.successfulJobsHistoryLimit)
    count("Failed Job History Limit", spec.failedJobsHistoryLimit)
    field("Starting Deadline Seconds", spec.startingDeadlineSeconds.map { "\($0)s" } ?? "<unset>")
    describe(spec.jobTemplate.spec)
    field("Last Schedule Time", cron.status.lastScheduleTime?.localText ?? "<unset>")
    let active = cron.status.active.compactMap(\.name).joined(separator: ", ")
    field("Active Jobs", active.isEmpty ? "<none>" : active)
  }

  /// Kubernetes: `kubectl/pkg/describe describeJobTemplate`.
  private mutating func describe(_ job: JobSpec) {
    field("Selector", job.selector?.text ?? "<unset>")
    count("Parallelism", job.parallelism)
    count("Completions", job.completions)
    field("Active Deadline Seconds", optional: job.activeDeadlineSeconds.map { "\($0)s" })
    template(job.template)
  }

  private mutating func count(_ name: String, _ value: Int?) {
    field(name, value.map(String.init) ?? "<unset>")
  }
}
