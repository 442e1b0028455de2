import APIMachinery
import CloudModel
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Synchronization
import Testing

@testable import ClusterAutoscalerController

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

  // MARK: The company of other pods

  private static func near(
    _ name: String, _ key: String = "kubernetes.io/hostname"
  ) -> PodAffinityTerm {
    PodAffinityTerm {
      $0.topologyKey = key
      $0.labelSelector = LabelSelector { $0.matchLabels = ["app": name] }
    }
  }

  @Test func `pods that keep away from each other take a node each`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (0, 0, 6))
      try await cluster.deployment(replicas: 4) {
        $0.affinity = Affinity {
          $0.podAntiAffinity = PodAntiAffinity {
            $0.requiredDuringSchedulingIgnoredDuringExecution = [Self.near("web")]
          }
        }
      }
      try await cluster.waitForPods(4)
      let messages = Set(try await cluster.events("TriggeredScaleUp").compactMap(\.message))
      #expect(messages == ["pod triggered scale-up: [{workers 0->4 (max: 6)}]"])
      #expect(Set(try await cluster.pods().compactMap(\.spec.nodeName)).count == 4)
    }
  }

  @Test func `pods that must be spread over zones raise a group by a node for each zone that lacks one`()
    throws
  {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (0, 3, 9))
      try await cluster.waitForNodes(3)
      // 1930m a node: six fill the three nodes, two each; three more need a node in each zone.
      try await cluster.deployment(replicas: 6, cpu: "900m") { spec in
        spec.topologySpreadConstraints = [
          TopologySpreadConstraint {
            $0.topologyKey = "topology.kubernetes.io/zone"
            $0.maxSkew = 1
            $0.whenUnsatisfiable = "DoNotSchedule"
            $0.labelSelector = LabelSelector { $0.matchLabels = ["app": "web"] }
          }
        ]
      }
      try await cluster.waitForPods(6)
      try await cluster.change(Deployment.self, "web") { $0.spec.replicas = 9 }
      try await cluster.waitForPods(9)
      let messages = try await cluster.events("TriggeredScaleUp").compactMap(\.message)
      #expect(Set(messages) == ["pod triggered scale-up: [{workers 3->6 (max: 9)}]"])
    }
  }

  @Test func `a pod that no new node could take because of other pods says so`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network([CloudCluster.threeZones[0]])
      try await cluster.group(subnets: ["a"], size: (1, 1, 5))
      try await cluster.waitForNodes(1)
      try await cluster.deployment("loner", replicas: 1) {
        $0.affinity = Affinity {
          $0.podAntiAffinity = PodAntiAffinity {
            $0.requiredDuringSchedulingIgnoredDuringExecution = [
              Self.near("guest", "topology.kubernetes.io/zone")
            ]
          }
        }
      }
      try await cluster.waitForPods(1)
      try await cluster.deployment("guest", replicas: 1)
      try await cluster.deployment("fan", replicas: 1) {
        $0.affinity = Affinity {
          $0.podAffinity = PodAffinity {
            $0.requiredDuringSchedulingIgnoredDuringExecution = [Self.near("nobody")]
          }
        }
      }
      try await cluster.wait(for: "two refusals") {
        try await Set(cluster.events("NotTriggerScaleUp").compactMap(\.message)) == [
          "pod didn't trigger scale-up: 1 node(s) didn't satisfy existing pods anti-affinity rules",
          "pod didn't trigger scale-up: 1 node(s) didn't match pod affinity rules",
        ]
      }
      #expect(try await cluster.group().spec.scalingConfig?.desiredSize == 1)
    }
  }

  // MARK: Which group

  /// Three groups that could all take the pod.
  private static func choice(
    _ expander: String, seed: UInt64 = 0, priorities: String? = nil
  ) throws -> [String] {
    let chosen = Chosen()
    try CloudCluster.run(seed: seed) { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.flags(["--expander=\(expander)"])
      if let priorities {
        try await cluster.client.create(
          ConfigMap {
            $0.metadata.name = "cluster-autoscaler-priority-expander"
            $0.metadata.namespace = "kube-system"
            $0.data = ["priorities": priorities]
          })
      }
      // Four pods of 1500m: four of m5.large (one each), one of m5.2xlarge, or of m5.4xlarge.
      try await cluster.group("large", types: ["m5.large"], size: (0, 0, 2))
      try await cluster.group("middle", types: ["m5.2xlarge"], size: (0, 0, 4))
      try await cluster.group("huge", types: ["m5.4xlarge"], size: (0, 0, 4))
      try await cluster.wait(for: "the groups to be known") {
        try await cluster.client.list(NodeGroup.self).items.allSatisfy { $0.status.resources != nil }
      }
      try await cluster.deployment(replicas: 4, cpu: "1500m")
      try await cluster.wait(for: "a scale-up") { try await !cluster.events("ScaledUpGroup").isEmpty }
      for event in try await cluster.events("ScaledUpGroup") { chosen.add(event.involvedObject.name ?? "") }
    }
    return chosen.names
  }

  private final class Chosen: Sendable {
    private let list = Mutex<[String]>([])
    var names: [String] { list.withLock { $0 } }
    func add(_ name: String) { list.withLock { $0.append(name) } }
  }

  @Test(arguments: [
    ("least-waste", "large"), ("most-pods,least-waste", "middle"), ("least-nodes,least-waste", "middle"),
  ])
  func `the expander chooses the group`(expander: String, first: String) throws {
    #expect(try Self.choice(expander).first == first)
  }

  @Test func `chance decides where expanders see no difference`() throws {
    let chosen = try (0..<8).compactMap { try Self.choice("random", seed: $0).first }
    #expect(Set(chosen).count > 1)
    #expect(try Self.choice("random", seed: 5) == Self.choice("random", seed: 5))
  }

  @Test func `the priority expander takes the highest group that its ConfigMap names`() throws {
    let priorities = "10:\n  - .*\n50:\n  - eks-hu.*\n20:\n  - large\n"
    #expect(try Self.choice("priority", priorities: priorities).first == "huge")
    #expect(try Self.choice("priority,least-waste", priorities: "10: [nothing]").first == "large")
  }

  @Test func `a group whose nodes cannot be had is given up for a while, and another one is raised`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      for name in ["a", "b", "c"] {
        try await cluster.change(Subnet.self, name) {
          $0.metadata.annotations[Subnet.insufficientCapacityAnnotation] = "m5.large"
        }
      }
      try await cluster.group("spot", types: ["m5.large"], size: (0, 0, 4)) { $0.spec.capacityType = "SPOT" }
      try await cluster.group("demand", types: ["m5.2xlarge"], size: (0, 0, 4))
      try await cluster.deployment(replicas: 1, cpu: "1500m")
      try await cluster.waitForPods(1)
      let event = try #require(try await cluster.events("FailedToScaleUpGroup").first)
      #expect(event.message?.hasPrefix("Scale-up failed for group spot: AsgInstanceLaunchFailures") == true)
      #expect(try await cluster.group("spot").spec.scalingConfig?.desiredSize == 0)
      #expect(try await cluster.group("demand").spec.scalingConfig?.desiredSize == 1)
      try await cluster.change(Deployment.self, "web") { $0.spec.replicas = 60 }
      try await cluster.wait(for: "a refusal") { try await !cluster.events("NotTriggerScaleUp").isEmpty }
      let refusals = Set(try await cluster.events("NotTriggerScaleUp").compactMap(\.message))
      #expect(refusals.contains { $0.contains("1 in backoff after failed scale-up") })
      // After five minutes it is tried again, and left alone for ten.
      try await cluster.wait(upTo: .seconds(400), for: "another attempt") {
        try await cluster.group("spot").metadata.annotations["cluster-autoscaler.kubernetes.io/backoff"]?
          .hasSuffix(" 10m0s") == true
      }
    }
  }

  // MARK: Down

  @Test func `empty nodes go together, nodes with pods one at a time`() throws {
    try CloudCluster.run(seed: 2) { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 6, 6)) { $0.metadata.annotations = Self.uneven }
      try await cluster.waitForNodes(6)
      try await cluster.advance(.seconds(590))
      #expect(try await cluster.group().spec.scalingConfig?.desiredSize == 6)
      try await cluster.wait(for: "one node") { try await cluster.nodes().count == 1 }
      let sizes = try await cluster.events("ScaleDownEmpty").count
      #expect(sizes == 5)
      #expect(try await cluster.events("ScaleDownEmpty").allSatisfy { $0.involvedObject.kind == "NodeGroup" })
    }
  }

  private static let uneven: StringMap = ["swiftlet.dev/suspended-processes": "AZRebalance"]

  /// What keeps a node, and what does not: the annotations of the pod, its volumes, its owner.
  @Test(arguments: [
    ("", nil, true), ("cluster-autoscaler.kubernetes.io/safe-to-evict=false", nil, false),
    ("", "emptyDir", false), ("", "memory", true), ("", "hostPath", false),
    ("cluster-autoscaler.kubernetes.io/safe-to-evict=true", "emptyDir", true),
    ("cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes=data", "emptyDir", true),
    ("cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes=other", "emptyDir", false),
  ])
  func `a pod keeps its node or lets it go`(annotation: String, volume: String?, goes: Bool) throws {
    try CloudCluster.run { cluster in
      try await cluster.network([CloudCluster.threeZones[0]])
      try await cluster.group(subnets: ["a"], size: (1, 2, 2))
      try await cluster.waitForNodes(2)
      try await cluster.deployment(replicas: 2, cpu: "10m") { spec in
        spec.affinity = Affinity {
          $0.podAntiAffinity = PodAntiAffinity {
            $0.preferredDuringSchedulingIgnoredDuringExecution = [
              WeightedPodAffinityTerm {
                $0.weight = 100
                $0.podAffinityTerm = Self.near("web")
              }
            ]
          }
        }
        guard let volume else { return }
        spec.volumes = [
          Volume {
            $0.name = "data"
            if volume == "hostPath" { $0.hostPath = HostPathVolumeSource { $0.path = "/data" } }
            if volume != "hostPath" {
              $0.emptyDir = EmptyDirVolumeSource { if volume == "memory" { $0.medium = "Memory" } }
            }
          }
        ]
      }
      let parts = annotation.split(separator: "=").map(String.init)
      if parts.count == 2 {
        try await cluster.change(Deployment.self, "web") {
          $0.spec.template.metadata.annotations[parts[0]] = parts[1]
        }
      }
      try await cluster.waitForPods(2)
      try await cluster.advance(.seconds(900))
      #expect(try await cluster.nodes().count == (goes ? 1 : 2))
      #expect(try await cluster.runningPods().count == 2)
    }
  }

  @Test func `the flags of a Deployment of the autoscaler count`() throws {
    var settings = AutoscalerSettings()
    settings = settings.with(
      Deployment {
        $0.spec.template.spec.containers = [
          Container {
            $0.name = "cluster-autoscaler"
            $0.command = [
              "./cluster-autoscaler", "--expander=priority,least-nodes", "--scale-down-unneeded-time=3m",
              "--skip-nodes-with-local-storage=false", "--scale-down-utilization-threshold=0.7", "--v=4",
              "--max-drain-parallelism=many", "--scale-down-enabled=false",
            ]
          }
        ]
      })
    var expected = AutoscalerSettings()
    expected.expanders = [.priority, .leastNodes]
    expected.scaleDownUnneededTime = .seconds(180)
    expected.skipsNodesWithLocalStorage = false
    expected.utilizationThreshold = 0.7
    expected.isScaleDownEnabled = false
    #expect(settings == expected)
    #expect(settings.with(nil) == settings)
  }

  /// Cluster Autoscaler: the table of defaults.
  @Test func `without flags the defaults of the Cluster Autoscaler hold`() {
    let settings = AutoscalerSettings()
    #expect(settings.scanInterval == .seconds(10) && settings.expanders == [.leastWaste])
    #expect(
      settings.scaleDownUnneededTime == .seconds(600) && settings.scaleDownUnreadyTime == .seconds(1200))
    #expect(settings.scaleDownDelayAfterAdd == .seconds(600) && settings.utilizationThreshold == 0.5)
    #expect(settings.maxScaleDownParallelism == 10 && settings.maxDrainParallelism == 1)
    #expect(settings.maxNodeProvisionTime == .seconds(900) && settings.maxNodesPerScaleUp == 1000)
    #expect(settings.initialBackoff == .seconds(300) && settings.maxBackoff == .seconds(1800))
    #expect(settings.backoffReset == .seconds(10_800) && settings.expendablePodsPriorityCutoff == -10)
    #expect(settings.okTotalUnreadyCount == 3 && settings.maxTotalUnreadyPercentage == 45)
  }
}

extension CloudCluster {
  /// A Deployment of the Cluster Autoscaler, which here only says what its flags are.
  fileprivate func flags(_ arguments: [String]) async throws {
    try await client.create(
      Deployment {
        $0.metadata.name = "cluster-autoscaler"
        $0.metadata.namespace = "kube-system"
        $0.spec.replicas = 0
        $0.spec.selector.matchLabels = ["app": "cluster-autoscaler"]
        $0.spec.template.metadata.labels = ["app": "cluster-autoscaler"]
        $0.spec.template.spec.containers = [
          Container {
            $0.name = "cluster-autoscaler"
            $0.image = "registry.k8s.io/autoscaling/cluster-autoscaler:v1.36.0"
            $0.command = ["./cluster-autoscaler"] + arguments
          }
        ]
      })
  }
}
