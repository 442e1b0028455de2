internal import NIOHTTP1

/// Reads `Warning: 299 - "text"` headers (RFC 7234, 5.5).
///
/// Kubernetes: apimachinery `util/net.ParseWarningHeaders`.
enum WarningHeader {
  static func texts(in headers: HTTPHeaders) -> [String] {
    guard headers.contains(name: "Warning") else { return [] }
    return headers[canonicalForm: "Warning"].joinedParts()
  }
}

extension Sequence<Substring> {
  /// The quoted texts of warnings with code 299. `canonicalForm` splits at commas, also inside of quotes, so the
  /// parts are put together again first.
  fileprivate func joinedParts() -> [String] {
    let line = Array(joined(separator: ", ").utf8)
    var texts: [String] = []
    var position = 0
    while position < line.count {
      guard let open = line[position...].firstIndex(of: UInt8(ascii: "\"")) else { break }
      let code = line[position..<open].filter { $0 >= 0x30 && $0 <= 0x39 }.prefix(3)
      var text: [UInt8] = []
      position = open + 1
      while position < line.count, line[position] != UInt8(ascii: "\"") {
        if line[position] == UInt8(ascii: "\\"), position + 1 < line.count { position += 1 }
        text.append(line[position])
        position += 1
      }
      position += 1
      if code.elementsEqual("299".utf8) { texts.append(String(decoding: text, as: UTF8.self)) }
    }
    return texts
  }
}
