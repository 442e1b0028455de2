import APIMachinery
import ControllerRuntime
import ControllerTesting
import CustomResources
import KubernetesAPI
import KubernetesClient
import Testing

@testable import PostgresOperator

/// The whole life of a database, under crashes, stale reads, and whatever else can go wrong.
@Suite struct ExplorationTests {
  @Test func `the operator survives everything that can go wrong`() async throws {
    try await explore(
      // Which interface gets which addresses depends on which node asks first: the ends differ without any fault.
      seeds: 1...10, faults: .all, definitions: [PostgresCluster.customResourceDefinition],
      checks: .none,
      controllers: [PostgresReconciler.controller]
    ) { cluster in
      try await cluster.apply(PostgresOperatorTests.nodes)
      let key = PostgresOperatorTests.key
      try await cluster.client.create(PostgresOperatorTests.orders())
      try await cluster.eventually("version 16 runs", within: .seconds(3600)) {
        try await cluster.client.get(PostgresCluster.self, key).status.version == 16
      }
      try await cluster.client.patch(PostgresCluster.self, key, .merge(["spec": ["version": 17]]))
      try await cluster.eventually("version 17 runs", within: .seconds(3600)) {
        try await cluster.client.get(PostgresCluster.self, key).status.version == 17
      }
      try await cluster.client.delete(PostgresCluster.self, key)
      try await cluster.eventually("the database is gone", within: .seconds(3600)) {
        try await cluster.count(PostgresCluster.self) == 0
      }
    }
  }
}
