import APIMachinery
import ControllerTesting
import CustomResources
import KubernetesClient
import Testing

@testable import PostgresOperator

/// What the API makes of a `PostgresCluster`, without any operator.
@Suite struct KindTests {
  private static let key = ObjectKey(namespace: "default", name: "orders")

  @Test func `what is not said is filled in`() throws {
    let spec = try SimulatedCluster.run(definitions: [PostgresCluster.customResourceDefinition]) { cluster in
      try await cluster.client.create(
        PostgresCluster(name: "orders", namespace: "default", spec: PostgresClusterSpec()))
      return try await cluster.client.get(PostgresCluster.self, Self.key).spec
    }
    #expect(spec.version == 17 && spec.replicas == 1 && spec.storage == "10Gi")
    #expect(spec.backup.schedule == "0 3 * * *")
  }

  @Test func `a database cannot go back to an older version`() throws {
    let answer = try SimulatedCluster.run(definitions: [PostgresCluster.customResourceDefinition]) {
      cluster in
      try await cluster.client.create(
        PostgresCluster(name: "orders", namespace: "default", spec: PostgresClusterSpec(version: 17)))
      do {
        try await cluster.client.patch(PostgresCluster.self, Self.key, .merge(["spec": ["version": 16]]))
        return "accepted"
      } catch {
        return "\(error)"
      }
    }
    #expect(answer.contains("a database cannot go back to an older version"))
  }
}
