internal import CZlib

/// Takes gzip texts apart (RFC 1952).
enum GzipDecoder {
  /// Why bytes cannot be taken apart.
  enum Failure: Error {
    case malformed
    /// The text is longer than it may be.
    case tooLarge
  }

  private static let windowBits: Int32 = 15 + 16

  /// The text, of which there may be several one after another.
  ///
  /// - Parameter limit: The most bytes that the text may have: a small body can hide a large one.
  static func decode(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var stream = z_stream()
    guard swiftlet_inflateInit(&stream, windowBits) == Z_OK else { throw .malformed }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    var position = 0
    while true {
      let end = try decodeOne(bytes, from: &position, &stream, limit: limit, into: &output)
      guard end else { throw .malformed }
      if position == bytes.count { return output }
      guard inflateReset(&stream) == Z_OK else { throw .malformed }
    }
  }

  /// Takes one member; true at its end, false when the bytes end before.
  private static func decodeOne(
    _ bytes: [UInt8], from position: inout Int, _ stream: inout z_stream, limit: Int,
    into output: inout [UInt8]
  ) throws(Failure) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 32 << 10)
    while true {
      let size = buffer.count
      var (consumed, produced, code) = (0, 0, Z_OK)
      bytes[position...].withUnsafeBufferPointer { input in
        buffer.withUnsafeMutableBufferPointer { buffer in
          stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
          stream.avail_in = UInt32(input.count)
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(size)
          code = inflate(&stream, Z_NO_FLUSH)
          consumed = input.count - Int(stream.avail_in)
          produced = size - Int(stream.avail_out)
        }
      }
      position += consumed
      output += buffer[..<produced]
      if output.count > limit { throw .tooLarge }
      switch code {
      case Z_STREAM_END: return true
      case Z_OK where consumed > 0 || produced > 0: continue
      case Z_OK, Z_BUF_ERROR: return false
      default: throw .malformed
      }
    }
  }
}
