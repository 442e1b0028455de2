import APIMachinery
import ControllerRuntime
import CustomResources
import KubernetesAPI

/// The objects that a database is made of, as they should be. Each says the fields that matter to it, and no others.
struct Parts {
  private let cluster: PostgresCluster
  private var name: String { cluster.metadata.name ?? "" }
  private var labels: StringMap {
    ["app.kubernetes.io/name": "postgres", "app.kubernetes.io/instance": .init(name)]
  }

  init(of cluster: PostgresCluster) { self.cluster = cluster }

  var serversKey: ObjectKey { ObjectKey(namespace: cluster.key.namespace, name: name) }
  private var secretName: String { "\(name)-password" }

  func secret(password: String) -> Secret {
    owned("\(name)-password") { $0.data = ["password": ByteString(Array(password.utf8))] }
  }

  func service() -> Service {
    owned(name) {
      $0.spec.clusterIP = "None"
      $0.spec.selector = labels
      $0.spec.ports = [
        ServicePort {
          $0.name = "postgres"
          $0.port = 5432
        }
      ]
    }
  }

  func servers(version: Int) -> StatefulSet {
    owned(name) { set in
      set.spec.replicas = cluster.spec.replicas
      set.spec.serviceName = name
      set.spec.selector.matchLabels = labels
      set.spec.template.metadata.labels = labels
      set.spec.template.spec.containers = [
        container("postgres", version: version) {
          $0.ports = [
            ContainerPort {
              $0.name = "postgres"
              $0.containerPort = 5432
            }
          ]
          $0.volumeMounts = [
            VolumeMount {
              $0.name = "data"
              $0.mountPath = "/var/lib/postgresql/data"
            }
          ]
        }
      ]
      // The last backup has what the volumes had.
      set.spec.persistentVolumeClaimRetentionPolicy = StatefulSetPersistentVolumeClaimRetentionPolicy {
        $0.whenDeleted = "Delete"
        $0.whenScaled = "Retain"
      }
      set.spec.volumeClaimTemplates = [
        PersistentVolumeClaim {
          $0.metadata.name = "data"
          $0.spec.accessModes = ["ReadWriteOnce"]
          $0.spec.resources = VolumeResourceRequirements { $0.requests = ["storage": cluster.spec.storage] }
        }
      ]
    }
  }

  func backups() -> CronJob {
    owned("\(name)-backup") {
      $0.spec.schedule = cluster.spec.backup.schedule
      $0.spec.concurrencyPolicy = "Forbid"
      $0.spec.successfulJobsHistoryLimit = cluster.spec.backup.keep
      $0.spec.jobTemplate.spec = backupSpec
    }
  }

  /// A backup for a reason, which is made once.
  func backup(_ reason: String) -> Job {
    owned("\(name)-backup-\(reason)") { $0.spec = backupSpec }
  }

  private var backupSpec: JobSpec {
    JobSpec {
      $0.backoffLimit = 4
      $0.template.spec.restartPolicy = "OnFailure"
      $0.template.spec.containers = [
        container("backup", version: cluster.status.version ?? cluster.spec.version) {
          $0.command = ["sh", "-c", "pg_dumpall --host=\(name) | gzip > /backups/$(date +%s).gz"]
        }
      ]
    }
  }

  /// The version that servers run, or are on the way to.
  static func version(of servers: StatefulSet) -> Int? {
    let image = servers.spec.template.spec.containers.first?.image ?? ""
    return image.split(separator: ":").last.flatMap { Int($0) }
  }

  // MARK: Pieces

  private func container(_ name: String, version: Int, _ fill: (inout Container) -> Void) -> Container {
    Container {
      $0.name = name
      $0.image = "postgres:\(version)"
      $0.env = [
        EnvVar {
          $0.name = "PGPASSWORD"
          $0.valueFrom = EnvVarSource {
            $0.secretKeyRef = SecretKeySelector {
              $0.name = secretName
              $0.key = "password"
            }
          }
        }
      ]
      fill(&$0)
    }
  }

  /// An object that goes when the database goes.
  private func owned<Kind: Resource>(_ name: String, _ fill: (inout Kind) -> Void) -> Kind {
    var object = Kind {
      $0.metadata.name = name
      $0.metadata.namespace = cluster.metadata.namespace
      $0.metadata.labels = labels
    }
    object.own(by: cluster)
    fill(&object)
    return object
  }
}

extension KubernetesObject {
  /// An object that was just made has no other owner, and lives beside this one.
  fileprivate mutating func own(by cluster: PostgresCluster) {
    do { try setControllerReference(cluster) } catch { preconditionFailure("\(error)") }
  }
}
