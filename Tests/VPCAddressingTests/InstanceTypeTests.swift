import Testing
import VPCAddressing

@Suite struct InstanceTypeTests {
  func type(_ name: String) throws -> InstanceType { try #require(InstanceTypeTable[name]) }

  @Test func `the table holds every type once, in order`() throws {
    let names = InstanceTypeTable.all.map(\.name)
    #expect(names.count == 1379)
    #expect(Set(names).count == names.count)
    #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(InstanceTypeTable["m9.enormous"] == nil)
    let m5 = try type("m5.large")
    #expect((m5.vCPUs, m5.memoryMiB, m5.maxENIs, m5.ipv4PerENI) == (2, 8192, 3, 10))
    #expect(m5.architecture == .amd64 && m5.hypervisor == .nitro && m5.branchENIs == 9)
    #expect(try type("m6g.large").architecture == .arm64)
    #expect(try type("c4.large").supportsPrefixes == false)
  }

  @Test(arguments: [
    ("t3.nano", 4), ("t3.micro", 4), ("t3.small", 11), ("t3.medium", 17), ("t3.large", 35), ("m5.large", 29),
    ("m5.xlarge", 58), ("c5.4xlarge", 234), ("c5.18xlarge", 737),
  ])
  func `max pods by formula`(name: String, pods: Int) throws {
    #expect(MaxPods().formula(for: try type(name)) == pods)
  }

  @Test(arguments: [("c5.4xlarge", 110), ("c5.18xlarge", 250), ("m5.large", 29)])
  func `max pods of a managed node group are capped`(name: String, pods: Int) throws {
    #expect(MaxPods().capped(for: try type(name)) == pods)
  }

  /// The sums of the columns `maxPods`, `maxPodsCapped` and `maxPodsPrefix` of the table that the types were made from,
  /// which agrees with `eni-max-pods.txt` of the VPC CNI row by row.
  @Test func `max pods of all types add up`() {
    let types = InstanceTypeTable.all
    #expect(types.reduce(0) { $0 + MaxPods().formula(for: $1) } == 573_939)
    #expect(types.reduce(0) { $0 + MaxPods().capped(for: $1) } == 222_331)
    let withPrefixes = types.filter(\.supportsPrefixes)
    #expect(types.count - withPrefixes.count == 80)
    #expect(withPrefixes.reduce(0) { $0 + MaxPods(mode: .prefix).capped(for: $1) } == 243_046)
    #expect(types.filter { ($0.branchENIs ?? 0) > 0 }.count == 1059)
    #expect(types.filter { $0.branchENIs == nil }.count == 216)
  }

  @Test func `max pods with prefixes, with custom networking and with a bound on interfaces`() throws {
    let m5 = try type("m5.large")
    #expect(MaxPods(mode: .prefix).formula(for: m5) == 434)
    #expect(MaxPods(mode: .prefix).capped(for: m5) == 110)
    #expect(MaxPods(customNetworking: true).formula(for: m5) == 20)
    #expect(MaxPods(customNetworking: true, maxENI: 2).formula(for: m5) == 11)
    #expect(MaxPods(maxENI: 0).formula(for: m5) == 29)
    #expect(
      MaxPods(mode: .prefix).formula(for: try type("c4.large"))
        == MaxPods().formula(for: try type("c4.large")))
  }

  @Test func `a group of mixed types has the smallest max pods`() throws {
    #expect(MaxPods().capped(forAll: [try type("m5.xlarge"), try type("t3.medium")]) == 17)
    #expect(MaxPods().capped(forAll: []) == nil)
  }

  @Test(arguments: [(1, 60), (2, 70), (4, 80), (8, 90), (16, 110), (32, 150), (64, 230), (96, 310)])
  func `CPU reserved for the kubelet`(vCPUs: Int, millicores: Int) {
    #expect(NodeResources.reservedCPU(vCPUs: vCPUs) == millicores)
  }

  @Test(arguments: [(29, 574), (110, 1465), (250, 3005), (737, 8362)])
  func `memory reserved for the kubelet`(pods: Int, mebibytes: Int) {
    #expect(NodeResources.reservedMemory(maxPods: pods) == mebibytes)
  }

  @Test(arguments: [
    ("t3.small", 1930, 1418, 11), ("t3.medium", 1930, 3246, 17), ("m5.large", 1930, 6903, 29),
    ("m6g.large", 1930, 6844, 29), ("m5.xlarge", 3920, 14162, 58), ("c5.4xlarge", 15890, 27381, 234),
    ("m5.24xlarge", 95690, 355_262, 737),
  ])
  func `allocatable resources`(name: String, millicores: Int, mebibytes: Int, pods: Int) throws {
    let type = try type(name)
    let node = NodeResources(type: type, pods: MaxPods().formula(for: type))
    #expect(node.allocatableCPUMillicores == millicores)
    #expect(node.allocatableMemoryMiB == mebibytes)
    #expect(node.pods == pods)
    #expect(node.allocatableEphemeralStorageMiB == 17 * 1024)
  }

  @Test func `a cap on pods does not lower the memory reservation`() throws {
    let node = NodeResources(type: try type("c5.18xlarge"), pods: 250)
    #expect(node.reservedMemoryMiB == 8362)
  }
}
