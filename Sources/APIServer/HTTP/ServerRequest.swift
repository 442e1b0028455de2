internal import NIOCore
internal import NIOHTTP1

/// A request with its whole body, and the headers that the API looks at.
struct ServerRequest {
  var method: HTTPMethod
  /// The path with its query, as it was sent.
  var target: String
  var accept: String?
  var contentType: String?
  var authorization: String?
  var userAgent: String?
  var host: String?
  /// Whether the client takes an answer in gzip.
  var acceptsGzip = false
  /// Whether the connection stays open after the answer.
  var isKeepAlive: Bool
  var isContinueExpected = false
  var contentLength: Int?
  /// How the body is encoded; `nil` for not at all.
  var contentEncoding: String?
  var body = ByteBuffer()

  init(_ head: HTTPRequestHead) {
    method = head.method
    target = head.uri
    isKeepAlive = head.version.minor > 0 || head.version.major > 1
    for (name, value) in head.headers { take(name, value) }
  }

  /// Takes up a header. The length tells most names apart before any letter is compared.
  private mutating func take(_ name: String, _ value: String) {
    switch name.utf8.count {
    case 4 where name.isHeader("host"): host = value
    case 6 where name.isHeader("accept"):
      accept = accept.map { "\($0),\(value)" } ?? value
    case 6 where name.isHeader("expect"):
      isContinueExpected = value.isHeader("100-continue")
    case 10 where name.isHeader("connection"):
      if value.isHeader("close") {
        isKeepAlive = false
      } else if value.isHeader("keep-alive") {
        isKeepAlive = true
      }
    case 10 where name.isHeader("user-agent"): userAgent = value
    case 12 where name.isHeader("content-type"): contentType = value
    case 13 where name.isHeader("authorization"): authorization = value
    case 14 where name.isHeader("content-length"): contentLength = Int(value)
    case 15 where name.isHeader("accept-encoding"): acceptsGzip = acceptsGzip || Self.offersGzip(value)
    case 16 where name.isHeader("content-encoding"):
      contentEncoding = value.isHeader("identity") ? nil : value
    default: break
    }
  }
}

extension ServerRequest {
  /// Reads `Accept-Encoding` (RFC 9110, 12.5.3).
  private static func offersGzip(_ value: String) -> Bool {
    if value == "gzip" { return true }
    return value.split(separator: ",").contains { part in
      let range = MediaRange(part)
      return range.type == "gzip" && Double(range["q"] ?? "1") ?? 0 > 0
    }
  }
}

extension String {
  /// Compares with a text in lower case, without regard to the case of ASCII letters.
  func isHeader(_ lowercased: StaticString) -> Bool {
    let length = lowercased.utf8CodeUnitCount
    guard utf8.count == length else { return false }
    let other = UnsafeBufferPointer(start: lowercased.utf8Start, count: length)
    var position = 0
    for byte in utf8 {
      let folded = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
      if folded != other[position] { return false }
      position += 1
    }
    return true
  }
}
