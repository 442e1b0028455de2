internal import CZlib

/// Compresses a text that comes in parts (RFC 1952).
final class GzipEncoder {
  /// zlib: 15 bits of window, and 16 for the format of gzip.
  private static let windowBits: Int32 = 15 + 16
  private static let partSize = 32 << 10

  private let stream: UnsafeMutablePointer<z_stream>
  private var buffer = [UInt8](repeating: 0, count: partSize)

  /// - Parameter level: 1 is fast, 9 is small. Kubernetes: answers are compressed at level 1.
  init(level: Int32 = 1) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    precondition(
      swiftlet_deflateInit(stream, level, Self.windowBits) == Z_OK, "zlib refuses a valid level")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Takes in more of the text; what is ready of the outcome is appended to `output`.
  ///
  /// - Parameter isLast: Whether the text ends here. Nothing may follow.
  func write(_ bytes: ArraySlice<UInt8>, isLast: Bool, into output: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.pointee.avail_in = UInt32(bytes.count)
      repeat {
        let size = buffer.count
        let count = buffer.withUnsafeMutableBufferPointer { buffer in
          stream.pointee.next_out = buffer.baseAddress
          stream.pointee.avail_out = UInt32(size)
          _ = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
          return size - Int(stream.pointee.avail_out)
        }
        output += buffer[..<count]
      } while stream.pointee.avail_out == 0
      stream.pointee.next_in = nil
    }
  }
}
