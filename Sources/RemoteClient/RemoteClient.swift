public import APIMachinery
internal import KubernetesClient
internal import NIOCore

/// The verbs of the API over HTTPS, to any Kubernetes cluster.
///
///     let config = try KubeConfig.load().configuration()
///     let client = try RemoteClient(config)
///     let pods = try await client.list(Pod.self, namespace: "default")
///     await client.shutdown()
public struct RemoteClient: Sendable {
  public let configuration: ClientConfiguration
  let transport: HTTPTransport

  /// - Parameter onWarning: Told of each warning that the server sends with an answer.
  /// - Throws: ``KubeConfigError`` when the address, the certificates or the key cannot be used. No connection is made
  ///   yet.
  public init(
    _ configuration: ClientConfiguration, onWarning: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(KubeConfigError) {
    try self.init(configuration, clock: .system, onWarning: onWarning)
  }

  init(
    _ configuration: ClientConfiguration, clock: TransportClock,
    onWarning: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(KubeConfigError) {
    self.configuration = configuration
    transport = try HTTPTransport(configuration, clock: clock, onWarning: onWarning)
  }

  /// The figures of the requests in the text format of Prometheus, under the names that client-go gives them.
  @Sendable public func metricsText() -> String { transport.metrics.text }

  /// Closes all connections; call it before the client is released.
  public func shutdown() async {
    await transport.shutdown()
  }

  /// Sends a request by its path and gathers the answer.
  ///
  /// - Throws: `StatusError` for an answer of 400 and above, and when there is no answer.
  public func send(_ request: RawRequest) async throws(StatusError) -> RawResponse {
    try await transport.send(request)
  }

  /// Sends a request by its path and hands the answer over piece by piece: logs that are followed, watches of tables.
  public func stream(_ request: RawRequest) async throws(StatusError) -> ByteStream {
    ByteStream(stream: try await transport.stream(request))
  }

  /// Sends a request and parses the answer as JSON.
  public func json(_ request: RawRequest) async throws(StatusError) -> JSON {
    let response = try await transport.send(request)
    do { return try JSON.parse(response.body, limits: .response) } catch {
      throw StatusError(
        code: 500, reason: .internalError, message: "the answer to \(request.path) is not JSON: \(error)")
    }
  }
}

/// The body of an answer as it comes, for one consumer.
public struct ByteStream: Sendable {
  let stream: ResponseStream

  /// All bytes that are there, at least one; `nil` at the end.
  public func next() async throws(StatusError) -> [UInt8]? {
    try await stream.next().map { Array($0.readableBytesView) }
  }

  /// Gives the connection up.
  public func cancel() { stream.cancel() }
}
