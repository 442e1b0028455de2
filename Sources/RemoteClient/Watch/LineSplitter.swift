internal import NIOCore

/// Cuts a stream of bytes into lines; what stands after the last newline waits for the rest.
struct LineSplitter {
  private var rest = ByteBuffer()
  private let limitBytes: Int

  init(limitBytes: Int) { self.limitBytes = limitBytes }

  /// True when a line is longer than the limit.
  var isOverlong: Bool { rest.readableBytes > limitBytes }

  /// Adds bytes and hands each whole line that is not empty to `body`.
  mutating func append<Failure>(
    _ bytes: ByteBuffer, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    if rest.readableBytes == 0 {
      rest = bytes
    } else {
      var bytes = bytes
      rest.writeBuffer(&bytes)
    }
    while let length = rest.readableBytesView.firstIndex(of: UInt8(ascii: "\n")).map({ $0 - rest.readerIndex }
    ) {
      if length > 0 {
        let view = rest.getSlice(at: rest.readerIndex, length: length) ?? ByteBuffer()
        let result: Result<Void, Failure> = view.withUnsafeReadableBytes { line in
          do throws(Failure) { return .success(try body(line)) } catch { return .failure(error) }
        }
        rest.moveReaderIndex(forwardBy: length + 1)
        try result.get()
      } else {
        rest.moveReaderIndex(forwardBy: 1)
      }
    }
    rest.discardReadBytes()
  }
}
