import APIMachinery
import ControllerRuntime
import ControllerTesting
import CustomResources
import KubernetesAPI
import KubernetesClient
import Testing

@testable import PostgresOperator

/// What holds whatever goes wrong.
@Suite struct ExplorationTests {
  struct Broken: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
  }

  @Test func `the password stays`() async throws {
    try await explore(
      seeds: 1...200, loops: .none, definitions: [PostgresCluster.customResourceDefinition],
      controllers: [PostgresReconciler.controller]
    ) { cluster in
      try await cluster.client.create(TestCluster.orders())
      try await cluster.eventually("a password") { try await cluster.password() != nil }
      let password = try await cluster.password()
      try await cluster.client.patch(PostgresCluster.self, TestCluster.key, .merge(["spec": ["replicas": 3]]))
      try await cluster.eventually(StatefulSet.self, TestCluster.key) { $0.spec.replicas == 3 }
      try await cluster.settle()
      guard try await cluster.password() == password else { throw Broken("the password was changed") }
    }
  }
}

extension ExplorationTests {
  @Test func `no server goes back to an older version`() async throws {
    try await explore(
      seeds: 1...60, definitions: [PostgresCluster.customResourceDefinition],
      // Which interface gets which addresses depends on which node asks first: the ends differ without any fault.
      checks: .none, controllers: [PostgresReconciler.controller]
    ) { cluster in
      try await cluster.apply(TestCluster.nodes)
      try await cluster.client.create(TestCluster.orders())
      try await cluster.eventually(PostgresCluster.self, TestCluster.key) { $0.status.version == 16 }
      try await cluster.client.patch(PostgresCluster.self, TestCluster.key, .merge(["spec": ["version": 17]]))
      try await cluster.eventually(PostgresCluster.self, TestCluster.key) { $0.status.version == 17 }
      try await cluster.settle()
      let versions = cluster.versions(of: StatefulSet.self, TestCluster.key).compactMap(Parts.version)
      guard versions == versions.sorted() else { throw Broken("the servers went back to an older version") }
    }
  }
}

extension ExplorationTests {
  @Test func `a database lives its whole life`() async throws {
    try await explore(
      seeds: 1...10, faults: .all, definitions: [PostgresCluster.customResourceDefinition],
      // Which interface gets which addresses depends on which node asks first: the ends differ without any fault.
      checks: .none, controllers: [PostgresReconciler.controller]
    ) { cluster in
      try await cluster.apply(TestCluster.nodes)
      try await cluster.client.create(TestCluster.orders())
      try await cluster.eventually(PostgresCluster.self, TestCluster.key, within: .seconds(3600)) {
        $0.status.version == 16
      }
      try await cluster.client.patch(PostgresCluster.self, TestCluster.key, .merge(["spec": ["version": 17]]))
      try await cluster.eventually(PostgresCluster.self, TestCluster.key, within: .seconds(3600)) {
        $0.status.version == 17
      }
      try await cluster.client.delete(PostgresCluster.self, TestCluster.key)
      try await cluster.eventually("the database is gone", within: .seconds(3600)) {
        try await cluster.count(PostgresCluster.self) == 0
      }
    }
  }
}
