internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL

/// One connection: gathers requests, hands them to the connection's task one at a time, and writes the answers. Of
/// HTTP/2 it is one stream, which has one request.
///
/// `@unchecked`: every member is used on the channel's event loop only; the task runs on it too, through
/// ``EventLoopExecutor``.
final class HTTPConnection: ChannelDuplexHandler, @unchecked Sendable {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = Never
  typealias OutboundIn = Never
  /// Of HTTP/2 it is `HTTPServerResponsePart`.
  typealias OutboundOut = ByteBuffer

  /// What becomes of the parts of a request that come in.
  private enum Incoming {
    case none
    case request(ServerRequest)
    /// The request was refused; the rest of it is read and dropped.
    case dropping
  }

  let channel: any Channel
  let peer: ConnectionPeer
  let loop: LoopContext
  /// Whether this is a stream of HTTP/2.
  private let isStream: Bool
  private let limits: ConnectionLimits
  private var context: ChannelHandlerContext?
  private var incoming = Incoming.none
  private var ready: [ServerRequest] = []
  private var requestWaiter: UnsafeContinuation<ServerRequest?, Never>?
  private var writableWaiter: UnsafeContinuation<Void, Never>?
  private var writableAction: (() -> Void)?
  private var isBusy = false
  private var isReadHeld = false
  /// No further request is taken.
  private(set) var isEnding = false
  private(set) var isClosed = false
  private var lastActivity = NIODeadline.now()
  private var timer: RepeatedTask?
  /// Ends a stream whose request does not arrive in time.
  private var deadline: Scheduled<Void>?
  /// Succeeds when the answer on a stream is written to its end.
  private var answered: EventLoopPromise<Void>?
  /// Called once when the client has gone or the server shuts down, to end a stream.
  private var endAction: (() -> Void)?

  init(
    channel: any Channel, peer: ConnectionPeer, loop: LoopContext, limits: ConnectionLimits,
    isStream: Bool = false
  ) {
    self.channel = channel
    self.peer = peer
    self.loop = loop
    self.limits = limits
    self.isStream = isStream
  }

  // MARK: The task's side

  /// The next request; `nil` when the connection is to end.
  func nextRequest() async -> ServerRequest? {
    channel.eventLoop.assertInEventLoop()
    isBusy = false
    lastActivity = .now()
    resumeReading()
    if !ready.isEmpty {
      isBusy = true
      return ready.removeFirst()
    }
    if isEnding || isClosed { return nil }
    return await withUnsafeContinuation { requestWaiter = $0 }
  }

  /// Writes a whole answer, its body in pieces. A small one goes out together with its head.
  func respond(_ head: ResponseHead, body: [[UInt8]], to request: borrowing ServerRequest) async {
    let length = body.reduce(0) { $0 + $1.count }
    if Self.isCompressed(length: length, request: request) {
      return await respondCompressed(head, body: body, to: request)
    }
    if !request.isKeepAlive || isStream { isEnding = true }
    if isStream { return await respondOnStream(head, body: body, length: length, to: request) }
    let isSmall = length <= 32_000
    var buffer = channel.allocator.buffer(capacity: 512 + (isSmall ? length : 0))
    head.write(into: &buffer, framing: .length(length), dateLine: loop.dateLine, isKeepAlive: !isEnding)
    if request.method == .HEAD { return flush(buffer) }
    if isSmall {
      for piece in body { buffer.writeBytes(piece) }
      return flush(buffer)
    }
    flush(buffer)
    for piece in body { await write(channel.allocator.buffer(bytes: piece)) }
  }

  private func respondOnStream(
    _ head: ResponseHead, body: [[UInt8]], length: Int, to request: borrowing ServerRequest
  ) async {
    write(.head(head.head(framing: .length(length), date: loop.date)))
    if request.method != .HEAD {
      if length <= 32_000 {
        var buffer = channel.allocator.buffer(capacity: length)
        for piece in body { buffer.writeBytes(piece) }
        write(.body(.byteBuffer(buffer)))
      } else {
        for piece in body { await write(channel.allocator.buffer(bytes: piece)) }
      }
    }
    endAnswer()
  }

