import APIMachinery
import CloudModel
import EKSAPI
import KubernetesAPI
import KubernetesClient

extension SimulatedCluster {
  /// Carries out the plan's deaths of nodes.
  func killNodes() async {
    while let death = injector.nextNodeDeath() {
      guard (try? await world.time.sleep(until: death.time)) != nil else { return }
      injector.nodeDied(death.node)
      try? await killNode(death.node)
    }
  }

  /// Terminates the instance of the n-th node, in the order of the names. No such node is not an error.
  private func killNode(_ number: Int) async throws {
    let nodes = try await client.list(Node.self).items
    guard !nodes.isEmpty else { return }
    let node = nodes[(number - 1) % nodes.count]
    guard let id = node.instanceID else { return }
    let cloud = SimulatedEC2(client: client, world: world, latency: CloudLatency(scale: 0))
    for instance in try await client.list(Instance.self).items where instance.metadata.name == id {
      try await cloud.terminateInstance(instance.key)
    }
  }
}
