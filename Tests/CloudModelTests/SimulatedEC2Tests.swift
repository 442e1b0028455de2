import APIMachinery
import CloudModel
import EKSAPI
import KubernetesClient
import Testing
import VPCAddressing

/// A cloud with one subnet in one zone.
struct Cloud {
  let time = ManualTime()
  let client: MemoryClient
  let ec2: SimulatedEC2
  let subnet = ObjectKey(namespace: "default", name: "a")

  init(cidr: String = "10.0.0.0/24", scale: Double = 0, instanceLimit: Int? = nil) async throws {
    client = MemoryClient(time: time)
    ec2 = Self.cloud(client, time, scale, instanceLimit)
    try await client.create(
      Subnet {
        $0.metadata.name = "a"
        $0.metadata.namespace = "default"
        $0.spec.cidrBlock = cidr
        $0.spec.availabilityZone = "us-west-2a"
      })
  }

  static func cloud(_ client: MemoryClient, _ time: ManualTime, _ scale: Double, _ limit: Int?)
    -> SimulatedEC2
  {
    SimulatedEC2(
      client: client, world: World(time: time, random: CountingRandom()), latency: CloudLatency(scale: scale),
      instanceLimit: limit)
  }

  /// The same cloud as another process sees it.
  var otherProcess: SimulatedEC2 { Self.cloud(client, time, 0, nil) }

  func pool() async throws -> SubnetPool { try await client.get(Subnet.self, subnet).pool() }

  func run(_ token: String = "one", type: String = "m5.large") async throws(EC2Error) -> Described<Instance> {
    try await ec2.runInstance(RunInstanceRequest(clientToken: token, instanceType: type, subnet: subnet))
  }

  func interface(
    _ token: String, addresses: Int = 0, prefixes: Int = 0, on ec2: SimulatedEC2? = nil
  ) async throws(EC2Error) -> NetworkInterface {
    var request = CreateNetworkInterfaceRequest(clientToken: token, subnet: subnet)
    request.secondaryAddressCount = addresses
    request.prefixCount = prefixes
    return try await (ec2 ?? self.ec2).createNetworkInterface(request)
  }

  func interfaces() async throws -> [NetworkInterface] { try await client.list(NetworkInterface.self).items }

  /// What every interface says it has, is what the subnet says it holds, each address once.
  func expectConsistent(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    var said: Set<IPv4Address> = []
    var count = 0
    for interface in try await interfaces() {
      let own =
        (interface.primaryAddress.map { [$0] } ?? []) + interface.blocks.flatMap(\.cidr.range.addresses)
      said.formUnion(own)
      count += own.count
    }
    #expect(said.count == count, "an address is had twice", sourceLocation: sourceLocation)
    let held = try await pool().allocations.flatMap(\.range.addresses)
    #expect(Set(held) == said, sourceLocation: sourceLocation)
  }
}

@Suite struct InstanceTests {
  @Test func `an instance runs at once when nothing takes time`() async throws {
    let cloud = try await Cloud()
    let launched = try await cloud.run()
    #expect(launched.changesIn == nil)
    #expect(launched.object.isRunning)
    #expect(launched.object.status.privateIPAddress == "10.0.0.4")
    #expect(launched.object.status.privateDNSName == "ip-10-0-0-4.us-west-2.compute.internal")
    let primary = try await cloud.interfaces()
    #expect(primary.map(\.status.attachment?.deviceIndex) == [0])
    try await cloud.expectConsistent()
  }

  @Test func `an instance is pending until its time has come`() async throws {
    let cloud = try await Cloud(scale: 1)
    let launched = try await cloud.run()
    #expect(launched.object.status.state?.name == "pending")
    #expect(launched.changesIn == .seconds(45))
    cloud.time.advance(.seconds(44))
    #expect(try await cloud.ec2.describe(instance: launched.object.key)?.object.isRunning == false)
    cloud.time.advance(.seconds(1))
    #expect(try await cloud.ec2.describe(instance: launched.object.key)?.object.isRunning == true)
  }

