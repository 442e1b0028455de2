internal import APIMachinery
internal import HTTPTypes
internal import HummingbirdCore
public import Logging
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
public import ServiceLifecycle

/// Where a webhook server listens, and what it proves itself with.
public struct WebhookServerConfiguration: Sendable {
  public var host: String
  /// 0 takes a free one.
  public var port: Int
  /// PEM text of the server's certificate and those that vouch for it.
  public var certificatePEM: String
  public var keyPEM: String
  /// Called with the port once the server listens.
  public var onListening: @Sendable (Int) -> Void = { _ in }

  public init(host: String = "127.0.0.1", port: Int = 9443, certificatePEM: String, keyPEM: String) {
    self.host = host
    self.port = port
    self.certificatePEM = certificatePEM
    self.keyPEM = keyPEM
  }
}

/// A web server for the webhooks of a controller: admission and conversion, over HTTPS.
///
///     let server = try AdmissionWebhookServer(
///       WebhookServerConfiguration(certificatePEM: certificate, keyPEM: key),
///       routes: [
///         AdmissionWebhook.validating("/validate", Pod.self) { question in
///           question.object?.spec.hostNetwork == true ? .denied("no host network here") : .allowed
///         }
///       ], logger: logger)
///     try await ServiceGroup(services: [server], logger: logger).run()
public final class AdmissionWebhookServer: Service {
  private static let bodyLimit = 8 << 20

  private let configuration: WebhookServerConfiguration
  private let routes: [String: WebhookRoute]
  private let tls: NIOSSLContext
  private let logger: Logger

  /// - Throws: ``WebhookProblem`` when routes collide or cannot be asked for, when the port is none, and when the
  ///   certificate or the key is not PEM text or the one does not go with the other.
  public init(_ configuration: WebhookServerConfiguration, routes: [WebhookRoute], logger: Logger) throws {
    if let problem = Self.problems(configuration, routes).first { throw WebhookProblem(problem) }
    self.configuration = configuration
    self.logger = logger
    self.routes = Dictionary(routes.map { ($0.path, $0) }) { $1 }
    tls = try Self.context(configuration)
  }

  private static func problems(_ configuration: WebhookServerConfiguration, _ routes: [WebhookRoute])
    -> [String]
  {
    var problems: [String] = []
    if routes.isEmpty {
      problems.append("a webhook server without routes answers nothing: give it one at least")
    }
    if !(0...65535).contains(configuration.port) {
      problems.append(
        "a webhook server cannot listen on port \(configuration.port): 0 to 65535, and 0 takes a free one")
    }
    var paths: Set<String> = []
    for path in routes.map(\.path) {
      if !paths.insert(path).inserted {
        problems.append("two webhooks answer at \(path): give each a path of its own")
      }
      if !path.hasPrefix("/") || path.contains(where: { "?#".contains($0) || $0.isWhitespace }) {
        problems.append(
          "a webhook cannot answer at \"\(path)\": a path begins with \"/\" and has neither \"?\" nor \"#\" nor spaces"
        )
      }
    }
    return problems
  }

  private static func context(_ configuration: WebhookServerConfiguration) throws -> NIOSSLContext {
    guard let chain = try? NIOSSLCertificate.fromPEMBytes(Array(configuration.certificatePEM.utf8)),
      !chain.isEmpty
    else {
      throw WebhookProblem(
        "the certificate of the webhook server is not PEM text: -----BEGIN CERTIFICATE----- and so on")
    }
    guard let key = try? NIOSSLPrivateKey(bytes: Array(configuration.keyPEM.utf8), format: .pem) else {
      throw WebhookProblem(
        "the key of the webhook server is not PEM text: -----BEGIN PRIVATE KEY----- and so on")
    }
    var settings = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    settings.minimumTLSVersion = .tlsv12
    settings.applicationProtocols = ["http/1.1"]
    do { return try NIOSSLContext(configuration: settings) } catch {
      throw WebhookProblem(
        "the key of the webhook server does not go with its certificate, or TLS refuses them: \(error)")
    }
  }

  /// Serves until the surrounding service group shuts down.
  public func run() async throws {
    let base = HTTP1Channel(
      responder: { [self] request, writer, _ in
        let response = await respond(to: request)
        try await writer.write(response: response.head, body: response.body)
      })
    let server = Server(
      childChannelSetup: SecureChannel(base: base, tls: tls),
      configuration: ServerConfiguration(
        address: .hostname(configuration.host, port: configuration.port), backlog: 256),
      onServerRunning: { [configuration] channel in
        configuration.onListening(channel.localAddress?.port ?? 0)
      },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
    try await server.run()
  }

  private func respond(to request: Request) async -> Response {
    var request = request
    guard let route = routes[request.uri.path] else {
      return Self.response(.notFound, "nothing is answered at \(request.uri.path)")
    }
    guard request.method == .post else { return Self.response(.methodNotAllowed, "only POST is answered") }
    guard let body = try? await request.collectBody(upTo: Self.bodyLimit) else {
      return Self.response(.contentTooLarge, "the body is longer than \(Self.bodyLimit) bytes")
    }
    guard case .object(let review)? = try? JSON.parse(body.readableBytesView, limits: .response) else {
      return Self.response(.badRequest, "the body is no JSON object")
    }
    do throws(WebhookProblem) {
      let answer = JSON.object(try await route.answer(review)).serialized()
      return Response(
        status: .ok, headers: [.contentType: "application/json"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer)))
    } catch {
      return Self.response(.badRequest, error.message)
    }
  }

  private static func response(_ status: HTTPResponse.Status, _ text: String) -> Response {
    Response(
      status: status, headers: [.contentType: "text/plain; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
  }
}

/// TLS beneath another channel.
private struct SecureChannel: ServerChildChannel {
  typealias Value = HTTP1Channel.Value

  let base: HTTP1Channel
  let tls: NIOSSLContext

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls))
    }.flatMap { base.setup(channel: channel, logger: logger) }
  }

  func handle(value: Value, logger: Logger) async { await base.handle(value: value, logger: logger) }
}
