internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL

/// How Hummingbird's server makes a connection of ours out of an accepted socket, and what runs on it.
struct HTTPConnectionChannel: ServerChildChannel {
  struct Value: ServerChildChannelValue {
    let connection: HTTPConnection
    var channel: any Channel { connection.channel }
  }

  let tls: NIOSSLContext?
  let loops: LoopContexts
  let limits: ConnectionLimits
  let responder: any RequestResponder

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      let pipeline = channel.pipeline.syncOperations
      if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
      try pipeline.addHandler(ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)))
      let connection = HTTPConnection(channel: channel, loop: loops[channel.eventLoop], limits: limits)
      try pipeline.addHandler(connection)
      return Value(connection: connection)
    }
  }

  func handle(value: Value, logger: Logger) async {
    let connection = value.connection
    await withTaskCancellationHandler {
      await withTaskExecutorPreference(connection.loop.executor) {
        while let request = await connection.nextRequest() {
          await responder.respond(to: request, on: connection)
          if connection.isEnding || connection.isClosed { break }
        }
        connection.finish()
      }
    } onCancel: {
      connection.channel.close(promise: nil)
    }
  }
}

/// Answers requests.
protocol RequestResponder: Sendable {
  /// Answers one request; returns when the answer is written.
  func respond(to request: ServerRequest, on connection: HTTPConnection) async
}
