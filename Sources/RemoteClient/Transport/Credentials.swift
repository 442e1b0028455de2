internal import APIMachinery
internal import Synchronization

/// Gives the credential of each request, reading tokens from files and commands when they are due, and anew when the
/// server does not take one.
final class Credentials: Sendable {
  private let authorization: ClientConfiguration.Authorization
  private let file: TokenFile?
  private let exec: ExecCredentials?

  init(_ configuration: ClientConfiguration, clock: TransportClock) {
    authorization = configuration.authorization
    file = if case .tokenFile(let path) = authorization { TokenFile(path: path, clock: clock) } else { nil }
    exec =
      if case .exec(let plugin) = authorization {
        ExecCredentials(plugin: plugin, cluster: configuration, clock: clock)
      } else { nil }
  }

  func current() async throws(StatusError) -> Credential {
    switch authorization {
    case .none: return Credential()
    case .bearer(let token): return Credential(header: "Bearer \(token)")
    case .basic(let user, let password):
      return Credential(header: "Basic \(ByteString(text: "\(user):\(password)").base64)")
    case .tokenFile, .exec: break
    }
    do {
      if let file { return Credential(header: "Bearer \(try file.token())") }
      if let exec { return try await exec.credential() }
      return Credential()
    } catch {
      throw StatusError(
        code: 401, reason: .unauthorized, message: "getting credentials: \(error.message)")
    }
  }

  /// Another credential than `refused`, which the server answered with 401; `nil` when there is none to be had.
  ///
  /// Kubernetes: client-go `exec.Authenticator.maybeRefreshCreds`.
  func another(than refused: Credential) async -> Credential? {
    if let file { file.forget() } else if let exec { await exec.forget(refused) } else { return nil }
    guard let credential = try? await current(), credential != refused else { return nil }
    return credential
  }
}

/// A token in a file that somebody else keeps up to date.
///
/// Kubernetes: client-go `transport.NewCachedFileTokenSource`: read anew after a minute.
private final class TokenFile: Sendable {
  private struct Cached {
    var token: String
    var expires: Timestamp
  }

  private static let validity = Duration.seconds(60)

  private let path: String
  private let clock: TransportClock
  private let cached = Mutex<Cached?>(nil)

  init(path: String, clock: TransportClock) {
    self.path = path
    self.clock = clock
  }

  func token() throws(KubeConfigError) -> String {
    let now = clock.now()
    if let cached = cached.withLock({ $0 }), cached.expires > now { return cached.token }
    let token = String(decoding: try FilePath.read(path), as: UTF8.self).filter { !$0.isWhitespace }
    guard !token.isEmpty else {
      throw KubeConfigError(code: .credentials, message: "read empty token from file \"\(path)\"")
    }
    cached.withLock { $0 = Cached(token: token, expires: now + Self.validity) }
    return token
  }

  func forget() { cached.withLock { $0 = nil } }
}
