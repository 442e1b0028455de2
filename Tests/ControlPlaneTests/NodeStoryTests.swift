import APIMachinery
import ControllerTesting
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Testing

/// Nodes come with the load, go without it, and are replaced when they die.
@Suite struct NodeStoryTests {
  static let ground = TestGround.manifest(subnets: ["10.0.0.0/20", "10.0.16.0/20"])

  @Test func `pending pods raise a group, within its maximum, and idle nodes leave`() throws {
    try SimulatedCluster.run(seed: 11) { cluster in
      try await cluster.apply(Self.ground)
      try await cluster.apply(
        TestGround.group("workers", type: "m5.large", min: 1, desired: 1, max: 3, subnets: "ab"))
      // Beside the daemons, two of these fill an m5.large; ten would need five nodes, and the group has three at most.
      try await cluster.apply(TestGround.deployment("busy", replicas: 10, cpu: "850m"))
      try await cluster.eventually("six pods on three nodes", within: .seconds(900)) {
        let nodes = try await cluster.readyNodes()
        return try await cluster.pods().filter(\.isReady).count == 6 && nodes.count == 3
      }
      try await cluster.advance(by: .seconds(120))
      #expect(try await cluster.count(Node.self) == 3)
      #expect(try await cluster.pods().filter { $0.spec.nodeName == nil }.count == 4)
      try await Self.scale("busy", to: 1, in: cluster)
      try await cluster.eventually("one node", within: .seconds(3600), step: .seconds(30)) {
        let nodes = try await cluster.count(Node.self)
        let isReady = try await cluster.hasReady(1)
        return nodes == 1 && isReady
      }
      #expect(try await cluster.count(Instance.self) == 1)
    }
  }

  @Test func `a node that dies is marked, tainted, emptied and replaced`() throws {
    try SimulatedCluster.run(seed: 12) { cluster in
      try await cluster.apply(Self.ground)
      try await cluster.apply(
        TestGround.group("workers", type: "m5.large", min: 3, desired: 3, max: 3, subnets: "ab"))
      try await cluster.apply(TestGround.deployment("web", replicas: 9))
      try await cluster.eventually("nine pods", within: .seconds(600)) { try await cluster.hasReady(9) }
      guard let victim = try await cluster.pods().first?.spec.nodeName else { return }
      try await Self.stopKubelet(of: victim, in: cluster)
      try await cluster.advance(by: .seconds(70))
      let node = try await cluster.client.find(Node.self, ObjectKey(name: victim))
      #expect(node?.status.conditions.first { $0.type == "Ready" }?.status == "Unknown")
      let taints = Set(node?.spec.taints.map { "\($0.key):\($0.effect)" } ?? [])
      #expect(taints.isSuperset(of: ["node.kubernetes.io/unreachable:NoExecute"]))
      #expect(try await cluster.pods().filter { $0.spec.nodeName == victim }.allSatisfy { !$0.isReady })
      try await cluster.eventually("nine pods on other nodes", within: .seconds(900)) {
        let ready = try await cluster.pods().filter(\.isReady)
        return ready.count == 9 && !ready.contains { $0.spec.nodeName == victim }
      }
    }
  }

  @Test func `an instance that is terminated behind the group's back is replaced`() throws {
    try SimulatedCluster.run(seed: 13) { cluster in
      try await cluster.apply(Self.ground)
      try await cluster.apply(
        TestGround.group("workers", type: "m5.large", min: 2, desired: 2, max: 2, subnets: "ab"))
      try await cluster.apply(TestGround.deployment("web", replicas: 6))
      try await cluster.eventually("six pods", within: .seconds(600)) { try await cluster.hasReady(6) }
      guard let instance = try await cluster.list(Instance.self).first else { return }
      try await cluster.client.delete(Instance.self, instance.key)
      try await cluster.eventually("six pods on two nodes again", within: .seconds(1200)) {
        let instances = try await cluster.list(Instance.self)
        let nodes = try await cluster.count(Node.self)
        let isReady = try await cluster.hasReady(6)
        return instances.count == 2 && !instances.contains { $0.key == instance.key } && nodes == 2 && isReady
      }
    }
  }

  static func scale(_ name: String, to replicas: Int, in cluster: SimulatedCluster) async throws {
    var deployment = try await cluster.client.get(
      Deployment.self, ObjectKey(namespace: "default", name: name))
    deployment.spec.replicas = replicas
    try await cluster.client.update(deployment)
  }

  static func stopKubelet(of name: String, in cluster: SimulatedCluster) async throws {
    var node = try await cluster.client.get(Node.self, ObjectKey(name: name))
    node.metadata.annotations["swiftlet.dev/kubelet"] = "stopped"
    try await cluster.client.update(node)
  }
}
