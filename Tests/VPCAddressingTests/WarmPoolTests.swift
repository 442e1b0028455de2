import Testing
import VPCAddressing

/// A node in miniature: pods come, the pool loop turns, EC2 always has room.
struct NodeSimulation {
  var store: AddressStore
  let pool: WarmPool
  var now = Duration.zero
  var nextAddress = 0
  var waiting: [PodIdentity] = []

  init(mode: AddressMode, pool: WarmPool) {
    store = AddressStore(mode: mode, enis: [ENI(id: "eni-0", deviceNumber: 0)])
    self.pool = pool
  }

  mutating func block() -> AddressBlock {
    nextAddress += store.mode.unit
    let base = IPv4Address(rawValue: IPv4Address(10, 0, 0, 0).rawValue + UInt32(nextAddress))
    return AddressBlock(cidr: IPv4CIDR(containing: base, prefixLength: store.mode == .prefix ? 28 : 32))
  }

  mutating func arrive(_ count: Int) {
    waiting += (0..<count).map { PodIdentity(uid: "uid-\($0)", namespace: "default", name: "pod-\($0)") }
  }

  mutating func carryOut(_ action: PoolAction) {
    switch action {
    case .assign(let eni, let slots):
      store.add((0..<slots).map { _ in block() }, to: eni)
    case .attach(let slots):
      let device = (0...).first { number in !store.enis.contains { $0.deviceNumber == number } } ?? 0
      let blocks = (0..<slots).map { _ in block() }
      store.add(ENI(id: "eni-\(device)", deviceNumber: device, createdAt: now, blocks: blocks))
    case .unassign(let eni, let blocks): store.remove(blocks, from: eni)
    case .delete(let eni): store.remove(eni: eni)
    }
  }

  /// Turns the pool loop for `duration` of virtual time.
  mutating func run(for duration: Duration) {
    let end = now + duration
    while now <= end {
      while let pod = waiting.first, store.assign(to: pod, at: now) != nil { waiting.removeFirst() }
      for action in pool.actions(for: store, at: now) { carryOut(action) }
      now += WarmPoolTimers.turn
    }
  }
}

@Suite struct WarmPoolTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    var fields: [String]
    func number(_ index: Int) -> Int { Int(fields[index]) ?? -1 }
    var testDescription: String { fields.joined(separator: " ") }
  }

  static let vectors = WarmPoolVectors.table.split(separator: "\n").map { line in
    Vector(fields: line.split(separator: " ").map(String.init))
  }

  @Test func `there are 32 documented states`() {
    #expect(Self.vectors.count == 32)
  }

  @Test(arguments: vectors)
  func `the pool settles as documented`(vector: Vector) throws {
    var settings = WarmPoolSettings()
    settings.warmENITarget = vector.number(4)
    settings.warmIPTarget = vector.number(5)
    settings.minimumIPTarget = vector.number(6)
    settings.warmPrefixTarget = vector.number(7)
    let mode = try #require(AddressMode(rawValue: vector.fields[3]))
    let type = try #require(InstanceTypeTable[vector.fields[0]])
    #expect(type.maxENIs == vector.number(1) && type.slotsPerENI == vector.number(2))
    let pods = MaxPods(mode: mode).capped(for: type)
    var node = NodeSimulation(
      mode: mode, pool: WarmPool(settings: settings, limits: type.eniLimits, maxPods: pods))
    node.run(for: .seconds(120))
    node.arrive(vector.number(8))
    node.run(for: .seconds(300))
    #expect(node.waiting.isEmpty)
    #expect(node.store.enis.map { "\($0.blocks.count)" }.joined(separator: ",") == vector.fields[9])
    #expect(node.store.statistics(at: node.now).available == vector.number(10))
  }

  func m5(_ settings: WarmPoolSettings = WarmPoolSettings(), mode: AddressMode = .secondary) -> NodeSimulation
  {
    NodeSimulation(
      mode: mode,
      pool: WarmPool(settings: settings, limits: ENILimits(maxENIs: 3, ipv4PerENI: 10), maxPods: 29))
  }

  @Test func `an interface that is too young or cooling stays, then it goes`() {
    var node = m5()
    node.arrive(12)
    node.run(for: .seconds(20))
    #expect(node.store.enis.count == 3)
    for pod in 0..<12 { node.store.unassign(pod: "uid-\(pod)", at: node.now) }
    node.run(for: .seconds(25))
    #expect(node.store.enis.count == 3)
    node.run(for: .seconds(60))
    #expect(node.store.enis.map(\.deviceNumber) == [0])
  }

  @Test func `addresses above the targets are given back, the highest of the last interface first`() {
    var settings = WarmPoolSettings()
    settings.warmIPTarget = 2
    var node = m5(settings)
    node.arrive(11)
    node.run(for: .seconds(60))
    #expect(node.store.enis.map(\.blocks.count) == [9, 4])
    for pod in 5..<11 { node.store.unassign(pod: "uid-\(pod)", at: node.now) }
    #expect(node.store.statistics(at: node.now).cooling == 6)
    node.run(for: .seconds(120))
    #expect(node.store.statistics(at: node.now).total == 7)
    #expect(node.store.enis.map(\.blocks.count) == [7])
  }

  @Test func `with custom networking the primary interface gives no address`() {
    var settings = WarmPoolSettings()
    settings.customNetworking = true
    var node = m5(settings)
    node.arrive(3)
    node.run(for: .seconds(30))
    #expect(node.store.enis.map(\.blocks.count) == [0, 9, 9])
  }

  @Test func `a trunk, reserved slots and MAX_ENI bound the interfaces`() {
    var settings = WarmPoolSettings()
    settings.reservedENIs = 1
    var node = m5(settings)
    node.arrive(40)
    node.run(for: .seconds(60))
    #expect(node.store.enis.count == 2)
    #expect(node.waiting.count == 22)
  }

  @Test func `the pool is never low once every possible pod has an address`() {
    let pool = WarmPool(limits: ENILimits(maxENIs: 3, ipv4PerENI: 10), maxPods: 17)
    #expect(!pool.isTooLow(PoolStatistics(total: 18, assigned: 17), mode: .secondary))
    #expect(pool.isTooLow(PoolStatistics(total: 9, assigned: 1), mode: .secondary))
  }
}

