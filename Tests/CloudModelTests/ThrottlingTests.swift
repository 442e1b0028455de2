import APIMachinery
import CloudModel
import EKSAPI
import KubernetesClient
import Testing
import VPCAddressing

/// The quotas of calls to EC2.
@Suite struct ThrottlingTests {
  /// EC2: "Request token bucket sizes and refill rates", and the one of resources.
  static let quotas: [(action: EC2Action, capacity: Int, refill: Double)] = [
    (.runInstances, 5, 2), (.terminateInstances, 100, 5), (.createNetworkInterface, 100, 5),
    (.attachNetworkInterface, 50, 5), (.detachNetworkInterface, 50, 5), (.deleteNetworkInterface, 100, 5),
    (.assignPrivateIPAddresses, 100, 5), (.unassignPrivateIPAddresses, 100, 5),
  ]

  @Test func `every action has the quota of EC2's table`() {
    #expect(Set(Self.quotas.map(\.action)) == Set(EC2Action.allCases))
    for (action, capacity, refill) in Self.quotas {
      #expect(action.requestQuota == RequestQuota(capacity: capacity, refillPerSecond: refill), "\(action)")
    }
    #expect(EC2Action.runInstances.resourceQuota == RequestQuota(capacity: 1000, refillPerSecond: 2))
    #expect(EC2Action.terminateInstances.resourceQuota == RequestQuota(capacity: 1000, refillPerSecond: 20))
    #expect(EC2Action.allCases.filter { $0.resourceQuota != nil }.count == 2)
  }

  @Test func `five launches go at once, then two a second`() async throws {
    let cloud = try await Cloud(scale: 1)
    for number in 0..<5 { _ = try await cloud.run("\(number)") }
    await #expect(throws: Self.refusal(.runInstances)) { _ = try await cloud.run("5") }
    cloud.time.advance(.milliseconds(499))
    await #expect(throws: Self.refusal(.runInstances)) { _ = try await cloud.run("5") }
    cloud.time.advance(.milliseconds(1))
    _ = try await cloud.run("5")
    await #expect(throws: Self.refusal(.runInstances)) { _ = try await cloud.run("6") }
    cloud.time.advance(.seconds(60))
    for number in 6..<11 { _ = try await cloud.run("\(number)") }
    await #expect(throws: Self.refusal(.runInstances)) { _ = try await cloud.run("11") }
    try await cloud.expectConsistent()
  }

  private static func refusal(_ action: EC2Action) -> EC2Error {
    EC2Error(.requestLimitExceeded, "Request limit exceeded.", action: action)
  }

  @Test func `one request may be about many instances, up to the quota of those`() async throws {
    let cloud = try await Cloud(cidr: "10.0.0.0/20", scale: 1)
    var request = RunInstanceRequest(clientToken: "many", instanceType: "m5.large", subnet: cloud.subnet)
    let launched = try await cloud.ec2.runInstances(request, count: 30)
    #expect(Set(launched.map(\.object.key)).count == 30)
    #expect(
      try await cloud.ec2.runInstances(request, count: 30).map(\.object.key) == launched.map(\.object.key))
    request.clientToken = "more"
    await #expect(throws: Self.refusal(.runInstances)) {
      _ = try await cloud.ec2.runInstances(request, count: 941)
    }
    try await cloud.expectConsistent()
  }

  @Test func `as many instances as there are addresses are launched, and none is an error`() async throws {
    let cloud = try await Cloud(cidr: "10.0.0.0/28")
    let request = RunInstanceRequest(clientToken: "many", instanceType: "m5.large", subnet: cloud.subnet)
    #expect(try await cloud.ec2.runInstances(request, count: 20).count == 11)
    let error = await #expect(throws: EC2Error.self) { _ = try await cloud.run("one more") }
    #expect(error?.code == .insufficientFreeAddresses)
    try await cloud.expectConsistent()
  }

  @Test func `each action is counted by itself, and each region`() async throws {
    let cloud = try await Cloud(scale: 1)
    let elsewhere = ObjectKey(namespace: "default", name: "far")
    try await cloud.client.create(
      Subnet {
        $0.metadata.name = elsewhere.name
        $0.metadata.namespace = elsewhere.namespace
        $0.spec.cidrBlock = "10.1.0.0/24"
        $0.spec.availabilityZone = "eu-west-1a"
      })
    for number in 0..<5 { _ = try await cloud.run("\(number)") }
    _ = try await cloud.interface("extra", addresses: 1)
    await #expect(throws: Self.refusal(.runInstances)) { _ = try await cloud.run("5") }
    let far = RunInstanceRequest(clientToken: "far", instanceType: "m5.large", subnet: elsewhere)
    #expect(try await cloud.ec2.runInstance(far).object.spec.placement?.availabilityZone == "eu-west-1a")
  }

  @Test func `addresses are asked for a hundred times at once, then five times a second`() async throws {
    let cloud = try await Cloud(scale: 1)
    let interface = try await cloud.interface("one")
    for _ in 0..<50 {
      let changed = try await cloud.ec2.assignPrivateIPAddresses(1, to: interface.key)
      _ = try await cloud.ec2.unassign(changed.blocks.map(\.cidr), from: interface.key)
      _ = try await cloud.ec2.assignPrivateIPAddresses(1, to: interface.key)
      let again = try await cloud.ec2.describe(networkInterface: interface.key)
      _ = try await cloud.ec2.unassign(again?.object.blocks.map(\.cidr) ?? [], from: interface.key)
    }
    await #expect(throws: Self.refusal(.assignPrivateIPAddresses)) {
      _ = try await cloud.ec2.assignPrivateIPAddresses(1, to: interface.key)
    }
    await #expect(throws: Self.refusal(.unassignPrivateIPAddresses)) {
      _ = try await cloud.ec2.unassign([], from: interface.key)
    }
    cloud.time.advance(.seconds(1))
    for _ in 0..<5 { _ = try await cloud.ec2.unassign([], from: interface.key) }
    await #expect(throws: Self.refusal(.unassignPrivateIPAddresses)) {
      _ = try await cloud.ec2.unassign([], from: interface.key)
    }
    try await cloud.expectConsistent()
  }

  @Test func `an interface is attached in its zone alone`() async throws {
    let cloud = try await Cloud()
    let other = ObjectKey(namespace: "default", name: "b")
    try await cloud.client.create(
      Subnet {
        $0.metadata.name = other.name
        $0.metadata.namespace = other.namespace
        $0.spec.cidrBlock = "10.1.0.0/24"
        $0.spec.availabilityZone = "us-west-2b"
      })
    let host = try await cloud.run().object
    let stranger = try await cloud.ec2.createNetworkInterface(
      CreateNetworkInterfaceRequest(clientToken: "x", subnet: other))
    let error = await #expect(throws: EC2Error.self) {
      _ = try await cloud.ec2.attach(networkInterface: stranger.key, to: host.key, deviceIndex: 1)
    }
    #expect(error?.code == .invalidParameterCombination)
  }

  @Test func `the error reads as in the AWS SDK`() {
    #expect(
      Self.refusal(.createNetworkInterface).sdkDescription
        == "operation error EC2: CreateNetworkInterface, api error RequestLimitExceeded: Request limit exceeded."
    )
  }
}
