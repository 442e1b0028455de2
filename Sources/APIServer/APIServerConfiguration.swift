/// How an API server is reached, and what it asks the rest of the program.
public struct APIServerConfiguration: Sendable {
  public enum Security: Sendable {
    /// HTTPS; clients show a certificate or a token.
    case tls(ServerCredentials)
    /// Plain HTTP, where everybody is the administrator; on a loopback address only.
    case plain
  }

  public var host: String
  /// 0 chooses a free one.
  public var port: Int
  public var security: Security
  /// Looked at by `/readyz` beside the server's own checks.
  public var readinessChecks: [HealthCheck] = []
  /// Looked at by `/livez` and `/healthz`.
  public var livenessChecks: [HealthCheck] = []
  /// Adds metrics to `/metrics`.
  public var metrics: (@Sendable (inout PrometheusText) async -> Void)?
  /// Answers `/debug/NAME`, by name, for those who may use the API.
  public var debugSources: [String: any DebugSource] = [:]
  /// Answers `pods/{name}/log`; `nil` for the logs of simulated containers.
  public var logs: (any PodLogSource)?

  public init(host: String = "127.0.0.1", port: Int = 6443, security: Security) {
    self.host = host
    self.port = port
    self.security = security
  }
}

/// Why a server cannot start.
public struct APIServerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  public var message: String

  public init(_ message: String) { self.message = message }

  public var description: String { message }
}
