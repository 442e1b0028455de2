import APIMachinery
import ControllerTesting
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Testing

/// `manifests/subnet-exhaustion`: more pods than a subnet has addresses.
@Suite struct SubnetExhaustionTests {
  @Test func `pods for which no address is left wait, say why, and start when addresses come free`() throws {
    try SimulatedCluster.run(seed: 5) { cluster in
      try await cluster.apply(story: "subnet-exhaustion", "01-cluster.yaml", "02-crowd.yaml")
      try await cluster.advance(by: .seconds(400))
      let waiting = try await Self.waiting(in: cluster)
      #expect(!waiting.isEmpty)
      for pod in waiting {
        #expect(pod.status.phase == "Pending")
        #expect(pod.status.podIP == nil)
        #expect(pod.status.containerStatuses.first?.state?.waiting?.reason == "ContainerCreating")
      }
      let events = try await cluster.events(reason: "FailedCreatePodSandBox")
      #expect(events.contains { $0.involvedObject.name == waiting.first?.metadata.name })
      try await Self.expectSoundAddresses(in: cluster)
      try await Self.shrink(to: 12, in: cluster)
      try await cluster.eventually("the rest to start", within: .seconds(300)) {
        try await cluster.hasReady(12)
      }
      try await Self.expectSoundAddresses(in: cluster)
    }
  }

  @Test func `a freed address is used again after its cooldown, not before`() throws {
    try SimulatedCluster.run(seed: 6) { cluster in
      try await cluster.apply(story: "subnet-exhaustion", "01-cluster.yaml", "02-crowd.yaml")
      try await cluster.advance(by: .seconds(400))
      let running = try await cluster.pods().filter { $0.status.podIP != nil && $0.spec.hostNetwork != true }
      guard let victim = running.first, let address = victim.status.podIP else {
        Issue.record("no pod runs")
        return
      }
      try await cluster.client.delete(Pod.self, victim.key)
      try await cluster.eventually("the pod to be gone", within: .seconds(60), step: .seconds(1)) {
        try await cluster.client.find(Pod.self, victim.key) == nil
      }
      try await cluster.advance(by: .seconds(20))
      #expect(try await !cluster.pods().contains { $0.status.podIP == address })
      try await cluster.eventually("the address to be used again", within: .seconds(300)) {
        try await cluster.pods().contains { $0.status.podIP == address }
      }
    }
  }

  static func waiting(in cluster: SimulatedCluster) async throws -> [Pod] {
    try await cluster.pods().filter { $0.spec.nodeName != nil && $0.status.podIP == nil }
  }

  static func shrink(to replicas: Int, in cluster: SimulatedCluster) async throws {
    var deployment = try await cluster.client.get(
      Deployment.self, ObjectKey(namespace: "default", name: "crowd"))
    deployment.spec.replicas = replicas
    try await cluster.client.update(deployment)
  }

  /// No address is given twice, and none lies outside of the subnet or is one of the five that AWS keeps.
  static func expectSoundAddresses(in cluster: SimulatedCluster) async throws {
    let addresses = try await cluster.pods().compactMap(\.status.podIP)
    #expect(Set(addresses).count == addresses.count)
    for address in addresses {
      let parts = address.split(separator: ".").compactMap { Int($0) }
      #expect(parts.prefix(3) == [10, 2, 0] && (4...30).contains(parts[3]), "\(address)")
    }
  }
}
