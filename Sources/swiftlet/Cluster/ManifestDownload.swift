import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Fetches the manifests that `-f URL` names.
///
/// Kubernetes: `cli-runtime/resource URLVisitor`: redirects are followed; an answer of 500 and above is tried again,
/// three times in all.
enum ManifestDownload {
  private static let attempts = 3
  private static let limitBytes = 64 << 20

  /// - Throws: ``CommandError`` in kubectl's words when there is no such document.
  static func bytes(of url: String) async throws -> [UInt8] {
    var settings = HTTPClient.Configuration()
    settings.connectionPool.retryConnectionEstablishment = false
    settings.timeout.connect = .seconds(10)
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
    do {
      let bytes = try await bytes(of: url, client)
      try await client.shutdown()
      return bytes
    } catch {
      try await client.shutdown()
      throw error
    }
  }

  private static func bytes(of url: String, _ client: HTTPClient) async throws -> [UInt8] {
    var problem = ""
    for attempt in 1...attempts {
      if attempt > 1 { try await Task.sleep(for: .seconds(1)) }
      let response: HTTPClientResponse
      do {
        response = try await client.execute(HTTPClientRequest(url: url), timeout: .seconds(30))
      } catch {
        throw CommandError("unable to read URL \"\(url)\": \(error)")
      }
      let code = response.status.code
      if code == 200 {
        return Array(try await response.body.collect(upTo: limitBytes).readableBytesView)
      }
      problem =
        "unable to read URL \"\(url)\", server reported \(code) \(response.status.reasonPhrase), status code=\(code)"
      if code < 500 { break }
    }
    throw CommandError(problem)
  }
}
