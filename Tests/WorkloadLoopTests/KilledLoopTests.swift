import APIMachinery
import KubernetesAPI
import KubernetesClient
import PodLifecycleController
import Testing

/// Whatever loop is killed between whatever writes: the next one goes on from what is there.
@Suite struct KilledLoopTests {
  @Test(arguments: [12, 14, 17, 21, 26, 33, 44])
  func `a Deployment becomes ready though the loops die after some writes`(writes: Int) throws {
    let (status, pods, sets) = try withClusterThatDies(afterWrites: writes) { client in
      try await client.create(
        ServiceAccount {
          $0.metadata.name = "default"; $0.metadata.namespace = "shop"
        })
      try await client.create(someDeployment("web", replicas: 4))
    } _: { cluster in
      (
        try await cluster.deployment("web").status, try await cluster.pods(),
        try await cluster.replicaSets().count
      )
    }
    #expect(pods.count == 4 && pods.allSatisfy(\.isReady))
    #expect(status.availableReplicas == 4 && status.updatedReplicas == 4)
    #expect(sets == 1)
  }
}
