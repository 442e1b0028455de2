import APIMachinery
import ControllerRuntime
import CustomResources
import KubernetesAPI

/// The objects that a database is made of, as they should be. Each says the fields that matter to it, and no others.
struct Parts {
  let cluster: PostgresCluster
  var name: String { cluster.key.name }
  private var labels: StringMap {
    ["app.kubernetes.io/name": "postgres", "app.kubernetes.io/instance": .init(name)]
  }

  init(of cluster: PostgresCluster) { self.cluster = cluster }

  func secret(password: String) -> Secret {
    owned(secretName) { $0.data = ["password": ByteString(Array(password.utf8))] }
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
      // A server that is scaled away may come back to its data; a database that is deleted leaves none.
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

  /// The version that servers run, or are on the way to.
  static func version(of servers: StatefulSet) -> Int? {
    let image = servers.spec.template.spec.containers.first?.image ?? ""
    return image.split(separator: ":").last.flatMap { Int($0) }
  }
}

// MARK: Pieces

extension Parts {
  private var secretName: String { "\(name)-password" }

  func container(_ name: String, version: Int, _ fill: (inout Container) -> Void) -> Container {
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
  func owned<Kind: Resource>(_ name: String, _ fill: (inout Kind) -> Void) -> Kind {
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
