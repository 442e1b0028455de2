import APIMachinery
import KubernetesAPI

extension Parts {
  /// The backups that are made again and again.
  func backups() -> CronJob {
    owned("\(name)-backup") {
      $0.spec.schedule = cluster.spec.backup.schedule
      $0.spec.concurrencyPolicy = "Forbid"
      $0.spec.successfulJobsHistoryLimit = cluster.spec.backup.keep
      $0.spec.jobTemplate.spec = backupSpec(version: cluster.status.version ?? cluster.spec.version)
    }
  }

  /// A backup for a reason, which is made once.
  func backup(_ reason: String, version: Int) -> Job {
    owned("\(name)-backup-\(reason)") { $0.spec = backupSpec(version: version) }
  }

  private func backupSpec(version: Int) -> JobSpec {
    JobSpec {
      $0.backoffLimit = 4
      $0.template.spec.restartPolicy = "OnFailure"
      $0.template.spec.containers = [
        container("backup", version: version) {
          $0.command = ["sh", "-c", "pg_dumpall --host=\(name) | gzip > /backups/$(date +%s).gz"]
        }
      ]
    }
  }
}

extension Job {
  var isComplete: Bool { status.conditions.contains { $0.type == "Complete" && $0.status == "True" } }
}
