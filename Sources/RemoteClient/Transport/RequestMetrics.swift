internal import Synchronization

/// How many requests were sent, and how they ended.
///
/// Kubernetes: client-go `tools/metrics`, as controller-runtime registers it: `rest_client_requests_total`.
final class RequestMetrics: Sendable {
  private struct Series: Hashable {
    let method: String
    let code: String
  }

  private let host: String
  private let counts = Mutex<[Series: UInt64]>([:])

  init(host: String) {
    self.host = host
  }

  /// - Parameter status: The code of the answer; `nil` when there was none.
  func count(_ method: String, status: Int?) {
    let series = Series(method: method, code: status.map { String($0) } ?? "<error>")
    counts.withLock { $0[series, default: 0] += 1 }
  }

  /// The counts in the text format of Prometheus; empty before the first request.
  var text: String {
    let counts = counts.withLock { $0 }.sorted { ($0.key.method, $0.key.code) < ($1.key.method, $1.key.code) }
    guard !counts.isEmpty else { return "" }
    let name = "rest_client_requests_total"
    let head = """
      # HELP \(name) Number of HTTP requests, partitioned by status code, method, and host.
      # TYPE \(name) counter

      """
    return counts.reduce(into: head) { text, entry in
      let (series, count) = entry
      text += "\(name){code=\"\(series.code)\",host=\"\(host)\",method=\"\(series.method)\"} \(count)\n"
    }
  }
}
