internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTPCompression
internal import NIOSSL
internal import Synchronization

/// The connections to one server: one pool for requests, and pools for streams, which hold a connection (HTTP/1.1) or one
/// of its hundred streams (HTTP/2) for minutes.
///
/// When a credential command gives another certificate, new connections are made with it.
final class Connections: Sendable {
  /// How many streams share a pool: fewer than a server allows on one connection of HTTP/2.
  ///
  /// Kubernetes: `--http2-max-streams-per-connection`, 100 where a load balancer stands before the server.
  private static let streamsPerPool = 64

  /// For how long a connection that nobody uses is kept.
  ///
  /// Kubernetes: apimachinery `SetOldTransportDefaults`, Go's `IdleConnTimeout`.
  static let idleTimeout = Duration.seconds(90)

  private struct State {
    var generation = 0
    var certificate: ClientConfiguration.ClientCertificate?
    var requests: HTTPClient
    var streams: [StreamPool] = []
    /// Pools with a certificate that is no longer used. Their streams run to their ends.
    var retired: [HTTPClient] = []

    mutating func lease(limit: Int) -> Lease? {
      guard let position = streams.firstIndex(where: { $0.count < limit }) else { return nil }
      streams[position].count += 1
      return Lease(client: streams[position].client, generation: generation, position: position)
    }
  }

  private struct StreamPool {
    let client: HTTPClient
    var count = 0
  }

  /// A place for one stream; to be given back.
  struct Lease: Sendable {
    let client: HTTPClient
    fileprivate let generation: Int
    fileprivate let position: Int
  }

  private let configuration: ClientConfiguration
  private let server: ServerAddress
  private let idleTimeout: Duration
  private let state: Mutex<State>

  init(
    _ configuration: ClientConfiguration, server: ServerAddress, idleTimeout: Duration
  ) throws(KubeConfigError) {
    self.configuration = configuration
    self.server = server
    self.idleTimeout = idleTimeout
    state = Mutex(State(requests: try Self.makeClient(configuration, server, idleTimeout, nil)))
  }

  // MARK: Use

  /// The pool for a request.
  func requests(_ credential: Credential) throws(KubeConfigError) -> HTTPClient {
    let (client, isCurrent) = state.withLock { ($0.requests, $0.certificate == credential.certificate) }
    return isCurrent ? client : try renew(credential)
  }

  private func renew(_ credential: Credential) throws(KubeConfigError) -> HTTPClient {
    let fresh = try Self.makeClient(configuration, server, idleTimeout, credential.certificate)
    return state.withLock { state in
      state.retired.append(state.requests)
      state.retired += state.streams.map(\.client)
      state.streams = []
      state.generation += 1
      state.certificate = credential.certificate
      state.requests = fresh
      return fresh
    }
  }

  /// A place for a stream.
  func lease(_ credential: Credential) throws(KubeConfigError) -> Lease {
    _ = try requests(credential)
    if let lease = state.withLock({ $0.lease(limit: Self.streamsPerPool) }) { return lease }
    let fresh = try Self.makeClient(configuration, server, idleTimeout, credential.certificate)
    return state.withLock { state in
      state.streams.append(StreamPool(client: fresh, count: 1))
      return Lease(client: fresh, generation: state.generation, position: state.streams.count - 1)
    }
  }

  func release(_ lease: Lease) {
    state.withLock { state in
      guard state.generation == lease.generation else { return }
      state.streams[lease.position].count -= 1
    }
  }

  /// How many streams are open in each pool.
  var streamPools: [Int] { state.withLock { $0.streams.map(\.count) } }

  func shutdown() async {
    let clients = state.withLock { [$0.requests] + $0.streams.map(\.client) + $0.retired }
    for client in clients { try? await client.shutdown() }
  }

  // MARK: Making

  private static func makeClient(
    _ configuration: ClientConfiguration, _ server: ServerAddress, _ idleTimeout: Duration,
    _ certificate: ClientConfiguration.ClientCertificate?
  ) throws(KubeConfigError) -> HTTPClient {
    var settings = HTTPClient.Configuration(
      tlsConfiguration: try TLSConfiguration(configuration, certificate: certificate))
    settings.httpVersion = configuration.allowsHTTP2 ? .automatic : .http1Only
    settings.redirectConfiguration = .disallow
    settings.timeout.connect = .seconds(10)
    settings.connectionPool.idleTimeout = TimeAmount(idleTimeout)
    settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1024
    settings.connectionPool.retryConnectionEstablishment = false
    settings.decompression = configuration.disablesCompression ? .disabled : .enabled(limit: .none)
    settings.proxy = try proxy(configuration.proxyURL)
    settings.http1_1ConnectionDebugInitializer = keepAlive
    settings.http2ConnectionDebugInitializer = keepAlive
    if let name = configuration.tlsServerName, !name.isEmpty { settings.dnsOverride = [name: server.host] }
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
  }

  private static func proxy(_ url: String?) throws(KubeConfigError) -> HTTPClient.Configuration.Proxy? {
    guard let url, !url.isEmpty else { return nil }
    let address = try ServerAddress(url)
    switch address.scheme {
    case "socks5", "socks5h": return .socksServer(host: address.host, port: address.port)
    case "http":
      let authorization = address.user.map {
        HTTPClient.Authorization.basic(username: $0.name, password: $0.password)
      }
      return .server(host: address.host, port: address.port, authorization: authorization)
    default:
      throw KubeConfigError(
        code: .malformed, message: "the proxy \"\(url)\" is neither http:// nor socks5://")
    }
  }

  /// Lets a connection whose other side is gone without a word be found within a minute, also while a watch is silent.
  ///
  /// Kubernetes: client-go pings HTTP/2 connections after 30 s of silence and gives up 15 s later.
  @Sendable private static func keepAlive(_ channel: any Channel) -> EventLoopFuture<Void> {
    let options: [(ChannelOptions.Types.SocketOption, SocketOptionValue)] = [
      (.init(level: .socket, name: .so_keepalive), 1), (.init(level: .tcp, name: keepIdle), 30),
      (.init(level: .tcp, name: keepInterval), 5), (.init(level: .tcp, name: keepCount), 3),
    ]
    let all = options.map { channel.setOption($0, value: $1).recover { _ in } }
    return EventLoopFuture.andAllSucceed(all, on: channel.eventLoop)
  }

  /// `TCP_KEEPIDLE`, `TCP_KEEPINTVL` and `TCP_KEEPCNT` of Linux.
  private static let keepIdle = NIOBSDSocket.Option(rawValue: 4)
  private static let keepInterval = NIOBSDSocket.Option(rawValue: 5)
  private static let keepCount = NIOBSDSocket.Option(rawValue: 6)
}
