public import APICore
internal import HummingbirdCore
public import Logging
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
public import ServiceLifecycle
internal import Synchronization

/// The API over HTTPS.
///
/// Hummingbird accepts the connections and shuts them down; what runs on a connection is our own: the generic
/// router and its per-request machinery cost more than the whole answer to a `get`.
public final class APIServer: Service {
  private let configuration: APIServerConfiguration
  private let responder: APIResponder
  private let tls: NIOSSLContext?
  private let loops: LoopContexts
  private let group: any EventLoopGroup
  private let logger: Logger
  private let bound = BoundPort()
  private let webhooks = WebhookClient()

  /// - Throws: ``ServerSecurityError`` when TLS cannot be set up; ``APIServerError`` when plain HTTP is asked for on an
  ///   address that others can reach.
  public init(
    service: APIService, configuration: APIServerConfiguration, logger: Logger
  ) throws {
    let group = MultiThreadedEventLoopGroup.singleton
    let loops = LoopContexts(group)
    switch configuration.security {
    case .plain:
      guard configuration.isLoopback else {
        throw APIServerError(
          "plain HTTP is served on a loopback address only, not on \(configuration.host); leave TLS on")
      }
      tls = nil
      service.signTokens(with: ServiceAccountKey.make())
    case .tls(let credentials):
      tls = try ServerTLS.context(credentials)
      service.accept(bearer: credentials.token, of: .admin)
      service.signTokens(with: try ServiceAccountKey(pem: credentials.serviceAccountKeyPEM))
    }
    service.callWebhooks(with: webhooks)
    self.configuration = configuration
    self.logger = logger
    self.group = group
    self.loops = loops
    responder = APIResponder(
      service: service, configuration: configuration,
      authenticator: Authenticator(service: service, isOpen: tls == nil), loops: loops)
  }

  /// Serves until the surrounding service group shuts down: then no connection is accepted any more, watches end,
  /// requests are finished.
  public func run() async throws {
    let channel = HTTPConnectionChannel(
      tls: tls, loops: loops, limits: ConnectionLimits(), responder: responder)
    let server = Server(
      childChannelSetup: channel,
      configuration: ServerConfiguration(
        address: .hostname(configuration.host, port: configuration.port), backlog: 1024),
      onServerRunning: { [bound] channel in bound.set(channel.localAddress?.port ?? 0) },
      eventLoopGroup: group, logger: logger)
    defer { bound.set(0) }
    do {
      try await withGracefulShutdownHandler {
        try await server.run()
      } onGracefulShutdown: {
        self.responder.beginShutdown()
      }
    } catch {
      await webhooks.shutdown()
      throw error
    }
    await webhooks.shutdown()
  }

  /// The port that the server listens on; waits until it does.
  public var port: Int { get async { await bound.value } }
}

extension APIServerConfiguration {
  fileprivate var isLoopback: Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }
}

/// A number that is there later.
private final class BoundPort: Sendable {
  private struct State {
    var port: Int?
    var waiters: [CheckedContinuation<Int, Never>] = []
  }

  private let state = Mutex(State())

  func set(_ port: Int) {
    let waiters = state.withLock { state in
      state.port = port
      let waiters = state.waiters
      state.waiters = []
      return waiters
    }
    for waiter in waiters { waiter.resume(returning: port) }
  }

  var value: Int {
    get async {
      await withCheckedContinuation { continuation in
        let port = state.withLock { state in
          if state.port == nil { state.waiters.append(continuation) }
          return state.port
        }
        if let port { continuation.resume(returning: port) }
      }
    }
  }
}
