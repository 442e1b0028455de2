internal import APIMachinery
internal import Synchronization

/// Makes the `Authorization` header, reading tokens from files and commands when they are due.
final class Credentials: Sendable {
  private struct Cached: Sendable {
    var token: String
    var expires: ContinuousClock.Instant
  }

  private let authorization: ClientConfiguration.Authorization
  private let cached = Mutex<Cached?>(nil)

  init(_ authorization: ClientConfiguration.Authorization) {
    self.authorization = authorization
  }

  /// The value of the header; `nil` when there is none.
  func header() async throws(StatusError) -> String? {
    switch authorization {
    case .none: nil
    case .bearer(let token): "Bearer \(token)"
    case .basic(let user, let password): "Basic \(ByteString(text: "\(user):\(password)").base64)"
    case .tokenFile(let path): try bearer(fromFile: path)
    case .exec(let plugin): try await bearer(from: plugin)
    }
  }

  /// Kubernetes: client-go `transport.NewCachedFileTokenSource`: read anew after a minute.
  private func bearer(fromFile path: String) throws(StatusError) -> String {
    if let token = current() { return "Bearer \(token)" }
    do {
      let text = String(decoding: try FilePath.read(path), as: UTF8.self)
      let token = text.filter { !$0.isWhitespace }
      store(token, validFor: .seconds(60))
      return "Bearer \(token)"
    } catch {
      throw .credentials(error)
    }
  }

  private func bearer(from plugin: ExecCredentialPlugin) async throws(StatusError) -> String {
    if let token = current() { return "Bearer \(token)" }
    do {
      let credential = try await plugin.run()
      store(credential.token, validFor: credential.validity)
      return "Bearer \(credential.token)"
    } catch {
      throw .credentials(error)
    }
  }

  private func current() -> String? {
    let now = ContinuousClock.now
    return cached.withLock { $0.flatMap { $0.expires > now ? $0.token : nil } }
  }

  private func store(_ token: String, validFor duration: Duration) {
    let expires = ContinuousClock.now + duration
    cached.withLock { $0 = Cached(token: token, expires: expires) }
  }
}

extension StatusError {
  fileprivate static func credentials(_ error: KubeConfigError) -> StatusError {
    StatusError(code: 401, reason: .unauthorized, message: "getting credentials: \(error.message)")
  }
}
