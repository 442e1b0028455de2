import APIMachinery
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import Testing

@testable import PostgresOperator

@Suite struct DeletionTests {
  @Test func `a deleted database stays until its last backup is made, and then leaves nothing`() throws {
    try TestCluster.run { cluster in
      try await cluster.client.create(TestCluster.orders())
      try await cluster.eventually(PostgresCluster.self, TestCluster.key) { $0.status.version == 16 }
      try await cluster.client.delete(PostgresCluster.self, TestCluster.key)
      #expect(try await cluster.count(PostgresCluster.self) == 1)
      try await cluster.eventually("the database is gone") {
        try await cluster.count(PostgresCluster.self) == 0
      }
      let told = try await cluster.list(Event.self).filter { $0.reason == "BackedUp" }.map(\.message)
      #expect(told == ["Made the last backup"])
      try await cluster.settle()
      #expect(try await cluster.count(Pod.self, namespace: "default") == 0)
      #expect(try await cluster.count(PersistentVolumeClaim.self) == 0)
    }
  }

  @Test func `a database that never ran goes at once`() throws {
    try TestCluster.run { cluster in
      try await cluster.client.create(TestCluster.orders())
      try await cluster.advance(by: .seconds(1))
      try await cluster.client.delete(PostgresCluster.self, TestCluster.key)
      try await cluster.eventually("the database is gone", within: .seconds(5)) {
        try await cluster.count(PostgresCluster.self) == 0
      }
    }
  }
}
