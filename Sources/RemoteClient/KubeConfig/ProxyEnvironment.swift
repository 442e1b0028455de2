/// The proxies that the environment names, and what is reached without one.
///
/// Kubernetes: client-go uses Go's `http.ProxyFromEnvironment`, `golang.org/x/net/http/httpproxy`: `HTTPS_PROXY` and
/// `HTTP_PROXY` by the scheme of the server, in upper or lower case; `NO_PROXY` names hosts, domains, addresses and
/// networks; the machine itself is always reached without one.
struct ProxyEnvironment {
  private let https: String?
  private let http: String?
  private let exceptions: [Substring]

  init(_ environment: [String: String]) {
    func value(_ name: String) -> String? {
      [name, name.lowercased()].compactMap { environment[$0] }.first { !$0.isEmpty }
    }
    https = value("HTTPS_PROXY")
    http = value("HTTP_PROXY")
    exceptions = (value("NO_PROXY") ?? "").split { $0 == "," || $0 == " " }
  }

  /// The URL of the proxy for a server; `nil` when there is none.
  func proxy(for server: String) -> String? {
    guard let address = try? ServerAddress(server) else { return nil }
    guard let proxy = address.scheme == "https" ? https : http else { return nil }
    let host = address.plainHost
    guard !address.isLocal, !exceptions.contains(where: { Self.covers($0, host, address.port) }) else {
      return nil
    }
    return proxy.contains("://") ? proxy : "http://\(proxy)"
  }

  /// Whether HTTP/2 may be spoken with a server. Kubernetes: client-go's `DISABLE_HTTP2`.
  static func allowsHTTP2(_ environment: [String: String], server: String) -> Bool {
    let isLocal = (try? ServerAddress(server))?.isLocal ?? false
    return !isLocal && environment["DISABLE_HTTP2"]?.isEmpty ?? true
  }

  private static func covers(_ exception: Substring, _ host: String, _ port: Int) -> Bool {
    if exception == "*" { return true }
    var name = exception.lowercased()
    if let slash = name.firstIndex(of: "/"), let length = Int(name[name.index(after: slash)...]) {
      return IPv4Network(name[..<slash], length)?.contains(host) ?? false
    }
    if let colon = name.lastIndex(of: ":"), let only = Int(name[name.index(after: colon)...]),
      name.firstIndex(of: ":") == colon
    {
      guard only == port else { return false }
      name = String(name[..<colon])
    }
    if name.hasPrefix("*.") { name.removeFirst() }
    return name.hasPrefix(".") ? host.hasSuffix(name) : host == name || host.hasSuffix(".\(name)")
  }
}

extension ServerAddress {
  /// The host without brackets, in lower case.
  fileprivate var plainHost: String {
    let host = host.lowercased()
    return host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
  }

  /// Whether the server is on this machine.
  fileprivate var isLocal: Bool {
    plainHost == "localhost" || plainHost == "::1" || plainHost.hasPrefix("127.")
  }
}

/// A network such as `10.0.0.0/8`.
private struct IPv4Network {
  private let address: UInt32
  private let mask: UInt32

  init?(_ text: some StringProtocol, _ length: Int) {
    guard let address = Self.number(text), (0...32).contains(length) else { return nil }
    mask = length == 0 ? 0 : ~UInt32(0) << UInt32(32 - length)
    self.address = address & mask
  }

  func contains(_ host: String) -> Bool { Self.number(host).map { $0 & mask == address } ?? false }

  private static func number(_ text: some StringProtocol) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard parts.count == 4 else { return nil }
    return parts.reduce(UInt32?(0)) { sum, part in
      guard let sum, let part else { return nil }
      return sum << 8 | UInt32(part)
    }
  }
}
