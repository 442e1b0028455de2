import APIServer
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

/// A client that says what it likes about versions and encodings.
struct WireClient {
  let client: HTTPClient
  let server: TestServer

  /// Runs `body` with a client of the server.
  static func run(_ server: TestServer, http2: Bool = false, _ body: (WireClient) async throws -> Void)
    async throws
  {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.trustRoots = .certificates(
      try NIOSSLCertificate.fromPEMBytes(Array(server.credentials.authorityPEM.utf8)))
    var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
    configuration.httpVersion = http2 ? .automatic : .http1Only
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    do { try await body(WireClient(client: client, server: server)) } catch {
      try await client.shutdown()
      throw error
    }
    try await client.shutdown()
  }

  func send(
    _ method: HTTPMethod = .GET, _ path: String, headers: [(String, String)] = [], body: [UInt8]? = nil
  ) async throws -> (head: HTTPClientResponse, body: [UInt8]) {
    var request = HTTPClientRequest(url: "https://127.0.0.1:\(server.port)\(path)")
    request.method = method
    request.headers.add(name: "Authorization", value: "Bearer \(server.credentials.token)")
    for (name, value) in headers { request.headers.add(name: name, value: value) }
    if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
    let response = try await client.execute(request, timeout: .seconds(30))
    let bytes = try await response.body.collect(upTo: 1 << 26)
    return (response, Array(bytes.readableBytesView))
  }
}
