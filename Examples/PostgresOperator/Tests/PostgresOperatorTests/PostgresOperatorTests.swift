import APIMachinery
import ControllerRuntime
import ControllerTesting
import CustomResources
import KubernetesAPI
import KubernetesClient
import Testing

@testable import PostgresOperator

@Suite struct PostgresOperatorTests {
  static let key = ObjectKey(namespace: "default", name: "orders")

  static let nodes = """
    apiVersion: storage.k8s.io/v1
    kind: StorageClass
    metadata:
      name: gp3
      annotations: {storageclass.kubernetes.io/is-default-class: "true"}
    provisioner: ebs.csi.aws.com
    parameters: {type: gp3}
    volumeBindingMode: WaitForFirstConsumer
    ---
    apiVersion: ec2.services.k8s.aws/v1alpha1
    kind: VPC
    metadata: {name: shop}
    spec: {cidrBlocks: [10.0.0.0/16]}
    ---
    apiVersion: ec2.services.k8s.aws/v1alpha1
    kind: Subnet
    metadata: {name: shop-a}
    spec: {vpcRef: {from: {name: shop}}, availabilityZone: us-west-2a, cidrBlock: 10.0.0.0/24}
    ---
    apiVersion: eks.services.k8s.aws/v1alpha1
    kind: Cluster
    metadata: {name: shop}
    spec:
      name: shop
      roleARN: arn:aws:iam::111122223333:role/eks
      resourcesVPCConfig: {subnetRefs: [{from: {name: shop-a}}]}
    ---
    apiVersion: eks.services.k8s.aws/v1alpha1
    kind: NodeGroup
    metadata: {name: workers}
    spec:
      name: workers
      clusterRef: {from: {name: shop}}
      nodeRole: arn:aws:iam::111122223333:role/node
      subnetRefs: [{from: {name: shop-a}}]
      instanceTypes: [m5.large]
      scalingConfig: {minSize: 2, desiredSize: 2, maxSize: 2}
    """

  /// Runs `body` in a cluster that has nodes, the kind and the operator.
  static func run<Result: Sendable>(
    _ body: @escaping @Sendable (SimulatedCluster) async throws -> Result
  ) throws -> Result {
    try SimulatedCluster.run(
      seed: 1, definitions: [PostgresCluster.customResourceDefinition],
      controllers: [PostgresReconciler.controller]
    ) { cluster in
      try await cluster.apply(nodes)
      return try await body(cluster)
    }
  }

  static func orders(version: Int = 16, replicas: Int = 2) -> PostgresCluster {
    PostgresCluster(
      name: "orders", namespace: "default", spec: PostgresClusterSpec(version: version, replicas: replicas))
  }

  @Test func `a database comes up with its password, its service and its servers`() throws {
    let (status, pods, password) = try Self.run { cluster in
      try await cluster.client.create(Self.orders())
      try await cluster.eventually("all servers are ready", within: .seconds(900)) {
        try await cluster.client.get(PostgresCluster.self, Self.key).status.conditions.isConditionTrue(
          "Ready")
      }
      try await cluster.settle()
      return (
        try await cluster.client.get(PostgresCluster.self, Self.key).status,
        try await cluster.list(Pod.self, namespace: "default"),
        try await cluster.client.get(Secret.self, ObjectKey(namespace: "default", name: "orders-password"))
      )
    }
    #expect(status.version == 16 && status.replicas == 2)
    #expect(pods.map { $0.metadata.name } == ["orders-0", "orders-1"])
    #expect(password.data["password"] != nil)
  }

  @Test func `the password stays when everything is looked at again`() throws {
    let passwords = try Self.run { cluster in
      try await cluster.client.create(Self.orders())
      var seen: [ByteString?] = []
      for _ in 0..<3 {
        try await cluster.settle()
        let key = ObjectKey(namespace: "default", name: "orders-password")
        seen.append(try await cluster.client.get(Secret.self, key).data["password"])
        try await cluster.client.patch(
          PostgresCluster.self, Self.key,
          .merge(["metadata": ["annotations": ["look": .string("\(seen.count)")]]]))
      }
      return seen
    }
    #expect(Set(passwords).count == 1)
  }

  @Test func `an upgrade makes a backup first and then takes one server after the other`() throws {
    let (images, backup, least) = try Self.run { cluster in
      try await cluster.client.create(Self.orders(replicas: 3))
      try await cluster.settle()
      try await cluster.client.patch(
        PostgresCluster.self, Self.key, .merge(["spec": ["version": 17]]))
      var least = 3
      for _ in 0..<600 {
        try await cluster.advance(by: .seconds(1))
        let ready = try await cluster.list(Pod.self, namespace: "default").filter {
          $0.metadata.labels["app.kubernetes.io/instance"] == "orders"
            && $0.status.conditions.isConditionTrue("Ready")
        }
        least = min(least, ready.count)
        if try await cluster.client.get(PostgresCluster.self, Self.key).status.version == 17 { break }
      }
      return (
        try await cluster.list(Pod.self, namespace: "default")
          .filter {
            $0.metadata.name?.hasPrefix("orders-") == true && $0.metadata.controller?.kind == "StatefulSet"
          }
          .map { $0.spec.containers[0].image },
        try await cluster.client.get(
          Job.self, ObjectKey(namespace: "default", name: "orders-backup-before-17")), least
      )
    }
    #expect(images == ["postgres:17", "postgres:17", "postgres:17"])
    #expect(backup.isComplete)
    #expect(least == 2)
  }

  @Test func `a database cannot go back to an older version`() throws {
    let error = try Self.run { cluster in
      try await cluster.client.create(Self.orders(version: 17))
      do {
        try await cluster.client.patch(PostgresCluster.self, Self.key, .merge(["spec": ["version": 16]]))
        return ""
      } catch {
        return "\(error)"
      }
    }
    #expect(error.contains("a database cannot go back to an older version"))
  }

  @Test func `a deleted database stays until its last backup is made`() throws {
    let (during, backups, left) = try Self.run { cluster in
      try await cluster.client.create(Self.orders())
      try await cluster.settle()
      try await cluster.client.delete(PostgresCluster.self, Self.key)
      let during = try await cluster.count(PostgresCluster.self)
      try await cluster.eventually("the database is gone", within: .seconds(300)) {
        try await cluster.count(PostgresCluster.self) == 0
      }
      let backups = try await cluster.list(Event.self).filter { $0.reason == "BackedUp" }.map(\.message)
      try await cluster.settle()
      return (during, backups, try await cluster.list(Pod.self, namespace: "default").count)
    }
    #expect(during == 1)
    #expect(backups == ["Made the last backup"])
    #expect(left == 0)
  }
}