@Suite struct AddressStoreTests {
  func pod(_ number: Int) -> PodIdentity {
    PodIdentity(uid: "\(number)", namespace: "shop", name: "web-\(number)")
  }

  func store(_ blocks: [String], mode: AddressMode = .secondary) throws -> AddressStore {
    AddressStore(
      mode: mode,
      enis: [ENI(id: "eni", deviceNumber: 0, blocks: try blocks.map { AddressBlock(cidr: try IPv4CIDR($0)) })]
    )
  }

  @Test func `a pod that asks twice gets the same address`() throws {
    var store = try store(["10.0.0.5/32", "10.0.0.4/32"])
    let first = store.assign(to: pod(1), at: .zero)
    #expect(first?.description == "10.0.0.4")
    #expect(store.assign(to: pod(1), at: .seconds(5)) == first)
    #expect(store.statistics(at: .zero).assigned == 1)
  }

  @Test func `an address rests for 30 seconds, and counts as available meanwhile`() throws {
    var store = try store(["10.0.0.4/32"])
    _ = store.assign(to: pod(1), at: .zero)
    store.unassign(pod: "1", at: .seconds(100))
    #expect(store.assign(to: pod(2), at: .seconds(130)) == nil)
    let statistics = store.statistics(at: .seconds(130))
    #expect((statistics.available, statistics.cooling) == (1, 1))
    #expect(store.assign(to: pod(2), at: .milliseconds(130_001))?.description == "10.0.0.4")
  }

  @Test func `a prefix gives out all sixteen addresses, the lowest fresh one first`() throws {
    var store = try store(["10.0.0.16/28"], mode: .prefix)
    let given = (0..<16).compactMap { store.assign(to: pod($0), at: .zero)?.description }
    #expect(given == (16..<32).map { "10.0.0.\($0)" })
    #expect(store.assign(to: pod(99), at: .zero) == nil)
    store.unassign(pod: "3", at: .zero)
    #expect(store.assign(to: pod(99), at: .seconds(31))?.description == "10.0.0.19")
  }

  @Test func `blocks of the other kind and excluded interfaces give nothing`() throws {
    var other = try store(["10.0.0.4/32"], mode: .prefix)
    #expect(other.assign(to: pod(1), at: .zero) == nil)
    var eni = ENI(id: "eni", deviceNumber: 1, blocks: [AddressBlock(address: IPv4Address(10, 0, 0, 4))])
    eni.isExcluded = true
    var store = AddressStore(enis: [eni])
    #expect(store.assign(to: pod(1), at: .zero) == nil)
    #expect(store.statistics(at: .zero).total == 0)
  }

  @Test func `a store is rebuilt from what pods and interfaces say`() throws {
    var store = try store(["10.0.0.4/32", "10.0.0.5/32", "10.0.0.6/32"])
    let known = [
      store.restore(AddressInfo(assigned: IPv4Address(10, 0, 0, 5), to: pod(1))),
      store.restore(AddressInfo(unassigned: IPv4Address(10, 0, 0, 4), at: .seconds(90))),
      store.restore(AddressInfo(assigned: IPv4Address(10, 9, 9, 9), to: pod(2))),
    ]
    #expect(known == [true, true, false])
    #expect(store.address(ofPod: "1")?.description == "10.0.0.5")
    #expect(store.assign(to: pod(3), at: .seconds(100))?.description == "10.0.0.6")
    #expect(store.assign(to: pod(4), at: .seconds(121))?.description == "10.0.0.4")
  }

  @Test func `giving back an address that a pod does not have is no error`() throws {
    var store = try store(["10.0.0.4/32"])
    #expect(store.unassign(pod: "nobody", at: .zero) == nil)
  }
}
