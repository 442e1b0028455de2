internal import APIMachinery
internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTP2

/// Sends requests to one API server: connections, TLS, credentials, retries and the words for what goes wrong.
final class HTTPTransport: Sendable {
  let configuration: ClientConfiguration
  let metrics: RequestMetrics
  private let connections: Connections
  private let credentials: Credentials
  private let clock: TransportClock
  /// `https://host:port/path`, with the host that the certificate is checked for.
  private let base: String
  /// `host:port` as the user wrote it.
  private let address: String
  private let onWarning: @Sendable (String) -> Void

  /// - Parameter idleTimeout: After which a connection is closed that nobody uses.
  init(
    _ configuration: ClientConfiguration, clock: TransportClock = .system,
    idleTimeout: Duration = Connections.idleTimeout,
    onWarning: @escaping @Sendable (String) -> Void
  ) throws(KubeConfigError) {
    let server = try ServerAddress(configuration.server)
    self.configuration = configuration
    self.clock = clock
    self.onWarning = onWarning
    let name = configuration.tlsServerName.flatMap { $0.isEmpty ? nil : $0 }
    base = "\(server.scheme)://\(name ?? server.host):\(server.port)\(server.path)"
    address = "\(server.host):\(server.port)"
    metrics = RequestMetrics(host: address)
    credentials = Credentials(configuration, clock: clock)
    connections = try Connections(configuration, server: server, idleTimeout: idleTimeout)
  }

  /// Closes the connections. Must be called before the transport is released.
  func shutdown() async { await connections.shutdown() }

  /// How many streams are open in each pool of connections.
  var streamPools: [Int] { connections.streamPools }

  // MARK: Requests

  /// Sends a request and gathers the answer.
  ///
  /// - Throws: `StatusError` for an answer of 400 and above, and when there is no answer.
  func send(_ request: RawRequest) async throws(StatusError) -> RawResponse {
    try await retrying(request) { credential in
      let response = try await self.gather(request, credential)
      return Attempt(response: response, value: response)
    }
  }

  private func gather(_ request: RawRequest, _ credential: Credential) async throws -> RawResponse {
    var message = HTTPClientRequest(url: base + request.path)
    message.method = HTTPMethod(rawValue: request.method)
    message.headers = headers(for: request, credential)
    if !configuration.disablesCompression { message.headers.add(name: "Accept-Encoding", value: "gzip") }
    if let body = request.body { message.body = .bytes(ByteBuffer(bytes: body)) }
    let own = request.timeoutSeconds.map { NIODeadline.now() + .seconds(Int64($0)) } ?? .distantFuture
    let response = try await connections.requests(credential).execute(message, deadline: min(own, deadline))
    let body = try await response.body.collect(upTo: 1 << 30)
    return RawResponse(
      status: Int(response.status.code), headers: response.headers, body: Array(body.readableBytesView))
  }

  private var deadline: NIODeadline {
    configuration.requestTimeout.map { .now() + .nanoseconds($0.nanosecondsClamped) } ?? .distantFuture
  }

  /// Sends a request and returns its answer as a stream, once its head is there.
  func stream(_ request: RawRequest) async throws(StatusError) -> ResponseStream {
    try await retrying(request) { credential in
      let stream = try self.open(request, credential)
      let head = try await stream.head()
      guard head.status.code >= 400 else {
        return Attempt(
          response: RawResponse(status: Int(head.status.code), headers: head.headers, body: []), value: stream
        )
      }
      var body: [UInt8] = []
      while body.count < 1 << 20, let part = try await stream.next() {
        body.append(contentsOf: part.readableBytesView)
      }
      stream.cancel()
      return Attempt(
        response: RawResponse(status: Int(head.status.code), headers: head.headers, body: body), value: stream
      )
    }
  }

  private func open(_ request: RawRequest, _ credential: Credential) throws -> ResponseStream {
    let message = try HTTPClient.Request(
      url: base + request.path, method: HTTPMethod(rawValue: request.method),
      headers: headers(for: request, credential), body: request.body.map { .bytes($0) })
    let lease = try connections.lease(credential)
    let stream = ResponseStream(address: address) { [connections] in connections.release(lease) }
    stream.start(lease.client.execute(request: message, delegate: stream, deadline: deadline))
    return stream
  }

