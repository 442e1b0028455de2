import APIMachinery
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import Testing

@testable import PostgresOperator

@Suite struct ServerTests {
  @Test func `a database comes up with its password, its service and its servers`() throws {
    try TestCluster.run { cluster in
      try await cluster.client.create(TestCluster.orders())
      try await cluster.eventually("two servers take requests") {
        try await cluster.readyServers().map(\.key.name) == ["orders-0", "orders-1"]
      }
      #expect(try await cluster.password() != nil)
      #expect(try await cluster.client.get(Service.self, TestCluster.key).spec.clusterIP == "None")
    }
  }

  @Test func `the password stays when the database is looked at again`() throws {
    try TestCluster.run { cluster in
      try await cluster.client.create(TestCluster.orders())
      try await cluster.settle()
      let password = try await cluster.password()
      try await cluster.client.patch(PostgresCluster.self, TestCluster.key, .merge(["spec": ["replicas": 3]]))
      try await cluster.eventually("a third server") { try await cluster.readyServers().count == 3 }
      #expect(try await cluster.password() == password)
    }
  }
}
