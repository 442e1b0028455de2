internal import ControllerRuntime

/// A page that a probe server answers with.
struct ProbePage: Hashable, Sendable {
  var status: Int
  var contentType = "text/plain; charset=utf-8"
  var body: String

  static let notFound = ProbePage(status: 404, body: "404 page not found\n")
}

/// What a program says of itself.
struct ManagerPages: Sendable {
  let manager: Manager
  /// Further figures in the text format of Prometheus.
  let more: [@Sendable () -> String]

  func metrics(_ path: String) -> ProbePage {
    guard path == "/metrics" else { return .notFound }
    let text = manager.metrics.prometheusText() + more.map { $0() }.joined()
    return ProbePage(status: 200, contentType: "text/plain; version=0.0.4; charset=utf-8", body: text)
  }

  /// Answers `/healthz`, `/readyz`, and `/readyz/NAME` of one check alone.
  func probes(_ path: String) -> ProbePage {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard let name = parts.first, parts.count <= 2 else { return .notFound }
    let whole: HealthReport
    switch name {
    case "healthz", "livez": whole = manager.liveness
    case "readyz": whole = manager.readiness
    default: return .notFound
    }
    guard parts.count == 2 else { return page(whole) }
    return whole.only(String(parts[1])).map(page) ?? .notFound
  }

  private func page(_ report: HealthReport) -> ProbePage {
    ProbePage(status: report.isHealthy ? 200 : 500, body: report.isHealthy ? "ok" : report.text)
  }
}
