internal import APICore
internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL
internal import Synchronization

/// Calls webhooks over HTTPS.
///
/// Kubernetes: `apiserver/pkg/util/webhook.ClientManager`.
final class WebhookClient: WebhookCaller {
  private static let answerLimit = 8 << 20

  private struct State {
    /// By the address that stands for a service's name; the empty text for plain URLs.
    var clients: [String: HTTPClient] = [:]
    var isShutDown = false
  }

  private let state = Mutex(State())

  /// Closes all connections. Must be called before the client is released.
  func shutdown() async {
    let clients = state.withLock { state in
      state.isShutDown = true
      let clients = state.clients
      state.clients = [:]
      return clients
    }
    for client in clients.values { try? await client.shutdown() }
  }

  func call(_ call: WebhookCall) async throws(WebhookFailure) -> [UInt8] {
    let (client, url) = try target(of: call)
    do {
      var request = HTTPClientRequest(url: url)
      request.method = .POST
      request.headers = [
        "Content-Type": "application/json", "Accept": "application/json, */*",
        "User-Agent": "kube-apiserver-admission",
      ]
      request.body = .bytes(ByteBuffer(bytes: call.body))
      request.tlsConfiguration = try Self.tls(call.authorities)
      let response = try await client.execute(request, timeout: .seconds(Int64(call.timeoutSeconds)))
      let body = Array(try await response.body.collect(upTo: Self.answerLimit).readableBytesView)
      if let problem = Self.problem(response.status.code, body) { throw WebhookFailure(problem) }
      return body
    } catch let failure as WebhookFailure {
      throw failure
    } catch {
      throw WebhookFailure("Post \"\(call.url)\": \(Self.words(for: error, call))")
    }
  }

  /// The client and the address for a call.
  private func target(of call: WebhookCall) throws(WebhookFailure) -> (HTTPClient, String) {
    guard case .service(let name, let namespace, _, _, let address) = call.server else {
      return (try client(host: "", address: ""), call.url)
    }
    guard let address, let colon = address.lastIndex(of: ":") else {
      throw WebhookFailure("Post \"\(call.url)\": no endpoints available for service \"\(name)\"")
    }
    // The name is kept, for the server's certificate; the port is that of the end point.
    let host = "\(name).\(namespace).svc"
    let path = call.url.dropFirst("https://\(host):".count).drop { $0.isNumber }
    return (
      try client(host: host, address: String(address[..<colon])), "https://\(host)\(address[colon...])\(path)"
    )
  }

  private func client(host: String, address: String) throws(WebhookFailure) -> HTTPClient {
    let client = state.withLock { state -> HTTPClient? in
      if state.isShutDown { return nil }
      let key = "\(host)=\(address)"
      if let client = state.clients[key] { return client }
      var configuration = HTTPClient.Configuration()
      configuration.httpVersion = .http1Only
      configuration.redirectConfiguration = .disallow
      configuration.timeout.connect = .seconds(30)
      configuration.connectionPool.retryConnectionEstablishment = false
      if !host.isEmpty { configuration.dnsOverride = [host: address] }
      let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
      state.clients[key] = client
      return client
    }
    guard let client else { throw WebhookFailure("the server is shutting down") }
    return client
  }

  private static func tls(_ authorities: [UInt8]) throws -> TLSConfiguration {
    var tls = TLSConfiguration.makeClientConfiguration()
    if !authorities.isEmpty {
      tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(authorities))
    }
    return tls
  }

  // MARK: Words

  /// What is wrong with an answer that is no success.
  ///
  /// Kubernetes: client-go's `rest.Request.newUnstructuredResponseError`.
  private static func problem(_ status: UInt, _ body: [UInt8]) -> String? {
    switch status {
    case 200...299: return nil
    case 404: return "the server could not find the requested resource"
    case 500...:
      let text = String(decoding: body.prefix(2048), as: UTF8.self).trimmingNewlines
      return "an error on the server (\"\(text)\") has prevented the request from succeeding"
    default: return "the server rejected our request for an unknown reason"
    }
  }

  private static func words(for error: any Error, _ call: WebhookCall) -> String {
    switch error {
    case let error as HTTPClientError where error == .deadlineExceeded || error == .connectTimeout:
      return "context deadline exceeded"
    case let error as HTTPClientError where error == .remoteConnectionClosed: return "EOF"
    case is NIOSSLError, is NIOSSLExtraError: return "tls: failed to verify certificate: \(error)"
    case let error as IOError: return "dial tcp \(address(of: call)): connect: \(words(for: error.errnoCode))"
    case let error as NIOConnectionError:
      if let code = (error.connectionErrors.first?.error as? IOError)?.errnoCode {
        return "dial tcp \(address(of: call)): connect: \(words(for: code))"
      }
      return "dial tcp: lookup \(error.host): no such host"
    default: return "\(error)"
    }
  }

  private static func words(for systemError: Int32) -> String {
    switch systemError {
    case 101: "network is unreachable"
    case 104: "connection reset by peer"
    case 110: "connection timed out"
    case 111: "connection refused"
    case 113: "no route to host"
    default: "error \(systemError)"
    }
  }

  /// Host and port of a server.
  private static func address(of call: WebhookCall) -> String {
    if case .service(_, _, _, _, let address?) = call.server { return address }
    let host = call.url.dropFirst("https://".count).prefix { $0 != "/" && $0 != "?" }
    return host.contains(":") ? String(host) : "\(host):443"
  }
}

extension String {
  fileprivate var trimmingNewlines: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
