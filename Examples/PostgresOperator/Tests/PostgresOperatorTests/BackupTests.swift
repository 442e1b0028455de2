import APIMachinery
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import Testing

@testable import PostgresOperator

@Suite struct BackupTests {
  @Test func `backups are made as scheduled, and the status says when the last one was`() throws {
    try TestCluster.run { cluster in
      var orders = TestCluster.orders()
      orders.spec.backup.schedule = "*/5 * * * *"
      try await cluster.client.create(orders)
      try await cluster.eventually(PostgresCluster.self, TestCluster.key) { $0.status.lastBackup != nil }
    }
  }

  @Test func `an upgrade makes a backup first and then takes one server after the other`() throws {
    try TestCluster.run { cluster in
      try await cluster.client.create(TestCluster.orders(replicas: 3))
      try await cluster.eventually("three servers") { try await cluster.readyServers().count == 3 }
      try await cluster.client.patch(PostgresCluster.self, TestCluster.key, .merge(["spec": ["version": 17]]))
      var fewest = 3
      try await cluster.eventually("version 17 runs") {
        fewest = min(fewest, try await cluster.readyServers().count)
        return try await cluster.client.get(PostgresCluster.self, TestCluster.key).status.version == 17
      }
      #expect(fewest == 2)

      let backup = try await cluster.client.get(
        Job.self, ObjectKey(namespace: "default", name: "orders-backup-before-17"))
      let made = try #require(backup.status.completionTime)
      let servers = try await cluster.readyServers()
      #expect(servers.map { $0.spec.containers[0].image } == Array(repeating: "postgres:17", count: 3))
      #expect(servers.allSatisfy { $0.metadata.creationTimestamp.map { $0 >= made } ?? false })
    }
  }
}
