import APIMachinery
import ControllerRuntime
import KubernetesClient
import Simulation
import Synchronization
import Testing

private let keyA = ObjectKey(namespace: "default", name: "a")

@Suite struct TraceTests {
  @Test func `a record says what caused a reconcile, what it read and wrote and how it ended`() throws {
    let record = try withManager([ShelfReconciler.controller]) { bench in
      try await bench.api.create(Shelf.named("a", size: 2))
      await bench.settle()
      return try #require(bench.trace.records.first)
    }
    #expect(record.controller == "shelf")
    #expect(record.key == keyA)
    #expect(record.causes.map(\.description) == ["added shelves.shop.example.com default/a@1"])
    #expect(record.reads.map(\.verb) == [.get, .list, .list])
    #expect(record.reads.map(\.source) == [.cache, .cache, .cache])
    #expect(record.writes.map(\.verb) == [.create, .create, .update])
    let revisions = record.writes.compactMap { Int($0.resourceVersion) }
    #expect(revisions.count == 3)
    #expect(revisions == revisions.sorted())
    #expect(record.writes.last?.subresource == "status")
    #expect(record.outcome == .action(.done))
    #expect(
      record.description.hasPrefix("shelf default/a: added shelves.shop.example.com default/a@1 -> create"))
  }

  @Test func `a failed write is in the record`() throws {
    let record = try withManager([ShelfReconciler.controller]) { bench in
      bench.api.fail(
        "create", "cups", .forbidden(GroupResource(group: "", resource: "cups"), name: "", "quota"))
      try await bench.api.create(Shelf.named("a", size: 2))
      await bench.settle()
      return try #require(bench.trace.records.first)
    }
    #expect(record.writes.map { $0.error?.reason } == [.forbidden])
    #expect(record.outcome == .failed("cups is forbidden: quota"))
  }

  @Test func `the ring keeps the last records, and the numbers go on`() throws {
    let controller = Controller("clock") { _, _ in .requeue(after: .seconds(1)) }.for(Shelf.self)
    let sequences = try withManager(options: ManagerOptions(traceCapacity: 4), [controller]) { bench in
      try await bench.api.create(Shelf.named("a"))
      try await bench.advance(by: .seconds(9))
      return (
        bench.trace.count, bench.trace.records.map(\.sequence), bench.trace.records(from: 8).map(\.sequence)
      )
    }
    #expect(sequences.0 == 10)
    #expect(sequences.1 == [6, 7, 8, 9])
    #expect(sequences.2 == [8, 9])
  }

  @Test func `a stream brings the records to come, in batches`() throws {
    let seen = try withManager([ShelfReconciler.controller]) { bench in
      try await withThrowingTaskGroup(of: [UInt64].self) { group in
        let stream = bench.trace.stream()
        group.addTask {
          var seen: [UInt64] = []
          for await records in stream {
            seen += records.map(\.sequence)
            if seen.count >= 2 { break }
          }
          return seen
        }
        try await bench.api.create(Shelf.named("a", size: 2))
        return try await group.next() ?? []
      }
    }
    #expect(seen == [0, 1])
  }

  @Test func `a loop that keeps itself busy is found`() throws {
    let controller = Controller("restless") { key, context in
      guard let shelf = context.cache.get(Shelf.self, key) else { return .done }
      try await context.client.patch(Shelf.self, key, .merge(["spec": ["size": .int(Int64(shelf.size + 1))]]))
      return .done
    }.for(Shelf.self)
    let findings = try withManager(latency: .milliseconds(1), [controller]) { bench in
      try await bench.api.create(Shelf.named("a"))
      try await bench.advance(by: .milliseconds(500))
      return bench.trace.findings.all
    }
    #expect(findings.map(\.kind) == [.hotLoop])
    #expect(findings.first?.controller == "restless")
  }

  @Test func `a busy loop that others keep busy is not a hot loop`() throws {
    let findings = try withManager([ShelfReconciler.controller]) { bench in
      try await bench.api.create(Shelf.named("a", size: 1))
      for _ in 0..<100 {
        await bench.settle()
        for cup in bench.api.objects(Cup.self) { try await bench.api.delete(Cup.self, cup.key) }
      }
      return bench.trace.findings.all
    }
    #expect(findings == [])
  }

  @Test func `a write that changes nothing is found`() throws {
    let controller = Controller("idle") { key, context in
      guard let shelf = context.cache.get(Shelf.self, key) else { return .done }
      try await context.client.update(shelf)
      return .done
    }.for(Shelf.self)
    let findings = try withManager([controller]) { bench in
      try await bench.api.create(Shelf.named("a"))
      await bench.settle()
      return bench.trace.findings.all
    }
    #expect(findings.map(\.kind) == [.noOpWrite])
  }

  @Test func `a key that fails again and again is found`() throws {
    let controller = Controller("stubborn") { _, _ in throw StatusError.badRequest("no such shelf") }
      .for(Shelf.self)
    let (early, late) = try withManager([controller]) { bench in
      try await bench.api.create(Shelf.named("a"))
      try await bench.advance(by: .seconds(30))
      let early = bench.trace.findings.all
      try await bench.advance(by: .seconds(300))
      return (early, bench.trace.findings.all)
    }
    #expect(early == [])
    #expect(late.map(\.kind) == [.notConverging])
    #expect(late.first?.explanation == "failed 15 times in a row, at last with: no such shelf")
  }

  @Test func `metrics have the names of controller-runtime`() throws {
    let text = try withManager([ShelfReconciler.controller]) { bench in
      try await bench.api.create(Shelf.named("a", size: 2))
      await bench.settle()
      return bench.manager.metrics.prometheusText()
    }
    #expect(text.contains("controller_runtime_reconcile_total{controller=\"shelf\",result=\"error\"} 0\n"))
    #expect(text.contains("# TYPE controller_runtime_reconcile_time_seconds histogram\n"))
    #expect(text.contains("workqueue_depth{name=\"shelf\"} 0\n"))
    #expect(text.contains("controller_runtime_max_concurrent_reconciles{controller=\"shelf\"} 1\n"))
  }
}
