import APIMachinery
import CloudModel
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct ClusterAutoscalerTests {
  @Test func `pending pods raise a group by as many nodes as they need`() throws {
    try CloudCluster.run(scale: 1) { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 1, 6))
      try await cluster.waitForNodes(1)
      try await cluster.deployment(replicas: 5, cpu: "1500m")
      try await cluster.waitForPods(5, upTo: .seconds(600))
      #expect(try await cluster.group().spec.scalingConfig?.desiredSize == 5)
      let event = try #require(try await cluster.events("TriggeredScaleUp").first)
      #expect(event.message == "pod triggered scale-up: [{workers 1->5 (max: 6)}]")
    }
  }

  @Test func `the daemons of a new node take their room before other pods do`() throws {
    try CloudCluster.run(scale: 1) { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (0, 0, 6))
      func daemon(_ name: String, cpu: String, _ nodeSelector: StringMap = [:]) -> DaemonSet {
        DaemonSet {
          $0.metadata.name = name
          $0.metadata.namespace = "default"
          $0.spec.selector.matchLabels = ["app": name]
          $0.spec.template.metadata.labels = ["app": name]
          $0.spec.template.spec.nodeSelector = nodeSelector
          $0.spec.template.spec.containers = [
            Container {
              $0.name = "main"
              $0.image = "agent"
              $0.resources = ResourceRequirements { $0.requests = ["cpu": Quantity(cpu) ?? .zero] }
            }
          ]
        }
      }
      // An m5.large has 1930m: three pods of 600m, but two beside the agent. The other one wants other nodes.
      try await cluster.client.create(daemon("agent", cpu: "500m"))
      try await cluster.client.create(daemon("elsewhere", cpu: "1500m", ["gpu": "yes"]))
      try await cluster.deployment(replicas: 6, cpu: "600m")
      try await cluster.wait(for: "an event") { try await !cluster.events("TriggeredScaleUp").isEmpty }
      let messages = Set(try await cluster.events("TriggeredScaleUp").compactMap(\.message))
      #expect(messages == ["pod triggered scale-up: [{workers 0->3 (max: 6)}]"])
    }
  }

  @Test func `a group is not raised beyond its maximum, nor for pods that it cannot help`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 1, 2))
      try await cluster.waitForNodes(1)
      try await cluster.deployment(replicas: 4, cpu: "1500m")
      try await cluster.deployment("huge", replicas: 1, cpu: "64")
      try await cluster.wait(for: "events") { try await cluster.events("NotTriggerScaleUp").count >= 3 }
      #expect(try await cluster.group().spec.scalingConfig?.desiredSize == 2)
      let messages = Set(try await cluster.events("NotTriggerScaleUp").compactMap(\.message))
      #expect(messages.contains("pod didn't trigger scale-up: 1 Insufficient cpu"))
      #expect(messages.contains("pod didn't trigger scale-up: 1 max node group size reached"))
    }
  }

  @Test func `the group that wastes least is raised, from none at all`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group("large", types: ["m5.8xlarge"], size: (0, 0, 4))
      try await cluster.group("small", types: ["m5.large"], size: (0, 0, 4))
      try await cluster.deployment(replicas: 1, cpu: "1500m")
      try await cluster.waitForPods(1)
      #expect(try await cluster.instances().compactMap(\.spec.instanceType) == ["m5.large"])
    }
  }

  @Test func `a group with untolerated taints is not raised`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group("tainted", size: (0, 0, 4)) {
        $0.spec.taints = [
          NodeGroupTaint {
            $0.key = "gpu"
            $0.effect = "NO_SCHEDULE"
          }
        ]
      }
      try await cluster.deployment(replicas: 1)
      // Without any node the scheduler has to see the pod first.
      try await cluster.wait(for: "an event") { try await !cluster.events("NotTriggerScaleUp").isEmpty }
      #expect(try await cluster.instances().isEmpty)
    }
  }

  @Test func `idle nodes leave after ten minutes, down to the minimum`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 1, 4))
      try await cluster.waitForNodes(1)
      try await cluster.deployment(replicas: 4, cpu: "1500m")
      try await cluster.waitForPods(4)
      try await cluster.change(Deployment.self, "web") { $0.spec.replicas = 1 }
      try await cluster.waitForPods(1)
      try await cluster.advance(.seconds(500))
      #expect(try await cluster.nodes().count == 4)
      try await cluster.wait(upTo: .seconds(1800), for: "one node") { try await cluster.nodes().count == 1 }
      #expect(try await cluster.runningPods().count == 1)
      #expect(try await cluster.group().spec.scalingConfig?.desiredSize == 1)
      try await cluster.expectConsistentAddresses()
    }
  }
}