  /// Begins an answer whose length is not known.
  func startStream(_ head: ResponseHead, to request: borrowing ServerRequest, onEnd: @escaping () -> Void) {
    let wasEnding = isEnding
    if isStream {
      write(.head(head.head(framing: .chunked, date: loop.date)))
      context?.flush()
    } else {
      if !request.isKeepAlive { isEnding = true }
      var buffer = channel.allocator.buffer(capacity: 512)
      head.write(into: &buffer, framing: .chunked, dateLine: loop.dateLine, isKeepAlive: !isEnding)
      flush(buffer)
    }
    if wasEnding || isClosed { onEnd() } else { endAction = onEnd }
  }

  /// Writes a part of a stream, and waits until the connection has room for more.
  ///
  /// - Returns: False when the client has gone.
  func writeChunk(_ bytes: [UInt8]) async -> Bool {
    if isClosed { return false }
    guard !bytes.isEmpty else { return true }
    await write(isStream ? channel.allocator.buffer(bytes: bytes) : HTTPChunk(bytes).framed)
    return !isClosed
  }

  /// Whether the connection has room for more.
  var isWritable: Bool { channel.isWritable }

  /// Writes a part of a stream whose frame is made already.
  func write(_ chunk: HTTPChunk) {
    var rest = isStream ? chunk.payload : chunk.framed
    while let part = rest.readSlice(length: min(rest.readableBytes, Self.partSize)), part.readableBytes > 0 {
      flush(part)
    }
  }

  /// Calls back once, when the connection has room again or is closed.
  func whenWritable(_ action: @escaping () -> Void) { writableAction = action }

  /// Ends a stream in good order.
  func endStream() {
    endAction = nil
    if isStream {
      isEnding = true
      return endAnswer()
    }
    var buffer = channel.allocator.buffer(capacity: 8)
    buffer.writeStaticString("0\r\n\r\n")
    flush(buffer)
  }

  /// Closes the connection once everything is written.
  func finish() {
    isEnding = true
    if isStream { return finishStream() }
    if case .dropping = incoming { return linger() }
    channel.close(mode: .output).whenComplete { [channel] _ in channel.close(promise: nil) }
  }

  /// What is encrypted at once: three full TLS records. A connection keeps a buffer of this order for its life.
  private static let partSize = 48 << 10

  /// Writes bytes in parts, each when the connection has room.
  private func write(_ buffer: ByteBuffer) async {
    var buffer = buffer
    while buffer.readableBytes > 0, !isClosed {
      let length = min(buffer.readableBytes, Self.partSize)
      guard let part = buffer.readSlice(length: length) else { return }
      flush(part)
      if !channel.isWritable, !isClosed { await withUnsafeContinuation { writableWaiter = $0 } }
    }
  }

  private func flush(_ buffer: ByteBuffer) {
    guard let context, !isClosed else { return }
    lastActivity = .now()
    if isStream {
      context.writeAndFlush(NIOAny(HTTPServerResponsePart.body(.byteBuffer(buffer))), promise: nil)
    } else {
      context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
    }
  }

  private func write(_ part: HTTPServerResponsePart) {
    guard let context, !isClosed else { return }
    context.write(NIOAny(part), promise: nil)
  }

  /// Ends the answer on a stream.
  private func endAnswer() {
    guard let context, !isClosed, answered == nil else { return }
    let promise = context.eventLoop.makePromise(of: Void.self)
    answered = promise
    context.writeAndFlush(NIOAny(HTTPServerResponsePart.end(nil)), promise: promise)
  }

  /// Closes the stream once its answer has gone out; one without an answer is reset.
  private func finishStream() {
    guard let answered else { return channel.close(promise: nil) }
    answered.futureResult.whenComplete { [channel] _ in channel.close(promise: nil) }
  }

  private func resumeReading() {
    guard isReadHeld else { return }
    isReadHeld = false
    context?.read()
  }

  // MARK: The channel's side

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    if isStream { return }
    timer = context.eventLoop.scheduleRepeatedTask(initialDelay: .seconds(15), delay: .seconds(15)) {
      [weak self] _ in self?.checkTime()
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    end()
    self.context = nil
  }

  func channelInactive(context: ChannelHandlerContext) {
    end()
    context.fireChannelInactive()
  }

  /// No more is read while whole requests wait for their turn.
  func read(context: ChannelHandlerContext) {
    if isBusy, !ready.isEmpty { isReadHeld = true } else { context.read() }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    lastActivity = .now()
    switch unwrapInboundIn(data) {
    case .head(let head): take(head)
    case .body(let part): take(part)
    case .end: takeEnd()
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { resumeWriter() }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if error is HTTPParserError, !isBusy, !isEnding {
      isEnding = true
      refuse(status: 400, body: "400 Bad Request", contentType: "text/plain; charset=utf-8")
    }
    context.close(promise: nil)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case is ChannelShouldQuiesceEvent: quiesce()
    case ChannelEvent.inputClosed as ChannelEvent:
      isEnding = true
      callEndAction()
      if !isBusy { context.close(promise: nil) }
    default: break
    }
    context.fireUserInboundEventTriggered(event)
  }

