import NIOCore
import NIOPosix
import Synchronization

/// A server that answers with the bytes that a test gives it, as they are: what a real server was seen to send.
final class ScriptedServer: Sendable {
  /// What a server does with a request.
  struct Answer: Sendable {
    /// The bytes to send, in pieces.
    var pieces: [ByteBuffer]
    /// Whether the connection is closed after them.
    var closes: Bool

    init(_ pieces: String..., closes: Bool = false) {
      self.pieces = pieces.map { ByteBuffer(string: $0) }
      self.closes = closes
    }

    /// The connection ends without an answer.
    static let hangUp = Answer(closes: true)

    /// An answer whose body has a form of its own.
    static func body(_ body: [UInt8], _ headers: String...) -> Answer {
      let lines = ["HTTP/1.1 200 OK"] + headers + ["Content-Length: \(body.count)"]
      var answer = Answer(lines.joined(separator: "\r\n") + "\r\n\r\n")
      answer.pieces.append(ByteBuffer(bytes: body))
      return answer
    }

    /// An answer with a body of JSON.
    static func json(_ status: Int, _ body: String, headers: [String] = []) -> Answer {
      let lines = [
        "HTTP/1.1 \(status) \(status == 200 ? "OK" : "Status")", "Content-Type: application/json",
        "Content-Length: \(body.utf8.count)",
      ]
      return Answer((lines + headers).joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    /// The start of a watch, and lines of it as chunks; the watch stays open unless it is closed.
    static func watch(_ lines: String..., ends: Bool = false) -> Answer {
      var answer = Answer(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
      for line in lines { answer.add(chunk: line + "\n") }
      if ends { answer.pieces.append(ByteBuffer(string: "0\r\n\r\n")) }
      return answer
    }

    /// The start of a watch that ends in the middle of an event, with its connection.
    static func cutWatch(_ lines: String..., half: String) -> Answer {
      var answer = watch()
      for line in lines { answer.add(chunk: line + "\n") }
      answer.add(chunk: half)
      answer.closes = true
      return answer
    }

    private mutating func add(chunk text: String) {
      pieces.append(ByteBuffer(string: String(text.utf8.count, radix: 16) + "\r\n" + text + "\r\n"))
    }
  }

  struct Request: Sendable {
    let line: String
    let headers: [String: String]
    let body: String

    var path: String { line.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
  }

  private let answers: Mutex<[Answer]>
  private let log = Mutex<[Request]>([])
  private let port = Mutex(0)

  /// - Parameter answers: What the requests are answered with, in their order; the last one again and again.
  init(_ answers: [Answer]) {
    self.answers = Mutex(answers)
  }

  var requests: [Request] { log.withLock { $0 } }
  var address: String { "127.0.0.1:\(port.withLock { $0 })" }

  fileprivate func answer(_ request: Request) -> Answer {
    log.withLock { $0.append(request) }
    return answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
  }

  /// Runs `body` beside the server.
  static func run<Result: Sendable>(
    _ answers: Answer..., body: @Sendable (ScriptedServer) async throws -> Result
  ) async throws -> Result {
    try await run(answers, body: body)
  }

  static func run<Result: Sendable>(
    _ answers: [Answer], body: @Sendable (ScriptedServer) async throws -> Result
  ) async throws -> Result {
    let server = ScriptedServer(answers)
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ScriptHandler(server: server))
        }
      }
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
}

/// Reads requests whose bodies have a length, and writes the answers of the script.
private final class ScriptHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let server: ScriptedServer
  private var text = ""

  init(server: ScriptedServer) {
    self.server = server
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    text += String(buffer: unwrapInboundIn(data))
    while let request = nextRequest() {
      let answer = server.answer(request)
      for piece in answer.pieces {
        context.writeAndFlush(wrapOutboundOut(piece), promise: nil)
      }
      if answer.closes { context.close(promise: nil) }
    }
  }

  private func nextRequest() -> ScriptedServer.Request? {
    guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
    let lines = text[..<end.lowerBound].split(separator: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      let name = parts[0].lowercased()
      let value = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
      headers[name] = headers[name].map { "\($0), \(value)" } ?? value
    }
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    let rest = text[end.upperBound...]
    guard rest.utf8.count >= length else { return nil }
    let body = String(decoding: Array(rest.utf8.prefix(length)), as: UTF8.self)
    text = String(decoding: Array(rest.utf8.dropFirst(length)), as: UTF8.self)
    return ScriptedServer.Request(line: String(lines.first ?? ""), headers: headers, body: body)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
