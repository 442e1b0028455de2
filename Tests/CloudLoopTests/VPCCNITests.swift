import APIMachinery
import CloudModel
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Simulation
import Testing
import VPCAddressing

@testable import VPCCNIController

@Suite struct VPCCNITests {
  static let one = [(name: "a", zone: "us-west-2a", cidr: "10.0.0.0/24")]

  @Test func `five pods on a t3 small take three interfaces, as the documentation says`() throws {
    try CloudCluster.run(scale: 1) { cluster in
      try await cluster.network(Self.one)
      try await cluster.group(types: ["t3.small"], subnets: ["a"], size: (1, 1, 1))
      try await cluster.waitForNodes(1)
      try await cluster.wait(for: "the warm pool") {
        try await cluster.interfaces().map(\.blocks.count) == [3]
      }
      try await cluster.deployment(replicas: 5)
      try await cluster.waitForPods(5)
      try await cluster.wait(for: "three interfaces") {
        try await cluster.interfaces().map(\.blocks.count).sorted() == [3, 3, 3]
      }
      #expect(try await cluster.subnet("a").status.availableIPAddressCount == 251 - 12)
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `without kubelets that ask, the loop tells pods their addresses through the API`() throws {
    try CloudCluster.run(kubeletsAsk: false) { cluster in
      try await cluster.network(Self.one)
      try await cluster.group(types: ["t3.small"], subnets: ["a"], size: (1, 1, 1))
      try await cluster.waitForNodes(1)
      try await cluster.deployment(replicas: 7)
      try await cluster.waitForPods(7)
      #expect(try await cluster.interfaces().count == 3)
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `an address that is on its way back to EC2 is given to nobody`() throws {
    var addresses = NodeAddresses()
    let interface = NetworkInterface {
      $0.metadata.name = "eni-1"
      $0.metadata.resourceVersion = "1"
      $0.status.attachment = NetworkInterfaceAttachment {
        $0.deviceIndex = 1
        $0.status = "attached"
      }
      $0.status.privateIPAddresses = (4...5).map { last in
        NetworkInterfacePrivateIPAddress {
          $0.privateIPAddress = "10.0.0.\(last)"
          $0.primary = last == 4
        }
      }
    }
    let now = Timestamp(nanosecondsSince1970: 0)
    func update() {
      addresses.update(
        interfaces: [interface], pods: [], mode: .secondary, cooldown: .seconds(30), at: now)
    }
    update()
    addresses.withdraw(.delete(eni: "eni-1"))
    #expect(addresses.ask(Self.pod("a"), at: now) == nil)
    // The deletion failed: what the interface has counts again, and who asked in vain is woken.
    addresses.invalidate()
    update()
    #expect(addresses.assign(Self.pod("b"), at: now)?.description == "10.0.0.5")
  }

  private static func pod(_ name: String) -> Pod {
    Pod {
      $0.metadata.name = name
      $0.metadata.uid = name
      $0.spec.nodeName = "node"
    }
  }

  @Test func `a pod of the host's network has its node's address and takes none`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(Self.one)
      try await cluster.group(subnets: ["a"], size: (1, 1, 1))
      try await cluster.waitForNodes(1)
      try await cluster.deployment(replicas: 1) { $0.hostNetwork = true }
      try await cluster.waitForPods(1)
      #expect(try await cluster.pods().first?.status.podIP == "10.0.0.4")
    }
  }

  @Test func `a subnet that runs out leaves pods without an address, and says so as EKS does`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network([(name: "a", zone: "us-west-2a", cidr: "10.0.0.0/27")])
      try await cluster.group(types: ["t3.small"], subnets: ["a"], size: (1, 4, 4))
      try await cluster.waitForNodes(4)
      try await cluster.deployment(replicas: 32)
      // 27 addresses: 4 for the nodes, some for interfaces, the rest for pods.
      try await cluster.wait(for: "an event") { try await !cluster.events("FailedCreatePodSandBox").isEmpty }
      let event = try #require(try await cluster.events("FailedCreatePodSandBox").first)
      #expect(event.type == "Warning")
      #expect(event.message?.contains("failed to assign an IP address to container") == true)
      try await cluster.advance(.seconds(60))
      let running = try await cluster.runningPods().count
      #expect(running > 0 && running < 27)
      let stuck = try await cluster.pods().filter { $0.spec.nodeName != nil && $0.status.podIP == nil }
      #expect(stuck.count == 32 - running)
      #expect(stuck.allSatisfy { $0.status.phase == "Pending" })
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `a subnet that has room again is used again`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network([(name: "a", zone: "us-west-2a", cidr: "10.0.0.0/28")])
      try await cluster.group(types: ["t3.small"], subnets: ["a"], size: (1, 1, 2))
      try await cluster.waitForNodes(1)
      let ec2 = SimulatedEC2(
        client: cluster.client, world: cluster.simulation.world, latency: CloudLatency(scale: 0))
      var request = CreateNetworkInterfaceRequest(
        clientToken: "other", subnet: ObjectKey(namespace: "default", name: "a"))
      request.secondaryAddressCount =
        try await cluster.subnet("a").status.availableIPAddressCount.map { $0 - 1 } ?? 0
      let other = try await ec2.createNetworkInterface(request)
      try await cluster.deployment(replicas: 5)
      try await cluster.wait(for: "a full subnet") { try await cluster.runningPods().count == 3 }
      try await ec2.deleteNetworkInterface(other.key)
      // EC2 is left alone for two minutes after a refusal.
      try await cluster.advance(.seconds(60))
      #expect(try await cluster.runningPods().count == 3)
      try await cluster.waitForPods(5)
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `an address rests for half a minute before another pod gets it`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(Self.one)
      try await cluster.client.create(
        ConfigMap {
          $0.metadata.name = "amazon-vpc-cni"
          $0.metadata.namespace = "kube-system"
          $0.data = ["MAX_ENI": "1"]
        })
      try await cluster.group(types: ["t3.small"], subnets: ["a"], size: (1, 1, 1))
      try await cluster.waitForNodes(1)
      try await cluster.deployment(replicas: 3)
      try await cluster.waitForPods(3)
      let victim = try #require(try await cluster.pods().first)
      try await cluster.client.delete(
        Pod.self, victim.key, options: KubernetesClient.DeleteOptions(gracePeriodSeconds: 0))
      try await cluster.wait(for: "the pod to be gone") {
        try await cluster.client.find(Pod.self, victim.key) == nil
      }
      try await cluster.advance(.seconds(25))
      #expect(try await cluster.runningPods().count == 2)
      try await cluster.waitForPods(3)
      #expect(try await cluster.pods().contains { $0.status.podIP == victim.status.podIP })
    }
  }

