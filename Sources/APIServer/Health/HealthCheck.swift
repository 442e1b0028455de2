/// One part of what makes a server healthy.
public struct HealthCheck: Sendable {
  /// As `/readyz?verbose` lists it: `[+]name ok`.
  public var name: String
  /// Answers `nil`, or what is wrong.
  public var check: @Sendable () async -> String?

  public init(_ name: String, check: @escaping @Sendable () async -> String?) {
    self.name = name
    self.check = check
  }
}

/// The outcome of `/livez`, `/readyz` or `/healthz`.
///
/// Kubernetes: `apiserver/pkg/server/healthz`.
struct HealthReport {
  private(set) var isHealthy = true
  private var lines = ""
  private let endpoint: String

  init(_ endpoint: String, checks: [HealthCheck], excluded: [String]) async {
    self.endpoint = endpoint
    for check in checks {
      if excluded.contains(check.name) {
        lines += "[+]\(check.name) excluded: ok\n"
      } else if let problem = await check.check() {
        isHealthy = false
        lines += "[-]\(check.name) failed: \(problem)\n"
      } else {
        lines += "[+]\(check.name) ok\n"
      }
    }
  }

  /// The body of the answer.
  func text(isVerbose: Bool) -> String {
    if isHealthy { return isVerbose ? "\(lines)\(endpoint) check passed\n" : "ok" }
    return "\(lines)\(endpoint) check failed\n"
  }
}
