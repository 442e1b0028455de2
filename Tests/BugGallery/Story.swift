import APIMachinery
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient

/// What is done to a database.
enum Story {
  static let key = ObjectKey(namespace: "default", name: "db")

  static func apply(
    _ replicas: Int, storage: String = "10Gi", options: StringMap = [:], finalizer: Bool = false,
    in cluster: SimulatedCluster
  ) async throws {
    try await cluster.apply(
      Database(
        fields: [
          "apiVersion": "gallery.example.com/v1", "kind": "Database",
          "metadata": [
            "namespace": "default", "name": "db",
            "finalizers": finalizer ? [.string(Operator.finalizer)] : [],
          ],
          "spec": ["replicas": .int(Int64(replicas)), "storage": .string(storage), "options": options.json],
        ]))
  }

  /// Waits until as many pods run as there should, and none is on its way out.
  static func pods(_ count: Int, in cluster: SimulatedCluster) async throws {
    try await cluster.eventually("\(count) pods", within: .seconds(900)) {
      let pods = try await cluster.list(Pod.self)
      return pods.count == count && !pods.contains { $0.metadata.isBeingDeleted }
    }
  }

  static func delete(in cluster: SimulatedCluster) async throws {
    try await cluster.client.delete(Database.self, key)
    try await cluster.eventually("the end of the database", within: .seconds(900)) {
      let databases = try await cluster.count(Database.self)
      let pods = try await cluster.count(Pod.self)
      return databases + pods == 0
    }
  }

  /// Makes a database, removes it, and makes it again.
  @Sendable static func recreate(_ cluster: SimulatedCluster) async throws {
    try await apply(2, finalizer: true, in: cluster)
    try await pods(2, in: cluster)
    try await delete(in: cluster)
    try await cluster.advance(by: .seconds(5))
    try await apply(2, finalizer: true, in: cluster)
    try await pods(2, in: cluster)
    try await cluster.advance(by: .seconds(60))
  }

  /// From two members to one and back.
  @Sendable static func scaleDownAndUp(_ cluster: SimulatedCluster) async throws {
    try await apply(2, in: cluster)
    try await pods(2, in: cluster)
    try await apply(1, in: cluster)
    try await pods(1, in: cluster)
    try await cluster.advance(by: .seconds(20))
    try await apply(2, in: cluster)
    try await pods(2, in: cluster)
    try await cluster.advance(by: .seconds(60))
  }

  /// From two members to three, and back after a while, whether the operator kept up or not.
  @Sendable static func scaleUpAndDown(_ cluster: SimulatedCluster) async throws {
    try await apply(2, in: cluster)
    try await pods(2, in: cluster)
    try await apply(3, in: cluster)
    try await cluster.advance(by: .seconds(20))
    try await apply(2, in: cluster)
    try await cluster.advance(by: .seconds(120))
  }

  /// One value of the options after the other.
  static func options(
    _ values: [StringMap], replicas: Int = 1
  ) -> @Sendable (SimulatedCluster) async throws -> Void {
    { cluster in
      for value in values {
        try await apply(replicas, options: value, in: cluster)
        try await cluster.advance(by: .seconds(30))
      }
      try await cluster.advance(by: .seconds(60))
    }
  }

  /// A volume that grows.
  @Sendable static func resize(_ cluster: SimulatedCluster) async throws {
    try await apply(1, storage: "10Gi", in: cluster)
    try await pods(1, in: cluster)
    try await apply(1, storage: "15Gi", in: cluster)
    try await cluster.advance(by: .seconds(60))
    try await pods(1, in: cluster)
    try await cluster.advance(by: .seconds(60))
  }
}
