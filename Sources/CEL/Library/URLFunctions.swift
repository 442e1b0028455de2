/// A URL, or an absolute path.
final class URLValue: CELObject, CustomStringConvertible {
  let description: String
  let scheme: String
  /// With the port.
  let host: String
  let escapedPath: String
  let query: String

  var celType: CELType { .opaque("kubernetes.URL") }

  func isEqual(to other: any CELObject) -> Bool { (other as? URLValue)?.description == description }

  /// Reads a URL as Go's `url.ParseRequestURI` does: an absolute one, or an absolute path.
  init?(_ text: String) {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    description = text
    var rest = text[...]
    scheme = Self.takeScheme(&rest)
    if scheme.isEmpty, rest.first != "/" { return nil }
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    } else {
      query = ""
    }
    var authority: Substring = ""
    if rest.hasPrefix("//"), !scheme.isEmpty || !rest.hasPrefix("///") {
      rest = rest.dropFirst(2)
      authority = rest.prefix { $0 != "/" }
      rest = rest[authority.endIndex...]
    } else if !scheme.isEmpty, rest.first != "/" {
      // Something like `mailto:a@b`: what follows the scheme is neither host nor path.
      (host, escapedPath) = ("", "")
      return
    }
    if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
    guard Self.isHost(authority), let path = Self.escaped(rest) else { return nil }
    host = Self.unescaped(authority) ?? String(authority)
    escapedPath = path
  }

  private static func takeScheme(_ rest: inout Substring) -> String {
    guard let colon = rest.firstIndex(of: ":"), let first = rest.unicodeScalars.first,
      first.isIdentifierStart,
      first != "_"
    else { return "" }
    let name = rest[..<colon]
    guard
      name.unicodeScalars.allSatisfy({
        $0.isDigit || $0.isIdentifierStart && $0 != "_" || "+-.".unicodeScalars.contains($0)
      })
    else { return "" }
    rest = rest[rest.index(after: colon)...]
    return name.lowercased()
  }

  private static func isHost(_ host: Substring) -> Bool {
    if host.first == "[" {
      guard let end = host.lastIndex(of: "]") else { return false }
      return isPort(host[host.index(after: end)...])
    }
    if host.unicodeScalars.contains(where: { " <>\"^`{|}\\".unicodeScalars.contains($0) }) { return false }
    guard let colon = host.firstIndex(of: ":") else { return true }
    return isPort(host[colon...])
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || text.first == ":" && text.dropFirst().unicodeScalars.allSatisfy(\.isDigit)
  }

  /// The path with everything escaped that needs it; `nil` when an escape is broken.
  private static func escaped(_ path: Substring) -> String? {
    var made = ""
    var rest = path.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard rest.count >= 2, rest.prefix(2).allSatisfy({ Unicode.Scalar($0).isHexDigit }) else {
          return nil
        }
        made += "%"
      } else if byte > 0x20, byte < 0x7F, !"\"<>\\^`{|}#".utf8.contains(byte) {
        made.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        made += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return made
  }

  /// The text with its escapes resolved; `nil` when one is broken.
  static func unescaped(_ text: Substring, isQuery: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard let high = rest.popFirst().flatMap({ Unicode.Scalar($0).hexValue }),
          let low = rest.popFirst().flatMap({ Unicode.Scalar($0).hexValue })
        else { return nil }
        bytes.append(UInt8(high << 4 | low))
      } else {
        bytes.append(isQuery && byte == UInt8(ascii: "+") ? 0x20 : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var portColon: String.Index? {
    guard let colon = host.lastIndex(of: ":"), host.lastIndex(of: "]").map({ $0 < colon }) ?? true else {
      return nil
    }
    return colon
  }

  var hostname: String {
    let name = portColon.map { host[..<$0] } ?? host[...]
    return name.first == "[" && name.last == "]" ? String(name.dropFirst().dropLast()) : String(name)
  }

  var port: String { portColon.map { String(host[host.index(after: $0)...]) } ?? "" }

  /// The parameters, each with all of its values.
  var parameters: [(key: CELValue, value: CELValue)] {
    var found: [(name: String, values: [CELValue])] = []
    for part in query.split(separator: "&") where !part.contains(";") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.unescaped(pair[0], isQuery: true),
        let value = Self.unescaped(pair.count > 1 ? pair[1] : "", isQuery: true)
      else { continue }
      if let place = found.firstIndex(where: { $0.name == name }) {
        found[place].values.append(.string(value))
      } else {
        found.append((name, [.string(value)]))
      }
    }
    return found.map { (.string($0.name), .list($0.values)) }
  }
}

/// Kubernetes: `library/urls.go`.
enum URLFunctions {
  static let unary: [String: FunctionTable.Unary] = [
    "url": { (text) throws(CELError) in
      let text = try text.demandedText
      guard let url = URLValue(text) else {
        throw .evaluation(
          "URL parse error during conversion from string: parse \(TextFunctions.quote(text)): invalid URI for request"
        )
      }
      return .object(url)
    },
    "isURL": { (text) throws(CELError) in .bool(URLValue(try text.demandedText) != nil) },
    "getScheme": { (url) throws(CELError) in .string(try url.demanded(URLValue.self).scheme) },
    "getHost": { (url) throws(CELError) in .string(try url.demanded(URLValue.self).host) },
    "getHostname": { (url) throws(CELError) in .string(try url.demanded(URLValue.self).hostname) },
    "getPort": { (url) throws(CELError) in .string(try url.demanded(URLValue.self).port) },
    "getEscapedPath": { (url) throws(CELError) in .string(try url.demanded(URLValue.self).escapedPath) },
    "getQuery": { (url) throws(CELError) in .map(try CELMap(try url.demanded(URLValue.self).parameters)) },
  ]
}
