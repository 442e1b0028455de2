internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import ServiceLifecycle
internal import Synchronization

/// Serves a few pages over plain HTTP, to the kubelet and to Prometheus.
struct ProbeServer: Service {
  /// What is served at a path.
  typealias Pages = @Sendable (_ path: String) -> ProbePage

  let name: String
  let address: BindAddress
  let pages: Pages
  let logger: Logger
  /// Told of the port once it is listened on.
  var onBound: @Sendable (Int) -> Void = { _ in }

  /// The servers of a manager: one for the metrics and one for the probes, or one for both when they have one address.
  static func services(
    metrics: String, probes: String, pages: ManagerPages, logger: Logger
  ) throws -> [ProbeServer] {
    let (metrics, probes) = (try BindAddress.parse(metrics), try BindAddress.parse(probes))
    if let metrics, metrics == probes {
      let both: Pages = { $0 == "/metrics" ? pages.metrics($0) : pages.probes($0) }
      return [ProbeServer(name: "metrics and probes", address: metrics, pages: both, logger: logger)]
    }
    return [
      metrics.map { ProbeServer(name: "metrics", address: $0, pages: pages.metrics, logger: logger) },
      probes.map { ProbeServer(name: "probes", address: $0, pages: pages.probes, logger: logger) },
    ].compactMap { $0 }
  }

  func run() async throws {
    let pages = pages
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.backlog, value: 64)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.pipeline.configureHTTPServerPipeline(withErrorHandling: true).flatMapThrowing {
          try channel.pipeline.syncOperations.addHandlers([
            IdleStateHandler(allTimeout: .seconds(30)), ProbeHandler(pages: pages),
          ])
        }
      }
      .bind(host: address.host, port: address.port).get()
    let port = channel.localAddress?.port ?? 0
    logger.info("Serving \(name)", metadata: ["address": "\(address.host):\(port)"])
    onBound(port)
    try? await gracefulShutdown()
    try await channel.close()
  }
}

/// Answers the requests of one connection.
private final class ProbeHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let pages: ProbeServer.Pages
  private var request: HTTPRequestHead?

  init(pages: @escaping ProbeServer.Pages) {
    self.pages = pages
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): request = head
    case .body: break
    case .end:
      if let request { answer(request, context) }
      request = nil
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent {
      context.close(promise: nil)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func answer(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let path =
      request.uri.split(separator: "?", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    let isRead = request.method == .GET || request.method == .HEAD
    let page = isRead ? pages(path) : ProbePage(status: 405, body: "405 method not allowed\n")
    var head = HTTPResponseHead(
      version: request.version, status: HTTPResponseStatus(statusCode: page.status),
      headers: [
        "Content-Type": page.contentType, "Content-Length": String(page.body.utf8.count),
        "X-Content-Type-Options": "nosniff",
      ])
    if !request.isKeepAlive { head.headers.add(name: "Connection", value: "close") }
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: page.body)))), promise: nil)
    }
    let isLast = !request.isKeepAlive
    let promise: EventLoopPromise<Void>? = isLast ? context.eventLoop.makePromise() : nil
    if let promise {
      let channel = context.channel
      promise.futureResult.whenComplete { _ in channel.close(promise: nil) }
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: promise)
  }
}
