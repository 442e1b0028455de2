import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

/// Pods that nobody looks after any more.
@Suite struct PodGarbageTests {
  private static func orphan(_ name: String, phase: String = "Running") -> Pod {
    Pod {
      $0.metadata.name = name
      $0.metadata.namespace = "shop"
      $0.spec.nodeName = "gone"
      $0.spec.containers = [
        Container {
          $0.name = "app"
          $0.image = "nginx:1"
        }
      ]
    }
  }

  @Test func `a pod of a vanished node goes after forty seconds, at the next look of the collector`() throws {
    let counts = try withCluster { cluster in
      try await cluster.client.create(Self.orphan("lost"))
      try await cluster.client.create(someDeployment("web", replicas: 2))
      var counts: [Int] = []
      // The collector looks every twenty seconds: it finds the node missing, waits, and removes.
      for seconds in [35, 30] {
        try await cluster.advance(seconds)
        counts.append(try await cluster.pods().filter { $0.metadata.name == "lost" }.count)
      }
      counts.append(try await cluster.pods().count)
      return counts
    }
    #expect(counts == [1, 0, 2])
  }

  @Test func `a node that comes back in time keeps its pods`() throws {
    let (left, reasons) = try withCluster { cluster in
      try await cluster.client.create(Self.orphan("lucky"))
      try await cluster.advance(30)
      try await cluster.client.create(Node { $0.metadata.name = "gone" })
      try await cluster.advance(120)
      let pods = try await cluster.pods()
      return (pods.map(\.metadata.name), pods.flatMap(\.status.conditions).compactMap(\.reason))
    }
    #expect(left == ["lucky"])
    #expect(!reasons.contains("DeletionByPodGC"))
  }
}
