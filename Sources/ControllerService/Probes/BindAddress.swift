internal import ArgumentParser

/// Where a port is listened on: `:8080`, `127.0.0.1:8080`, `[::1]:8080`, or `0` for nowhere.
struct BindAddress: Hashable, Sendable {
  var host: String
  var port: Int

  /// `nil` when nothing is to be served.
  static func parse(_ text: String) throws -> BindAddress? {
    text == "0" || text.isEmpty ? nil : try BindAddress(text)
  }

  init(_ text: String) throws {
    if text == "0" || text.isEmpty {
      self.init(host: "", port: 0)
      return
    }
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65_535).contains(port)
    else { throw ValidationError("\"\(text)\" is not an address: use :8080, 127.0.0.1:8080 or 0") }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    self.init(host: host.isEmpty ? "0.0.0.0" : String(host), port: port)
  }

  init(host: String, port: Int) {
    self.host = host
    self.port = port
  }
}
