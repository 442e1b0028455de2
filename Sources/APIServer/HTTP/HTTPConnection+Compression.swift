internal import NIOCore
internal import NIOHTTP1

/// Large answers in gzip.
///
/// Kubernetes: `apiserver/pkg/endpoints/handlers/responsewriters`: from 128 KiB on, at the fastest level.
extension HTTPConnection {
  /// The smallest body that is compressed.
  static let compressionThreshold = 128 << 10

  /// What is compressed at once; then other connections of the loop get their turn.
  private static let sliceSize = 256 << 10

  /// Whether a client wants an answer of this length compressed.
  static func isCompressed(length: Int, request: borrowing ServerRequest) -> Bool {
    length >= compressionThreshold && request.acceptsGzip && request.method != .HEAD
  }

  /// Writes a whole answer, compressed on its way.
  func respondCompressed(_ head: ResponseHead, body: [[UInt8]], to request: borrowing ServerRequest) async {
    var head = head
    head.headers += [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")]
    startStream(head, to: request) {}
    let encoder = GzipEncoder()
    var output: [UInt8] = []
    var sinceTurn = 0
    for (number, piece) in body.enumerated() {
      var rest = piece[...]
      repeat {
        let slice = rest.prefix(Self.sliceSize - sinceTurn)
        rest = rest.dropFirst(slice.count)
        let isLast = number == body.count - 1 && rest.isEmpty
        encoder.write(slice, isLast: isLast, into: &output)
        sinceTurn += slice.count
        if sinceTurn >= Self.sliceSize || isLast {
          guard await writeChunk(output) else { return }
          output.removeAll(keepingCapacity: true)
          sinceTurn = 0
          if !isLast { await letOthersGo() }
        }
      } while !rest.isEmpty
    }
    endStream()
  }

  /// Lets the loop look at its other connections.
  private func letOthersGo() async {
    await withUnsafeContinuation { continuation in
      _ = channel.eventLoop.scheduleTask(in: .microseconds(20)) { continuation.resume() }
    }
  }
}
