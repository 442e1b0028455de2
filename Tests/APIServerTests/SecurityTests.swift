import APIMachinery
import APIServer
import Glibc
import KubernetesAPI
import KubernetesClient
import Logging
import RemoteClient
import Testing

@Suite struct SecurityTests {
  @Test func `a client certificate and a token both open the door`() async throws {
    try await TestServer.run { server in
      for credential in [TestServer.Credential.certificate, .token] {
        try await server.client(credential) { client in
          let list = try await client.list(Namespace.self)
          #expect(list.items.map(\.metadata.name) == ["default"])
        }
      }
    }
  }

  @Test func `without credentials, or with wrong ones, only the public paths answer`() async throws {
    try await TestServer.run { server in
      for credential in [TestServer.Credential.none, .wrongToken] {
        try await server.client(credential) { client in
          for path in ["/healthz", "/livez", "/readyz", "/version"] {
            #expect(try await client.send(RawRequest(path: path)).status == 200)
          }
          for path in ["/api/v1/namespaces", "/metrics", "/api", "/openapi/v2", "/nothing"] {
            let error = try await statusError { _ = try await client.send(RawRequest(path: path)) }
            #expect(error.code == 401)
            #expect(error.reason == .unauthorized)
            #expect(error.message == "Unauthorized")
          }
        }
      }
    }
  }

  @Test func `a client that does not know the authority does not connect`() async throws {
    try await TestServer.run { server in
      let stranger = try ServerCredentials.ephemeral(secondsSince1970: Int64(time(nil)))
      var configuration = server.configuration()
      configuration.trust = .authorities(Array(stranger.authorityPEM.utf8))
      let client = try RemoteClient(configuration)
      let error = try await statusError { _ = try await client.send(RawRequest(path: "/version")) }
      #expect(error.reason == .connectionFailed)
      #expect(error.message.contains("failed to verify certificate"))
      await client.shutdown()
    }
  }

  @Test func `plain HTTP is for loopback only`() async throws {
    let service = try await TestServer.makeService()
    #expect(throws: APIServerError.self) {
      try APIServer(
        service: service, configuration: APIServerConfiguration(host: "0.0.0.0", port: 0, security: .plain),
        logger: .init(label: "test"))
    }
  }

  @Test func `plain HTTP needs no credentials`() async throws {
    try await TestServer.run(configure: { $0.security = .plain }) { server in
      let client = try RemoteClient(ClientConfiguration(server: "http://127.0.0.1:\(server.port)"))
      #expect(try await client.list(Namespace.self).items.count == 1)
      await client.shutdown()
    }
  }

  @Test func `credentials in a folder are used again until they expire`() throws {
    let folder = "/tmp/swiftlet-pki-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let now = Int64(time(nil))
    let first = try ServerCredentials.load(folder: folder, secondsSince1970: now)
    let second = try ServerCredentials.load(folder: folder, secondsSince1970: now)
    #expect(second.authorityPEM == first.authorityPEM)
    #expect(second.serverCertificatePEM == first.serverCertificatePEM)
    #expect(second.adminKeyPEM == first.adminKeyPEM)
    #expect(second.token == first.token)
    var status = stat()
    #expect(stat("\(folder)/ca.key", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    let later = try ServerCredentials.load(folder: folder, secondsSince1970: now + 365 * 86_400)
    #expect(later.authorityPEM == first.authorityPEM)
    #expect(later.serverCertificatePEM != first.serverCertificatePEM)
    let elsewhere = try ServerCredentials.load(folder: folder, hosts: ["10.1.2.3"], secondsSince1970: now)
    #expect(elsewhere.serverCertificatePEM != later.serverCertificatePEM)
    #expect(elsewhere.token == first.token)
  }
}
