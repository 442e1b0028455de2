import APIMachinery
import AsyncHTTPClient
import KubernetesAPI
import KubernetesClient
import NIOCore
import NIOHTTP1
import RemoteClient
import Testing

@Suite(.serialized) struct HTTP2Tests {
  private func run(_ body: (TestServer, RemoteClient) async throws -> Void) async throws {
    try await TestServer.run { server in
      var configuration = server.configuration(.certificate)
      configuration.allowsHTTP2 = true
      let client = try RemoteClient(configuration)
      do { try await body(server, client) } catch {
        await client.shutdown()
        throw error
      }
      await client.shutdown()
    }
  }

  @Test func `requests and watches share a connection`() async throws {
    try await run { _, client in
      let watches = try await withThrowingTaskGroup(of: (any WatchStream).self) { group in
        for _ in 0..<50 {
          group.addTask {
            try await client.watch(
              ConfigMap.definition.groupVersionResource, namespace: "default", options: WatchOptions())
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      for number in 0..<100 {
        try await client.create(
          ConfigMap { ($0.metadata.name, $0.metadata.namespace) = ("map-\(number)", "default") })
      }
      for watch in watches {
        var seen = 0
        while seen < 100, let batch = try await watch.next() { seen += batch.count }
        #expect(seen == 100)
        watch.cancel()
      }
    }
  }

  @Test func `a body over the limit is refused, and the connection lives on`() async throws {
    try await TestServer.run { server in
      try await WireClient.run(server, http2: true) { client in
        let answer = try await client.send(
          .POST, "/api/v1/namespaces/default/configmaps", headers: [("Content-Type", "application/json")],
          body: [UInt8](repeating: 0x20, count: (3 << 20) + 1))
        #expect(answer.head.status.code == 413)
        let next = try await client.send(.GET, "/api/v1/namespaces/default")
        #expect(next.head.status.code == 200)
        #expect(next.head.version.major == 2)
        let head = try await client.send(.HEAD, "/api/v1/namespaces/default")
        #expect(head.head.status.code == 200)
        #expect(head.body.isEmpty)
      }
    }
  }

  @Test func `warnings and errors arrive as they do over HTTP 1`() async throws {
    try await TestServer.run { server in
      try await WireClient.run(server, http2: true) { client in
        let body = #"{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a"},"dta":{}}"#
        let answer = try await client.send(
          .POST, "/api/v1/namespaces/default/configmaps?fieldValidation=Warn",
          headers: [("Content-Type", "application/json")], body: Array(body.utf8))
        #expect(answer.head.status.code == 201)
        #expect(answer.head.headers["Warning"] == [#"299 - "unknown field \"dta\"""#])
        let missing = try await client.send(.GET, "/api/v1/namespaces/default/pods/none")
        #expect(missing.head.status.code == 404)
        #expect(try JSON.parse(missing.body)["reason"] == "NotFound")
      }
    }
  }

  @Test func `a shutdown ends watches and lets the connection go`() async throws {
    try await run { server, client in
      let watch = try await client.watch(
        Namespace.definition.groupVersionResource, namespace: nil, options: WatchOptions())
      #expect(try await watch.next()?.count == 1)
      await server.shutdown()
      while try await watch.next() != nil {}
    }
  }
}