  @Test func `the same request again gives the same instance`() async throws {
    let cloud = try await Cloud()
    let first = try await cloud.run("token")
    let writes = cloud.client.writes
    #expect(try await cloud.run("token").object.key == first.object.key)
    #expect(cloud.client.writes == writes)
  }

  @Test func `termination frees interfaces and addresses, in its time`() async throws {
    let cloud = try await Cloud(scale: 1)
    let key = try await cloud.run().object.key
    _ = try await cloud.interface("extra", addresses: 3)
    try await cloud.ec2.terminateInstance(key)
    #expect(try await cloud.ec2.describe(instance: key)?.object.status.state?.name == "shutting-down")
    cloud.time.advance(.seconds(20))
    #expect(try await cloud.ec2.describe(instance: key) == nil)
    #expect(try await cloud.interfaces().count == 1)
    try await cloud.expectConsistent()
    try await cloud.ec2.terminateInstance(key)
  }

  @Test func `a zone without capacity, a full account and an unknown type are refused with EC2's codes`()
    async throws
  {
    let cloud = try await Cloud(instanceLimit: 1)
    var subnet = try await cloud.client.get(Subnet.self, cloud.subnet)
    subnet.metadata.annotations[Subnet.insufficientCapacityAnnotation] = "c5.*,r5.large"
    try await cloud.client.update(subnet)
    await #expect(throws: EC2Error.self) { try await cloud.run(type: "m5.nonsense") }
    let noCapacity = await #expect(throws: EC2Error.self) { try await cloud.run(type: "c5.xlarge") }
    #expect(noCapacity?.code.rawValue == "InsufficientInstanceCapacity")
    _ = try await cloud.run("one")
    let full = await #expect(throws: EC2Error.self) { try await cloud.run("two") }
    #expect(full?.code.rawValue == "InstanceLimitExceeded")
  }

  @Test func `a launch that gets no address leaves nothing behind`() async throws {
    let cloud = try await Cloud(cidr: "10.0.0.0/28")
    _ = try await cloud.interface("crowd", addresses: 10)
    let error = await #expect(throws: EC2Error.self) { try await cloud.run() }
    #expect(error?.code.rawValue == "InsufficientFreeAddressesInSubnet")
    #expect(try await cloud.client.list(Instance.self).items.isEmpty)
    #expect(try await cloud.interfaces().count == 1)
    try await cloud.expectConsistent()
  }
}

@Suite struct NetworkInterfaceTests {
  @Test func `an interface has its primary and its secondary addresses`() async throws {
    let cloud = try await Cloud()
    let interface = try await cloud.interface("one", addresses: 3)
    #expect(interface.primaryAddress?.description == "10.0.0.4")
    #expect(interface.blocks.map(\.cidr.base.description) == ["10.0.0.5", "10.0.0.6", "10.0.0.7"])
    let pool = try await cloud.pool()
    #expect(pool.allocations.map { "\($0.range)" } == ["10.0.0.4-10.0.0.7"])
    let subnet = try await cloud.client.get(Subnet.self, cloud.subnet)
    #expect(subnet.status.availableIPAddressCount == 247)
  }

  @Test func `prefixes are whole and aligned, and their want is told from the want of addresses`()
    async throws
  {
    let cloud = try await Cloud(cidr: "10.0.0.0/26")
    let interface = try await cloud.interface("one", prefixes: 2)
    #expect(interface.blocks.map(\.cidr.description) == ["10.0.0.16/28", "10.0.0.32/28"])
    let error = await #expect(throws: EC2Error.self) { try await cloud.interface("two", prefixes: 1) }
    #expect(error?.code.rawValue == "InsufficientCidrBlocks")
    #expect(try await cloud.interfaces().count == 1)
    try await cloud.expectConsistent()
  }

