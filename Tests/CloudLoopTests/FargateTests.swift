import APIMachinery
import CloudModel
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct FargateLoopTests {
  static func profile(_ cluster: CloudCluster) async throws {
    try await cluster.network([
      (name: "a", zone: "us-west-2a", cidr: "10.0.0.0/24"), ("b", "us-west-2b", "10.0.1.0/24"),
    ])
    try await cluster.client.create(
      FargateProfile {
        $0.metadata.name = "jobs"
        $0.metadata.namespace = "default"
        $0.spec.name = "jobs"
        $0.spec.subnetRefs = [ResourceReference(name: "a"), ResourceReference(name: "b")]
        $0.spec.selectors = [FargateProfileSelector { $0.namespace = "bat*" }]
      })
    try await cluster.wait(for: "an active profile") {
      try await cluster.client.list(FargateProfile.self).items.first?.status.status == "ACTIVE"
    }
  }

  @Test func `each matched pod runs on a node of its own, at its interface's address`() throws {
    try CloudCluster.run(scale: 1) { cluster in
      try await Self.profile(cluster)
      try await cluster.deployment("reports", namespace: "batch", replicas: 4, cpu: "1") {
        $0.containers[0].resources?.requests["memory"] = Quantity("8Gi")
      }
      try await cluster.waitForPods(4, "batch")
      let pods = try await cluster.pods("batch")
      let nodes = try await cluster.nodes()
      #expect(nodes.count == 4)
      #expect(Set(pods.map(\.spec.nodeName)).count == 4)
      let pod = try #require(pods.first)
      #expect(pod.metadata.annotations["CapacityProvisioned"] == "2vCPU 9GB")
      #expect(pod.metadata.labels["eks.amazonaws.com/fargate-profile"] == "jobs")
      let dashed = (pod.status.podIP ?? "").split(separator: ".").joined(separator: "-")
      #expect(pod.spec.nodeName == "fargate-ip-\(dashed).us-west-2.compute.internal")
      let node = try #require(nodes.first { $0.metadata.name == pod.spec.nodeName })
      #expect(node.metadata.labels["eks.amazonaws.com/compute-type"] == "fargate")
      #expect(node.status.allocatable["pods"] == Quantity("1"))
      #expect(Set(try await cluster.interfaces().compactMap { $0.spec.subnetRef?.from.name }) == ["a", "b"])
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `node and interface go with the pod`() throws {
    try CloudCluster.run { cluster in
      try await Self.profile(cluster)
      try await cluster.deployment("reports", namespace: "batch", replicas: 3)
      try await cluster.waitForPods(3, "batch")
      try await cluster.change(Deployment.self, "reports", namespace: "batch") { $0.spec.replicas = 0 }
      try await cluster.wait(for: "nothing left") {
        let (pods, nodes) = (try await cluster.pods("batch"), try await cluster.nodes())
        let interfaces = try await cluster.interfaces()
        return pods.isEmpty && nodes.isEmpty && interfaces.isEmpty
      }
      #expect(try await cluster.subnet("a").status.availableIPAddressCount == 251)
      #expect(try await cluster.subnet("b").status.availableIPAddressCount == 251)
    }
  }

  @Test func `a pod with what Fargate has not stays pending, and an event says why`() throws {
    try CloudCluster.run { cluster in
      try await Self.profile(cluster)
      try await cluster.deployment("odd", namespace: "batch", replicas: 1) { spec in
        spec.hostNetwork = true
        spec.containers[0].securityContext = SecurityContext { $0.privileged = true }
      }
      try await cluster.wait(for: "an event") { try await !cluster.events("FailedScheduling").isEmpty }
      #expect(
        try await cluster.events("FailedScheduling").first?.message
          == "Pod not supported on Fargate: fields not supported: HostNetwork, invalid SecurityContext fields: Privileged"
      )
      #expect(try await cluster.nodes().isEmpty)
    }
  }

  @Test func `a deleted profile deletes its pods`() throws {
    try CloudCluster.run { cluster in
      try await Self.profile(cluster)
      try await cluster.deployment("reports", namespace: "batch", replicas: 2)
      try await cluster.waitForPods(2, "batch")
      try await cluster.client.delete(FargateProfile.self, ObjectKey(namespace: "default", name: "jobs"))
      try await cluster.wait(for: "the profile to be gone") {
        let profiles = try await cluster.client.list(FargateProfile.self).items
        return profiles.isEmpty
      }
      try await cluster.wait(for: "nodes to be gone") { try await cluster.nodes().isEmpty }
      // The replacements match no profile and have no node.
      #expect(try await cluster.pods("batch").allSatisfy { $0.spec.nodeName == nil })
    }
  }

  @Test(arguments: UInt64(1)...4)
  func `a control plane that dies and starts anew leaks nothing`(seed: UInt64) throws {
    try CloudCluster.restarting(seed: seed, after: .milliseconds(Int64(seed) * 900)) { cluster in
      try await Self.profile(cluster)
      try await cluster.deployment("reports", namespace: "batch", replicas: 8)
    } then: { cluster in
      try await cluster.waitForPods(8, "batch")
      try await cluster.wait(for: "eight nodes") { try await cluster.nodes().count == 8 }
      #expect(try await cluster.interfaces().count == 8)
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `the log router is on where its ConfigMap is`() throws {
    try CloudCluster.run { cluster in
      try await Self.profile(cluster)
      try await cluster.deployment("before", namespace: "batch", replicas: 1)
      try await cluster.waitForPods(1, "batch")
      #expect(try await cluster.events("LoggingDisabled").count == 1)
      try await cluster.client.create(Namespace { $0.metadata.name = "aws-observability" })
      try await cluster.client.create(
        ConfigMap {
          $0.metadata.name = "aws-logging"
          $0.metadata.namespace = "aws-observability"
          $0.data = ["output.conf": "[OUTPUT]"]
        })
      try await cluster.deployment("after", namespace: "batch", replicas: 1)
      try await cluster.waitForPods(2, "batch")
      #expect(
        try await cluster.events("LoggingEnabled").map(\.message) == ["Successfully enabled logging for pod"])
      let logging = try await cluster.pods("batch").compactMap { $0.metadata.annotations["Logging"] }
      #expect(Set(logging) == ["LoggingEnabled", "LoggingDisabled: LOGGING_CONFIGMAP_NOT_FOUND"])
    }
  }
}
