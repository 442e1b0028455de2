import APIMachinery
import KubernetesAPI
import KubernetesClient
import PodLifecycleController
import Testing

/// The same story in many orders of the loops.
@Suite struct SeedTests {
  /// A few of the thirty that were tried.
  static let seeds: [UInt64] = [2, 3, 4]

  @Test(arguments: seeds)
  func `roll-out, scaling, orphans and deletion end alike in every order`(seed: UInt64) throws {
    let options = TestClusterOptions(seed: seed, latencies: ContainerLatencies(scale: seed % 2 == 0 ? 0 : 1))
    let story = try withCluster(options) { cluster in
      try await cluster.client.create(someDeployment("web", replicas: 6))
      try await cluster.client.create(someDeployment("api", replicas: 2))
      try await cluster.advance(4)
      try await cluster.change(Deployment.self, "web") {
        $0.spec.template.spec.containers[0].image = "nginx:2"
      }
      try await cluster.advance(2)
      try await cluster.change(Deployment.self, "web") { $0.spec.replicas = 9 }
      try await cluster.advance(30)
      let web = try await cluster.deployment("web").status
      let before = try await cluster.pods().filter(\.isReady).count
      try await cluster.delete("web", .orphan)
      try await cluster.delete("api", .foreground)
      try await cluster.advance(10)
      let sets = try await cluster.replicaSets()
      let pods = try await cluster.pods()
      return "\(web.updatedReplicas ?? 0) \(web.replicas ?? 0) \(before) "
        + "\(sets.map(\.metadata.ownerReferences.count)) \(pods.count)"
    }
    #expect(story == "9 9 11 [0, 0] 9")
  }
}

extension TestCluster {
  fileprivate func delete(_ deployment: String, _ policy: PropagationPolicy) async throws {
    try await client.delete(
      Deployment.self, ObjectKey(namespace: "shop", name: deployment),
      options: DeleteOptions(propagationPolicy: policy))
  }
}
