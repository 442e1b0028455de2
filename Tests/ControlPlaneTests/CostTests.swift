import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import ObjectStore
import Testing

/// What a pod costs, in commits and in looks, when nothing has to be waited for.
@Suite struct CostTests {
  private static let count = 30
  private static let key = ObjectKey(namespace: "default", name: "web")

  @Test(arguments: UInt64(0)...3)
  func `a pod comes up in three commits and one look of its kubelet, and goes in three`(seed: UInt64) throws {
    let options = ControlPlaneOptions(latencyScale: 0, traceCapacity: 100_000)
    try SimulatedCluster.run(seed: seed, options: options) { cluster in
      try await cluster.apply(TestGround.manifest(subnets: ["10.0.0.0/20", "10.0.16.0/20"]))
      try await cluster.apply(
        TestGround.group("workers", type: "m5.large", min: 2, desired: 2, max: 2, subnets: "ab"))
      try await cluster.eventually("two nodes") { try await cluster.readyNodes().count == 2 }
      try await cluster.settle()
      let before = cluster.trace.count
      try await cluster.apply(TestGround.deployment("web", replicas: Self.count, cpu: "10m"))
      try await cluster.eventually("all pods") { try await cluster.hasReady(Self.count) }
      try await cluster.settle()
      let up = cluster.counts
      #expect(up.pods == [.added: Self.count, .modified: 2 * Self.count])
      #expect(cluster.looks(of: "podlifecycle", from: before, writing: true) == Self.count)

      try await cluster.client.delete(Deployment.self, Self.key)
      try await cluster.eventually("no pods") { try await cluster.pods().isEmpty }
      try await cluster.settle()
      let all = cluster.counts
      #expect(all.pods == [.added: Self.count, .modified: 4 * Self.count, .deleted: Self.count])
      #expect(cluster.trace.findings.all.filter { $0.kind == .noOpWrite } == [])
    }
  }
}

extension SimulatedCluster {
  fileprivate struct Counts { var pods: [StoreEvent.Kind: Int] = [:] }

  fileprivate var counts: Counts {
    history.events.reduce(into: Counts()) { counts, event in
      // The daemons of the nodes come and go with those.
      if event.key.resource == "pods", event.key.namespace != "kube-system" {
        counts.pods[event.kind, default: 0] += 1
      }
    }
  }

  fileprivate func looks(of controller: String, from sequence: UInt64, writing: Bool) -> Int {
    trace.records(from: sequence).count { $0.controller == controller && !$0.writes.isEmpty == writing }
  }
}
