import APIMachinery
import Glibc
import KubernetesClient
import Simulation
import Testing

@testable import ControllerRuntime

/// Figures, not assertions: `SWIFTLET_BENCH=1 swift test -c release -Xswiftc -enable-testing
/// --filter RuntimeBenchmarks`.
@Suite(.serialized, .enabled(if: getenv("SWIFTLET_BENCH") != nil)) struct RuntimeBenchmarks {
  private func cup(_ number: Int, revision: Int, color: String) -> DynamicObject {
    var cup = Cup.named("cup-with-a-long-name-\(number)", color: color)
    cup.metadata.uid = "0b2a4c1e-0000-4000-8000-\(number)"
    cup.metadata.resourceVersion = "\(revision)"
    cup.metadata.labels = ["app": "shop", "tier": "front"]
    cup.metadata.ownerReferences = [
      OwnerReference {
        $0.apiVersion = "shop.example.com/v1"
        $0.kind = "Shelf"
        $0.name = "shelf-\(number % 50)"
        $0.uid = "uid-\(number % 50)"
        $0.controller = true
      }
    ]
    return DynamicObject(cup)
  }

  private func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func measure(_ name: String, _ count: Int, _ body: () throws -> Void) rethrows {
    let start = cpuSeconds()
    try body()
    let seconds = cpuSeconds() - start
    let each = Double(Int(seconds / Double(count) * 1e9)) / 1000
    print("BENCH \(name): \(Int(Double(count) / seconds)) a second, \(each) µs each")
  }

  @Test func `events through one informer to eight controllers`() throws {
    let world = World(time: VirtualTime(), random: SeededRandom(seed: 1))
    let environment = RunEnvironment(
      client: FakeAPI(), world: world, informers: InformerSet(), trace: Trace(),
      metrics: Metrics(time: world.time),
      events: EventSink(client: FakeAPI(), world: world, isOpen: true))
    let runs = (0..<8).map { number in
      let controller = Controller("loop-\(number)") { _, _ in .done }
      return ControllerRun(
        number < 4
          ? controller.for(Shelf.self).owns(Cup.self).indexByController(Cup.self)
          : controller.for(Cup.self, where: .generationOrLabelsChanged), in: environment)
    }
    let informer = environment.informers.informer(for: Cup.self)
    let count = 50_000
    let first = (0..<count).map { cup($0, revision: $0 + 1, color: "white") }.sorted { $0.key < $1.key }
    let rounds = (1...3).map { round in
      (0..<count).map { WatchEvent.modified(cup($0, revision: round * count + $0 + 1, color: "blue")) }
    }
    measure("first list", count) { informer.replace(with: first, resourceVersion: "\(count)") }
    measure("modified events", 3 * count) {
      for round in rounds {
        for start in stride(from: 0, to: count, by: 100) { informer.apply(Array(round[start..<start + 100])) }
      }
    }
    #expect(runs[0].queue.depth == 50)
    let cache = Cache(informers: environment.informers, recorder: nil)
    measure("list by index of 1000, an object", 100 * 1000) {
      for _ in 0..<100 {
        #expect(cache.list(Cup.self, index: .controllerUID, "uid-7").count == 1000)
      }
    }
  }

  @Test func `reconciles of a loop that does nothing`() throws {
    let count = 100_000
    let keys = (0..<count).map { ObjectKey(namespace: "default", name: "cup-with-a-long-name-\($0)") }
    let idle = Controller("idle") { key, context in
      context.cache.get(Cup.self, key) == nil ? .awaitChange : .done
    }.for(Cup.self).concurrency(4).source { sink, context in
      try await context.world.time.sleep(for: .seconds(1))
      for key in keys { sink.add(key) }
    }
    let start = try withManager([idle]) { bench in
      await bench.settle()
      let start = self.cpuSeconds()
      try await bench.advance(by: .seconds(2))
      #expect(bench.trace.count == UInt64(count))
      return start
    }
    print("BENCH reconciles: \((cpuSeconds() - start) / Double(count) * 1e6) µs each")
  }

  @Test func `jobs of the simulation executor`() throws {
    for seed in [0, 1] as [UInt64] {
      let start = cpuSeconds()
      let steps = try Simulation.run(seed: seed) { simulation in
        await withTaskGroup { group in
          for _ in 0..<100 {
            group.addTask { for _ in 0..<10_000 { await Task.yield() } }
          }
        }
        return simulation.stepCount
      }
      print("BENCH executor, seed \(seed): \(Int(Double(steps) / (cpuSeconds() - start))) jobs a second")
    }
  }

  @Test func `a whole toy cluster`() throws {
    let count = 5000
    let start = cpuSeconds()
    let (reconciles, steps) = try withManager([ShelfReconciler.controller]) { bench in
      try await bench.api.create(Shelf.named("a", size: count))
      await bench.settle()
      #expect(bench.api.objects(Cup.self).count == count)
      return (bench.trace.count, bench.simulation.stepCount)
    }
    let each = (cpuSeconds() - start) / Double(count) * 1e6
    print("BENCH shelf of \(count): \(each) µs a cup, \(reconciles) reconciles, \(steps) jobs")
  }
}
