/// The parts of a server's URL.
struct ServerAddress: Hashable {
  var scheme: String
  /// Without the brackets of an IPv6 address when it stands alone; with them in a URL.
  var host: String
  var port: Int
  /// Empty, or begins with a slash.
  var path: String
  /// Who asks, as proxies want to know.
  var user: User?

  struct User: Hashable {
    var name: String
    var password: String
  }

  init(_ url: String) throws(KubeConfigError) {
    guard let colon = url.range(of: "://") else {
      throw KubeConfigError(code: .malformed, message: "\"\(url)\" is not a URL: it has no scheme")
    }
    scheme = url[..<colon.lowerBound].lowercased()
    let rest = url[colon.upperBound...]
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    path = String(rest[slash...])
    var authority = rest[..<slash]
    if let at = authority.lastIndex(of: "@") {
      user = User(authority[..<at])
      authority = authority[authority.index(after: at)...]
    }
    let defaultPort = scheme == "https" ? 443 : scheme == "socks5" ? 1080 : 80
    let hostEnd = authority.lastIndex(of: "]").map { authority.index(after: $0) } ?? authority.startIndex
    if let portColon = authority[hostEnd...].lastIndex(of: ":") {
      host = String(authority[..<portColon])
      let text = authority[authority.index(after: portColon)...]
      guard let number = Int(text), (1...65_535).contains(number) else {
        throw KubeConfigError(code: .malformed, message: "\"\(url)\" is not a URL: \"\(text)\" is not a port")
      }
      port = number
    } else {
      host = String(authority)
      port = defaultPort
    }
    guard !host.isEmpty else {
      throw KubeConfigError(code: .malformed, message: "\"\(url)\" is not a URL: it has no host")
    }
  }
}

extension ServerAddress.User {
  /// Reads `name:password`, with `%` escapes.
  fileprivate init(_ text: Substring) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    name = Self.unescape(parts[0])
    password = parts.count > 1 ? Self.unescape(parts[1]) : ""
  }

  private static func unescape(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension StringProtocol {
  /// The first place where `text` stands.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