  @Test func `attaching takes its time and minds the limits`() async throws {
    let cloud = try await Cloud(scale: 0.5)
    let instance = try await cloud.run().object.key
    let interface = try await cloud.interface("one", addresses: 2)
    let begun = try await cloud.ec2.attach(networkInterface: interface.key, to: instance, deviceIndex: 1)
    #expect(begun.changesIn == .seconds(4))
    #expect(!begun.object.isAttached)
    cloud.time.advance(.seconds(4))
    #expect(try await cloud.ec2.describe(networkInterface: interface.key)?.object.isAttached == true)
    let other = try await cloud.interface("two")
    let error = await #expect(throws: EC2Error.self) {
      try await cloud.ec2.attach(networkInterface: other.key, to: instance, deviceIndex: 3)
    }
    #expect(error?.code.rawValue == "AttachmentLimitExceeded")
  }

  @Test func `addresses come and go, up to the limit of the type`() async throws {
    let cloud = try await Cloud()
    let instance = try await cloud.run(type: "t3.small").object
    let primary = try #require(try await cloud.interfaces().first).key
    #expect(instance.isRunning)
    #expect(try await cloud.ec2.assignPrivateIPAddresses(3, to: primary).blocks.count == 3)
    let error = await #expect(throws: EC2Error.self) {
      try await cloud.ec2.assignPrivateIPAddresses(1, to: primary)
    }
    #expect(error?.code.rawValue == "PrivateIpAddressLimitExceeded")
    let gone = [try IPv4CIDR("10.0.0.6/32"), try IPv4CIDR("10.0.0.200/32")]
    #expect(try await cloud.ec2.unassign(gone, from: primary).blocks.count == 2)
    try await cloud.expectConsistent()
    #expect(
      try await cloud.ec2.assignPrefixes(1, to: primary).blocks.map(\.cidr.description) == [
        "10.0.0.5/32", "10.0.0.7/32", "10.0.0.16/28",
      ])
    try await cloud.expectConsistent()
  }

  @Test func `many requests at once get different addresses in few writes`() async throws {
    let cloud = try await Cloud(cidr: "10.0.0.0/20")
    let other = cloud.otherProcess
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<60 {
        group.addTask {
          _ = try await cloud.interface(
            "eni-\(number)", addresses: 9, on: number % 2 == 0 ? cloud.ec2 : other)
        }
      }
      try await group.waitForAll()
    }
    #expect(try await cloud.interfaces().count == 60)
    #expect(try await cloud.pool().heldCount == 600)
    try await cloud.expectConsistent()
    // Two writes an interface, and fewer than one a request on the subnet.
    #expect(cloud.client.writes < 1 + 60 * 2 + 60)
  }

  @Test func `an interface that another process made is freed all the same`() async throws {
    let cloud = try await Cloud()
    _ = try await cloud.interface("mine", addresses: 1)
    let foreign = try await cloud.interface("theirs", addresses: 5, on: cloud.otherProcess)
    try await cloud.ec2.deleteNetworkInterface(foreign.key)
    try await cloud.expectConsistent()
    #expect(try await cloud.pool().heldCount == 2)
  }

  @Test(arguments: 0..<12)
  func `a crash between any two writes is made good by the same calls again`(writes: Int) async throws {
    let cloud = try await Cloud()
    func work(_ ec2: SimulatedEC2) async throws {
      let instance = try await ec2.runInstance(
        RunInstanceRequest(clientToken: "i", instanceType: "m5.large", subnet: cloud.subnet)
      ).object
      let interface = try await cloud.interface("eni", addresses: 4, on: ec2)
      _ = try await ec2.attach(networkInterface: interface.key, to: instance.key, deviceIndex: 1)
      let present = try await ec2.describe(networkInterface: interface.key)?.object.blocks.count ?? 0
      if present < 7 { _ = try await ec2.assignPrivateIPAddresses(7 - present, to: interface.key) }
    }
    cloud.client.allow(writes: writes)
    try? await work(cloud.ec2)
    cloud.client.allow(writes: .max)
    try await work(cloud.otherProcess)
    #expect(try await cloud.pool().heldCount == 9)
    try await cloud.expectConsistent()
  }
}
