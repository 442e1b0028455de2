import APIMachinery
import KubernetesClient
import Simulation
import Synchronization
import Testing

@testable import ControllerRuntime

@Suite struct ShardRingTests {
  private let names = (0..<10_000).map { "default/object-\($0)" }

  private func shares(_ members: [String]) -> [String: Int] {
    let ring = ShardRing(epoch: 1, members: members)
    return names.reduce(into: [:]) { $0[ring.owner(of: $1) ?? "", default: 0] += 1 }
  }

  @Test(arguments: 1...9) func `every member has its share`(count: Int) {
    let shares = shares((0..<count).map { "pod-\($0)_\($0 * 7919)" })
    #expect(shares.count == count)
    for (_, share) in shares {
      let fair = Double(names.count) / Double(count)
      #expect(abs(Double(share) - fair) < fair / 5, "\(shares)")
    }
  }

  @Test func `a member that comes takes from all, and nothing else moves`() {
    let before = ShardRing(epoch: 1, members: ["a", "b", "c"])
    let after = ShardRing(epoch: 2, members: ["a", "b", "c", "d"])
    let moved = names.filter { before.owner(of: $0) != after.owner(of: $0) }
    #expect(moved.allSatisfy { after.owner(of: $0) == "d" })
    #expect(Set(moved.map { before.owner(of: $0) }) == ["a", "b", "c"])
    #expect((2000...3000).contains(moved.count))
  }

  @Test func `an empty ring owns nothing`() {
    #expect(ShardRing().owner(of: "a") == nil)
  }
}

@Suite struct ShardingTests {
  private static let lease = ObjectKey(namespace: "kube-system", name: "shelves")

  /// Who looked at what, and whether two did so at the same time.
  private final class Watcher: Sendable {
    private struct State {
      var active: [ObjectKey: String] = [:]
      var last: [ObjectKey: String] = [:]
      var overlaps: [String] = []
    }

    private let state = Mutex(State())

    var overlaps: [String] { state.withLock { $0.overlaps } }
    /// Who looked at each key last.
    var last: [ObjectKey: String] { state.withLock { $0.last } }

    func begin(_ key: ObjectKey, _ who: String) {
      state.withLock { state in
        if let other = state.active[key] { state.overlaps.append("\(key): \(other), \(who)") }
        state.active[key] = who
        state.last[key] = who
      }
    }

    func end(_ key: ObjectKey) { state.withLock { $0.active[key] = nil } }

    func forget() { state.withLock { $0.last = [:] } }
  }

  private struct Process: Sendable {
    let name: String
    let manager: Manager
    let client: HangingClient
  }

  private static func process(_ name: String, _ api: FakeAPI, _ simulation: Simulation, _ watcher: Watcher)
    -> Process
  {
    let client = HangingClient(base: api)
    let manager = Manager(
      client: client, world: simulation.world,
      options: ManagerOptions(sharding: Sharding(lease: lease, identity: name)))
    let controller = Controller("shelf") { key, context in
      watcher.begin(key, name)
      defer { watcher.end(key) }
      try? await context.world.time.sleep(for: .milliseconds(700))
      return .requeue(after: .seconds(1))
    }
    manager.add(controller.for(Shelf.self).concurrency(50).sharded())
    return Process(name: name, manager: manager, client: client)
  }

  private static func run(
    seed: UInt64,
    _ body:
      @escaping @Sendable (Simulation, FakeAPI, Watcher, _ start: @Sendable (String) -> Process) async throws
      -> Void
  ) throws {
    try Simulation.run(seed: seed) { simulation in
      let api = FakeAPI(world: simulation.world)
      let watcher = Watcher()
      for number in 0..<60 { try await api.create(Shelf.named("s\(number)")) }
      let (starts, starter) = AsyncStream.makeStream(of: Process.self)
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          await withDiscardingTaskGroup { processes in
            for await process in starts { processes.addTask { try? await process.manager.run() } }
            processes.cancelAll()
          }
        }
        try await body(simulation, api, watcher) { name in
          let process = process(name, api, simulation, watcher)
          starter.yield(process)
          return process
        }
        starter.finish()
        try await group.waitForAll()
      }
      #expect(watcher.overlaps.isEmpty, "\(watcher.overlaps.prefix(3))")
    }
  }

  /// Who looks at each key, in the next seconds.
  private static func owners(_ simulation: Simulation, _ watcher: Watcher) async throws -> [ObjectKey: String]
  {
    watcher.forget()
    try await simulation.advance(by: .seconds(5))
    return watcher.last
  }

  @Test(arguments: 0...5) func `three processes share all keys, and no key is looked at by two`(seed: UInt64)
    throws
  {
    try Self.run(seed: seed) { simulation, _, watcher, start in
      let one = start("one")
      try await simulation.advance(by: .seconds(10))
      #expect(try await Set(Self.owners(simulation, watcher).values) == ["one"])
      let others = ["two", "three"].map(start)
      try await simulation.advance(by: .seconds(15))
      let owners = try await Self.owners(simulation, watcher)
      #expect(owners.count == 60)
      #expect(Set(owners.values) == ["one", "two", "three"])
      for process in others + [one] { process.manager.shutDown() }
      try await simulation.advance(by: .seconds(5))
    }
  }

  @Test(arguments: 0...5) func `one that leaves in good order hands its keys over within seconds`(
    seed: UInt64
  ) throws {
    try Self.run(seed: seed) { simulation, api, watcher, start in
      let processes = ["one", "two", "three"].map(start)
      try await simulation.advance(by: .seconds(20))
      let before = try await Self.owners(simulation, watcher)
      processes[1].manager.shutDown()
      try await simulation.advance(by: .seconds(5))
      let after = try await Self.owners(simulation, watcher)
      #expect(after.count == 60)
      #expect(Set(after.values) == ["one", "three"])
      for (key, owner) in before where owner != "two" { #expect(after[key] == owner) }
      let leases = try await api.list(
        ShardLeases.resource, namespace: "kube-system", options: ListOptions()
      ).items.map(\.key.name)
      #expect(leases == ["shelves", "shelves-one", "shelves-three"])
      for process in processes { process.manager.shutDown() }
      try await simulation.advance(by: .seconds(5))
    }
  }

  @Test(arguments: 0...5) func `one that is cut off ends before the others take its keys`(seed: UInt64) throws
  {
    try Self.run(seed: seed) { simulation, _, watcher, start in
      let processes = ["one", "two", "three"].map(start)
      try await simulation.advance(by: .seconds(20))
      processes[2].client.hang(world: simulation.world)
      try await simulation.advance(by: .seconds(30))
      let after = try await Self.owners(simulation, watcher)
      #expect(after.count == 60)
      #expect(Set(after.values) == ["one", "two"])
      for process in processes { process.manager.shutDown() }
      try await simulation.advance(by: .seconds(5))
    }
  }

  @Test func `objects of a namespace can be kept together`() {
    let unit = ShardUnit.namespace
    #expect(
      unit.text(ObjectKey(namespace: "a", name: "b")) == unit.text(ObjectKey(namespace: "a", name: "c")))
    #expect(unit.text(ObjectKey(name: "b")) != unit.text(ObjectKey(name: "c")))
  }

  @Test func `without sharding a sharded controller runs as any other`() throws {
    let looks = try withManager([Controller("shelf") { _, _ in .done }.for(Shelf.self).sharded()]) { bench in
      try await bench.api.create(Shelf.named("a"))
      await bench.settle()
      return bench.trace.records.count
    }
    #expect(looks == 1)
  }
}
