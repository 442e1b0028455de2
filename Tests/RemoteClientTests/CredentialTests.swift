import APIMachinery
import KubernetesClient
import Testing

@testable import RemoteClient

@Suite struct CredentialTests {
  private let folder = TestFolder()

  @Test func `a token file is read again after a minute`() async throws {
    let path = folder.write("token", "one\n")
    let clock = TestClock()
    try await ScriptedServer.run(.json(200, "{}")) { server in
      try await withTransport(to: server, authorization: .tokenFile(path), clock: clock) { transport in
        _ = try await transport.send(RawRequest(path: "/"))
        folder.write("token", "two\n")
        clock.advance(by: .seconds(59))
        _ = try await transport.send(RawRequest(path: "/"))
        clock.advance(by: .seconds(2))
        _ = try await transport.send(RawRequest(path: "/"))
      }
      #expect(
        server.requests.map { $0.headers["authorization"] } == ["Bearer one", "Bearer one", "Bearer two"])
    }
  }

  @Test func `a token that was changed before its minute was over is found when the old one is refused`()
    async throws
  {
    let path = folder.write("token", "one")
    try await ScriptedServer.run(.json(200, "{}"), .json(401, "{}"), .json(200, "{}")) { server in
      try await withTransport(to: server, authorization: .tokenFile(path)) { transport in
        _ = try await transport.send(RawRequest(path: "/"))
        folder.write("token", "two")
        #expect(try await transport.send(RawRequest(path: "/")).status == 200)
      }
      #expect(
        server.requests.map { $0.headers["authorization"] } == ["Bearer one", "Bearer one", "Bearer two"])
    }
  }

  @Test func `a fixed token is not tried twice`() async throws {
    try await ScriptedServer.run(.json(401, "{}")) { server in
      _ = try await withTransport(to: server, authorization: .bearer("t")) { transport in
        await #expect(throws: StatusError.self) { try await transport.send(RawRequest(path: "/")) }
      }
      #expect(server.requests.count == 1)
    }
  }

  @Test func `an empty token file is an error that names it`() async throws {
    let path = folder.write("token", "\n")
    try await ScriptedServer.run(.json(200, "{}")) { server in
      try await withTransport(to: server, authorization: .tokenFile(path)) { transport in
        let error = await #expect(throws: StatusError.self) {
          try await transport.send(RawRequest(path: "/"))
        }
        #expect(error?.message == "getting credentials: read empty token from file \"\(path)\"")
      }
      #expect(server.requests.isEmpty)
    }
  }

  @Test func `a kubeconfig can say whom the server should take the client for`() async throws {
    let config = try KubeConfig.parse(
      Array(
        """
        current-context: a
        clusters: [{name: a, cluster: {server: "http://a"}}]
        contexts: [{name: a, context: {cluster: a, user: a}}]
        users:
        - name: a
          user: {token: t, as: jane, as-uid: "7", as-groups: [dev, ops], as-user-extra: {scope: [read, write]}}
        """.utf8), name: "test")
    let impersonation = try config.configuration(environment: [:]).impersonation
    try await ScriptedServer.run(.json(200, "{}")) { server in
      try await withTransport(to: server, { $0.impersonation = impersonation }) { transport in
        _ = try await transport.send(RawRequest(path: "/"))
      }
      let headers = server.requests[0].headers
      #expect(headers["impersonate-user"] == "jane")
      #expect(headers["impersonate-uid"] == "7")
      #expect(headers["impersonate-group"] == "dev, ops")
      #expect(headers["impersonate-extra-scope"] == "read, write")
    }
  }

  @Test func `a program finds its cluster as kubectl or as a pod does`() throws {
    folder.write("token", "t")
    folder.write("ca.crt", "PEM")
    folder.write("namespace", "shop\n")
    let config = folder.write(
      "config",
      """
      current-context: a
      clusters: [{name: a, cluster: {server: "https://named"}}]
      contexts: [{name: a, context: {cluster: a, user: ""}}]
      """)
    let pod = [
      "KUBERNETES_SERVICE_HOST": "10.100.0.1", "KUBERNETES_SERVICE_PORT": "443", "HOME": folder.path,
    ]
    let inPod = try ClientConfiguration.load(environment: pod, accountFolder: folder.path)
    #expect(inPod.server == "https://10.100.0.1:443")
    #expect(inPod.namespace == "shop")
    let named = try ClientConfiguration.load(kubeconfig: config, environment: pod, accountFolder: folder.path)
    #expect(named.server == "https://named")
    let environment = pod.merging(["KUBECONFIG": config]) { $1 }
    #expect(
      try ClientConfiguration.load(environment: environment, accountFolder: folder.path).server
        == "https://named")
  }
}
