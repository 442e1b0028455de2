internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTP2
internal import NIOSSL

/// How Hummingbird's server makes a connection of ours out of an accepted socket, and what runs on it.
struct HTTPConnectionChannel: ServerChildChannel {
  typealias Streams = NIOHTTP2Handler.AsyncStreamMultiplexer<HTTPConnection>

  struct Value: ServerChildChannelValue {
    let channel: any Channel
    /// Known when client and server have agreed on a protocol (ALPN).
    let negotiated: EventLoopFuture<NIONegotiatedHTTPVersion<HTTPConnection, Streams>>
  }

  /// Kubernetes: Go's server allows as many requests at a time on one connection.
  private static let streamLimit = 250

  let tls: NIOSSLContext?
  let loops: LoopContexts
  let limits: ConnectionLimits
  let responder: any RequestResponder

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    guard let tls else {
      return channel.eventLoop.makeCompletedFuture {
        let connection = try connection(on: channel)
        let negotiated = channel.eventLoop.makeSucceededFuture(
          NIONegotiatedHTTPVersion<HTTPConnection, Streams>.http1_1(connection))
        return Value(channel: channel, negotiated: negotiated)
      }
    }
    return channel.eventLoop.makeCompletedFuture {
      try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls))
    }.flatMap {
      channel.configureHTTP2AsyncSecureUpgrade(
        http1ConnectionInitializer: { channel in
          channel.eventLoop.makeCompletedFuture { try connection(on: channel) }
        },
        http2ConnectionInitializer: { channel in
          channel.eventLoop.makeCompletedFuture { try streams(on: channel) }
        })
    }.map { Value(channel: channel, negotiated: $0) }
  }

  private func connection(on channel: any Channel) throws -> HTTPConnection {
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandler(ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)))
    let connection = HTTPConnection(
      channel: channel, peer: ConnectionPeer(channel), loop: loops[channel.eventLoop], limits: limits)
    try pipeline.addHandler(connection)
    return connection
  }

  private func streams(on channel: any Channel) throws -> Streams {
    let peer = ConnectionPeer(channel)
    var management = NIOHTTP2ServerConnectionManagementHandler.Configuration.defaults
    management.maxIdleTime = limits.idle
    var handler = NIOHTTP2Handler.Configuration()
    handler.connection.initialSettings = [
      HTTP2Setting(parameter: .maxConcurrentStreams, value: Self.streamLimit),
      HTTP2Setting(parameter: .maxHeaderListSize, value: 1 << 16),
      HTTP2Setting(parameter: .initialWindowSize, value: 1 << 18),
    ]
    try channel.pipeline.syncOperations.addHandler(InputEndHandler())
    return try channel.pipeline.syncOperations.configureAsyncHTTP2Pipeline(
      mode: .server, connectionManagerConfiguration: management, http2HandlerConfiguration: handler
    ) { stream in
      stream.eventLoop.makeCompletedFuture {
        let pipeline = stream.pipeline.syncOperations
        try pipeline.addHandler(HTTP2FramePayloadToHTTP1ServerCodec())
        let connection = HTTPConnection(
          channel: stream, peer: peer, loop: loops[stream.eventLoop], limits: limits, isStream: true)
        try pipeline.addHandler(connection)
        return connection
      }
    }
  }

  func handle(value: Value, logger: Logger) async {
    let channel = value.channel
    await withTaskCancellationHandler {
      await withTaskExecutorPreference(loops[channel.eventLoop].executor) {
        switch try? await value.negotiated.get() {
        case .http1_1(let connection): await serve(connection)
        case .http2(let streams): await serve(streams)
        case nil: channel.close(promise: nil)
        }
      }
    } onCancel: {
      channel.close(promise: nil)
    }
  }

  private func serve(_ connection: HTTPConnection) async {
    while let request = await connection.nextRequest() {
      await responder.respond(to: request, on: connection)
      if connection.isEnding || connection.isClosed { break }
    }
    connection.finish()
  }

  private func serve(_ streams: Streams) async {
    await withDiscardingTaskGroup { group in
      do {
        for try await stream in streams.inbound { group.addTask { await serve(stream) } }
      } catch {
        // The connection has ended, and its streams with it.
      }
    }
  }
}

/// Closes a connection of HTTP/2 whose other side sends no more: nobody waits for answers there.
private final class InputEndHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if let event = event as? ChannelEvent, event == .inputClosed { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }
}

/// Answers requests.
protocol RequestResponder: Sendable {
  /// Answers one request; returns when the answer is written.
  func respond(to request: ServerRequest, on connection: HTTPConnection) async
}
