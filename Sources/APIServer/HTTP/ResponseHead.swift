internal import NIOCore
internal import NIOHTTP1

/// The head of an answer, written byte by byte.
struct ResponseHead {
  var status: Int
  var contentType: String
  /// Texts of `Warning: 299` headers.
  var warnings: [String] = []
  /// Further headers, in their order.
  var headers: [(name: String, value: String)] = []

  init(status: Int = 200, contentType: String = "application/json") {
    self.status = status
    self.contentType = contentType
  }

  /// How the body's length is told.
  enum Framing {
    case length(Int)
    case chunked
  }

  func write(into buffer: inout ByteBuffer, framing: Framing, dateLine: [UInt8], isKeepAlive: Bool) {
    writeStatus(into: &buffer)
    buffer.writeStaticString("Content-Type: ")
    buffer.writeString(contentType)
    buffer.writeStaticString("\r\nCache-Control: no-cache, private\r\n")
    buffer.writeBytes(dateLine)
    for warning in warnings { Self.write(warning: warning, into: &buffer) }
    for header in headers {
      buffer.writeString(header.name)
      buffer.writeStaticString(": ")
      buffer.writeString(header.value)
      buffer.writeStaticString("\r\n")
    }
    if !isKeepAlive { buffer.writeStaticString("Connection: close\r\n") }
    switch framing {
    case .length(let length):
      buffer.writeStaticString("Content-Length: ")
      buffer.writeString(String(length))
      buffer.writeStaticString("\r\n\r\n")
    case .chunked: buffer.writeStaticString("Transfer-Encoding: chunked\r\n\r\n")
    }
  }

  /// The head for HTTP/2.
  func head(framing: Framing, date: String) -> HTTPResponseHead {
    var fields = HTTPHeaders()
    fields.reserveCapacity(4 + warnings.count + headers.count)
    fields.add(name: "content-type", value: contentType)
    fields.add(name: "cache-control", value: "no-cache, private")
    fields.add(name: "date", value: date)
    for warning in warnings {
      var buffer = ByteBuffer()
      Self.writeValue(of: warning, into: &buffer)
      fields.add(name: "warning", value: String(buffer: buffer))
    }
    for header in headers { fields.add(name: header.name.lowercased(), value: header.value) }
    if case .length(let length) = framing { fields.add(name: "content-length", value: String(length)) }
    return HTTPResponseHead(
      version: .http2, status: HTTPResponseStatus(statusCode: status), headers: fields)
  }

  private func writeStatus(into buffer: inout ByteBuffer) {
    switch status {
    case 200: buffer.writeStaticString("HTTP/1.1 200 OK\r\n")
    case 201: buffer.writeStaticString("HTTP/1.1 201 Created\r\n")
    case 404: buffer.writeStaticString("HTTP/1.1 404 Not Found\r\n")
    case 409: buffer.writeStaticString("HTTP/1.1 409 Conflict\r\n")
    default: buffer.writeString("HTTP/1.1 \(status) \(HTTPResponseReason.text(of: status))\r\n")
    }
  }

  /// Kubernetes: apimachinery `util/net.NewWarningHeader`: quotes and backslashes are escaped, control characters
  /// left out, at most 4 KiB.
  private static func write(warning: String, into buffer: inout ByteBuffer) {
    buffer.writeStaticString("Warning: ")
    writeValue(of: warning, into: &buffer)
    buffer.writeStaticString("\r\n")
  }

  private static func writeValue(of warning: String, into buffer: inout ByteBuffer) {
    buffer.writeStaticString("299 - \"")
    for byte in warning.utf8.prefix(4096) where byte >= 0x20 && byte != 0x7F {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { buffer.writeStaticString("\\") }
      buffer.writeInteger(byte)
    }
    buffer.writeStaticString("\"")
  }
}