  // MARK: Requests

  private func take(_ head: HTTPRequestHead) {
    guard !isEnding else {
      incoming = .dropping
      return
    }
    let request = ServerRequest(head)
    if let length = request.contentLength, length > limits.bodyBytes { return refuseBody() }
    if request.isContinueExpected, !isStream {
      var buffer = channel.allocator.buffer(capacity: 32)
      buffer.writeStaticString("HTTP/1.1 100 Continue\r\n\r\n")
      flush(buffer)
    }
    incoming = .request(request)
    if isStream {
      deadline = context?.eventLoop.scheduleTask(in: limits.request) { [channel] in
        channel.close(promise: nil)
      }
    }
  }

  private func take(_ part: ByteBuffer) {
    guard case .request(var request) = incoming else { return }
    incoming = .none
    if request.body.readableBytes + part.readableBytes > limits.bodyBytes { return refuseBody() }
    var part = part
    if request.body.readableBytes == 0 {
      request.body = part
    } else {
      if let length = request.contentLength { request.body.reserveCapacity(min(length, limits.bodyBytes)) }
      request.body.writeBuffer(&part)
    }
    incoming = .request(request)
  }

  private func takeEnd() {
    guard case .request(let request) = incoming else { return }
    incoming = .none
    deadline?.cancel()
    if let waiter = requestWaiter {
      requestWaiter = nil
      isBusy = true
      waiter.resume(returning: request)
    } else {
      ready.append(request)
    }
  }

  /// Kubernetes: apimachinery `errors.NewRequestEntityTooLargeError`.
  private func refuseBody() {
    incoming = .dropping
    isEnding = true
    guard !isBusy, ready.isEmpty else { return }
    let message = "Request entity too large: limit is \(limits.bodyBytes)"
    refuse(
      status: 413,
      body: #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"\#(message)","#
        + #""reason":"RequestEntityTooLarge","code":413}"#,
      contentType: "application/json")
    if !isStream { linger() }
    resumeRequestWaiter()
  }

  private func refuse(status: Int, body: String, contentType: String) {
    let head = ResponseHead(status: status, contentType: contentType)
    var buffer = channel.allocator.buffer(capacity: 512)
    if isStream {
      write(.head(head.head(framing: .length(body.utf8.count), date: loop.date)))
      buffer.writeString(body)
      write(.body(.byteBuffer(buffer)))
      return endAnswer()
    }
    head.write(
      into: &buffer, framing: .length(body.utf8.count), dateLine: loop.dateLine, isKeepAlive: false)
    buffer.writeString(body)
    flush(buffer)
  }

  // MARK: The end

  /// Closes our side, goes on reading for a while, then closes the other: a client that is still sending gets to
  /// read the answer before its connection is reset.
  private func linger() {
    channel.close(mode: .output, promise: nil)
    _ = channel.eventLoop.scheduleTask(in: limits.linger) { [channel] in channel.close(promise: nil) }
  }

  /// The server shuts down: a stream ends, a request is finished, an idle connection is closed.
  private func quiesce() {
    isEnding = true
    callEndAction()
    if !isBusy { resumeRequestWaiter() }
  }

  private func checkTime() {
    let waited = NIODeadline.now() - lastActivity
    switch incoming {
    case .request where waited > limits.request: context?.close(promise: nil)
    case .none where !isBusy && waited > limits.idle: quiesce()
    default: break
    }
  }

  private func end() {
    guard !isClosed else { return }
    isClosed = true
    isEnding = true
    timer?.cancel()
    timer = nil
    deadline?.cancel()
    callEndAction()
    resumeWriter()
    resumeRequestWaiter()
  }

  private func callEndAction() {
    let action = endAction
    endAction = nil
    action?()
  }

  private func resumeWriter() {
    let waiter = writableWaiter
    writableWaiter = nil
    waiter?.resume()
    let action = writableAction
    writableAction = nil
    action?()
  }

  private func resumeRequestWaiter() {
    let waiter = requestWaiter
    requestWaiter = nil
    waiter?.resume(returning: nil)
  }
}
