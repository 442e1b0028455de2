import APIMachinery
import KubernetesClient
import Testing

@testable import RemoteClient

/// Credential commands, as `aws eks get-token` and `gke-gcloud-auth-plugin` are.
@Suite struct ExecPluginTests {
  private let folder = TestFolder()

  /// A command that prints what `script` prints, and counts how often it was run.
  private func plugin(
    _ script: String, version: String = "client.authentication.k8s.io/v1beta1",
    _ change: (inout ExecCredentialPlugin) -> Void = { _ in }
  ) -> ExecCredentialPlugin {
    let path = folder.write(
      "plugin", "#!/bin/sh\necho run >> \(folder.path)/runs\n\(script)\n", isExecutable: true)
    var plugin = ExecCredentialPlugin {
      $0.apiVersion = version
      $0.command = path
    }
    change(&plugin)
    // A script that was just written cannot be run itself while another thread starts a process.
    plugin.arguments = [plugin.command] + plugin.arguments
    plugin.command = "/bin/sh"
    return plugin
  }

  private var runs: Int { folder.read("runs").split(separator: "\n").count }

  private func status(_ status: String, version: String = "v1beta1") -> String {
    "echo '{\"apiVersion\":\"client.authentication.k8s.io/\(version)\",\"kind\":\"ExecCredential\",\"status\":\(status)}'"
  }

  @Test func `one run serves all requests until the token is about to end`() async throws {
    let clock = TestClock()
    let end = (clock.now + .seconds(900)).rfc3339
    let plugin = plugin(status("{\"expirationTimestamp\":\"\(end)\",\"token\":\"k8s-aws-v1.abc\"}"))
    try await ScriptedServer.run(.json(200, "{}")) { server in
      try await withTransport(to: server, authorization: .exec(plugin), clock: clock) { transport in
        try await withThrowingTaskGroup(of: Void.self) { group in
          for _ in 0..<8 { group.addTask { _ = try await transport.send(RawRequest(path: "/version")) } }
          try await group.waitForAll()
        }
        #expect(runs == 1)
        clock.advance(by: .seconds(880))
        _ = try await transport.send(RawRequest(path: "/version"))
        #expect(runs == 1)
        clock.advance(by: .seconds(11))
        _ = try await transport.send(RawRequest(path: "/version"))
        #expect(runs == 2)
      }
      #expect(server.requests.count == 10)
      #expect(server.requests.allSatisfy { $0.headers["authorization"] == "Bearer k8s-aws-v1.abc" })
    }
  }

  @Test func `a token without an end is used until the server refuses it`() async throws {
    let plugin = plugin("n=$(wc -l < \(folder.path)/runs | tr -d ' ')\n" + status("{\"token\":\"t'$n'\"}"))
    let clock = TestClock()
    try await ScriptedServer.run(
      .json(200, "{}"), .json(401, #"{"kind":"Status","reason":"Unauthorized","code":401}"#), .json(200, "{}")
    ) { server in
      try await withTransport(to: server, authorization: .exec(plugin), clock: clock) { transport in
        _ = try await transport.send(RawRequest(path: "/a"))
        clock.advance(by: .seconds(86_400))
        _ = try await transport.send(RawRequest("POST", path: "/b", body: Array("{}".utf8)))
      }
      #expect(
        server.requests.map { "\($0.path) \($0.headers["authorization"] ?? "")" } == [
          "/a Bearer t1", "/b Bearer t1", "/b Bearer t2",
        ])
      #expect(server.requests.map(\.body) == ["", "{}", "{}"])
    }
  }