  private func headers(for request: RawRequest, _ credential: Credential) -> HTTPHeaders {
    var headers = HTTPHeaders()
    headers.add(name: "Accept", value: request.accept)
    headers.add(name: "User-Agent", value: configuration.userAgent)
    if let contentType = request.contentType { headers.add(name: "Content-Type", value: contentType) }
    if let value = credential.header { headers.add(name: "Authorization", value: value) }
    if let impersonation = configuration.impersonation { headers.add(impersonation) }
    return headers
  }

  // MARK: Retries

  /// An answer, and what the caller gets when it is a good one.
  private struct Attempt<Value: Sendable>: Sendable {
    let response: RawResponse
    let value: Value
  }

  /// Sends a request, and does so again where that can help and cannot harm:
  /// - after an answer with `Retry-After` and 429 or 5xx, ten times at most;
  /// - after 401, once, with another credential if there is one;
  /// - a GET on a connection that the server had closed or had taken its leave of (`GOAWAY`), once;
  /// - whatever the server refused before it looked at it (`REFUSED_STREAM`), ten times at most.
  ///
  /// Kubernetes: client-go `rest.Request` and `with_retry.go`.
  private func retrying<Value: Sendable>(
    _ request: RawRequest, _ attempt: @Sendable (Credential) async throws -> Attempt<Value>
  ) async throws(StatusError) -> Value {
    var credential = try await credentials.current()
    var retries = 0
    var (isRefreshed, isReconnected) = (false, false)
    while true {
      let outcome = await self.outcome(of: request, credential, attempt)
      switch outcome {
      case .failure(let error):
        if retries < 10, Self.isRefusedStream(error) {
          retries += 1
        } else if !isReconnected, request.method == "GET", Self.isStaleConnection(error) {
          isReconnected = true
        } else {
          throw StatusError(transport: error, address: address)
        }
      case .success(let answer):
        let response = answer.response
        for warning in response.warnings { onWarning(warning) }
        guard response.status >= 400 else { return answer.value }
        if response.status == 401, !isRefreshed, let another = await credentials.another(than: credential) {
          (credential, isRefreshed) = (another, true)
        } else if retries < 10, let delay = response.retryDelay {
          retries += 1
          try await sleep(seconds: delay)
        } else {
          throw StatusError(response: response)
        }
      }
    }
  }

  private func outcome<Value: Sendable>(
    of request: RawRequest, _ credential: Credential,
    _ attempt: @Sendable (Credential) async throws -> Attempt<Value>
  ) async -> Result<Attempt<Value>, any Error> {
    do {
      let answer = try await attempt(credential)
      metrics.count(request.method, status: answer.response.status)
      return .success(answer)
    } catch {
      metrics.count(request.method, status: nil)
      return .failure(error)
    }
  }

  /// A kept connection that the server closed just as the request went out.
  private static func isStaleConnection(_ error: any Error) -> Bool {
    // What a GOAWAY leaves out cannot be told from what the server cancelled, so a write is not sent again.
    if error is NIOHTTP2Errors.StreamClosed { return true }
    if let error = error as? HTTPClientError { return error == .remoteConnectionClosed }
    if let error = error as? IOError { return error.errnoCode == 104 || error.errnoCode == 32 }
    return false
  }

  /// A stream that the server says it has not looked at.
  ///
  /// RFC 9113, 8.7: such a request can be sent again, whatever its method.
  private static func isRefusedStream(_ error: any Error) -> Bool {
    (error as? NIOHTTP2Errors.StreamClosed)?.errorCode == .refusedStream
  }

  private func sleep(seconds: Int) async throws(StatusError) {
    do { try await clock.sleep(.seconds(seconds)) } catch {
      throw StatusError(transport: error, address: address)
    }
  }
}

extension HTTPHeaders {
  /// Kubernetes: client-go `transport.NewImpersonatingRoundTripper`.
  fileprivate mutating func add(_ impersonation: ClientConfiguration.Impersonation) {
    add(name: "Impersonate-User", value: impersonation.user)
    if let uid = impersonation.uid { add(name: "Impersonate-Uid", value: uid) }
    for group in impersonation.groups { add(name: "Impersonate-Group", value: group) }
    for (key, values) in impersonation.extra.sorted(by: { $0.key < $1.key }) {
      for value in values { add(name: "Impersonate-Extra-\(key)", value: value) }
    }
  }
}