  @Test func `with prefixes a node holds sixteen addresses a slot`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(Self.one)
      try await cluster.client.create(
        ConfigMap {
          $0.metadata.name = "amazon-vpc-cni"
          $0.metadata.namespace = "kube-system"
          $0.data = ["ENABLE_PREFIX_DELEGATION": "true"]
        })
      try await cluster.group(subnets: ["a"], size: (1, 1, 1))
      try await cluster.waitForNodes(1)
      try await cluster.deployment(replicas: 5)
      try await cluster.waitForPods(5)
      try await cluster.wait(for: "two prefixes") {
        try await cluster.interfaces().flatMap(\.blocks).map(\.cidr.description) == [
          "10.0.0.16/28", "10.0.0.32/28",
        ]
      }
      #expect(
        try await cluster.pods().compactMap(\.status.podIP).sorted() == (16...20).map { "10.0.0.\($0)" })
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `new interfaces come from a tagged subnet with more room`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(Self.one + [("extra", "us-west-2a", "10.0.128.0/20")])
      try await cluster.change(Subnet.self, "extra") {
        $0.spec.tags = [
          Tag {
            $0.key = "kubernetes.io/role/cni"
            $0.value = "1"
          }
        ]
      }
      try await cluster.group(types: ["t3.small"], subnets: ["a"], size: (1, 1, 1))
      try await cluster.waitForNodes(1)
      try await cluster.deployment(replicas: 5)
      try await cluster.waitForPods(5)
      #expect(try await cluster.pods().compactMap(\.status.podIP).contains { $0.hasPrefix("10.0.128.") })
    }
  }

  @Test func `idle interfaces go a minute after the pods`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(Self.one)
      try await cluster.group(types: ["t3.small"], subnets: ["a"], size: (1, 1, 1))
      try await cluster.waitForNodes(1)
      try await cluster.deployment(replicas: 7)
      try await cluster.waitForPods(7)
      #expect(try await cluster.interfaces().count == 3)
      try await cluster.change(Deployment.self, "web") { $0.spec.replicas = 0 }
      try await cluster.wait(for: "one interface") { try await cluster.interfaces().count == 1 }
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `an interface that was made for an instance and hangs on none goes within ten minutes`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(Self.one)
      try await cluster.wait(for: "the subnet") {
        try await cluster.subnet("a").status.availableIPAddressCount == 251
      }
      let ec2 = SimulatedEC2(client: cluster.client, world: cluster.simulation.world)
      let subnet = ObjectKey(namespace: "default", name: "a")
      var left = CreateNetworkInterfaceRequest(clientToken: "i-gone/eth1", subnet: subnet)
      left.labels = [SimulatedEC2.instanceLabel: "i-gone"]
      left.secondaryAddressCount = 3
      let leak = try await ec2.createNetworkInterface(left).key
      let own = try await ec2.createNetworkInterface(
        CreateNetworkInterfaceRequest(clientToken: "somebody's own", subnet: subnet)
      ).key
      try await cluster.advance(.seconds(299))
      #expect(Set(try await cluster.interfaces().map(\.key)) == [leak, own])
      try await cluster.advance(.seconds(302))
      #expect(try await cluster.interfaces().map(\.key) == [own])
      #expect(try await cluster.subnet("a").status.availableIPAddressCount == 250)
    }
  }

  @Test(arguments: UInt64(1)...8)
  func `a control plane that dies and starts anew gives no address twice`(seed: UInt64) throws {
    try CloudCluster.restarting(seed: seed, after: .milliseconds(Int64(seed) * 700)) { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 3, 3))
      // No node can take more than the 27 that it has addresses for, whichever is ready first.
      try await cluster.deployment(replicas: 40, cpu: "70m")
    } then: { cluster in
      try await cluster.waitForPods(40)
      try await cluster.change(Deployment.self, "web") { $0.spec.replicas = 25 }
      try await cluster.waitForPods(25)
      try await cluster.expectConsistentAddresses()
    }
  }

  // MARK: Custom networking

  private static func settings(_ cluster: CloudCluster, _ data: StringMap) async throws {
    try await cluster.client.create(
      ConfigMap {
        $0.metadata.name = "amazon-vpc-cni"
        $0.metadata.namespace = "kube-system"
        $0.data = data
      })
  }

  private static let custom: StringMap = [
    "AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG": "true", "ENI_CONFIG_LABEL_DEF": "topology.kubernetes.io/zone",
  ]

  private static let withPodSubnets =
    one + [("pods-a", "us-west-2a", "10.0.64.0/20"), ("pods-b", "us-west-2b", "10.0.80.0/20")]

  @Test func `with custom networking pods get their addresses from the subnet of their zone's ENIConfig`()
    throws
  {
    try CloudCluster.run { cluster in
      try await cluster.network(Self.withPodSubnets)
      try await Self.settings(cluster, Self.custom)
      let subnetID = try await cluster.podSubnetID("pods-a")
      try await cluster.client.create(
        ENIConfig {
          $0.metadata.name = "us-west-2a"
          $0.spec.subnet = subnetID
          $0.spec.securityGroups = ["sg-0pods"]
        })
      try await cluster.group(subnets: ["a"], size: (1, 1, 1))
      try await cluster.waitForNodes(1)
      // (3 - 1) interfaces of nine addresses, and the two pods of the host's network.
      #expect(try await cluster.nodes().first?.status.allocatable["pods"] == Quantity("20"))
      try await cluster.deployment(replicas: 18)
      try await cluster.waitForPods(18)
      let pods = try await cluster.pods().compactMap(\.status.podIP)
      #expect(pods.allSatisfy { $0.hasPrefix("10.0.64.") })
      let interfaces = try await cluster.interfaces().sorted {
        $0.status.attachment?.deviceIndex ?? 9 < $1.status.attachment?.deviceIndex ?? 9
      }
      #expect(interfaces.map(\.blocks.count) == [0, 9, 9])
      #expect(interfaces.map { $0.spec.subnetRef?.from.name } == ["a", "pods-a", "pods-a"])
      #expect(interfaces.map(\.spec.securityGroupIDs) == [[], ["sg-0pods"], ["sg-0pods"]])
      #expect(try await cluster.subnet("a").status.availableIPAddressCount == 250)
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `without its ENIConfig a node gets no interface, says so, and goes on when it is there`() throws
  {
    try CloudCluster.run { cluster in
      try await cluster.network(Self.withPodSubnets)
      try await Self.settings(cluster, Self.custom)
      try await cluster.group(subnets: ["a"], size: (1, 1, 1))
      try await cluster.waitForNodes(1)
      try await cluster.deployment(replicas: 3)
      try await cluster.wait(for: "an event") { try await !cluster.events("FailedAllocateENI").isEmpty }
      let event = try #require(try await cluster.events("FailedAllocateENI").first)
      #expect(event.message?.hasPrefix("eniconfig: eniconfig is not available") == true)
      #expect(event.involvedObject.kind == "Node")
      try await cluster.advance(.seconds(60))
      #expect(try await cluster.interfaces().count == 1)
      #expect(try await cluster.pods().allSatisfy { $0.status.podIP == nil })
      // One of another zone does not help.
      let wrong = try await cluster.podSubnetID("pods-b")
      try await cluster.client.create(
        ENIConfig {
          $0.metadata.name = "us-west-2a"
          $0.spec.subnet = wrong
        })
      try await cluster.advance(.seconds(60))
      #expect(try await cluster.interfaces().count == 1)
      let right = try await cluster.podSubnetID("pods-a")
      try await cluster.change(ENIConfig.self, "us-west-2a") { $0.spec.subnet = right }
      try await cluster.waitForPods(3)
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `an annotation names a node's ENIConfig before its label does, and default is the last resort`()
  {
    let settings = CNISettings()
    func name(_ labels: StringMap, _ annotations: StringMap = [:]) -> String {
      CustomNetworking.configName(
        of: Node {
          $0.metadata.labels = labels
          $0.metadata.annotations = annotations
        }, settings)
    }
    let key = "k8s.amazonaws.com/eniConfig"
    #expect(name([:]) == "default")
    #expect(name([key: "label"]) == "label")
    #expect(name([key: "label"], [key: "annotation"]) == "annotation")
    #expect(
      name(["vpc.amazonaws.com/externalEniConfig": "external"], [key: "annotation"]) == "external")
  }

  @Test func `with prefixes under custom networking a node has as many pods as the formula says`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(Self.withPodSubnets)
      var settings = Self.custom
      settings["ENABLE_PREFIX_DELEGATION"] = "true"
      settings["WARM_PREFIX_TARGET"] = "2"
      try await Self.settings(cluster, settings)
      try await cluster.client.create(
        ENIConfig {
          $0.metadata.name = "us-west-2a"
          $0.spec.subnet = "pods-a"
        })
      try await cluster.group(subnets: ["a"], size: (1, 1, 1))
      try await cluster.waitForNodes(1)
      // 2 x 9 x 16 + 2, but 110 up to 30 vCPUs.
      #expect(try await cluster.nodes().first?.status.allocatable["pods"] == Quantity("110"))
      try await cluster.deployment(replicas: 20)
      try await cluster.waitForPods(20)
      try await cluster.wait(for: "four prefixes") {
        try await cluster.interfaces().map(\.blocks.count).sorted() == [0, 4]
      }
      #expect(
        try await cluster.pods().compactMap(\.status.podIP).allSatisfy { $0.hasPrefix("10.0.64.") })
    }
  }

  @Test func `the environment of the DaemonSet counts, and the ConfigMap before it`() {
    let daemon = DaemonSet {
      $0.spec.template.spec.containers = [
        Container {
          $0.name = "aws-node"
          $0.env = [("WARM_IP_TARGET", "5"), ("MINIMUM_IP_TARGET", "10"), ("WARM_ENI_TARGET", "-1")].map {
            pair in
            EnvVar {
              $0.name = pair.0
              $0.value = pair.1
            }
          }
        }
      ]
    }
    let settings = CNISettings(
      CNIEnvironment(ConfigMap { $0.data = ["WARM_IP_TARGET": "3"] }, daemon))
    #expect(settings.pool.warmIPTarget == 3)
    #expect(settings.pool.minimumIPTarget == 10)
    #expect(settings.pool.warmENITarget == 1, "a negative value is the default")
    #expect(CNISettings().pool == WarmPoolSettings())
  }

  @Test func `a subnet tagged 0 gives no new address, and gets back what no pod uses`() throws {
    try CloudCluster.run { cluster in
      try await cluster.network(Self.one + [("extra", "us-west-2a", "10.0.128.0/20")])
      func tag(_ name: String, _ value: String) async throws {
        try await cluster.change(Subnet.self, name) {
          $0.spec.tags = [
            Tag {
              $0.key = "kubernetes.io/role/cni"
              $0.value = value
            }
          ]
        }
      }
      try await tag("extra", "1")
      try await cluster.group(types: ["t3.small"], subnets: ["a"], size: (1, 1, 1))
      try await cluster.waitForNodes(1)
      try await cluster.deployment(replicas: 5)
      try await cluster.waitForPods(5)
      let kept = Set(try await cluster.pods().compactMap(\.status.podIP).filter { $0.hasPrefix("10.0.128.") })
      #expect(kept.count == 2)
      try await tag("extra", "0")
      try await cluster.wait(for: "unused addresses to go back") {
        let extra = try await cluster.interfaces().filter { $0.spec.subnetRef?.from.name == "extra" }
        return extra.flatMap(\.blocks).count == 2
      }
      #expect(kept.isSubset(of: try await cluster.pods().compactMap(\.status.podIP)))
      try await cluster.expectConsistentAddresses()
    }
  }

  @Test func `nodes whose calls are too many ask again a little later, and say so`() throws {
    try CloudCluster.run(scale: 20) { cluster in
      // A second of EC2 takes twenty here: a hundred calls at once, then one in four seconds.
      try await cluster.network([(name: "a", zone: "us-west-2a", cidr: "10.0.0.0/20")])
      try await Self.settings(cluster, ["WARM_IP_TARGET": "1"])
      try await cluster.group(types: ["m5.4xlarge"], subnets: ["a"], size: (1, 3, 3))
      try await cluster.waitForNodes(3, upTo: .seconds(3600))
      try await cluster.wait(upTo: .seconds(3600), for: "a throttled node") {
        try await cluster.deploymentStorm()
        return try await !cluster.events("RequestLimitExceeded").isEmpty
      }
      let event = try #require(try await cluster.events("RequestLimitExceeded").first)
      #expect(event.involvedObject.kind == "Node")
      #expect(event.message?.hasPrefix("operation error EC2: ") == true)
      #expect(event.message?.hasSuffix("api error RequestLimitExceeded: Request limit exceeded.") == true)
      try await cluster.change(Deployment.self, "storm") { $0.spec.replicas = 90 }
      try await cluster.waitForPods(90, upTo: .seconds(7200))
      try await cluster.expectConsistentAddresses()
    }
  }
}

extension CloudCluster {
  /// The identifier of a subnet, once it has one.
  func podSubnetID(_ name: String) async throws -> String {
    try await wait(for: "the subnet's identifier") { try await subnet(name).status.subnetID != nil }
    return try await subnet(name).status.subnetID ?? ""
  }

  /// Lets pods come and go, so that addresses are asked for and given back one by one.
  fileprivate func deploymentStorm() async throws {
    if try await client.list(Deployment.self).items.isEmpty {
      try await deployment("storm", replicas: 0)
    }
    try await change(Deployment.self, "storm") { $0.spec.replicas = ($0.spec.replicas ?? 0) > 0 ? 0 : 90 }
    try await advance(.seconds(40))
  }
}
