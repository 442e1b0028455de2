import APICore
import ClientConformance
import RemoteClient
import Testing

@Suite struct ConformanceTests {
  @Test(arguments: ClientConformance.checks)
  func `the client over HTTPS`(check: ClientConformance.Check) async throws {
    try await TestServer.client { client in try await check.run(on: client) }
  }

  @Test(.serialized, arguments: ClientConformance.checks)
  func `the client over HTTP/2`(check: ClientConformance.Check) async throws {
    try await TestServer.run { server in
      var configuration = server.configuration()
      configuration.allowsHTTP2 = true
      let client = try RemoteClient(configuration)
      do { try await check.run(on: client) } catch {
        await client.shutdown()
        throw error
      }
      await client.shutdown()
    }
  }

  /// A watch in the process lasts until its reader ends it: `timeoutSeconds` is for connections.
  @Test(arguments: ClientConformance.checks.filter { $0.name != "a watch ends when its time is over" })
  func `the client in the process`(check: ClientConformance.Check) async throws {
    let service = try await TestServer.makeService()
    try await check.run(on: service.client(as: .admin, fieldManager: "test"))
  }
}
