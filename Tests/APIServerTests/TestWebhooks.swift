import APIServer
import Glibc
import Logging
import ServiceLifecycle
import Testing
import WebhookServer

/// An API server, and beside it a web server with webhooks.
enum TestWebhooks {
  /// - Parameter body: Gets the API server, the port of the webhooks, and the PEM text that vouches for them.
  static func run(
    _ routes: [WebhookRoute], _ body: (TestServer, Int, String) async throws -> Void
  ) async throws {
    let credentials = try ServerCredentials.ephemeral(
      hosts: ["hooks.default.svc"], secondsSince1970: Int64(Glibc.time(nil)))
    let (ports, listening) = AsyncStream<Int>.makeStream(bufferingPolicy: .bufferingNewest(1))
    var configuration = WebhookServerConfiguration(
      port: 0, certificatePEM: credentials.serverCertificatePEM, keyPEM: credentials.serverKeyPEM)
    configuration.onListening = { listening.yield($0) }
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let server = try AdmissionWebhookServer(configuration, routes: routes, logger: logger)
    let group = ServiceGroup(services: [server], logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      let port = try #require(await ports.first { _ in true })
      do {
        try await TestServer.run { api in try await body(api, port, credentials.authorityPEM) }
      } catch {
        await group.triggerGracefulShutdown()
        throw error
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }
}
