import APICore
import APIMachinery
import ControlPlane
import ControllerTesting
import EKSAPI
import KubernetesAPI
import KubernetesClient
import ObjectStore
import Simulation
import Testing

@Suite struct FirstClusterTests {
  /// Two subnets, a cluster, and a node group of two `t3.medium`.
  static let cluster = """
    apiVersion: ec2.services.k8s.aws/v1alpha1
    kind: VPC
    metadata: {name: learning}
    spec: {cidrBlocks: [10.0.0.0/16]}
    ---
    apiVersion: ec2.services.k8s.aws/v1alpha1
    kind: Subnet
    metadata: {name: a}
    spec: {vpcRef: {from: {name: learning}}, availabilityZone: us-west-2a, cidrBlock: 10.0.0.0/24}
    ---
    apiVersion: ec2.services.k8s.aws/v1alpha1
    kind: Subnet
    metadata: {name: b}
    spec: {vpcRef: {from: {name: learning}}, availabilityZone: us-west-2b, cidrBlock: 10.0.1.0/24}
    ---
    apiVersion: eks.services.k8s.aws/v1alpha1
    kind: Cluster
    metadata: {name: learning}
    spec:
      name: learning
      roleARN: arn:aws:iam::111122223333:role/eks
      resourcesVPCConfig: {subnetRefs: [{from: {name: a}}, {from: {name: b}}]}
    ---
    apiVersion: eks.services.k8s.aws/v1alpha1
    kind: NodeGroup
    metadata: {name: workers}
    spec:
      name: workers
      clusterRef: {from: {name: learning}}
      nodeRole: arn:aws:iam::111122223333:role/node
      subnetRefs: [{from: {name: a}}, {from: {name: b}}]
      instanceTypes: [t3.medium]
      scalingConfig: {minSize: 1, desiredSize: 2, maxSize: 4}
    """

  static let hello = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: hello}
    spec:
      replicas: 6
      selector: {matchLabels: {app: hello}}
      template:
        metadata: {labels: {app: hello}}
        spec:
          containers: [{name: hello, image: "nginx:1.29", resources: {requests: {cpu: 100m}}}]
    """

  @Test func `manifests become running pods with addresses out of the right subnets`() throws {
    try TestCluster.run(seed: 1) { cluster in
      try await cluster.apply(Self.cluster)
      try await cluster.apply(Self.hello)
      try await cluster.advance(by: .seconds(300))
      let nodes = try await cluster.client.list(Node.self).items
      #expect(nodes.count == 2)
      #expect(
        nodes.allSatisfy { $0.status.conditions.contains { $0.type == "Ready" && $0.status == "True" } })
      let pods = try await cluster.client.list(Pod.self, namespace: "default").items
      #expect(pods.count == 6)
      for pod in pods {
        #expect(pod.status.phase == "Running", "\(pod.key): \(pod.status.json)")
        #expect(pod.status.podIP?.hasPrefix("10.0.") == true)
      }
      #expect(Set(pods.compactMap(\.status.podIP)).count == 6)
      #expect(Set(pods.compactMap(\.spec.nodeName)).count == 2)
    }
  }
}
