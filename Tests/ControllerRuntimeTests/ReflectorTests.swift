import APIMachinery
import ControllerRuntime
import KubernetesClient
import Simulation
import Testing

@Suite struct ReflectorTests {
  private func observer() -> Controller {
    Controller("observer") { _, _ in .done }.for(Shelf.self)
  }

  private func names(_ bench: Bench) -> [String] { bench.manager.cache.list(Shelf.self).map(\.key.name) }

  @Test func `a long list is read in pages`() throws {
    let (count, lists) = try withManager([observer()]) { api in
      for number in 0..<1201 { try await api.create(Shelf.named("shelf-\(number)")) }
    } _: { bench in
      await bench.settle()
      return (names(bench).count, bench.api.calls.filter { $0.hasPrefix("list") }.count)
    }
    #expect(count == 1201)
    #expect(lists == 3)
  }

  @Test func `a list whose later pages come too late is read whole`() throws {
    let (count, lists) = try withManager([observer()]) { api in
      for number in 0..<1201 { try await api.create(Shelf.named("shelf-\(number)")) }
      api.expirePages()
    } _: { bench in
      try await bench.advance(by: .seconds(5))
      return (names(bench).count, bench.api.calls.filter { $0.hasPrefix("list") }.count)
    }
    #expect(count == 1201)
    #expect(lists == 3)
  }

  @Test func `a watch that ends is resumed where it ended, without a list`() throws {
    let (seen, calls) = try withManager([observer()]) { bench in
      await bench.settle()
      try await bench.api.create(Shelf.named("a"))
      await bench.settle()
      try await bench.advance(by: .seconds(5))
      bench.api.endWatches()
      try await bench.api.create(Shelf.named("b"))
      await bench.settle()
      try await bench.advance(by: .seconds(5))
      return (names(bench), bench.api.calls.filter { $0.hasPrefix("list") || $0.hasPrefix("watch") })
    }
    #expect(seen == ["a", "b"])
    #expect(calls == ["list shelves ", "watch shelves 0", "watch shelves 1"])
  }

  @Test func `a watch whose history is gone begins with a new list`() throws {
    let (seen, lists) = try withManager([observer()]) { bench in
      try await bench.api.create(Shelf.named("a"))
      await bench.settle()
      try await bench.advance(by: .seconds(5))
      bench.api.holdEvents()
      bench.api.endWatches()
      try await bench.api.delete(Shelf.self, ObjectKey(namespace: "default", name: "a"))
      try await bench.api.create(Shelf.named("b"))
      bench.api.compact()
      bench.api.releaseEvents()
      try await bench.advance(by: .seconds(5))
      return (names(bench), bench.api.calls.filter { $0.hasPrefix("list") }.count)
    }
    #expect(seen == ["b"])
    #expect(lists == 2)
  }

  @Test func `a watch that fell behind while it brought events begins anew at once`() throws {
    let seen = try withManager([observer()]) { bench in
      await bench.settle()
      try await bench.api.create(Shelf.named("a"))
      await bench.settle()
      bench.api.holdEvents()
      try await bench.api.create(Shelf.named("b"))
      bench.api.compact()
      bench.api.releaseEvents()
      let start = bench.simulation.time.now()
      await bench.settle()
      return (names(bench), bench.simulation.time.now() - start)
    }
    #expect(seen.0 == ["a", "b"])
    #expect(seen.1 == .zero)
  }

  @Test func `a failing API is asked again after 0.8 s and more, with jitter`() throws {
    let seen = try withManager(seed: 3, [observer()]) { api in
      api.fail(
        "list", "shelves", StatusError(code: 503, reason: .serviceUnavailable, message: "away"), times: 3)
      try await api.create(Shelf.named("a"))
    } _: { bench in
      await bench.settle()
      let start = bench.simulation.time.now()
      while !bench.manager.health.isReady { try await bench.advance(by: .milliseconds(100)) }
      return (names(bench), bench.simulation.time.now() - start)
    }
    #expect(seen.0 == ["a"])
    #expect(seen.1 >= .milliseconds(800 + 1600 + 3200))
    #expect(seen.1 <= .milliseconds(2 * (800 + 1600 + 3200) + 100))
  }

  @Test func `a server that ends every watch at once is not asked in a hot loop`() throws {
    let watches = try withManager([observer()]) { bench in
      for _ in 0..<100 {
        bench.api.endWatches()
        try await bench.advance(by: .milliseconds(10))
      }
      return bench.api.calls.filter { $0.hasPrefix("watch") }.count
    }
    #expect(watches <= 4)
  }
}
