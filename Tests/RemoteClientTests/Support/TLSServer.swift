import NIOCore
import NIOHTTP1
import NIOHTTP2
import NIOPosix
import NIOSSL
import Synchronization

/// A server behind TLS that speaks HTTP/2 and HTTP/1.1, asks for a client certificate, and answers each request with what
/// it knows of it: `{"protocol": "h2", "path": "/a", "length": 0}`. A path of `/watch` stays open after one line.
///
/// Over HTTP/2 a path that ends in `bye` is answered after the server has taken its leave of the connection, and lets each
/// open watch bring one more line. What comes for the first time is refused alone if its path ends in `no`, and by a leave that
/// leaves it out if it ends in `gone`.
///
/// Kubernetes: `--goaway-chance`, `filters/goaway.go`.
final class TLSServer: Sendable {
  private let count = Mutex(0)
  private let watches = Mutex<[@Sendable () -> Void]>([])
  private let refused = Mutex<Set<String>>([])
  private let subjects = Mutex<[String]>([])
  private let port = Mutex(0)

  /// How many connections there were.
  var connections: Int { count.withLock { $0 } }
  /// The client certificate of each connection; empty for none.
  var peers: [String] { subjects.withLock { $0 } }
  var address: String { "https://127.0.0.1:\(port.withLock { $0 })" }

  fileprivate func note(_ peer: String) { subjects.withLock { $0.append(peer) } }

  /// Keeps what brings one more line to a watch.
  fileprivate func noteWatch(_ body: @escaping @Sendable () -> Void) { watches.withLock { $0.append(body) } }

  fileprivate func bringLines() { for body in watches.withLock({ $0 }) { body() } }

  /// Whether a path comes for the first time.
  fileprivate func isFirst(_ path: String) -> Bool { refused.withLock { $0.insert(path).inserted } }

  static func run<Result: Sendable>(
    protocols: [String] = ["h2", "http/1.1"], _ body: @Sendable (TLSServer) async throws -> Result
  ) async throws -> Result {
    let server = TLSServer()
    let authority = try NIOSSLCertificate.fromPEMBytes(Array(TestCertificate.authority.utf8))
    var settings = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMBytes(Array(TestCertificate.server.utf8)).map {
        .certificate($0)
      },
      privateKey: .privateKey(
        try NIOSSLPrivateKey(bytes: Array(TestCertificate.serverKey.utf8), format: .pem)))
    settings.applicationProtocols = protocols
    settings.trustRoots = .certificates(authority)
    settings.certificateVerification = .optionalVerification
    let context = try NIOSSLContext(configuration: settings)
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in server.set(up: channel, context) }
      .bind(host: "127.0.0.1", port: 0).get()
    server.port.withLock { $0 = channel.localAddress?.port ?? 0 }
    do {
      let result = try await body(server)
      try await channel.close()
      return result
    } catch {
      try? await channel.close()
      throw error
    }
  }

  private func set(up channel: any Channel, _ context: NIOSSLContext) -> EventLoopFuture<Void> {
    count.withLock { $0 += 1 }
    return channel.eventLoop.makeCompletedFuture {
      try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
    }
    .flatMap {
      channel.configureHTTP2SecureUpgrade(
        h2ChannelConfigurator: { channel in
          self.notePeer(of: channel)
          return channel.configureHTTP2Pipeline(mode: .server) { stream in
            stream.eventLoop.makeCompletedFuture {
              try stream.pipeline.syncOperations.addHandlers([
                HTTP2FramePayloadToHTTP1ServerCodec(), AnswerHandler(name: "h2", server: self),
              ])
            }
          }
          .map { _ in }
        },
        http1ChannelConfigurator: { channel in
          self.notePeer(of: channel)
          return channel.pipeline.configureHTTPServerPipeline().flatMapThrowing {
            try channel.pipeline.syncOperations.addHandler(AnswerHandler(name: "http/1.1", server: self))
          }
        })
    }
  }

  private func notePeer(of channel: any Channel) {
    let certificate = try? channel.pipeline.syncOperations.nioSSL_peerCertificate()
    let name = certificate.flatMap { $0 }.map { "\($0)" } ?? ""
    let text = name.firstRange(of: "common_name=").map { name[$0.upperBound...].prefix { $0.isLetter } } ?? ""
    note(String(text))
  }
}

/// Answers requests with what is known of them.
private final class AnswerHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private static let line =
    #"{"type":"ADDED","object":{"kind":"Pod","metadata":{"name":"a","resourceVersion":"7"}}}"# + "\n"

  private let name: String
  private let server: TLSServer
  private var head: HTTPRequestHead?
  private var length = 0

  init(name: String, server: TLSServer) {
    self.name = name
    self.server = server
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): (self.head, length) = (head, 0)
    case .body(let bytes): length += bytes.readableBytes
    case .end: answer(context)
    }
  }

  private func answer(_ context: ChannelHandlerContext) {
    guard let head else { return }
    if head.uri.hasSuffix("no"), server.isFirst(head.uri) { return refuse(context) }
    if head.uri.hasSuffix("gone"), server.isFirst(head.uri) { return takeLeave(context, .rootStream) }
    if head.uri.hasSuffix("bye") { takeLeave(context, .maxID) }
    let isWatch = head.uri.hasPrefix("/watch")
    let text = isWatch ? Self.line : #"{"protocol":"\#(name)","path":"\#(head.uri)","length":\#(length)}"#
    var headers: HTTPHeaders = ["content-type": "application/json"]
    if !isWatch { headers.add(name: "content-length", value: String(text.utf8.count)) }
    context.write(
      wrapOutboundOut(.head(HTTPResponseHead(version: head.version, status: .ok, headers: headers))),
      promise: nil)
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
    if !isWatch { context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil) }
    if head.uri.hasSuffix("bye") { server.bringLines() }
    if isWatch { keepWatch(context) }
  }

  private func keepWatch(_ context: ChannelHandlerContext) {
    let channel = context.channel
    server.noteWatch {
      let part = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: Self.line)))
      channel.writeAndFlush(part, promise: nil)
    }
  }

  private func refuse(_ context: ChannelHandlerContext) {
    let stream = try? context.pipeline.syncOperations.context(
      handlerType: HTTP2FramePayloadToHTTP1ServerCodec.self)
    stream?.writeAndFlush(NIOAny(HTTP2Frame.FramePayload.rstStream(.refusedStream)), promise: nil)
  }

  /// - Parameter last: The last stream that is worked on: none, or all that there are.
  private func takeLeave(_ context: ChannelHandlerContext, _ last: HTTP2StreamID) {
    let leave = HTTP2Frame(
      streamID: .rootStream, payload: .goAway(lastStreamID: last, errorCode: .noError, opaqueData: nil))
    context.channel.parent?.writeAndFlush(leave, promise: nil)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
