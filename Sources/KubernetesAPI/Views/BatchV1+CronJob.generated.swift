// Generated from Sources/KubernetesAPI/Schemas/BatchV1+CronJob.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Makes a job again and again, at the times of a schedule.
///
/// Kubernetes: `batch/v1 CronJob`.
public struct CronJob: Resource {
  public static let definition = ResourceDefinition(
    group: "batch", version: "v1", kind: "CronJob", plural: "cronjobs", shortNames: ["cj"], categories:
    ["all"], subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The schedule and the jobs to be made.
  public var spec: CronJobSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What has been made.
  public var status: CronJobStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// A schedule and the jobs to be made.
///
/// Kubernetes: `batch/v1 CronJobSpec`.
public struct CronJobSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What is done when a job is due while the last one runs: both run (Allow), the new one is left out
  /// (Forbid), or it takes the place of the old one (Replace).
  public var concurrencyPolicy: String? {
    get { fields[optional: "concurrencyPolicy"] }
    set { fields[optional: "concurrencyPolicy"] = newValue }
  }

  /// How many jobs that failed are kept.
  public var failedJobsHistoryLimit: Int? {
    get { fields[optional: "failedJobsHistoryLimit"] }
    set { fields[optional: "failedJobsHistoryLimit"] = newValue }
  }

  /// The jobs to be made.
  public var jobTemplate: JobTemplateSpec {
    get { fields[view: "jobTemplate"] }
    set { fields[view: "jobTemplate"] = newValue }
    _modify { yield &fields[view: "jobTemplate"] }
  }

  /// When they are made, in the five fields of cron: minute, hour, day of the month, month, day of the
  /// week.
  public var schedule: String {
    get { fields[required: "schedule", empty: ""] }
    set { fields[required: "schedule", empty: ""] = newValue }
  }

  /// How late a job may still be made when its time was missed; always if not said.
  public var startingDeadlineSeconds: Int? {
    get { fields[optional: "startingDeadlineSeconds"] }
    set { fields[optional: "startingDeadlineSeconds"] = newValue }
  }

  /// How many jobs that ended well are kept.
  public var successfulJobsHistoryLimit: Int? {
    get { fields[optional: "successfulJobsHistoryLimit"] }
    set { fields[optional: "successfulJobsHistoryLimit"] = newValue }
  }

  /// Holds back new jobs; those that run go on.
  public var suspend: Bool? {
    get { fields[optional: "suspend"] }
    set { fields[optional: "suspend"] = newValue }
  }

  /// The time zone of the schedule, by its name in the IANA database; UTC if not said.
  public var timeZone: String? {
    get { fields[optional: "timeZone"] }
    set { fields[optional: "timeZone"] = newValue }
  }
}

/// Jobs to be made.
///
/// Kubernetes: `batch/v1 JobTemplateSpec`.
public struct JobTemplateSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Labels and annotations of the jobs.
  public var metadata: ObjectMeta {
    get { fields[view: "metadata"] }
    set { fields[view: "metadata"] = newValue }
    _modify { yield &fields[view: "metadata"] }
  }

  /// Their work.
  public var spec: JobSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }
}

/// What a cron job has made.
///
/// Kubernetes: `batch/v1 CronJobStatus`.
public struct CronJobStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The jobs that run.
  public var active: [ObjectReference] {
    get { fields[list: "active"] }
    set { fields[list: "active"] = newValue }
  }

  /// The time of the schedule for which a job was last made.
  public var lastScheduleTime: Timestamp? {
    get { fields[optional: "lastScheduleTime"] }
    set { fields[optional: "lastScheduleTime"] = newValue }
  }

  /// When a job last ended well.
  public var lastSuccessfulTime: Timestamp? {
    get { fields[optional: "lastSuccessfulTime"] }
    set { fields[optional: "lastSuccessfulTime"] = newValue }
  }
}
