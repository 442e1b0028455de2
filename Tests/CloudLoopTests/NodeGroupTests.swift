import APIMachinery
import CloudModel
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Simulation
import Testing

@Suite struct NodeGroupTests {
  @Test func `a group launches its nodes, one a zone, with EKS' names, labels and resources`() throws {
    try CloudCluster.run(scale: 1) { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 3, 6)) {
        $0.spec.labels = ["role": "general"]
        $0.spec.taints = [
          NodeGroupTaint {
            $0.key = "dedicated"
            $0.value = "data"
            $0.effect = "NO_SCHEDULE"
          }
        ]
      }
      try await cluster.waitForNodes(3)
      let nodes = try await cluster.nodes()
      #expect(Set(nodes.map { $0.metadata.labels["topology.kubernetes.io/zone"] }).count == 3)
      let node = try #require(
        nodes.first { $0.metadata.labels["topology.kubernetes.io/zone"] == "us-west-2a" })
      #expect(node.metadata.name == "ip-10-0-0-4.us-west-2.compute.internal")
      #expect(node.metadata.labels["eks.amazonaws.com/nodegroup"] == "workers")
      #expect(node.metadata.labels["eks.amazonaws.com/capacityType"] == "ON_DEMAND")
      #expect(node.metadata.labels["node.kubernetes.io/instance-type"] == "m5.large")
      #expect(node.metadata.labels["role"] == "general")
      #expect(
        node.spec.taints.map { "\($0.key)=\($0.value ?? ""):\($0.effect)" } == ["dedicated=data:NoSchedule"])
      #expect(node.spec.providerID?.hasPrefix("aws:///us-west-2a/i-0") == true)
      #expect(node.status.allocatable["cpu"] == Quantity("1930m"))
      #expect(node.status.allocatable["memory"] == Quantity("6903Mi"))
      #expect(node.status.allocatable["pods"] == Quantity("29"))
      #expect(try await cluster.group().status.status == "ACTIVE")
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `instances know their subnet, whichever of them was made first`(_ seed: UInt64) throws {
    try CloudCluster.run(seed: seed) { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 3, 3))
      try await cluster.waitForNodes(3)
      let subnets = try await cluster.instances().map(\.status.subnetID)
      #expect(subnets.allSatisfy { $0?.hasPrefix("subnet-") == true }, "\(subnets)")
      #expect(try await cluster.interfaces().allSatisfy { $0.status.vpcID?.hasPrefix("vpc-") == true })
    }
  }

  @Test func `a lost instance is replaced and its node forgotten`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 3, 3))
      try await cluster.waitForNodes(3)
      let lost = try #require(try await cluster.instances().first)
      try await cluster.client.delete(Instance.self, lost.key)
      try await cluster.wait(for: "a replacement") {
        let instances = try await cluster.instances()
        let ready = try await cluster.readyNodes()
        return instances.count == 3 && !instances.contains { $0.key == lost.key } && ready.count == 3
          && !ready.contains { $0.spec.providerID?.hasSuffix(lost.key.name) == true }
      }
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `a smaller group empties nodes before it takes them away, and frees their addresses`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 3, 3))
      try await cluster.waitForNodes(3)
      try await cluster.deployment(replicas: 6)
      try await cluster.waitForPods(6)
      try await cluster.change(NodeGroup.self, "workers") { $0.spec.scalingConfig?.desiredSize = 1 }
      try await cluster.wait(for: "one node with all pods") {
        let nodes = try await cluster.nodes()
        let pods = try await cluster.runningPods()
        return nodes.count == 1 && pods.count == 6
          && pods.allSatisfy { $0.spec.nodeName == nodes[0].metadata.name }
      }
      #expect(try await cluster.instances().count == 1)
      #expect(try await cluster.events("NodeDraining").count == 2)
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `a deleted group takes its nodes along`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      let group = try await cluster.group(size: (1, 2, 3))
      try await cluster.waitForNodes(2)
      try await cluster.client.delete(NodeGroup.self, group.key)
      try await cluster.wait(for: "nothing left") {
        let groups = try await cluster.client.list(NodeGroup.self).items
        let (nodes, instances) = (try await cluster.nodes(), try await cluster.instances())
        return groups.isEmpty && nodes.isEmpty && instances.isEmpty
      }
      #expect(try await cluster.interfaces().isEmpty)
      #expect(try await cluster.subnet("a").status.availableIPAddressCount == 1019)
    }
  }

  @Test func `a zone without capacity is passed over, and none at all is an issue`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.change(Subnet.self, "a") {
        $0.metadata.annotations[Subnet.insufficientCapacityAnnotation] = "*"
      }
      try await cluster.group(size: (1, 3, 3))
      try await cluster.waitForNodes(3)
      #expect(!(try await cluster.instances().contains { $0.spec.subnetRef?.from.name == "a" }))
      for name in ["b", "c"] {
        try await cluster.change(Subnet.self, name) {
          $0.metadata.annotations[Subnet.insufficientCapacityAnnotation] = "m5.*"
        }
      }
      try await cluster.group("more", size: (1, 1, 1))
      try await cluster.wait(for: "an issue") {
        try await cluster.group("more").status.health?.issues.first?.code == "AsgInstanceLaunchFailures"
      }
      #expect(try await cluster.group("more").status.status == "CREATE_FAILED")
      try await cluster.change(Subnet.self, "b") { $0.metadata.annotations = [:] }
      try await cluster.waitForNodes(4)
      try await cluster.wait(for: "no issue") { try await cluster.group("more").status.status == "ACTIVE" }
    }
  }

  @Test func `a subnet without addresses for a node is an issue`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network([(name: "a", zone: "us-west-2a", cidr: "10.0.0.0/28")])
      try await cluster.group(types: ["t3.small"], subnets: ["a"], size: (1, 12, 12))
      try await cluster.wait(for: "an issue") {
        try await cluster.group().status.health?.issues.first?.code == "InsufficientFreeAddresses"
      }
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `an update launches new nodes first, then empties the old ones one by one`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 3, 3))
      try await cluster.waitForNodes(3)
      let old = Set(try await cluster.instances().map(\.key))
      try await cluster.deployment(replicas: 9)
      try await cluster.waitForPods(9)
      try await cluster.change(NodeGroup.self, "workers") { $0.spec.releaseVersion = "1.36.1-20260801" }
      try await cluster.wait(upTo: .seconds(1200), for: "only new nodes") {
        let instances = try await cluster.instances()
        let status = try await cluster.group().status.status
        return instances.count == 3 && instances.allSatisfy { !old.contains($0.key) } && status == "ACTIVE"
      }
      try await cluster.waitForPods(9)
      let zones = try await cluster.nodes().map { $0.metadata.labels["topology.kubernetes.io/zone"] }
      #expect(Set(zones).count == 3)
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `a spot instance that EC2 wants back is replaced within its notice`() throws {
    try CloudCluster.run(scale: 1) { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 2, 3)) { $0.spec.capacityType = "SPOT" }
      try await cluster.waitForNodes(2)
      let victim = try #require(try await cluster.instances().first)
      try await cluster.change(Instance.self, victim.key.name) {
        $0.metadata.annotations[Instance.interruptAnnotation] = "now"
      }
      try await cluster.wait(for: "a replacement") {
        let instances = try await cluster.instances()
        let ready = try await cluster.readyNodes()
        return instances.count == 2 && !instances.contains { $0.key == victim.key } && ready.count == 2
      }
    }
  }

  @Test func `labels and taints of a group reach its nodes, and a taint taken off by hand stays off`() throws
  {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 1, 1)) { group in
        group.spec.labels = ["tier": "web", "old": "yes"]
        group.spec.taints = [
          NodeGroupTaint {
            $0.key = "a"
            $0.effect = "NO_SCHEDULE"
          }
        ]
      }
      try await cluster.waitForNodes(1)
      let name = try #require(try await cluster.nodes().first?.metadata.name)
      try await cluster.change(Node.self, name) { $0.spec.taints = [] }
      try await cluster.change(NodeGroup.self, "workers") { $0.spec.labels = ["tier": "db"] }
      try await cluster.wait(for: "new labels") {
        try await cluster.nodes().first?.metadata.labels["tier"] == "db"
      }
      let node = try #require(try await cluster.nodes().first)
      #expect(node.metadata.labels["old"] == nil)
      #expect(node.spec.taints.isEmpty)
    }
  }

  @Test func `zones are evened out when one has capacity again: new nodes first, old ones after`() throws {
    try CloudCluster.run(seed: 3, scale: 1) { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.change(Subnet.self, "c") {
        $0.metadata.annotations[Subnet.insufficientCapacityAnnotation] = "*"
      }
      try await cluster.group(size: (1, 6, 6))
      try await cluster.waitForNodes(6)
      try await cluster.deployment(replicas: 12)
      try await cluster.waitForPods(12)
      try await cluster.advance(.seconds(200))
      #expect(try await Self.zones(cluster) == ["us-west-2a": 3, "us-west-2b": 3])
      #expect(try await cluster.group().status.status == "ACTIVE", "an uneven group is not at fault")
      try await cluster.change(Subnet.self, "c") { $0.metadata.annotations = [:] }
      var most = 0
      try await cluster.wait(upTo: .seconds(1800), for: "two nodes a zone") {
        let ready = try await cluster.readyNodes().count
        let instances = try await cluster.instances().filter(\.isLive).count
        most = max(most, instances)
        #expect(ready >= 6 || instances > 6, "old nodes go after new ones have come")
        return try await Self.zones(cluster) == ["us-west-2a": 2, "us-west-2b": 2, "us-west-2c": 2]
          && instances == 6
      }
      #expect(most == 7, "a group of six at most has seven for a while")
      #expect(try await !cluster.events("RebalancingZones").isEmpty)
      try await cluster.waitForPods(12)
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `a group whose zones are not to be evened out stays as it is`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(subnets: ["a"], size: (1, 3, 3)) {
        $0.metadata.annotations = ["swiftlet.dev/suspended-processes": "AZRebalance"]
      }
      try await cluster.waitForNodes(3)
      try await cluster.change(NodeGroup.self, "workers") {
        $0.spec.subnetRefs = ["a", "b", "c"].map { ResourceReference(name: $0) }
      }
      try await cluster.advance(.seconds(300))
      #expect(try await Self.zones(cluster) == ["us-west-2a": 3])
      try await cluster.change(NodeGroup.self, "workers") { $0.metadata.annotations = [:] }
      try await cluster.wait(upTo: .seconds(1200), for: "a node a zone") {
        try await Self.zones(cluster) == ["us-west-2a": 1, "us-west-2b": 1, "us-west-2c": 1]
      }
    }
  }

  private static func zones(_ cluster: CloudCluster) async throws -> [String: Int] {
    try await cluster.readyNodes().reduce(into: [:]) { counts, node in
      counts[node.metadata.labels["topology.kubernetes.io/zone"] ?? "", default: 0] += 1
    }
  }

  @Test func `launches that are too many calls for EC2 are made a little later, and an event says so`() throws
  {
    try CloudCluster.run(scale: 1) { cluster in
      try await cluster.network(CloudCluster.threeZones)
      // Three zones each: twelve calls at once, and the account has five.
      for name in ["one", "two", "three", "four"] { try await cluster.group(name, size: (1, 3, 3)) }
      try await cluster.waitForNodes(12)
      let event = try #require(try await cluster.events("FailedLaunch").first)
      #expect(event.message == "Request limit exceeded. Launching EC2 instance failed.")
      #expect(event.involvedObject.kind == "NodeGroup")
      #expect(try await cluster.instances().count == 12)
      try await cluster.wait(for: "active groups") {
        try await cluster.client.list(NodeGroup.self).items.allSatisfy { $0.status.status == "ACTIVE" }
      }
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `a spot instance at risk is replaced before it goes`() throws {
    try CloudCluster.run(scale: 1) { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 2, 2)) { $0.spec.capacityType = "SPOT" }
      try await cluster.waitForNodes(2)
      let victim = try #require(try await cluster.instances().first)
      try await cluster.change(Instance.self, victim.key.name) {
        $0.metadata.annotations[Instance.rebalanceAnnotation] = "now"
      }
      try await cluster.wait(for: "a replacement") {
        let ready = try await cluster.readyNodes().count
        #expect(ready >= 2, "the endangered node stays until the new one is ready")
        let instances = try await cluster.instances()
        return instances.count == 2 && !instances.contains { $0.key == victim.key }
      }
      #expect(try await cluster.events("RebalanceRecommended").count == 1)
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `with repair on, a node that is not ready for half an hour is replaced`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (2, 2, 2)) {
        $0.spec.nodeRepairConfig = NodeRepairConfig { $0.enabled = true }
      }
      try await cluster.waitForNodes(2)
      let victim = try #require(try await cluster.nodes().first)
      let now = cluster.simulation.time.now()
      try await cluster.change(Node.self, victim.key.name) {
        $0.metadata.annotations["swiftlet.dev/kubelet"] = "stopped"
      }
      var status = try await cluster.client.get(Node.self, victim.key)
      status.status.conditions = [
        NodeCondition {
          $0.type = "Ready"
          $0.status = "Unknown"
          $0.lastTransitionTime = now
        }
      ]
      try await cluster.client.updateStatus(status)
      try await cluster.advance(.seconds(29 * 60))
      #expect(try await cluster.nodes().contains { $0.key == victim.key })
      try await cluster.wait(upTo: .seconds(180), for: "a new node") {
        let ready = try await cluster.readyNodes()
        return ready.count == 2 && !ready.contains { $0.metadata.uid == victim.metadata.uid }
      }
    }
  }

  @Test func `nodes of a group with a launch template say which one`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 1, 1)) {
        $0.spec.launchTemplate = LaunchTemplateReference {
          $0.id = "lt-0123"
          $0.version = "7"
        }
      }
      try await cluster.waitForNodes(1)
      let labels = try #require(try await cluster.nodes().first?.metadata.labels)
      #expect(labels["eks.amazonaws.com/sourceLaunchTemplateId"] == "lt-0123")
      #expect(labels["eks.amazonaws.com/sourceLaunchTemplateVersion"] == "7")
    }
  }
}
