internal import NIOCore

/// A part of a body whose length is not known in advance, as HTTP/1.1 frames it (RFC 9112, 7.1).
struct HTTPChunk {
  /// The bytes in their frame, in one piece.
  let framed: ByteBuffer
  /// The bytes alone, for HTTP/2, which has frames of its own. They share the memory of the others.
  let payload: ByteBuffer

  /// There must be some bytes: an empty chunk ends the body.
  init(_ bytes: [UInt8]) {
    var buffer = ByteBufferAllocator().buffer(capacity: bytes.count + 20)
    buffer.writeString(String(bytes.count, radix: 16))
    buffer.writeStaticString("\r\n")
    let start = buffer.writerIndex
    buffer.writeBytes(bytes)
    buffer.writeStaticString("\r\n")
    framed = buffer
    payload = buffer.getSlice(at: start, length: bytes.count) ?? ByteBuffer()
  }
}
