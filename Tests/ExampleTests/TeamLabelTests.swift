import APIMachinery
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import Testing

@testable import team_label

@Suite struct TeamLabelTests {
  private let manifest = """
    apiVersion: v1
    kind: Namespace
    metadata: {name: shop, labels: {team: blue}}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop}
    spec:
      replicas: 3
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec: {containers: [{name: web, image: "nginx:1.29"}]}
    """

  @Test(arguments: 0...4) func `pods get the team of their namespace, and a new one when it changes`(
    seed: UInt64
  )
    throws
  {
    try SimulatedCluster.run(seed: seed, controllers: TeamLabel().controllers) { cluster in
      func teams() async throws -> [String?] {
        try await cluster.list(Pod.self, namespace: "shop").map { $0.metadata.labels["team"] }
      }
      try await cluster.apply(manifest)
      try await cluster.eventually("three pods of the team blue") {
        try await teams() == ["blue", "blue", "blue"]
      }
      try await cluster.client.patch(
        Namespace.self, ObjectKey(name: "shop"), .merge(["metadata": ["labels": ["team": "green"]]]))
      try await cluster.eventually("three pods of the team green") {
        try await teams() == ["green", "green", "green"]
      }
      #expect(cluster.trace.findings.all.filter { $0.controller == "team-label" }.isEmpty)
    }
  }

  @Test func `pods get their team whatever happens`() async throws {
    try await explore(seeds: 1...50, controllers: TeamLabel().controllers) { cluster in
      try await cluster.apply(manifest)
      try await cluster.eventually("three pods of the team blue") {
        try await cluster.list(Pod.self, namespace: "shop").map { $0.metadata.labels["team"] }
          == ["blue", "blue", "blue"]
      }
    }
  }
}
