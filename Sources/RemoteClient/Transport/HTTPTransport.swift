public import APIMachinery
internal import AsyncHTTPClient
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL
internal import Synchronization

/// Sends requests to one API server: connections, TLS, credentials, retries and the words for what goes wrong.
final class HTTPTransport: Sendable {
  let configuration: ClientConfiguration
  private let client: HTTPClient
  private let credentials: Credentials
  /// `https://host:port/path`, with the host that the certificate is checked for.
  private let base: String
  /// `host:port` as the user wrote it.
  private let address: String
  private let onWarning: @Sendable (String) -> Void
  let metrics: RequestMetrics

  init(
    _ configuration: ClientConfiguration, onWarning: @escaping @Sendable (String) -> Void
  ) throws(KubeConfigError) {
    let server = try ServerAddress(configuration.server)
    var settings = HTTPClient.Configuration(tlsConfiguration: try TLSConfiguration(configuration))
    settings.httpVersion = configuration.allowsHTTP2 ? .automatic : .http1Only
    settings.redirectConfiguration = .disallow
    settings.timeout.connect = .seconds(10)
    settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1024
    settings.connectionPool.retryConnectionEstablishment = false
    settings.proxy = try Self.proxy(configuration.proxyURL)
    var host = server.host
    if let name = configuration.tlsServerName, !name.isEmpty {
      settings.dnsOverride = [name: server.host]
      host = name
    }
    self.configuration = configuration
    self.onWarning = onWarning
    base = "\(server.scheme)://\(host):\(server.port)\(server.path)"
    address = "\(server.host):\(server.port)"
    metrics = RequestMetrics(host: address)
    credentials = Credentials(configuration.authorization)
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
  }

  /// Closes the connections. Must be called before the transport is released.
  func shutdown() async {
    try? await client.shutdown()
  }

  private static func proxy(_ url: String?) throws(KubeConfigError) -> HTTPClient.Configuration.Proxy? {
    guard let url, !url.isEmpty else { return nil }
    let address = try ServerAddress(url)
    return switch address.scheme {
    case "socks5": .socksServer(host: address.host, port: address.port)
    default: .server(host: address.host, port: address.port)
    }
  }

  // MARK: Requests

  /// Sends a request and gathers the answer.
  ///
  /// Kubernetes: client-go `rest.Request`: an answer with `Retry-After` and 429 or 5xx is tried again, ten times at
  /// most.
  ///
  /// - Throws: `StatusError` for an answer of 400 and above, and when there is no answer.
  func send(_ request: RawRequest) async throws(StatusError) -> RawResponse {
    var attempt = 0
    while true {
      let outcome = await attemptOnce(request)
      switch outcome {
      case .success(let response):
        for warning in response.warnings { onWarning(warning) }
        guard response.status >= 400 else { return response }
        if attempt < 10, let delay = response.retryDelay {
          attempt += 1
          try await Self.sleep(seconds: delay)
          continue
        }
        throw StatusError(response: response)
      case .failure(let error):
        if attempt == 0, request.method == "GET", Self.isStaleConnection(error) {
          attempt += 1
          continue
        }
        throw StatusError(transport: error, address: address)
      }
    }
  }

  private func attemptOnce(_ request: RawRequest) async -> Result<RawResponse, any Error> {
    do {
      let message = try await message(for: request)
      let own = request.timeoutSeconds.map { NIODeadline.now() + .seconds(Int64($0)) } ?? .distantFuture
      let response = try await client.execute(message, deadline: min(own, deadline))
      metrics.count(request.method, status: Int(response.status.code))
      let body = try await response.body.collect(upTo: 1 << 30)
      return .success(
        RawResponse(
          status: Int(response.status.code), headers: response.headers, body: Array(body.readableBytesView)))
    } catch {
      metrics.count(request.method, status: nil)
      return .failure(error)
    }
  }

  private var deadline: NIODeadline {
    configuration.requestTimeout.map { .now() + .nanoseconds($0.nanosecondsClamped) } ?? .distantFuture
  }

  private func message(for request: RawRequest) async throws(StatusError) -> HTTPClientRequest {
    var message = HTTPClientRequest(url: base + request.path)
    message.method = HTTPMethod(rawValue: request.method)
    message.headers = try await headers(for: request)
    if let body = request.body { message.body = .bytes(ByteBuffer(bytes: body)) }
    return message
  }

  /// Sends a request and returns its answer as a stream, once its head is there.
  func stream(_ request: RawRequest) async throws(StatusError) -> ResponseStream {
    let headers = try await headers(for: request)
    let stream = ResponseStream(address: address)
    do {
      let message = try HTTPClient.Request(
        url: base + request.path, method: HTTPMethod(rawValue: request.method), headers: headers,
        body: request.body.map { .bytes($0) })
      stream.start(client.execute(request: message, delegate: stream, deadline: deadline))
    } catch {
      throw StatusError(transport: error, address: address)
    }
    let head: HTTPResponseHead
    do { head = try await stream.head() } catch {
      metrics.count(request.method, status: nil)
      throw error
    }
    metrics.count(request.method, status: Int(head.status.code))
    for warning in WarningHeader.texts(in: head.headers) { onWarning(warning) }
    if head.status.code >= 400 {
      var body: [UInt8] = []
      while body.count < 1 << 20, let part = try await stream.next() {
        body.append(contentsOf: part.readableBytesView)
      }
      stream.cancel()
      throw StatusError(
        response: RawResponse(status: Int(head.status.code), headers: head.headers, body: body))
    }
    return stream
  }

  private func headers(for request: RawRequest) async throws(StatusError) -> HTTPHeaders {
    var headers = HTTPHeaders()
    headers.add(name: "Accept", value: request.accept)
    headers.add(name: "User-Agent", value: configuration.userAgent)
    if let contentType = request.contentType { headers.add(name: "Content-Type", value: contentType) }
    if let value = try await credentials.header() { headers.add(name: "Authorization", value: value) }
    return headers
  }

  // MARK: Retries

  /// A kept connection that the server closed just as the request went out.
  private static func isStaleConnection(_ error: any Error) -> Bool {
    if let error = error as? HTTPClientError { return error == .remoteConnectionClosed }
    if let error = error as? IOError { return error.errnoCode == 104 || error.errnoCode == 32 }
    return false
  }

  private static func sleep(seconds: Int) async throws(StatusError) {
    do { try await Task.sleep(for: .seconds(seconds)) } catch {
      throw StatusError(transport: error, address: "")
    }
  }
}