  @Test func `a refusal that a new token does not help is passed on, after one try`() async throws {
    let plugin = plugin("n=$(wc -l < \(folder.path)/runs | tr -d ' ')\n" + status("{\"token\":\"t'$n'\"}"))
    try await ScriptedServer.run(.json(401, "{}")) { server in
      try await withTransport(to: server, authorization: .exec(plugin)) { transport in
        let error = await #expect(throws: StatusError.self) {
          try await transport.send(RawRequest(path: "/a"))
        }
        #expect(error?.reason == .unauthorized)
      }
      #expect(server.requests.count == 2)
    }
  }

  @Test func `the command is told of the cluster when it asks, and of its own variables`() async throws {
    let plugin = plugin(
      "echo \"$KUBERNETES_EXEC_INFO\" > \(folder.path)/info\necho \"$AWS_PROFILE $1 $2\" > \(folder.path)/call\n"
        + status("{\"token\":\"t\"}", version: "v1"), version: "client.authentication.k8s.io/v1"
    ) {
      $0.arguments = ["eks", "get-token"]
      $0.fields["env"] = [["name": "AWS_PROFILE", "value": "dev"]]
      $0.interactiveMode = "IfAvailable"
      $0.providesClusterInfo = true
    }
    var cluster = ClientConfiguration(
      server: "https://abc.eks.amazonaws.com", trust: .authorities(Array("PEM".utf8)), tlsServerName: "abc")
    cluster.execExtension = ["region": "eu-west-1"]
    let credential = try await plugin.run(for: cluster)
    #expect(credential.credential.header == "Bearer t")
    #expect(credential.expires == nil)
    #expect(folder.read("call") == "dev eks get-token\n")
    let info = try JSON.parse(Array(folder.read("info").utf8))
    #expect(info["apiVersion"] == "client.authentication.k8s.io/v1")
    #expect(
      info["spec"]?["cluster"] == [
        "server": "https://abc.eks.amazonaws.com", "tls-server-name": "abc",
        "certificate-authority-data": "UEVN", "config": ["region": "eu-west-1"],
      ])
  }

  @Test func `a command can give a certificate`() async throws {
    let plugin = plugin(status(#"{"clientCertificateData":"CERT","clientKeyData":"KEY"}"#))
    let credential = try await plugin.run(for: ClientConfiguration(server: "https://a")).credential
    #expect(credential.header == nil)
    #expect(credential.certificate == .init(chain: Array("CERT".utf8), key: Array("KEY".utf8)))
  }

  @Test(arguments: [
    ("exit 3", "failed with exit code 3"), ("echo nothing", "printed no ExecCredential"),
    (
      #"echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"t"}}'"#,
      "is configured to use API version client.authentication.k8s.io/v1beta1, plugin returned version "
        + "client.authentication.k8s.io/v1"
    ),
    (
      #"echo '{"apiVersion":"client.authentication.k8s.io/v1beta1","kind":"ExecCredential"}'"#,
      "didn't return a status field"
    ),
    (
      #"echo '{"apiVersion":"client.authentication.k8s.io/v1beta1","kind":"ExecCredential","status":{}}'"#,
      "didn't return a token or cert/key pair"
    ),
    (
      #"echo '{"apiVersion":"client.authentication.k8s.io/v1beta1","kind":"ExecCredential","status":{"clientKeyData":"K"}}'"#,
      "returned only certificate or key, not both"
    ),
  ])
  func `what is wrong with a command is said`(script: String, message: String) async throws {
    let plugin = plugin(script)
    let error = await #expect(throws: KubeConfigError.self) {
      try await plugin.run(for: ClientConfiguration(server: "https://a"))
    }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test func `a command that is not there comes with the hint of how to get it`() async throws {
    let plugin = ExecCredentialPlugin {
      $0.apiVersion = "client.authentication.k8s.io/v1beta1"
      $0.command = "no-such-command-here"
      $0.installHint = "Install it from https://example.com"
    }
    let error = await #expect(throws: KubeConfigError.self) {
      try await plugin.run(for: ClientConfiguration(server: "https://a"))
    }
    #expect(
      error?.message
        == "exec: executable no-such-command-here: No such file or directory\n\nInstall it from https://example.com"
    )
  }

  @Test func `an old version, and a mode that is missing, are refused before the command runs`() async throws
  {
    for (version, message) in [
      ("client.authentication.k8s.io/v1alpha1", "invalid apiVersion"),
      ("client.authentication.k8s.io/v1", "interactiveMode must be specified"),
    ] {
      let plugin = plugin("true", version: version)
      let error = await #expect(throws: KubeConfigError.self) {
        try await plugin.run(for: ClientConfiguration(server: "https://a"))
      }
      #expect(error?.message.contains(message) == true)
    }
    #expect(runs == 0)
  }

  @Test func `a command with a slash stands beside the kubeconfig`() throws {
    let path = folder.write(
      "config",
      """
      clusters: [{name: a, cluster: {server: "https://a"}}]
      users:
      - name: a
        user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: ./bin/token, interactiveMode: Never}}
      - name: b
        user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: aws, interactiveMode: Never}}
      """)
    let config = try KubeConfig.read(path: path)
    #expect(config.users.map { $0.user.exec?.command } == ["\(folder.path)/./bin/token", "aws"])
  }
}
