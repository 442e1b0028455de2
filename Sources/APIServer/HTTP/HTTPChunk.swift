internal import NIOCore

/// The frame of a part of a body whose length is not known in advance (RFC 9112, 7.1).
enum HTTPChunk {
  /// The bytes in their frame, in one piece. There must be some: an empty chunk ends the body.
  static func buffer(_ bytes: [UInt8]) -> ByteBuffer {
    var buffer = ByteBufferAllocator().buffer(capacity: bytes.count + 20)
    buffer.writeString(String(bytes.count, radix: 16))
    buffer.writeStaticString("\r\n")
    buffer.writeBytes(bytes)
    buffer.writeStaticString("\r\n")
    return buffer
  }
}
