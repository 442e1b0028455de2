import APIMachinery
import ControllerRuntime
import KubernetesClient
import Logging
import RemoteClient
import ServiceLifecycle
import Testing

@testable import ControllerService

@Suite struct ProbeServerTests {
  /// Runs `body` with a client of a server of `pages`.
  private func serve(
    _ pages: @escaping ProbeServer.Pages, _ body: @Sendable (RemoteClient) async throws -> Void
  ) async throws {
    let (ports, bound) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let server = ProbeServer(
      name: "test", address: BindAddress(host: "127.0.0.1", port: 0), pages: pages, logger: logger,
      onBound: { bound.yield($0) })
    let group = ServiceGroup(services: [server], logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      var iterator = ports.makeAsyncIterator()
      let port = try #require(await iterator.next())
      let client = try RemoteClient(ClientConfiguration(server: "http://127.0.0.1:\(port)"))
      do { try await body(client) } catch {
        await client.shutdown()
        throw error
      }
      await client.shutdown()
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  @Test func `pages are served by their paths, on one connection`() async throws {
    try await serve({ $0 == "/a" ? ProbePage(status: 200, body: "page a") : .notFound }) { client in
      for _ in 0..<3 {
        let answer = try await client.send(RawRequest(path: "/a?verbose"))
        #expect(answer.status == 200)
        #expect(answer.contentType == "text/plain; charset=utf-8")
        #expect(String(decoding: answer.body, as: UTF8.self) == "page a")
      }
      await #expect(throws: StatusError.self) { try await client.send(RawRequest(path: "/b")) }
      await #expect(throws: StatusError.self) { try await client.send(RawRequest("POST", path: "/a")) }
    }
  }

  @Test func `a manager says how it is`() async throws {
    let manager = Manager(
      client: UnreachableClient(), world: .system(),
      options: ManagerOptions(
        leaderElection: LeaderElection(lease: ObjectKey(namespace: "a", name: "b"), identity: "c")))
    manager.add(Controller("idle") { _, _ in .done }.atStart(ObjectKey(name: "a")))
    manager.addReadyCheck("cloud") { throw CancellationError() }
    let pages = ManagerPages(manager: manager, more: [ProcessMetrics.text])
    #expect(pages.probes("/healthz") == ProbePage(status: 200, body: "ok"))
    #expect(pages.probes("/livez").status == 200)
    #expect(pages.probes("/readyz").status == 500)
    #expect(pages.probes("/readyz").body.contains("[-]cloud failed: CancellationError()\n"))
    #expect(pages.probes("/readyz/ping").body == "ok")
    #expect(pages.probes("/readyz/none") == .notFound)
    #expect(pages.probes("/else") == .notFound)
    let metrics = pages.metrics("/metrics")
    #expect(metrics.contentType == "text/plain; version=0.0.4; charset=utf-8")
    for name in [
      "leader_election_master_status{name=\"b\"} 0",
      "controller_runtime_active_workers{controller=\"idle\"} 0",
      "process_resident_memory_bytes ", "process_cpu_seconds_total ", "process_open_fds ",
    ] { #expect(metrics.body.contains("\n\(name)"), "\(name)") }
  }

  @Test(arguments: [
    (":8080", "0.0.0.0", 8080), ("127.0.0.1:1", "127.0.0.1", 1), ("[::1]:9", "::1", 9),
  ])
  func `addresses are read`(text: String, host: String, port: Int) throws {
    #expect(try BindAddress.parse(text) == BindAddress(host: host, port: port))
  }

  @Test func `0 is nowhere, and what is no address is an error`() throws {
    #expect(try BindAddress.parse("0") == nil)
    #expect(throws: (any Error).self) { try BindAddress.parse("8080") }
    #expect(throws: (any Error).self) { try BindAddress.parse("a:b") }
  }
}
