internal import APICore
internal import APIMachinery
internal import NIOCore

/// One watch on its way to a client: takes batches of events as they come and writes each as one chunk.
///
/// `@unchecked`: used on the connection's event loop only; the store tells the ``WatchPump``, which may be called from
/// any thread.
final class WatchStream: @unchecked Sendable {
  /// After a batch of this size the next one follows at once: a part of the initial state, or of a backlog.
  private static let restlessCount = 512

  private let watch: APIWatch
  private let connection: HTTPConnection
  private let encoding: WatchEncoding
  private let pump: WatchPump
  private var isFirst = true
  private var completion: UnsafeContinuation<Void, Never>?

  init(_ watch: APIWatch, on connection: HTTPConnection, encoding: WatchEncoding) {
    self.watch = watch
    self.connection = connection
    self.encoding = encoding
    pump = connection.loop.pump
  }

  /// Writes until the watch or the connection ends. Called on the event loop.
  func run() async {
    await withUnsafeContinuation { continuation in
      completion = continuation
      advance()
    }
  }

  /// Writes what there is, and sees to being called again.
  func advance() {
    guard completion != nil else { return }
    guard !connection.isClosed else { return finish() }
    guard connection.isWritable else { return connection.whenWritable { self.advance() } }
    do throws(StatusError) {
      switch try watch.poll() {
      case .batch(let batch):
        if let chunk = chunk(of: batch) { connection.write(chunk) }
        if batch.count > 0 { isFirst = false }
        if batch.count < Self.restlessCount { pump.rest(self) } else { pump.wake(self) }
      case .nothing:
        if !watch.whenReady({ [pump] in pump.wake(self) }) { pump.wake(self) }
      case .ended: finish()
      }
    } catch {
      connection.write(HTTPChunk(encoding.line(of: error)))
      finish()
    }
  }

  /// The batch as it goes out; `nil` for a bookmark that the client does not take.
  private func chunk(of batch: APIWatch.Batch) -> HTTPChunk? {
    if case .object = encoding.shape, !batch.isBookmark, !batch.isInitialEnd {
      return pump.lines.chunk(of: batch, served: watch.served)
    }
    let lines = encoding.lines(of: batch, isFirst: isFirst)
    return lines.isEmpty ? nil : HTTPChunk(lines)
  }

  private func finish() {
    watch.cancel()
    let completion = completion
    self.completion = nil
    completion?.resume()
  }
}
