import APIMachinery
import ControllerTesting
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Testing

/// What EKS puts into a new cluster.
@Suite struct DefaultAddonTests {
  @Test func `a cluster that becomes active runs the VPC CNI and kube-proxy on its nodes`() throws {
    try SimulatedCluster.run(seed: 21) { cluster in
      try await cluster.apply(TestGround.manifest(subnets: ["10.0.0.0/20"]))
      try await cluster.apply(
        TestGround.group("workers", type: "m5.large", min: 2, desired: 2, max: 2, subnets: "a"))
      try await cluster.eventually("four daemons", within: .seconds(300)) {
        try await cluster.hasReady(4, "kube-system")
      }
      let pods = try await cluster.pods("kube-system")
      #expect(pods.allSatisfy { $0.spec.priorityClassName == "system-node-critical" })
      #expect(pods.allSatisfy { $0.spec.tolerations.contains { $0.key == nil && $0.operator == "Exists" } })
      let images = Set(pods.flatMap(\.spec.containers).compactMap(\.image))
      #expect(images.allSatisfy { $0.hasPrefix("602401143452.dkr.ecr.us-west-2.amazonaws.com/") })
      #expect(Set(pods.compactMap(\.status.podIP)) == Set(pods.compactMap(\.status.hostIP)))
    }
  }

  @Test func `what is deleted stays away, and a cluster may do without`() throws {
    try SimulatedCluster.run(seed: 22) { cluster in
      try await cluster.apply(
        TestGround.manifest(subnets: ["10.0.0.0/20"]).replacing(
          "  name: main\n", with: "  name: main\n  bootstrapSelfManagedAddons: false\n"))
      try await cluster.eventually("an active cluster") {
        try await cluster.list(Cluster.self).first?.status.status == "ACTIVE"
      }
      #expect(try await cluster.list(DaemonSet.self).isEmpty)
    }
    try SimulatedCluster.run(seed: 23) { cluster in
      try await cluster.apply(TestGround.manifest(subnets: ["10.0.0.0/20"]))
      try await cluster.eventually("an active cluster") {
        try await cluster.list(Cluster.self).first?.status.status == "ACTIVE"
      }
      #expect(try await cluster.list(DaemonSet.self).count == 2)
      try await cluster.client.delete(
        DaemonSet.self, ObjectKey(namespace: "kube-system", name: "kube-proxy"))
      try await cluster.client.patch(
        Cluster.self, ObjectKey(namespace: "default", name: "main"), .merge(["spec": ["version": "1.37"]]))
      try await cluster.advance(by: .seconds(60))
      #expect(try await cluster.list(DaemonSet.self).map(\.key.name) == ["aws-node"])
    }
  }

  @Test func `daemons of a namespace that Fargate takes keep running on the instances`() throws {
    try SimulatedCluster.run(seed: 24) { cluster in
      try await cluster.apply(TestGround.manifest(subnets: ["10.0.0.0/20"]))
      try await cluster.apply(
        """
        apiVersion: eks.services.k8s.aws/v1alpha1
        kind: FargateProfile
        metadata: {name: system}
        spec:
          name: system
          clusterRef: {from: {name: main}}
          podExecutionRoleARN: arn:aws:iam::111122223333:role/fargate
          subnetRefs: [{from: {name: a}}]
          selectors: [{namespace: kube-system}]
        """)
      try await cluster.advance(by: .seconds(300))
      try await cluster.apply(
        TestGround.group("workers", type: "m5.large", min: 1, desired: 1, max: 1, subnets: "a"))
      try await cluster.eventually("two daemons", within: .seconds(300)) {
        try await cluster.hasReady(2, "kube-system")
      }
      #expect(try await cluster.count(Node.self) == 1)
    }
  }
}
