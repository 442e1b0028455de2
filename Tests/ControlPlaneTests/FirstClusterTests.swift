import APIMachinery
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import Testing

/// `manifests/first-cluster`, on the simulated cluster.
@Suite struct FirstClusterTests {
  @Test func `manifests become running pods with addresses out of the right subnets`() throws {
    try SimulatedCluster.run(seed: 1) { cluster in
      try await cluster.apply(story: "first-cluster", "01-network.yaml", "02-cluster.yaml")
      // A node that is ready before the other one would take all of the pods.
      try await cluster.eventually("two nodes") { try await cluster.readyNodes().count == 2 }
      try await cluster.apply(
        Manifests.read("first-cluster/03-hello.yaml").replacing("replicas: 3", with: "replicas: 6"))
      try await cluster.advance(by: .seconds(300))
      let nodes = try await cluster.readyNodes()
      #expect(nodes.count == 2)
      #expect(try await cluster.count(Node.self) == 2)
      let pods = try await cluster.pods()
      #expect(pods.count == 6)
      for pod in pods {
        #expect(pod.status.phase == "Running", "\(pod.key): \(pod.status.json)")
        #expect(pod.status.podIP.map(Self.network) == pod.status.hostIP.map(Self.network))
        #expect(pod.status.podIP?.hasPrefix("10.0.") == true)
      }
      #expect(Set(pods.compactMap(\.status.podIP)).count == 6)
      #expect(Set(pods.compactMap(\.spec.nodeName)).count == 2)
    }
  }

  /// The first three numbers of an address: the subnets of the story are /24.
  private static func network(_ address: String) -> [Substring] {
    address.split(separator: ".").dropLast().map(\.self)
  }
}
