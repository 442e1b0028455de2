import APIMachinery
import Testing

@testable import RemoteClient

@Suite struct ProxyTests {
  @Test(arguments: [
    ("https://a.example.com", "http://proxy:3128"), ("http://a.example.com", nil),
    ("https://localhost:6443", nil), ("https://127.0.0.1:6443", nil), ("https://[::1]:6443", nil),
    ("https://api.internal", nil), ("https://internal", nil), ("https://notinternal", "http://proxy:3128"),
    ("https://sub.corp.example", nil), ("https://corp.example", "http://proxy:3128"),
    ("https://10.1.2.3", nil), ("https://11.1.2.3", "http://proxy:3128"), ("https://b.example:8443", nil),
    ("https://b.example", "http://proxy:3128"),
  ])
  func `the environment says what is reached through a proxy`(server: String, proxy: String?) {
    let environment = ProxyEnvironment([
      "HTTPS_PROXY": "proxy:3128", "no_proxy": "internal, .corp.example,10.0.0.0/8,b.example:8443",
    ])
    #expect(environment.proxy(for: server) == proxy)
  }

  @Test func `the kubeconfig wins over the environment`() throws {
    let config = try KubeConfig.parse(
      Array(
        """
        current-context: a
        clusters:
        - {name: a, cluster: {server: "https://a", proxy-url: "http://named:1"}}
        - {name: b, cluster: {server: "https://b"}}
        contexts: [{name: a, context: {cluster: a, user: ""}}]
        """.utf8), name: "test")
    let environment = ["https_proxy": "http://env:2"]
    #expect(try config.configuration(environment: environment).proxyURL == "http://named:1")
    #expect(try config.configuration(cluster: "b", environment: environment).proxyURL == "http://env:2")
    #expect(try config.configuration(cluster: "b", environment: ["NO_PROXY": "*"]).proxyURL == nil)
    #expect(try config.configuration(environment: ["DISABLE_HTTP2": "1"]).allowsHTTP2 == false)
    #expect(try config.configuration(environment: [:]).allowsHTTP2)
  }

  @Test func `a proxy is asked by the name and password of its URL`() async throws {
    try await ScriptedServer.run(.init("HTTP/1.1 200 Connection established\r\n\r\n"), .json(200, "{}")) {
      server in
      try await withTransport(
        to: server,
        {
          $0.server = "http://far.example:80"
          $0.proxyURL = "http://jane:p%40ss@\(server.address)"
        }
      ) { transport in _ = try await transport.send(RawRequest(path: "/version")) }
      #expect(server.requests.map(\.line) == ["CONNECT far.example:80 HTTP/1.1", "GET /version HTTP/1.1"])
      let expected = "Basic \(ByteString(text: "jane:p@ss").base64)"
      #expect(server.requests[0].headers["proxy-authorization"] == expected)
    }
  }

  @Test func `a server behind TLS is reached with CONNECT`() async throws {
    try await ScriptedServer.run(.init("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", closes: true)) {
      server in
      _ = try await withTransport(
        to: server,
        {
          $0.server = "https://far.example:6443"
          $0.proxyURL = "http://\(server.address)"
        }
      ) { transport in
        await #expect(throws: (any Error).self) { try await transport.send(RawRequest(path: "/version")) }
      }
      #expect(server.requests[0].line == "CONNECT far.example:6443 HTTP/1.1")
    }
  }

  @Test func `a proxy of another sort is refused`() {
    #expect(throws: KubeConfigError.self) {
      try RemoteClient(ClientConfiguration(server: "https://a", proxyURL: "ftp://b"))
    }
  }
}
