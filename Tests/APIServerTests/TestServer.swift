import APICore
import APIMachinery
import APIServer
import ControllerRuntime
import Glibc
import KubernetesAPI
import KubernetesClient
import Logging
import ObjectStore
import RemoteClient
import ServiceLifecycle
import Synchronization

/// A server on a free port, with a store in memory and keys of its own.
struct TestServer {
  let service: APIService
  let credentials: ServerCredentials
  let port: Int
  let group: ServiceGroup

  func shutdown() async { await group.triggerGracefulShutdown() }

  /// Starts a server, runs `body`, and shuts the server down in good order.
  static func run(
    time: any TimeSource = SystemTime(),
    configure: (inout APIServerConfiguration) -> Void = { _ in }, _ body: (TestServer) async throws -> Void
  ) async throws {
    let service = try await makeService(time: time)
    let credentials = try ServerCredentials.ephemeral(secondsSince1970: Int64(Glibc.time(nil)))
    var configuration = APIServerConfiguration(port: 0, security: .tls(credentials))
    configure(&configuration)
    var logger = Logger(label: "test")
    logger.logLevel = .error
    let server = try APIServer(service: service, configuration: configuration, logger: logger)
    let group = ServiceGroup(services: [server], logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      let test = TestServer(service: service, credentials: credentials, port: await server.port, group: group)
      do { try await body(test) } catch {
        await group.triggerGracefulShutdown()
        throw error
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  static func makeService(time: any TimeSource = SystemTime()) async throws -> APIService {
    let service = APIService(
      store: try await ObjectStore(backend: MemoryBackend()), kinds: SchemaCatalog.kubernetes.resources,
      world: World(time: time, random: SystemRandom()),
      options: APIServiceOptions(requiresServiceAccounts: false))
    let client = service.client(as: .admin, fieldManager: "test")
    try await client.create(Namespace { $0.metadata.name = "default" })
    return service
  }

  enum Credential { case none, token, certificate, wrongToken }

  func configuration(_ credential: Credential = .token) -> ClientConfiguration {
    var configuration = ClientConfiguration(
      server: "https://127.0.0.1:\(port)", trust: .authorities(Array(credentials.authorityPEM.utf8)))
    switch credential {
    case .none: break
    case .token: configuration.authorization = .bearer(credentials.token)
    case .wrongToken: configuration.authorization = .bearer("wrong")
    case .certificate:
      configuration.certificate = ClientConfiguration.ClientCertificate(
        chain: Array(credentials.adminCertificatePEM.utf8), key: Array(credentials.adminKeyPEM.utf8))
    }
    return configuration
  }

  /// Runs `body` with a client.
  func client(_ credential: Credential = .token, _ body: (RemoteClient) async throws -> Void) async throws {
    let client = try RemoteClient(configuration(credential))
    do { try await body(client) } catch {
      await client.shutdown()
      throw error
    }
    await client.shutdown()
  }

  /// Starts a server and runs `body` with a client of it.
  static func client(_ body: (RemoteClient) async throws -> Void) async throws {
    try await run { server in try await server.client(.token, body) }
  }
}

/// Time that stands still until it is moved.
final class MovableTime: TimeSource {
  private let present = Mutex(SystemTime().now())

  func now() -> Timestamp { present.withLock { $0 } }
  func sleep(until deadline: Timestamp) async throws {
    while now() < deadline { try await Task.sleep(for: .milliseconds(5)) }
  }
  func advance(by duration: Duration) { present.withLock { $0 = $0 + duration } }
}

/// Runs an operation that must fail with a `StatusError`.
func statusError(_ operation: () async throws -> Void) async throws -> StatusError {
  do { try await operation() } catch let error as StatusError { return error }
  throw StatusError(code: 0, reason: "None", message: "nothing was thrown")
}
