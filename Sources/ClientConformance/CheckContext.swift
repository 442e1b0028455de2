import APIMachinery
import KubernetesAPI
import KubernetesClient

/// A client, and a namespace that a check has for itself.
struct CheckContext: Sendable {
  let client: any Client
  let namespace: String

  static let configMaps = ConfigMap.definition.groupVersionResource
  static let pods = Pod.definition.groupVersionResource
  static let deployments = Deployment.definition.groupVersionResource

  /// Makes sure that the namespace is there.
  func prepare() async throws {
    if try await client.find(Namespace.self, ObjectKey(name: namespace)) != nil { return }
    try await client.create(Namespace { $0.metadata.name = namespace })
  }

  func key(_ name: String) -> ObjectKey { ObjectKey(namespace: namespace, name: name) }

  func configMap(
    _ name: String, labels: StringMap = [:], data: StringMap = ["key": "value"]
  ) -> ConfigMap {
    ConfigMap {
      $0.metadata.name = name
      $0.metadata.namespace = namespace
      $0.metadata.labels = labels
      $0.data = data
    }
  }

  func pod(_ name: String) -> Pod {
    Pod {
      $0.metadata.name = name
      $0.metadata.namespace = namespace
      $0.spec.containers = [
        Container {
          $0.name = "main"
          $0.image = "nginx:1.29"
        }
      ]
    }
  }

  func deployment(_ name: String, replicas: Int = 3) -> Deployment {
    Deployment {
      $0.metadata.name = name
      $0.metadata.namespace = namespace
      $0.spec.replicas = replicas
      $0.spec.selector.matchLabels = ["app": name]
      $0.spec.template.metadata.labels = ["app": name]
      $0.spec.template.spec.containers = [
        Container {
          $0.name = "main"
          $0.image = "nginx:1.29"
        }
      ]
    }
  }

  /// Creates config maps `prefix-00`, `prefix-01`, ... in an order that is not that of their names.
  func createConfigMaps(_ prefix: String, count: Int) async throws {
    for number in (0..<count).reversed() {
      let name = "\(prefix)-\(number < 10 ? "0" : "")\(number)"
      try await client.create(
        configMap(name, labels: ["prefix": prefix, "parity": number % 2 == 0 ? "even" : "odd"]))
    }
  }
}
