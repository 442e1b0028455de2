import APIMachinery
import ControllerRuntime
import ControllerService
import KubernetesAPI

/// Shows the page of each Website with as many servers as it asks for.
@main struct WebsiteOperator: ControllerProgram {
  var controllers: [Controller] {
    [
      .dependents("website", of: Website.self) {
        Dependent(ConfigMap.self, "page") { site in
          ConfigMap { $0.data = ["index.html": site.spec.page] }
        }
        Dependent(Deployment.self, "server") { site in Self.server(site) }
          .after("page")
          .ready { ($0.status.availableReplicas ?? 0) >= ($0.spec.replicas ?? 1) }
        Dependent(Service.self, "name") { site in
          Service {
            $0.spec.selector = ["website": site.key.name]
            $0.spec.ports = [ServicePort { $0.port = 80 }]
          }
        }
        .after("server").when { $0.spec.isNamed }
      }
    ]
  }

  private static func server(_ site: Website) -> Deployment {
    Deployment {
      $0.spec.replicas = site.spec.replicas
      $0.spec.selector.matchLabels = ["website": site.key.name]
      $0.spec.template.metadata.labels = ["website": site.key.name]
      $0.spec.template.spec.containers = [
        Container {
          $0.name = "nginx"
          $0.image = "nginx:1.29"
          $0.resources = ResourceRequirements { $0.requests = ["cpu": "100m"] }
        }
      ]
    }
  }
}
