import APIMachinery
import ControllerTesting
import KubernetesAPI
import KubernetesClient

@testable import PostgresOperator

/// A cluster with nodes, the kind, and the operator.
enum TestCluster {
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

  static func orders(version: Int = 16, replicas: Int = 2) -> PostgresCluster {
    PostgresCluster(
      name: "orders", namespace: "default", spec: PostgresClusterSpec(version: version, replicas: replicas))
  }

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
}

extension SimulatedCluster {
  /// The pods of the servers that take requests.
  func readyServers() async throws -> [Pod] {
    try await list(Pod.self, namespace: "default").filter {
      $0.metadata.controller?.kind == "StatefulSet" && $0.status.conditions.isConditionTrue("Ready")
    }
  }

  func password() async throws -> ByteString? {
    let key = ObjectKey(namespace: "default", name: "orders-password")
    return try await client.find(Secret.self, key)?.data["password"]
  }
}
