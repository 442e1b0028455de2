extension Schemas {
  static let batchV1CronJob = #"""
    api batch/v1 io.k8s.api.batch.v1

    kind CronJob short(cj) categories(all) subresources(status)
        "Makes a job again and again, at the times of a schedule."
      spec    CronJobSpec    required "The schedule and the jobs to be made."
      status  CronJobStatus  "What has been made."
      column "Schedule"  string  path(.spec.schedule)
      column "Timezone"  string
      column "Suspend"  boolean  path(.spec.suspend)
      column "Active"  integer
      column "Last Schedule"  string
      column "Age"  string
      column "Containers"  string  priority(1)
      column "Images"  string  priority(1)
      column "Selector"  string  priority(1)

    type CronJobSpec  "A schedule and the jobs to be made."
      concurrencyPolicy           string  default(Allow) enum(Allow Forbid Replace)
          "What is done when a job is due while the last one runs: both run (Allow), the new one is left out"
          "(Forbid), or it takes the place of the old one (Replace)."
      failedJobsHistoryLimit      int32   default(1) min(0)
          "How many jobs that failed are kept."
      jobTemplate                 JobTemplateSpec  required  "The jobs to be made."
      schedule                    string  required
          "When they are made, in the five fields of cron: minute, hour, day of the month, month, day of the week."
      startingDeadlineSeconds     int64   min(0)
          "How late a job may still be made when its time was missed; always if not said."
      successfulJobsHistoryLimit  int32   default(3) min(0)
          "How many jobs that ended well are kept."
      suspend                     bool    default(false)
          "Holds back new jobs; those that run go on."
      timeZone                    string
          "The time zone of the schedule, by its name in the IANA database; UTC if not said."

    type JobTemplateSpec  "Jobs to be made."
      metadata  ObjectMeta  "Labels and annotations of the jobs."
      spec      JobSpec     "Their work."

    type CronJobStatus  "What a cron job has made."
      active              [ObjectReference]  "The jobs that run."
      lastScheduleTime    time  "The time of the schedule for which a job was last made."
      lastSuccessfulTime  time  "When a job last ended well."
    """#
}
