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

  @Test(arguments: UInt64(1)...8)
  func `a control plane that dies and starts anew gives no address twice`(seed: UInt64) throws {
    try CloudCluster.restarting(seed: seed, after: .milliseconds(Int64(seed) * 700)) { cluster in
      try await cluster.network(CloudCluster.threeZones)
      try await cluster.group(size: (1, 3, 3))
      try await cluster.deployment(replicas: 40)
    } then: { cluster in
      try await cluster.waitForPods(40)
      try await cluster.change(Deployment.self, "web") { $0.spec.replicas = 25 }
      try await cluster.waitForPods(25)
      try await cluster.expectConsistentAddresses()
    }
  }
}
