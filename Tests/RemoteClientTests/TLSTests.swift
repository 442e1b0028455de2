import APIMachinery
import KubernetesClient
import Testing

@testable import RemoteClient

@Suite struct TLSTests {
  private func withTransport<Result: Sendable>(
    to server: TLSServer, _ change: (inout ClientConfiguration) -> Void = { _ in },
    clock: TestClock = TestClock(), idleTimeout: Duration = Connections.idleTimeout,
    _ body: (HTTPTransport) async throws -> Result
  ) async throws -> Result {
    var configuration = ClientConfiguration(
      server: server.address, trust: .authorities(Array(TestCertificate.authority.utf8)))
    configuration.allowsHTTP2 = true
    change(&configuration)
    let transport = try HTTPTransport(
      configuration, clock: clock.transport, idleTimeout: idleTimeout, onWarning: { _ in })
    do {
      let result = try await body(transport)
      await transport.shutdown()
      return result
    } catch {
      await transport.shutdown()
      throw error
    }
  }

  private func answer(_ transport: HTTPTransport, _ request: RawRequest) async throws -> JSON {
    try JSON.parse(try await transport.send(request).body)
  }

  @Test func `a server that speaks HTTP2 is spoken to in it, on one connection`() async throws {
    try await TLSServer.run { server in
      try await withTransport(to: server) { transport in
        #expect(try await answer(transport, RawRequest(path: "/a"))["protocol"] == "h2")
        try await withThrowingTaskGroup(of: JSON.self) { group in
          for number in 0..<40 {
            group.addTask {
              try await answer(
                transport,
                RawRequest("POST", path: "/\(number)", body: [UInt8](repeating: 32, count: 100_000)))
            }
          }
          for try await answer in group { #expect(answer["length"] == 100_000) }
        }
        #expect(server.connections == 1)
        var streams: [RemoteWatchStream] = []
        for _ in 0..<64 {
          streams.append(RemoteWatchStream(try await transport.stream(RawRequest(path: "/watch"))))
        }
        for stream in streams { #expect(try await stream.next()?.count == 1) }
        #expect(server.connections == 2)
        let one = RemoteWatchStream(try await transport.stream(RawRequest(path: "/watch")))
        #expect(try await one.next()?.count == 1)
        #expect(server.connections == 3)
        for stream in streams + [one] { stream.cancel() }
      }
    }
  }

  @Test
  func `a server that takes its leave ends the watches that it has, and is asked on another connection`()
    async throws
  {
    try await TLSServer.run { server in
      try await withTransport(to: server) { transport in
        for path in ["/a", "/bye", "/c"] {
          #expect(try await answer(transport, RawRequest(path: path))["path"] == .string(path))
        }
        #expect(server.connections == 2)
        let old = RemoteWatchStream(try await transport.stream(RawRequest(path: "/watch")))
        #expect(try await old.next()?.count == 1)
        #expect(server.connections == 3)
        let leaving = RemoteWatchStream(try await transport.stream(RawRequest(path: "/watch-bye")))
        #expect(try await leaving.next()?.count == 1)
        #expect(try await old.next()?.count == 1)
        #expect(server.connections == 3)
        let new = RemoteWatchStream(try await transport.stream(RawRequest(path: "/watch")))
        #expect(try await new.next()?.count == 1)
        #expect(server.connections == 4)
        for stream in [old, leaving, new] { stream.cancel() }
      }
    }
  }

  @Test func `what a server refuses before it looks at it is sent again, also a write`() async throws {
    try await TLSServer.run { server in
      try await withTransport(to: server) { transport in
        let posted = try await answer(
          transport, RawRequest("POST", path: "/no", body: [UInt8](repeating: 32, count: 10)))
        #expect(posted == ["protocol": "h2", "path": "/no", "length": 10])
        let watch = RemoteWatchStream(try await transport.stream(RawRequest(path: "/watch-no")))
        #expect(try await watch.next()?.count == 1)
        watch.cancel()
        #expect(server.connections == 2)
      }
    }
  }

  @Test func `what a leave leaves out is read again on another connection, and not written again`()
    async throws
  {
    try await TLSServer.run { server in
      try await withTransport(to: server) { transport async throws -> Void in
        #expect(try await answer(transport, RawRequest(path: "/gone"))["path"] == "/gone")
        #expect(server.connections == 2)
        let request = RawRequest("POST", path: "/post-gone", body: [32])
        do throws(StatusError) {
          _ = try await transport.send(request)
          Issue.record("nothing was thrown")
        } catch {
          #expect(error.reason == .connectionFailed)
          #expect(error.message.hasPrefix("the connection to the server 127.0.0.1:"))
        }
      }
    }
  }

  @Test(arguments: [true, false])
  func `a connection that nobody uses is closed after a while, and another is made`(isHTTP2: Bool)
    async throws
  {
    #expect(Connections.idleTimeout == .seconds(90))
    try await TLSServer.run { server in
      try await withTransport(
        to: server, { $0.allowsHTTP2 = isHTTP2 }, idleTimeout: .milliseconds(100)
      ) { transport in
        for _ in 0..<100 where server.connections < 2 {
          _ = try await answer(transport, RawRequest(path: "/a"))
          try await Task.sleep(for: .milliseconds(300))
        }
        #expect(server.connections == 2)
      }
      try await withTransport(to: server, { $0.allowsHTTP2 = isHTTP2 }) { transport in
        for _ in 0..<3 {
          _ = try await answer(transport, RawRequest(path: "/a"))
          try await Task.sleep(for: .milliseconds(300))
        }
        #expect(server.connections == 3)
      }
    }
  }

  @Test func `a server that does not, and a user who does not want it, get HTTP1`() async throws {
    try await TLSServer.run(protocols: ["http/1.1"]) { server in
      try await withTransport(to: server) { transport in
        let answer = try await answer(transport, RawRequest(path: "/a"))
        #expect(answer["protocol"] == "http/1.1")
      }
    }
    try await TLSServer.run { server in
      try await withTransport(to: server, { $0.allowsHTTP2 = false }) { transport in
        let answer = try await answer(transport, RawRequest(path: "/a"))
        #expect(answer["protocol"] == "http/1.1")
      }
    }
  }

  @Test func `a client certificate is shown`() async throws {
    try await TLSServer.run { server in
      try await withTransport(
        to: server,
        {
          $0.certificate = .init(
            chain: Array(TestCertificate.one.utf8), key: Array(TestCertificate.oneKey.utf8))
        }
      ) { transport in _ = try await transport.send(RawRequest(path: "/a")) }
      #expect(server.peers == ["one"])
    }
  }

  @Test func `when a command gives another certificate, new connections show it`() async throws {
    let folder = TestFolder()
    let clock = TestClock()
    for (name, chain, key) in [
      ("one", TestCertificate.one, TestCertificate.oneKey),
      ("two", TestCertificate.two, TestCertificate.twoKey),
    ] {
      let answer: JSON = [
        "apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential",
        "status": [
          "clientCertificateData": .string(chain), "clientKeyData": .string(key),
          "expirationTimestamp": .string((clock.now + .seconds(name == "one" ? 600 : 6000)).rfc3339),
        ],
      ]
      folder.write(name, "\(answer)")
    }
    let command = folder.write(
      "plugin",
      "#!/bin/sh\nif [ -e \(folder.path)/ran ]; then cat \(folder.path)/two; else touch \(folder.path)/ran; cat \(folder.path)/one; fi\n",
      isExecutable: true)
    let plugin = ExecCredentialPlugin {
      $0.apiVersion = "client.authentication.k8s.io/v1"
      $0.command = "/bin/sh"
      $0.arguments = [command]
      $0.interactiveMode = "Never"
    }
    try await TLSServer.run { server in
      try await withTransport(to: server, { $0.authorization = .exec(plugin) }, clock: clock) { transport in
        _ = try await transport.send(RawRequest(path: "/a"))
        let watch = RemoteWatchStream(try await transport.stream(RawRequest(path: "/watch")))
        #expect(try await watch.next()?.count == 1)
        clock.advance(by: .seconds(595))
        _ = try await transport.send(RawRequest(path: "/b"))
        _ = try await transport.send(RawRequest(path: "/c"))
        watch.cancel()
      }
      #expect(server.peers == ["one", "one", "two"])
    }
  }
}
