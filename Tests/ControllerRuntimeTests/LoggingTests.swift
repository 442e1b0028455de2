import APIMachinery
import ControllerRuntime
import KubernetesClient
import Logging
import Simulation
import Testing

@Suite struct LoggingTests {
  private struct Failure: Error, CustomStringConvertible {
    var description: String { "no cups left" }
  }

  @Test func `a line of a look names the controller, the key and the record of the trace`() throws {
    let log = CapturedLog()
    let controller = Controller("shelf", for: Shelf.self) { shelf, context in
      context.log.info("looking", metadata: ["size": "\(shelf.size)"])
      return .done
    }
    let record = try withManager(options: ManagerOptions(logger: log.logger()), [controller]) { bench in
      try await bench.api.create(Shelf.named("a", size: 3))
      await bench.settle()
      return try #require(bench.trace.records.first)
    }
    let line = try #require(log.lines.first { $0.message == "looking" })
    #expect(
      line.metadata == [
        "controller": "shelf", "controllerGroup": "shop.example.com", "controllerKind": "Shelf",
        "namespace": "default", "name": "a", "reconcileID": "\(record.id)", "size": "3",
      ])
    #expect("\(record.id)".count == 32)
    #expect(log.lines.map(\.message).prefix(2) == ["Starting Controller", "Starting workers"])
  }

  @Test func `an error is a line, once a look, and a look that ends well is none`() throws {
    let log = CapturedLog()
    let failing = Controller("fails", for: Shelf.self) { shelf, context in
      guard shelf.size > 0 else { return .done }
      if shelf.size > 5 { throw TerminalError("too large") }
      if context.failures < 2 { throw Failure() }
      return .done
    }
    let ids = try withManager(options: ManagerOptions(logger: log.logger()), [failing]) { bench in
      for size in [0, 3, 7] { try await bench.api.create(Shelf.named("s\(size)", size: size)) }
      try await bench.advance(by: .seconds(5))
      return bench.trace.records.map(\.id)
    }
    let errors = log.lines.filter { $0.level == .error }
    #expect(errors.map(\.message) == Array(repeating: "Reconciler error", count: 3))
    #expect(
      errors.compactMap { $0.metadata["error"] }.sorted()
        == ["no cups left", "no cups left", "terminal error: too large"])
    #expect(Set(ids).count == ids.count)
  }

  @Test func `a log changes nothing of what a seed does`() throws {
    func history(_ options: ManagerOptions) throws -> [String] {
      try withManager(seed: 11, latency: .milliseconds(1), options: options, [ShelfReconciler.controller]) {
        bench in
        try await bench.api.create(Shelf.named("a", size: 4))
        try await bench.advance(by: .seconds(5))
        return bench.api.calls + bench.trace.records.map { "\($0.id) \($0)" }
      }
    }
    let silent = try history(ManagerOptions())
    #expect(silent == (try history(ManagerOptions(logger: CapturedLog().logger(.trace)))))
  }
}
