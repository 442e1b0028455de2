import APIMachinery
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import Testing

@testable import PostgresOperator

@Suite struct StatusTests {
  @Test func `the status says how many servers take requests, and of which generation it speaks`() throws {
    try TestCluster.run { cluster in
      try await cluster.client.create(TestCluster.orders())
      let first = try await cluster.eventually(PostgresCluster.self, TestCluster.key) {
        $0.status.conditions.condition("Ready") != nil
      }
      #expect(first.status.conditions.condition("Ready")?.message == "0 of 2 servers take requests")
      #expect(first.status.version == nil)

      let ready = try await cluster.eventually(PostgresCluster.self, TestCluster.key) {
        $0.status.conditions.isConditionTrue("Ready")
      }
      #expect(ready.status.version == 16 && ready.status.replicas == 2)
      #expect(!ready.status.conditions.isConditionTrue("Upgrading"))
      #expect(ready.status.conditions.condition("Ready")?.observedGeneration == ready.metadata.generation)
    }
  }
}
