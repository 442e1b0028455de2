import APIMachinery
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import Testing

/// Objects that are kept by server-side apply.
@Suite struct AppliedObjectTests {
  private static let key = ObjectKey(namespace: "default", name: "web")

  /// Keeps a Deployment that is as the ConfigMap of its name says.
  private static let keeper = Controller("keeper", reconcile: keep)
    .for(ConfigMap.self).watches(Deployment.self) { [$0.object.key] }

  @Sendable private static func keep(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let wish = context.cache.get(ConfigMap.self, key) else { return .done }
    let web = Deployment {
      $0.metadata.name = key.name
      $0.metadata.namespace = key.namespace
      $0.spec.replicas = Int(wish.data["replicas", default: "1"])
      $0.spec.selector.matchLabels = ["app": "web"]
      $0.spec.template.metadata.labels = ["app": "web"]
      $0.spec.template.spec.containers = [
        Container {
          $0.name = "web"
          $0.image = "nginx:1.29"
          $0.resources = ResourceRequirements { $0.requests = ["memory": "1024Mi"] }
          $0.ports = [ContainerPort { $0.containerPort = 80 }]
          if let mode = wish.data["mode"] {
            $0.env = [
              EnvVar {
                $0.name = "MODE"
                $0.value = mode
              }
            ]
          }
        }
      ]
    }
    try await context.apply(web)
    return .done
  }

  private static func wish(_ data: String) -> String {
    "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {\(data)}}"
  }

  private func run<Result: Sendable>(
    _ body: @escaping @Sendable (SimulatedCluster) async throws -> Result
  ) throws -> Result {
    try SimulatedCluster.run(seed: 4, controllers: [Self.keeper], body)
  }

  @Test func `what is as it should be is not written again`() throws {
    let writes = try run { cluster in
      try await cluster.apply(Self.wish("mode: fast"))
      try await cluster.settle()
      return cluster.trace.records.filter { $0.controller == "keeper" }.flatMap(\.writes).count
    }
    #expect(writes == 1)
  }

  @Test func `what somebody else changed is set right, and what is theirs stays`() throws {
    let deployment = try run { cluster in
      try await cluster.apply(Self.wish("replicas: '2'"))
      try await cluster.settle()
      try await cluster.client.patch(
        Deployment.self, Self.key,
        .merge(["metadata": ["labels": ["team": "a"]], "spec": ["replicas": 5, "minReadySeconds": 3]]))
      try await cluster.settle()
      return try await cluster.client.get(Deployment.self, Self.key)
    }
    #expect(deployment.spec.replicas == 2 && deployment.spec.minReadySeconds == 3)
    #expect(deployment.metadata.labels == ["team": "a"])
  }

  @Test func `what is no longer said goes`() throws {
    let variables = try run { cluster in
      try await cluster.apply(Self.wish("mode: fast"))
      try await cluster.settle()
      let before = try await cluster.client.get(Deployment.self, Self.key).spec.template.spec.containers[0]
        .env
      try await cluster.client.patch(ConfigMap.self, Self.key, .merge(["data": ["mode": nil]]))
      try await cluster.settle()
      let after = try await cluster.client.get(Deployment.self, Self.key).spec.template.spec.containers[0].env
      return [before.count, after.count]
    }
    #expect(variables == [1, 0])
  }
}
